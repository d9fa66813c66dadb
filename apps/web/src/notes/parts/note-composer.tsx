import { Button, Checkbox, Group, Skeleton, Text } from '@mantine/core';
import { mentionsOf } from '@domain/notes/document.rules.js';
import type { SubjectType } from '@domain/notes/subject.js';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { useMay } from '../../app/session.js';
import { useShortcut } from '../../app/use-shortcuts.js';
import { later } from '../../ui/later.js';
import type { EditorHandle } from '../note-editor.js';
import { NoteVisibilityChoice } from '../note-visibility.js';
import { type Draft, useDraft } from '../use-draft.js';

type Props = { subjectType: SubjectType; subjectId: string };

const NoteEditor = later(async () => (await import('../note-editor.js')).NoteEditor);

/** Where a note is written; `N` goes there. What was typed stays in this browser until it is saved. */
export function NoteComposer({ subjectType, subjectId }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const editor = useRef<EditorHandle>(null);
  const [draft, change] = useDraft(subjectId);
  const [initial] = useState(draft.document);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useShortcut('note', () => editor.current?.focus(), may('note.write'));
  const write = useChange<Draft, unknown>({
    send: ({ document, visibility, asTasks }, key) =>
      api.POST('/api/v1/notes', {
        body: {
          subjectType,
          subjectId,
          visibility,
          asTasks,
          ...(document && { document: document as unknown as Schemas['WriteNote']['document'] }),
        },
        headers: { 'Idempotency-Key': key },
      }),
    stale: ['/notes', '/timeline', '/candidates', '/organizations'],
    said: () => ({ title: t('notes.saved') }),
  });
  const save = async () => {
    if (!draft.document || busy) return;
    setBusy(true);
    try {
      await write(draft);
      setFailed(false);
      change({ document: null, asTasks: false });
      editor.current?.clear();
    } catch {
      setFailed(true);
      editor.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  if (!may('note.write')) return null;
  const mentions = mentionsOf(draft.document).length > 0;
  return (
    <div>
      <Suspense fallback={<Skeleton height={104} />}>
        <NoteEditor
          templates
          handle={editor}
          label={t('notes.write')}
          initial={initial}
          onChange={(document) => change({ document })}
          onSubmit={() => void save()}
        />
      </Suspense>
      <Group justify="space-between" mt="xs" gap="xs">
        <NoteVisibilityChoice value={draft.visibility} onChange={(visibility) => change({ visibility })} />
        <Group gap="sm">
          {mentions && draft.visibility !== 'private' && (
            <Checkbox
              size="xs"
              label={t('notes.asTasks')}
              checked={draft.asTasks}
              onChange={(event) => change({ asTasks: event.currentTarget.checked })}
            />
          )}
          <Button size="xs" onClick={() => void save()} loading={busy} disabled={!draft.document}>
            {failed ? t('notes.retry') : t('notes.save')}
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed" mt={4} role="status">
        {failed
          ? t('notes.kept')
          : mentions && draft.visibility === 'private'
            ? t('notes.mentionPrivate')
            : t('notes.hint')}
      </Text>
    </div>
  );
}
