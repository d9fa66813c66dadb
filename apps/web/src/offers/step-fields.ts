import { decisionReasons } from '@domain/offers/offer.js';
import { useTranslation } from 'react-i18next';
import type { Field } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';

/** What goes with every step of an offer or a bid: why, where it was decided, a note, and when. */
export function useStepFields(decides: boolean): readonly Field[] {
  const { t } = useTranslation();
  return [
    ...(decides
      ? [
          {
            name: 'reasons',
            label: t('offers.field.reasons'),
            hint: t('offers.field.reasonsHint'),
            kind: 'choices',
            options: optionsOf(decisionReasons, (word) => t(`words.decisionReason.${word}`)),
          } as const,
        ]
      : []),
    { name: 'occurredAt', label: t('offers.field.occurredAt'), hint: t('candidacies.nowWhenEmpty'), kind: 'moment' },
    { name: 'note', label: t('offers.field.note'), kind: 'multiline' },
  ];
}
