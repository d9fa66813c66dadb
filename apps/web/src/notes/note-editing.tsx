import { Button, Group, Skeleton, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteDocument } from '@domain/notes/document.js';
import { documentOf } from '@domain/notes/document.rules.js';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { ErrorState } from '../ui/error-state.js';
import { later } from '../ui/later.js';
import { NoteVisibilityChoice } from './note-visibility.js';
import { type Draft, useDraft } from './use-draft.js';

const NoteEditor = later(async () => (await import('./note-editor.js')).NoteEditor);

/** Changes a note where it stands; what was typed stays in this browser until it is saved or canceled. */
export function NoteEditing({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/notes/{id}', { params: { path: { id } } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={104} />;
  return <Editing note={data} onClose={onClose} />;
}

function Editing({ note, onClose }: { note: Schemas['NoteView']; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, change] = useDraft(note.id);
  const [initial] = useState(() => draft.document ?? (note.document as NoteDocument | null) ?? documentOf(note.body));
  const [document, setDocument] = useState<NoteDocument | null>(initial);
  const [visibility, setVisibility] = useState(draft.document ? draft.visibility : note.visibility);
  const [version] = useState(draft.version ?? note.version);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const write = useChange<Pick<Draft, 'document' | 'visibility'>, unknown>({
    send: (values, key) =>
      api.PATCH('/api/v1/notes/{id}', {
        params: { path: { id: note.id } },
        body: values as unknown as Schemas['PatchNote'],
        headers: { ...ifMatch(note.version), 'Idempotency-Key': key },
      }),
    stale: ['/notes', '/timeline'],
    said: () => ({ title: t('notes.saved') }),
  });
  const close = () => {
    change({ document: null });
    onClose();
  };
  const save = async () => {
    if (!document || busy) return;
    setBusy(true);
    try {
      await write({ document, visibility });
      close();
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Suspense fallback={<Skeleton height={104} />}>
        <NoteEditor
          autoFocus
          label={t('notes.edit')}
          initial={initial}
          onChange={(next) => {
            setDocument(next);
            change({ document: next, visibility, version });
          }}
          onSubmit={() => void save()}
          onCancel={close}
        />
      </Suspense>
      <Group justify="space-between" mt="xs" gap="xs">
        <NoteVisibilityChoice
          value={visibility}
          onChange={(next) => {
            setVisibility(next);
            change({ document, visibility: next, version });
          }}
        />
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={close}>
            {t('ui.cancel')}
          </Button>
          <Button size="xs" onClick={() => void save()} loading={busy} disabled={!document}>
            {failed ? t('notes.retry') : t('ui.save')}
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed" mt={4} role="status">
        {failed ? t('notes.kept') : version === note.version ? '' : t('notes.changedSince')}
      </Text>
    </div>
  );
}
