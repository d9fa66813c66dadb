import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useMay } from '../app/session.js';
import { PackageForm } from '../candidates/parts/package-form.js';
import { draftOf, elsewhere, newPackage, payOf } from '../candidates/parts/package-values.js';
import { ErrorState } from '../ui/error-state.js';
import type { Field } from '../ui/fields/field.js';
import { LinesSkeleton } from '../ui/page.js';
import { type Offer, type OfferDetail, useMakeOffer, usePatchOffer, useReviseOffer } from './use-offers.js';

/** Whose offer it is. */
export type Whose = { candidacyId: string; candidateId: string; name: string; organizationId: string };

type Props = { whose: Whose; offer?: Offer | undefined; revise?: boolean; onClose: () => void };

/** Asks for an offer: a new one, a change of one that is not out yet, or a new version in its place. */
export function OfferDialog({ whose, offer, revise = false, onClose }: Props) {
  const { t } = useTranslation();
  const way = !offer ? 'make' : revise ? 'revise' : 'edit';
  const known = $api.useQuery(
    'get',
    '/api/v1/offers/{id}',
    { params: { path: { id: offer?.id ?? '' } } },
    { enabled: offer !== undefined, staleTime: 0 },
  );
  const seesPay = useMay()('package.read');
  const person = $api.useQuery(
    'get',
    '/api/v1/candidates/{id}',
    { params: { path: { id: whose.candidateId } } },
    { enabled: !offer && seesPay },
  );
  const isLoading = offer ? known.isPending : person.isLoading;
  return (
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={t(`offers.title.${way}`, { name: whose.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {known.error && !known.data ? (
        <ErrorState error={known.error} onRetry={() => void known.refetch()} />
      ) : isLoading ? (
        <LinesSkeleton lines={8} />
      ) : (
        <OfferForm
          whose={whose}
          offer={known.data}
          revise={revise}
          expected={person.data?.expectedPackage ?? undefined}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

type FormProps = {
  whose: Whose;
  offer: OfferDetail | undefined;
  revise: boolean;
  expected: Schemas['PackageView'] | undefined;
  onClose: () => void;
};

function OfferForm({ whose, offer, revise, expected, onClose }: FormProps) {
  const { t } = useTranslation();
  const [make, patch, replace] = [useMakeOffer(), usePatchOffer(), useReviseOffer()];
  const before: Field[] = [
    { name: 'startsOn', label: t('offers.field.startsOn'), kind: 'day' },
    { name: 'expiresOn', label: t('offers.field.expiresOn'), hint: t('offers.field.expiresOnHint'), kind: 'day' },
    { name: 'paysClawBack', label: t('offers.field.paysClawBack'), kind: 'flag' },
  ];
  const after: Field[] = [{ name: 'note', label: t('offers.field.note'), kind: 'multiline' }];
  const values = {
    startsOn: offer?.startsOn ?? null,
    expiresOn: revise ? null : (offer?.expiresOn ?? null),
    paysClawBack: offer?.paysClawBack ?? false,
    note: revise ? null : (offer?.note ?? null),
  };
  return (
    <PackageForm
      kind="offered"
      pointer="package"
      employerId={whose.organizationId}
      initial={offer?.package ? draftOf(offer.package) : undefined}
      from={expected && { label: t('offers.fromExpected'), pay: elsewhere(draftOf(expected)) }}
      before={before}
      after={after}
      values={values}
      clears={offer !== undefined && !revise}
      submit={t(offer ? (revise ? 'offers.action.revise' : 'ui.save') : 'offers.action.make')}
      onClose={onClose}
      onSubmit={async (pay = newPackage(), own, key) => {
        const body = { ...own, package: payOf(pay) };
        if (!offer) await make({ ...whose, body, key });
        else if (revise) await replace({ offer, body, key });
        else await patch({ offer, body, before: { ...values, ...formerPay(offer) }, key });
        onClose();
      }}
    />
  );
}

/** The package as it was, to be written back; what was allowed then stays allowed. */
function formerPay({ package: pay }: OfferDetail): Pick<Schemas['PatchOffer'], 'package'> {
  return pay ? { package: { ...payOf(draftOf(pay)), bonusIsApart: true } } : {};
}
