import { Input, SegmentedControl } from '@mantine/core';
import { exitParties, type ExitParty, type ExitReason, reasonsOf } from '@domain/candidacies/exit-reasons.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import type { Card } from './board-state.js';
import { type Exit } from './use-moves.js';

type Props = { card: Card; onExit: (exit: Exit) => Promise<unknown>; onClose: () => void };

const lastParty = 'longlist.exit-party';
const remembered = (): ExitParty =>
  exitParties.find((party) => party === sessionStorage.getItem(lastParty)) ?? 'candidate';

/** Asks who ended it and why, before anything is written. */
export function ExitDialog({ card, onExit, onClose }: Props) {
  const { t } = useTranslation();
  const [party, setParty] = useState(remembered);
  return (
    <FormDialog
      title={t('candidacies.exit.title', { name: card.candidateName })}
      submit={t('candidacies.exit.submit')}
      fields={[
        {
          name: 'reason',
          label: t('candidacies.exit.reason'),
          kind: 'choice',
          required: true,
          options: optionsOf(reasonsOf(party), (word) => t(`words.exitReason.${word}`)),
        },
        {
          name: 'occurredAt',
          label: t('candidacies.exit.occurredAt'),
          hint: t('candidacies.nowWhenEmpty'),
          kind: 'moment',
        },
        { name: 'note', label: t('candidacies.exit.note'), kind: 'multiline' },
      ]}
      onClose={onClose}
      onSubmit={async ({ reason, occurredAt, note }) => {
        sessionStorage.setItem(lastParty, party);
        await onExit({
          card,
          party,
          reason: reason as ExitReason,
          ...(typeof note === 'string' && { note }),
          ...(typeof occurredAt === 'string' && { occurredAt }),
        });
      }}
    >
      <Input.Wrapper label={t('candidacies.exit.party')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('candidacies.exit.party')}
          data={optionsOf(exitParties, (word) => t(`words.party.${word}`))}
          value={party}
          onChange={(next) => setParty(next as ExitParty)}
        />
      </Input.Wrapper>
    </FormDialog>
  );
}
