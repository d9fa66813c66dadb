import { Badge, Button, Text } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { Page } from '../ui/page.js';
import { NewImport } from './new-import.js';

type Row = Schemas['ImportListRow'];

const route = getRouteApi('/signed-in/imports');

/** The files that were imported, the latest first, and the place to bring the next. */
export function ImportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { create } = route.useSearch();
  const navigate = route.useNavigate();
  const query = $api.useInfiniteQuery('get', '/api/v1/imports', { params: { query: { limit: 50 } } }, byCursor);
  const list = useListState<Row>(query);
  const begin = { label: t('imports.new'), run: () => void navigate({ search: { create: true } }) };
  return (
    <Page
      title={t('imports.title')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={begin.run}>
          {begin.label}
        </Button>
      }
    >
      <ListPanel
        label={t('imports.title')}
        list={list}
        empty={
          <EmptyState icon={IconFileImport} title={t('imports.empty')} hint={t('imports.emptyHint')} action={begin} />
        }
        columns={[
          {
            id: 'file',
            header: t('imports.column.file'),
            cell: ({ id, fileName, source }) => (
              <>
                <Link to="/imports/$id" params={{ id }}>
                  {fileName}
                </Link>
                {source && (
                  <Text size="sm" c="dimmed">
                    {source}
                  </Text>
                )}
              </>
            ),
          },
          { id: 'format', header: t('imports.column.format'), cell: (row) => t(`words.importFormat.${row.format}`) },
          {
            id: 'state',
            header: t('imports.column.state'),
            cell: ({ state }) => <Badge variant="light">{t(`words.importState.${state}`)}</Badge>,
          },
          { id: 'rows', header: t('imports.column.rows'), cell: ({ counts }) => format.number(counts.rows) },
          { id: 'made', header: t('imports.column.made'), cell: ({ made }) => format.number(made.candidates) },
          { id: 'by', header: t('imports.column.by'), cell: ({ createdByName }) => createdByName },
          { id: 'at', header: t('imports.column.at'), cell: ({ createdAt }) => format.dateTime(createdAt) },
        ]}
      />
      {create && <NewImport onClose={() => void navigate({ search: {} })} />}
    </Page>
  );
}
