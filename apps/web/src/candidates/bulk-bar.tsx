import { Button, Group, Popover, Text } from '@mantine/core';
import {
  IconArchive,
  IconBriefcase2,
  IconChecklist,
  IconRestore,
  IconTag,
  IconTagOff,
  IconUser,
} from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { queryClient } from '../app/query-client.js';
import { useMay, useMe } from '../app/session.js';
import { useShortcut } from '../app/use-shortcuts.js';
import { AddToSearch } from '../candidacies/parts/add-to-search.js';
import { TagPicker } from '../settings/parts/setting-pickers.js';
import { UserPicker } from '../settings/parts/user-picker.js';
import { FormDialog } from '../ui/fields/form-dialog.js';

type Bulk = Omit<Schemas['ChangeCandidates'], 'ids' | 'matching'>;

type Props = {
  ids: readonly string[];
  /** The list's parameters: whom "all" means. */
  matching: Record<string, unknown>;
  total: { count: number; floor: boolean } | undefined;
  onDone: () => void;
};

const opposite = { tag: 'untag', untag: 'tag', archive: 'restore', restore: 'archive' } as const;
const most = 1000;

/** What is done at once with the selected people, or with all whom the list finds; nothing while nobody is selected. */
export function BulkBar({ ids, matching, total, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const [tasking, setTasking] = useState(false);
  const question = JSON.stringify([matching, ids]);
  const [allOf, setAllOf] = useState<string>();
  const all = allOf === question && total !== undefined;
  const more = total !== undefined && (total.floor || total.count > ids.length);
  const count = all ? total.count : ids.length;
  const number = format.number(count);
  const leave = () => {
    setAllOf(undefined);
    onDone();
  };
  const mayEdit = may('candidate.edit');
  useShortcut('selectAll', () => setAllOf(question), mayEdit && more && !all);
  useShortcut('addToSearch', () => setAdding(true), count > 0 && may('candidacy.add'));

  const send = async (body: Bulk, key: string) => {
    if (all) {
      const asked = { ...body, matching: matching as Record<string, never> };
      await api.POST('/api/v1/candidates/bulk', { body: asked, headers: { 'Idempotency-Key': key } });
      return undefined;
    }
    const done: { id: string }[] = [];
    for (let from = 0; from < ids.length; from += most) {
      const { data } = await api.POST('/api/v1/candidates/bulk', {
        body: { ...body, ids: ids.slice(from, from + most) },
        headers: { 'Idempotency-Key': `${key}-${from}` },
      });
      done.push(...(data?.results.filter(({ outcome }) => outcome === 'done') ?? []));
    }
    return done;
  };
  const change = useChange<Bulk, { id: string }[] | undefined>({
    send,
    stale: ['/candidates', '/tasks'],
    said: (body, done) => {
      if (!done) return { title: t('bulk.begun'), message: t('bulk.begunHint') };
      const action = body.action in opposite ? opposite[body.action as keyof typeof opposite] : undefined;
      return {
        title: t('candidates.bulk.done', { count: done.length }),
        ...(action &&
          done.length > 0 && {
            undo: async () => {
              for (let from = 0; from < done.length; from += most) {
                const back = done.slice(from, from + most).map(({ id }) => id);
                await api.POST('/api/v1/candidates/bulk', { body: { ...body, action, ids: back } });
              }
              await refresh(queryClient, ['/candidates']);
            },
          }),
      };
    },
  });
  const run = (body: Bulk) =>
    void change(body).then(
      () => leave(),
      () => {},
    );
  if (count === 0) return null;
  const selected = all
    ? t(total.floor ? 'bulk.selectedMany' : 'bulk.selectedAll', { count, formatted: number })
    : t('ui.table.selected', { count });
  return (
    <Group mt="xs" gap="xs" role="toolbar" aria-label={selected}>
      <Text fw={600} role="status">
        {selected}
      </Text>
      {!all && more && total && mayEdit && (
        <Button variant="subtle" onClick={() => setAllOf(question)} aria-keyshortcuts="Shift+X">
          {t(total.floor ? 'bulk.selectMany' : 'bulk.selectAll', {
            count: total.count,
            formatted: format.number(total.count),
          })}
        </Button>
      )}
      {may('candidacy.add') && (
        <Button leftSection={<IconBriefcase2 size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('candidates.bulk.addToSearch')}
        </Button>
      )}
      {mayEdit && (
        <>
          <Pick label={t('candidates.bulk.tag')} icon={<IconTag size={16} aria-hidden />}>
            <TagPicker
              value={undefined}
              label={t('candidates.bulk.tag')}
              autoFocus
              inline
              onPick={(tagId) => tagId && run({ action: 'tag', tagId })}
            />
          </Pick>
          <Pick label={t('bulk.action.untag')} icon={<IconTagOff size={16} aria-hidden />}>
            <TagPicker
              value={undefined}
              label={t('bulk.action.untag')}
              autoFocus
              inline
              onPick={(tagId) => tagId && run({ action: 'untag', tagId })}
            />
          </Pick>
          <Pick label={t('candidates.bulk.owner')} icon={<IconUser size={16} aria-hidden />}>
            <UserPicker
              value={undefined}
              label={t('candidates.bulk.owner')}
              autoFocus
              inline
              onPick={(ownerId) => ownerId && run({ action: 'owner', ownerId })}
            />
          </Pick>
          {may('task.write') && (
            <Button
              variant="default"
              leftSection={<IconChecklist size={16} aria-hidden />}
              onClick={() => setTasking(true)}
            >
              {t('bulk.action.task')}
            </Button>
          )}
          {matching['archived'] === true ? (
            <Button
              variant="default"
              leftSection={<IconRestore size={16} aria-hidden />}
              onClick={() => run({ action: 'restore' })}
            >
              {t('bulk.action.restore')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => run({ action: 'archive' })}
            >
              {t('candidates.bulk.archive')}
            </Button>
          )}
        </>
      )}
      <Button variant="subtle" color="gray" onClick={leave}>
        {t('ui.table.clearSelection')}
      </Button>
      {adding && (
        <AddToSearch
          candidateIds={ids}
          everyone={all ? { matching, count } : undefined}
          onClose={() => setAdding(false)}
          onDone={leave}
        />
      )}
      {tasking && (
        <FormDialog
          title={t('bulk.taskTitle', { count, formatted: number })}
          submit={t('tasks.add')}
          initial={{ assigneeId: me.id }}
          fields={[
            { name: 'title', label: t('tasks.name'), kind: 'text', required: true },
            { name: 'dueOn', label: t('tasks.dueOn'), kind: 'day' },
            { name: 'assigneeId', label: t('tasks.assignee'), kind: 'record', Picker: UserPicker, required: true },
          ]}
          onClose={() => setTasking(false)}
          onSubmit={async (values) => {
            await change({ action: 'task', ...values });
            leave();
          }}
        />
      )}
    </Group>
  );
}

function Pick({ label, icon, children }: { label: string; icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <Popover trapFocus position="bottom-start" width={280}>
      <Popover.Target>
        <Button variant="default" leftSection={icon}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense>{children}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
