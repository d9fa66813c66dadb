import type { AttemptOutcome } from '@domain/poaching/attempt.js';
import { useTranslation } from 'react-i18next';
import { SearchPicker } from '../searches/parts/search-picker.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import type { Field } from '../ui/fields/field.js';
import { type Attempt, useSay } from './use-attempt.js';

type Props = { attempt: Attempt; outcome: AttemptOutcome; onClose: () => void };

/** Asks what goes with the end of an attempt before it is written: for which search, until when, and a note. */
export function OutcomeDialog({ attempt, outcome, onClose }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const fields: Field[] = [
    ...(outcome === 'won' && attempt.searchId === null
      ? [
          {
            name: 'searchId',
            label: t('poaching.forSearch'),
            kind: 'record',
            required: true,
            Picker: SearchPicker,
          } as const,
        ]
      : []),
    ...(outcome === 'not_now'
      ? [{ name: 'until', label: t('poaching.until'), hint: t('poaching.untilHint'), kind: 'day' } as const]
      : []),
    { name: 'note', label: t('poaching.note'), kind: 'multiline' },
    { name: 'occurredAt', label: t('poaching.occurredAt'), hint: t('candidacies.nowWhenEmpty'), kind: 'moment' },
  ];
  return (
    <FormDialog
      title={t('poaching.sayTitle', {
        name: attempt.candidateName,
        outcome: t(`words.attemptState.${outcome}`),
      })}
      submit={t('poaching.saySubmit')}
      fields={fields}
      onClose={onClose}
      onSubmit={async (values) => {
        await say({ attempt, body: { outcome, ...values } });
      }}
    />
  );
}
