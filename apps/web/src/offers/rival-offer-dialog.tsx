import { Modal } from '@mantine/core';
import { type RivalOfferKind, rivalOfferStates } from '@domain/offers/offer.js';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { PackageForm } from '../candidates/parts/package-form.js';
import { draftOf, payOf } from '../candidates/parts/package-values.js';
import { OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { ErrorState } from '../ui/error-state.js';
import type { Field, FieldValue } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';
import { LinesSkeleton } from '../ui/page.js';
import type { Whose } from './offer-dialog.js';
import { type RivalOffer, useNoteRivalOffer, usePatchRivalOffer, useRivalOffer } from './use-offers.js';

type Props = {
  whose: Omit<Whose, 'organizationId'>;
  kind: RivalOfferKind;
  rival?: RivalOffer | undefined;
  onClose: () => void;
};

/** The states in which a bid begins: rehearsed, or there. */
const begins = rivalOfferStates.filter((state) => state === 'expected' || state === 'received');

/** Asks for a counteroffer or a competing offer: expected or received, who bids, from when, and the pay where it is known. */
export function RivalOfferDialog({ whose, kind, rival, onClose }: Props) {
  const { t } = useTranslation();
  const known = useRivalOffer(kind, rival?.id);
  return (
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={t(`offers.rivalTitle.${rival ? 'edit' : 'note'}.${kind}`, { name: whose.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {known.error && !known.data ? (
        <ErrorState error={known.error} onRetry={() => void known.refetch()} />
      ) : rival && known.isPending ? (
        <LinesSkeleton lines={8} />
      ) : (
        <RivalOfferForm whose={whose} kind={kind} rival={known.data} onClose={onClose} />
      )}
    </Modal>
  );
}

type FormProps = Omit<Props, 'rival'> & { rival: Schemas['RivalOfferView'] | undefined };

function RivalOfferForm({ whose, kind, rival, onClose }: FormProps) {
  const { t } = useTranslation();
  const [note, patch] = [useNoteRivalOffer(), usePatchRivalOffer()];
  const person = $api.useQuery(
    'get',
    '/api/v1/candidates/{id}',
    { params: { path: { id: whose.candidateId } } },
    { enabled: kind === 'counteroffer' && !rival },
  );
  const before: Field[] = [
    ...(rival
      ? []
      : [
          {
            name: 'state',
            label: t('offers.field.state'),
            hint: t('offers.field.stateHint'),
            kind: 'choice',
            required: true,
            options: optionsOf(begins, (word) => t(`words.rivalOfferState.${word}`)),
          } as const,
        ]),
    {
      name: 'organizationId',
      label: t('offers.field.bidder'),
      ...(kind === 'counteroffer' && !rival && { hint: t('offers.field.bidderHint') }),
      kind: 'record',
      Picker: OrganizationPicker,
    },
    ...(kind === 'competing_offer'
      ? [{ name: 'startsOn', label: t('offers.field.startsOn'), kind: 'day' } as const]
      : []),
    ...(rival
      ? []
      : [
          {
            name: 'occurredAt',
            label: t('offers.field.occurredAt'),
            hint: t('candidacies.nowWhenEmpty'),
            kind: 'moment',
          } as const,
        ]),
  ];
  const values: Record<string, FieldValue> = rival
    ? { organizationId: rival.organizationId, startsOn: rival.startsOn, note: rival.note }
    : { state: kind === 'counteroffer' ? 'expected' : 'received' };
  return (
    <PackageForm
      kind="countered"
      pointer="package"
      employerId={person.data?.currentOrganizationId ?? undefined}
      initial={rival?.package ? draftOf(rival.package) : undefined}
      optional={rival?.package ? undefined : t('offers.knowsPay')}
      before={before}
      after={[{ name: 'note', label: t('offers.field.note'), kind: 'multiline' }]}
      values={values}
      clears={rival !== undefined}
      submit={t('ui.save')}
      onClose={onClose}
      onSubmit={async (pay, own, key) => {
        const body = { ...own, ...(pay && { package: payOf(pay) }) };
        if (rival) await patch({ rival, body, before: { ...values, ...formerPay(rival, pay !== undefined) }, key });
        else await note({ ...whose, kind, body, key });
        onClose();
      }}
    />
  );
}

/** The package as it was, to be written back. */
function formerPay(
  { package: pay }: Schemas['RivalOfferView'],
  isChanged: boolean,
): Pick<Schemas['PatchRivalOffer'], 'package'> {
  return pay && isChanged ? { package: { ...payOf(draftOf(pay)), bonusIsApart: true } } : {};
}
