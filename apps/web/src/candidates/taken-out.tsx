import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useMay } from '../app/session.js';
import { ErrorState } from '../ui/error-state.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { LinesSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';

/** What of the person was shown or taken out, by whom and when. */
export function TakenOut({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const asked = {
    params: { path: { id: candidateId }, query: { limit: 20, type: 'document.downloaded' as const } },
  };
  const query = $api.useInfiniteQuery('get', '/api/v1/candidates/{id}/timeline', asked, {
    ...byCursor,
    enabled: may('event.read'),
  });
  const list = useListState<Schemas['TimelineEntry']>(query);
  if (!may('event.read')) return null;
  return (
    <Panel title={t('candidates.privacy.shown')}>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <LinesSkeleton lines={2} />
      ) : list.rows.length === 0 ? (
        <Text c="dimmed">{t('candidates.privacy.nothingShown')}</Text>
      ) : (
        list.rows.map(({ id, at, actorName, data }) => (
          <Group key={id} gap="xs" mih={28}>
            <Text size="sm">{t('history.event.document.downloaded')}</Text>
            <Text size="sm" c="dimmed">
              {[kindOf(data), actorName, format.dateTime(at)].filter(Boolean).join(' · ')}
            </Text>
          </Group>
        ))
      )}
      {list.hasMore && (
        <Button variant="subtle" size="compact-sm" onClick={list.loadMore} loading={list.loadingMore}>
          {t('ui.loadMore')}
        </Button>
      )}
    </Panel>
  );

  function kindOf(data: unknown): string | undefined {
    const { kind } = data as { kind?: 'cv' };
    return kind && t(`words.documentKind.${kind}`);
  }
}
