import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '../app/api.js';
import { StartCallList } from '../call-lists/parts/start-call-list.js';
import { ErrorState } from '../ui/error-state.js';
import { later } from '../ui/later.js';
import { LinesSkeleton } from '../ui/page.js';
import { Section } from './home-section.js';

const CallRunner = later(async () => (await import('../call-lists/parts/call-runner.js')).CallRunner);

/** The call list that is open: the next person with the form, or a way to begin one. */
export function Calls() {
  const { t } = useTranslation();
  const [at, setAt] = useState<number>();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/call-lists', {
    params: { query: { open: true, limit: 1 } },
  });
  const [list] = data?.items ?? [];
  return (
    <Section
      id="calls"
      title={t('home.calls')}
      aside={
        list && (
          <Link to="/call-lists/$id" params={{ id: list.id }}>
            {t('home.openCalls')}
          </Link>
        )
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LinesSkeleton lines={4} />
      ) : list ? (
        <Suspense fallback={<LinesSkeleton lines={4} />}>
          <CallRunner
            key={list.id}
            list={list}
            at={at}
            onAt={(next) => setAt(next > list.total ? undefined : next)}
            level={3}
          />
        </Suspense>
      ) : (
        <Group justify="space-between">
          <Text c="dimmed">{t('home.noCalls')}</Text>
          <StartCallList source={{ kind: 'follow_ups' }} label={t('home.callDue')} />
        </Group>
      )}
    </Section>
  );
}
