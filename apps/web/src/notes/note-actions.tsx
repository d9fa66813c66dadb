import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { type Action, ActionItems } from '../ui/action-items.js';
import { notify } from '../ui/notices.js';
import { NoteHistory } from './note-history.js';

type Note = Schemas['NoteView'];

const stale = ['/notes', '/timeline'];

/** What can be done with a note: pin it, change it, see what it said before, remove it; asked of the server when the menu opens. */
export function NoteActions({ id, onEdit }: { id: string; onEdit: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [history, setHistory] = useState(false);
  const { data } = $api.useQuery('get', '/api/v1/notes/{id}', { params: { path: { id } } }, { enabled: opened });
  const patch = async (body: Schemas['PatchNote'], version: number) => {
    await api.PATCH('/api/v1/notes/{id}', { params: { path: { id } }, body, headers: ifMatch(version) });
    await refresh(client, stale);
  };
  const remove = async () => {
    await api.DELETE('/api/v1/notes/{id}', { params: { path: { id } } });
    await refresh(client, stale);
    notify({ title: t('notes.removed'), ...(data && { undo: () => writeAgain(data) }) });
  };
  const writeAgain = async ({ subjectType, subjectId, visibility, body, document, pinned }: Note) => {
    const text = document ? { document } : { body };
    await api.POST('/api/v1/notes', { body: { subjectType, subjectId, visibility, pinned, ...text } });
    await refresh(client, stale);
  };
  const actions = ({ pinned, version, edits, abilities }: Note): Action[] => {
    const can = (ability: string) => abilities.includes(ability);
    return [
      {
        id: 'pin',
        label: pinned ? t('notes.unpin') : t('notes.pin'),
        disabled: !can('pin'),
        run: () => void patch({ pinned: !pinned }, version).catch(tell),
      },
      { id: 'edit', label: t('notes.edit'), disabled: !can('edit'), run: onEdit },
      {
        id: 'history',
        label: t('notes.history.open'),
        disabled: edits.length === 0,
        run: () => setHistory(true),
      },
      {
        id: 'remove',
        label: t('notes.remove'),
        danger: true,
        disabled: !can('remove'),
        run: () => void remove().catch(tell),
      },
    ];
  };
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('notes.more')}>
            <IconDots size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        {data && (
          <Menu.Dropdown>
            <ActionItems actions={actions(data)} />
          </Menu.Dropdown>
        )}
      </Menu>
      {history && <NoteHistory id={id} onClose={() => setHistory(false)} />}
    </>
  );
}
