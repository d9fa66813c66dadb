import { Badge, Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { useFormat } from '../../app/format.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';

type Row = Schemas['ExportRow'];

const pollMs = 1000;
const kB = 1000;

/** One's own exports of the last days: how far each is, and its file. */
export function ExportsList() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/exports',
    { params: { query: { limit: 20 } } },
    {
      ...byCursor,
      refetchInterval: ({
        state,
      }: {
        state: { data?: { pages: readonly ({ items: readonly Row[] } | undefined)[] } | undefined };
      }) => (state.data?.pages.some((page) => page?.items.some(isOpen)) ? pollMs : false),
    },
  );
  const list = useListState<Row>(query);
  const cancel = useChange<string, unknown>({
    send: (id) => api.POST('/api/v1/exports/{id}/cancellation', { params: { path: { id } } }),
    stale: ['/exports'],
  });
  return (
    <ListPanel
      label={t('exports.title')}
      list={list}
      empty={<EmptyState icon={IconDownload} title={t('exports.empty')} hint={t('exports.emptyHint')} />}
      columns={[
        { id: 'file', header: t('exports.column.file'), cell: ({ fileName }) => fileName },
        {
          id: 'state',
          header: t('exports.column.state'),
          cell: (row) => (
            <Badge variant="light" color={row.state === 'failed' ? 'red' : 'petrol'}>
              {t(`exports.state.${row.state}`)}
              {isOpen(row) && ` ${format.percent(row.progress)}`}
            </Badge>
          ),
        },
        { id: 'rows', header: t('exports.column.rows'), cell: ({ rows }) => format.number(rows) },
        {
          id: 'size',
          header: t('exports.column.size'),
          cell: ({ fileBytes }) =>
            typeof fileBytes === 'number' && t('exports.size', { size: format.number(Math.ceil(fileBytes / kB)) }),
        },
        { id: 'at', header: t('exports.column.at'), cell: ({ createdAt }) => format.dateTime(createdAt) },
        {
          id: 'act',
          header: t('exports.column.act'),
          cell: (row) => (
            <Group gap="xs" wrap="nowrap">
              {row.state === 'done' && typeof row.fileBytes === 'number' && (
                <Button
                  component="a"
                  size="compact-sm"
                  variant="light"
                  href={`/api/v1/exports/${row.id}/file`}
                  download
                >
                  {t('exports.download')}
                </Button>
              )}
              {isOpen(row) && (
                <Button size="compact-sm" variant="default" onClick={() => void cancel(row.id).catch(() => {})}>
                  {t('exports.cancel')}
                </Button>
              )}
            </Group>
          ),
        },
      ]}
    />
  );
}

const isOpen = ({ state }: Row): boolean => state === 'queued' || state === 'running';
