import { ActionIcon, Menu } from '@mantine/core';
import type { AttemptOutcome } from '@domain/poaching/attempt.js';
import { wayOf } from '@domain/poaching/attempt.rules.js';
import { IconDots } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.js';
import { ActionItems } from '../ui/action-items.js';
import { later } from '../ui/later.js';
import { type Attempt, sayable } from './use-attempt.js';

const OutcomeDialog = later(async () => (await import('./outcome-dialog.js')).OutcomeDialog);

/** What can be said of an attempt, as a menu; each asks first and then writes. */
export function AttemptMenu({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation();
  const may = useMay();
  const [outcome, setOutcome] = useState<AttemptOutcome>();
  const outcomes = may('poaching.write') ? sayable(attempt) : [];
  if (outcomes.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('poaching.actions', { name: attempt.candidateName })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ActionItems
            actions={outcomes.map((one) => ({
              id: one,
              label: t(`poaching.${wayOf[one] as 'win'}`),
              danger: one === 'withdrawn',
              run: () => setOutcome(one),
            }))}
          />
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {outcome && <OutcomeDialog attempt={attempt} outcome={outcome} onClose={() => setOutcome(undefined)} />}
      </Suspense>
    </>
  );
}
