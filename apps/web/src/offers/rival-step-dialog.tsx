import { Text } from '@mantine/core';
import type { RivalOfferWay } from '@domain/offers/offer.rules.js';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { useStepFields } from './step-fields.js';
import { type Offer, type RivalOffer, usePatchRivalOffer, useStepRivalOffer } from './use-offers.js';

type StepProps = { rival: RivalOffer; way: RivalOfferWay; onClose: () => void };

/** Asks what goes with a step of a bid before it is written. */
export function RivalStepDialog({ rival, way, onClose }: StepProps) {
  const { t } = useTranslation();
  const record = useStepRivalOffer();
  return (
    <FormDialog
      title={`${rival.candidateName}: ${t(`words.rivalOfferKind.${rival.kind}`)}`}
      submit={t(`offers.rivalAction.${way}`)}
      fields={useStepFields(way === 'refuse' || way === 'accept')}
      onClose={onClose}
      onSubmit={async (values, key) => {
        await record({ rival, way, body: values as Schemas['DecideOffer'], key });
      }}
    >
      {way === 'accept' && <Text size="sm">{t('offers.endsOurs')}</Text>}
    </FormDialog>
  );
}

type AnswerProps = { rival: RivalOffer; offers: readonly Offer[]; onClose: () => void };

/** Asks which version of our offer answers a bid. */
export function AnswerDialog({ rival, offers, onClose }: AnswerProps) {
  const { t } = useTranslation();
  const patch = usePatchRivalOffer();
  const before = { answerOfferId: rival.answerOfferId };
  return (
    <FormDialog
      title={t('offers.answerTitle', { name: rival.candidateName })}
      submit={t('ui.save')}
      fields={[
        {
          name: 'answerOfferId',
          label: t('offers.field.answer'),
          hint: t('offers.field.answerHint'),
          kind: 'choice',
          options: offers.map(({ id, number, state }) => ({
            value: id,
            label: `${t('offers.version', { number })} · ${t(`words.offerState.${state}`)}`,
          })),
        },
      ]}
      initial={before}
      clears
      onClose={onClose}
      onSubmit={async (values, key) => {
        await patch({ rival, body: values as Schemas['PatchRivalOffer'], before, key });
      }}
    />
  );
}
