import { ActionIcon, Badge, Button, Checkbox, Group, Menu, Text } from '@mantine/core';
import type { SubjectType } from '@domain/notes/subject.js';
import type { DueWord, TaskKind } from '@domain/tasks/task.js';
import { addDays } from '@domain/day.js';
import { IconAlarmSnooze, IconChecklist, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { refresh } from '../../app/freshness.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { OffLimitsMark } from '../../off-limits/parts/off-limits-mark.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorState } from '../../ui/error-state.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { LinesSkeleton } from '../../ui/page.js';
import classes from './task-list.module.css';
import { NewTask } from './new-task.js';

type Task = Schemas['TaskRow'];
type Props = {
  subject?: { type: SubjectType; id: string };
  /** Only tasks of these kinds; with `due` only those that are due by then. */
  kinds?: readonly TaskKind[];
  due?: 'today';
  /** So many at first, more on request. */
  most?: number;
  /** Nothing stands here while there are none. */
  quiet?: boolean;
};

/** Open tasks by day: of a record, or mine; each is done where it stands. */
export function TaskList({ subject, kinds, due, most = 100, quiet = false }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/tasks',
    {
      params: {
        query: {
          limit: most,
          done: false,
          sort: 'dueOn',
          ...(kinds && { kind: kinds.join(',') as TaskKind }),
          ...(due && { due: 'overdue,today' as DueWord }),
          ...(subject ? { subjectType: subject.type, subjectId: subject.id } : { mine: true }),
        },
      },
    },
    byCursor,
  );
  const list = useListState<Task>(query);
  const today = new Date().toLocaleDateString('sv');
  const groups = Map.groupBy(list.rows, ({ dueOn }) =>
    dueOn === null ? 'undated' : dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'later',
  );
  const add = may('task.write') ? { label: t('tasks.new'), run: () => setAdding(true) } : undefined;
  return (
    <>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <LinesSkeleton lines={4} />
      ) : list.rows.length === 0 ? (
        quiet ? (
          <Text c="dimmed">{t('tasks.none')}</Text>
        ) : (
          <EmptyState icon={IconChecklist} title={t('tasks.none')} hint={t('tasks.noneHint')} action={add} />
        )
      ) : (
        <>
          {(['overdue', 'today', 'later', 'undated'] as const).map((name) => {
            const rows = groups.get(name);
            return (
              rows && (
                <section key={name} aria-label={t(`tasks.${name}`)} className={classes.group}>
                  <Text component="h3" size="sm" c={name === 'overdue' ? 'red' : 'dimmed'} fw={600}>
                    {t(`tasks.${name}`)} · {rows.length}
                  </Text>
                  <ul className={classes.list}>
                    {rows.map((task) => (
                      <TaskItem key={task.id} task={task} today={today} ofSubject={subject !== undefined} />
                    ))}
                  </ul>
                </section>
              )
            );
          })}
          {list.hasMore && (
            <Button variant="subtle" fullWidth onClick={list.loadMore} loading={list.loadingMore}>
              {t('ui.loadMore')}
            </Button>
          )}
          {add && !quiet && (
            <Button mt="xs" variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.run}>
              {add.label}
            </Button>
          )}
        </>
      )}
      {adding && <NewTask subject={subject} onClose={() => setAdding(false)} />}
    </>
  );
}

const stale = ['/tasks', '/timeline', '/board'];

function TaskItem({ task, today, ofSubject }: { task: Task; today: string; ofSubject: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const { id, title, kind, dueOn, assigneeName, subjectType, subjectId, subjectName } = task;
  const [done, setDone] = useState(false);
  const complete = useChange<void, unknown>({
    patch: () => {
      setDone(true);
      return () => setDone(false);
    },
    send: (_, key) =>
      api.POST('/api/v1/tasks/{id}/completion', { params: { path: { id } }, headers: { 'Idempotency-Key': key } }),
    stale,
    said: () => ({
      title: t('tasks.done', { title }),
      undo: async () => {
        await api.DELETE('/api/v1/tasks/{id}/completion', { params: { path: { id } } });
        setDone(false);
        await refresh(client, stale);
      },
    }),
  });
  const put = (day: string | null, version: number) =>
    api.PATCH('/api/v1/tasks/{id}', { params: { path: { id } }, body: { dueOn: day }, headers: ifMatch(version) });
  const postpone = useChange<number, Awaited<ReturnType<typeof put>>>({
    send: (days) => put(addDays(today, days), task.version),
    stale,
    said: (days, { data }) => ({
      title: t('tasks.postponed', { day: format.day(addDays(today, days)) }),
      ...(data && {
        undo: async () => {
          await put(dueOn, data.version);
          await refresh(client, stale);
        },
      }),
    }),
  });
  const later = (days: number) => void postpone(days).catch(() => {});
  return (
    <li className={classes.task} data-done={done || undefined}>
      <Checkbox
        aria-label={t('tasks.complete', { title })}
        checked={done}
        disabled={!may('task.write') || done}
        onChange={() => void complete().catch(() => {})}
      />
      <div className={classes.words}>
        <Text fw={550}>{title}</Text>
        <Text size="sm" c="dimmed">
          {[t(`words.taskKind.${kind}`), dueOn && format.day(dueOn), ofSubject ? assigneeName : undefined]
            .filter(Boolean)
            .join(' · ')}
          {!ofSubject && subjectId && subjectName && (
            <>
              {' · '}
              <SubjectLink type={subjectType} id={subjectId} name={subjectName} />{' '}
              {subjectType === 'candidate' && <OffLimitsMark candidateId={subjectId} />}
            </>
          )}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {dueOn !== null && dueOn < today && (
          <Badge color="red" variant="light">
            {t('tasks.overdue')}
          </Badge>
        )}
        {dueOn !== null && dueOn <= today && may('task.write') && !done && (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => later(1)}>
              {t('tasks.postpone')}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" aria-label={t('tasks.snooze', { title })}>
                  <IconAlarmSnooze size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {[1, 3, 7, 30].map((days) => (
                  <Menu.Item key={days} onClick={() => later(days)}>
                    {format.day(addDays(today, days))}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </Group>
    </li>
  );
}

function SubjectLink({ type, id, name }: { type: Task['subjectType']; id: string; name: string }) {
  if (type === 'candidate')
    return (
      <Link to="/candidates/$id" params={{ id }}>
        {name}
      </Link>
    );
  if (type === 'organization')
    return (
      <Link to="/organizations/$id" params={{ id }}>
        {name}
      </Link>
    );
  if (type === 'search')
    return (
      <Link to="/searches/$id" params={{ id }}>
        {name}
      </Link>
    );
  return <>{name}</>;
}
