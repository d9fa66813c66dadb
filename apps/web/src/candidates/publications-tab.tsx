import { Anchor, Button } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { EmptyState } from '../ui/empty-state.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { CoAuthors } from './co-authors.js';

/** What the person has written, and with whom. */
export function PublicationsTab({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/candidates/{id}/publications',
    { params: { path: { id }, query: { limit: 50 } } },
    byCursor,
  );
  const list = useListState<Schemas['PublicationRow']>(query);
  const add = { label: t('candidates.publication.add'), run: () => setAdding(true) };
  return (
    <>
      {editable && list.rows.length > 0 && (
        <Button variant="default" mb="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.run}>
          {add.label}
        </Button>
      )}
      <ListPanel
        label={t('candidates.tab.publications')}
        list={list}
        empty={
          <EmptyState
            icon={IconFileText}
            title={t('candidates.publication.none')}
            action={editable ? add : undefined}
          />
        }
        columns={[
          {
            id: 'title',
            header: t('candidates.publication.title'),
            cell: ({ title, url }) =>
              url && /^https?:/.test(url) ? (
                <Anchor href={url} target="_blank" rel="noreferrer noopener">
                  {title}
                </Anchor>
              ) : (
                title
              ),
          },
          {
            id: 'venue',
            header: t('candidates.publication.venue'),
            cell: ({ venue, year }) => [venue, year].filter(Boolean).join(' '),
          },
          {
            id: 'position',
            header: t('candidates.publication.position'),
            cell: ({ position, authorCount }) =>
              authorCount ? t('candidates.publication.positionOf', { position, count: authorCount }) : position,
          },
          {
            id: 'coAuthors',
            header: t('candidates.publication.coAuthors'),
            cell: ({ coAuthorCount }) => coAuthorCount,
          },
        ]}
      />
      {list.rows.length > 0 && <CoAuthors id={id} />}
      {adding && (
        <FormDialog
          title={add.label}
          submit={t('ui.add')}
          fields={[
            { name: 'title', label: t('candidates.publication.title'), kind: 'text', required: true },
            { name: 'venue', label: t('candidates.publication.venue'), kind: 'text' },
            { name: 'year', label: t('candidates.publication.year'), kind: 'number', min: 1900, max: 2200 },
            { name: 'url', label: t('candidates.publication.url'), kind: 'link' },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (values, key) => {
            await api.POST('/api/v1/candidates/{id}/publications', {
              params: { path: { id } },
              body: values as Schemas['AddPublication'],
              headers: { 'Idempotency-Key': key },
            });
            await refresh(client, ['/candidates']);
          }}
        />
      )}
    </>
  );
}
