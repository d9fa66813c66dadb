import { Text } from '@mantine/core';
import { resignationFacts } from '@domain/offers/offer.js';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { today } from '../app/today.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { useStepFields } from './step-fields.js';
import { type Offer, type OfferStep, useApproveOffer, usePatchOffer, useStepOffer } from './use-offers.js';

type Props = { offer: Offer; onClose: () => void };

/** Asks what goes with a step of an offer before it is written. */
export function OfferStepDialog({ offer, step, onClose }: Props & { step: OfferStep }) {
  const { t } = useTranslation();
  const record = useStepOffer();
  const fields = useStepFields(step !== 'tell' && step !== 'extend');
  const start = { name: 'startsOn', label: t('offers.field.startsOn'), hint: t('offers.field.acceptedStart') };
  return (
    <FormDialog
      title={t(`offers.stepTitle.${step}`, { name: offer.candidateName })}
      submit={t(`offers.action.${step}`)}
      fields={[...(step === 'accept' ? [{ ...start, kind: 'day' } as const] : []), ...fields]}
      initial={step === 'accept' ? { startsOn: offer.startsOn } : {}}
      onClose={onClose}
      onSubmit={async (values, key) => {
        await record({ offer, step, body: values as Schemas['AcceptOffer'], key });
      }}
    >
      {(step === 'renege' || step === 'rescind') && <Text size="sm">{t('offers.endsCandidacy')}</Text>}
    </FormDialog>
  );
}

/** Asks who of the client approved it, and when. */
export function ApprovalDialog({ offer, onClose }: Props) {
  const { t } = useTranslation();
  const approve = useApproveOffer();
  return (
    <FormDialog
      title={t('offers.stepTitle.approve', { name: offer.candidateName })}
      submit={t('offers.action.approve')}
      fields={[
        { name: 'approvedBy', label: t('offers.field.approvedBy'), kind: 'text', required: true },
        { name: 'approvedOn', label: t('offers.field.approvedOn'), kind: 'day' },
      ]}
      initial={{ approvedBy: offer.approvedBy, approvedOn: offer.approvedOn ?? today() }}
      onClose={onClose}
      onSubmit={async (values, key) => {
        await approve({ offer, body: values as Schemas['ApproveOffer'], key });
      }}
    />
  );
}

/** Asks for the days between acceptance and the first day. */
export function DatesDialog({ offer, onClose }: Props) {
  const { t } = useTranslation();
  const patch = usePatchOffer();
  const before = Object.fromEntries(resignationFacts.map((name) => [name, offer[name]]));
  return (
    <FormDialog
      title={t('offers.stepTitle.date', { name: offer.candidateName })}
      submit={t('ui.save')}
      fields={resignationFacts.map((name) => ({ name, label: t(`offers.field.${name}`), kind: 'day' }))}
      initial={before}
      clears
      onClose={onClose}
      onSubmit={async (values, key) => {
        await patch({ offer, body: values as Schemas['PatchOffer'], before, key });
      }}
    />
  );
}
