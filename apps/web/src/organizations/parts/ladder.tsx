import { Button, Text } from '@mantine/core';
import { IconStairs } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorState } from '../../ui/error-state.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { LadderDialog } from '../ladder-dialog.js';

/** The agency's own steps of seniority, on which it compares the levels of organizations. */
export function Ladder() {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/ladder', {});
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton lines={6} />;
  const change = data.abilities.includes('edit')
    ? { label: t('levels.ladder.change'), run: () => setChanging(true) }
    : undefined;
  return (
    <Panel
      title={t('levels.ladder.title')}
      aside={
        change &&
        data.steps.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={change.run}>
            {change.label}
          </Button>
        )
      }
    >
      {data.steps.length === 0 ? (
        <EmptyState icon={IconStairs} title={t('levels.ladder.none')} hint={t('levels.ladder.hint')} action={change} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t('levels.ladder.hint')}
          </Text>
          <ol>
            {data.steps.map(({ id, name }) => (
              <li key={id}>
                <Text span fw={550}>
                  {name}
                </Text>
              </li>
            ))}
          </ol>
        </>
      )}
      {changing && <LadderDialog ladder={data} onClose={() => setChanging(false)} />}
    </Panel>
  );
}
