import { ActionIcon, Anchor, Badge, Group, Text } from '@mantine/core';
import { documentKinds, mediaOf } from '@domain/documents/document.js';
import { IconDownload, IconFiles, IconPencil, IconX } from '@tabler/icons-react';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { refresh } from '../../app/freshness.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { DropZone } from '../../ui/drop-zone.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { notify } from '../../ui/notices.js';
import { optionsOf } from '../../ui/options.js';
import { UploadList } from '../upload-list.js';
import { useUploads } from '../use-uploads.js';

type Row = Schemas['DocumentRow'];
type Page = { items: Row[]; nextCursor: string | null };

const accept = Object.values(mediaOf)
  .flatMap(({ type, ending }) => [type, `.${ending}`])
  .join(',');
const stale = ['/documents', '/candidates'];
const fileOf = (id: string) => `/api/v1/documents/${id}/file`;

type Props = { candidateId: string; archived: boolean; offerId?: string };

/** The files of a person, or the letters of one offer: put there by drop or choice, taken by download, removed and brought back. */
export function CandidateDocuments({ candidateId, archived, offerId }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const editable = may('document.edit') && !archived;
  const [editing, setEditing] = useState<Row>();
  const uploads = useUploads(candidateId, offerId);
  const narrowed = { limit: 50, archived: false, ...(offerId && { offerId }) };
  const asked = { params: { path: { id: candidateId }, query: narrowed } };
  const query = $api.useInfiniteQuery('get', '/api/v1/candidates/{id}/documents', asked, byCursor);
  const list = useListState<Row>(query);
  const remove = useRemove(candidateId);
  return (
    <>
      {editable && (
        <DropZone
          words={{ drop: t('documents.drop'), choose: t('documents.choose'), hint: t('documents.hint') }}
          accept={accept}
          onFiles={uploads.send}
        />
      )}
      <UploadList sending={uploads.sending} onDismiss={uploads.dismiss} onRetry={uploads.retry} />
      <ListPanel
        label={t('documents.list')}
        list={list}
        least={660}
        empty={
          offerId ? (
            <Text c="dimmed" mt="sm">
              {t('documents.noLetter')}
            </Text>
          ) : (
            <EmptyState icon={IconFiles} title={t('documents.empty')} hint={t('documents.emptyHint')} />
          )
        }
        columns={[
          {
            id: 'name',
            header: t('documents.name'),
            cell: ({ id, name, media }) => (
              <Group gap="xs" wrap="nowrap">
                <Anchor href={fileOf(id)} download>
                  {name}
                </Anchor>
                <Badge variant="light" color="gray" tt="none">
                  {t(`words.documentMedia.${media}`)}
                </Badge>
              </Group>
            ),
          },
          { id: 'kind', header: t('documents.kind'), cell: ({ kind }) => t(`words.documentKind.${kind}`) },
          { id: 'size', header: t('documents.size'), cell: ({ bytes }) => format.bytes(bytes) },
          { id: 'by', header: t('documents.addedBy'), cell: ({ addedByName }) => addedByName },
          { id: 'on', header: t('documents.addedOn'), cell: ({ createdAt }) => format.date(createdAt) },
          {
            id: 'actions',
            header: t('documents.actions'),
            cell: (row) => (
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  component="a"
                  href={fileOf(row.id)}
                  download
                  aria-label={t('documents.download', { name: row.name })}
                >
                  <IconDownload size={15} aria-hidden />
                </ActionIcon>
                {editable && (
                  <>
                    <ActionIcon aria-label={t('documents.edit', { name: row.name })} onClick={() => setEditing(row)}>
                      <IconPencil size={15} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('documents.remove', { name: row.name })}
                      onClick={() => void remove(row).catch(() => {})}
                    >
                      <IconX size={15} aria-hidden />
                    </ActionIcon>
                  </>
                )}
              </Group>
            ),
          },
        ]}
      />
      {editing && <EditDocument document={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}

function EditDocument({ document: { id, name, kind, version }, onClose }: { document: Row; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const write = async (body: Schemas['PatchDocument'], at: number) => {
    const { data } = await api.PATCH('/api/v1/documents/{id}', {
      params: { path: { id } },
      body,
      headers: ifMatch(at),
    });
    await refresh(client, stale);
    return data;
  };
  return (
    <FormDialog
      title={t('documents.editTitle')}
      submit={t('ui.save')}
      initial={{ name, kind }}
      fields={[
        { name: 'name', label: t('documents.name'), kind: 'text', required: true },
        {
          name: 'kind',
          label: t('documents.kind'),
          kind: 'choice',
          required: true,
          options: optionsOf(documentKinds, (word) => t(`words.documentKind.${word}`)),
        },
      ]}
      onClose={onClose}
      onSubmit={async (values) => {
        const changed = await write(values as Schemas['PatchDocument'], version);
        notify({
          title: t('ui.saved'),
          undo: async () => void (await write({ name, kind }, changed?.version ?? version + 1)),
        });
      }}
    />
  );
}

/** Removes a document: off the screen at once, brought back by undo. */
function useRemove(candidateId: string): (row: Row) => Promise<unknown> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isList = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    queryKey[1] === '/api/v1/candidates/{id}/documents' && JSON.stringify(queryKey[2]).includes(candidateId);
  return useChange<Row, unknown>({
    patch: ({ id }, cache) => {
      const former = cache.getQueriesData<InfiniteData<Page>>({ predicate: isList });
      cache.setQueriesData<InfiniteData<Page>>({ predicate: isList }, (data) =>
        data
          ? {
              ...data,
              pages: data.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) })),
            }
          : data,
      );
      return () => former.forEach(([key, data]) => cache.setQueryData(key, data));
    },
    send: ({ id }) => api.POST('/api/v1/documents/{id}/archival', { params: { path: { id } } }),
    stale,
    said: ({ id, name }) => ({
      title: t('documents.removed', { name }),
      undo: async () => {
        await api.DELETE('/api/v1/documents/{id}/archival', { params: { path: { id } } });
        await refresh(client, stale);
      },
    }),
  });
}
