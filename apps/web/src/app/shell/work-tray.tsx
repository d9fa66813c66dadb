import { Button, CloseButton, Group, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../api.js';
import { useChange } from '../change.js';
import { useFormat } from '../format.js';
import { useMay } from '../session.js';
import classes from './work-tray.module.css';

type Export = Schemas['ExportRow'];
type Bulk = Schemas['BulkChangeRow'];
type Work = { kind: 'export'; row: Export } | { kind: 'bulk'; row: Bulk };

const pollMs = 700;
const shownAfterMs = 30 * 60_000;
const mostKept = 60;
const storageKey = 'longlist.put-away';
const open: readonly string[] = ['queued', 'running', 'undoing'];

type Listed = { state: { data: { items: readonly { state: string }[] } | undefined } };
const whileOpen = ({ state }: Listed): number | false =>
  state.data?.items.some((one) => open.includes(one.state)) ? pollMs : false;

/** The member's own long work: exports and changes of many, how far each is and what came of it. It stays over pages and reloads. */
export function WorkTray() {
  const { t } = useTranslation();
  const may = useMay();
  const [away, setAway] = useState<readonly string[]>(() =>
    (localStorage.getItem(storageKey) ?? '').split(',').filter(Boolean),
  );
  const [loadedAt] = useState(() => Date.now());
  const params = { params: { query: { limit: 5 } } };
  const exported = $api.useQuery('get', '/api/v1/exports', params, {
    enabled: may('export.run'),
    refetchInterval: whileOpen,
  });
  const changed = $api.useQuery('get', '/api/v1/candidates/bulk', params, {
    enabled: may('candidate.edit'),
    refetchInterval: whileOpen,
  });
  const putAway = (id: string) => {
    const next = [id, ...away].slice(0, mostKept);
    localStorage.setItem(storageKey, next.join(','));
    setAway(next);
  };
  const works: Work[] = [
    ...(exported.data?.items ?? []).map((row): Work => ({ kind: 'export', row })),
    ...(changed.data?.items ?? []).map((row): Work => ({ kind: 'bulk', row })),
  ];
  const shown = works.filter(
    ({ row }) =>
      open.includes(row.state) || (!away.includes(row.id) && Date.parse(row.updatedAt) > loadedAt - shownAfterMs),
  );
  if (shown.length === 0) return null;
  return (
    <section className={classes.tray} aria-label={t('bulk.tray')}>
      {shown.map((work) =>
        work.kind === 'export' ? (
          <ExportWork key={work.row.id} row={work.row} onClose={() => putAway(work.row.id)} />
        ) : (
          <BulkWork key={work.row.id} row={work.row} onClose={() => putAway(work.row.id)} />
        ),
      )}
    </section>
  );
}

function ExportWork({ row, onClose }: { row: Export; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const path = { params: { path: { id: row.id } } };
  const cancel = useChange<undefined, unknown>({
    send: () => api.POST('/api/v1/exports/{id}/cancellation', path),
    stale: ['/exports'],
  });
  const detail = {
    queued: undefined,
    running: t('exports.rows', { count: row.rows, formatted: format.number(row.rows) }),
    done: t('exports.rows', { count: row.rows, formatted: format.number(row.rows) }),
    failed: row.errorCode ? t('exports.failedHint') : undefined,
    canceled: undefined,
  }[row.state];
  return (
    <Card
      title={t(`exports.said.${row.state}`)}
      detail={detail}
      progress={open.includes(row.state) ? row.progress : undefined}
      label={t('exports.title')}
      onClose={onClose}
    >
      {row.state === 'done' && typeof row.fileBytes === 'number' && (
        <Button component="a" size="compact-sm" href={`/api/v1/exports/${row.id}/file`} download>
          {t('exports.download')}
        </Button>
      )}
      {open.includes(row.state) && (
        <Button size="compact-sm" variant="default" onClick={() => void cancel(undefined).catch(() => {})}>
          {t('exports.cancel')}
        </Button>
      )}
    </Card>
  );
}

const takenBack: readonly Bulk['action'][] = ['tag', 'untag', 'owner', 'archive', 'restore', 'task'];

function BulkWork({ row, onClose }: { row: Bulk; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { action, counts, state } = row;
  const path = { params: { path: { id: row.id } } };
  const stale = ['/candidates', '/tasks', '/searches', '/candidacies'];
  const step = useChange<'cancel' | 'undo', unknown>({
    send: (name) =>
      name === 'cancel'
        ? api.POST('/api/v1/candidates/bulk/{id}/cancellation', path)
        : api.POST('/api/v1/candidates/bulk/{id}/undo', path),
    stale,
  });
  const run = (name: 'cancel' | 'undo') => void step(name).catch(() => {});
  const what = row.tagName ?? row.ownerName ?? row.searchTitle ?? row.title ?? '';
  const said = (key: 'done' | 'unchanged' | 'archived' | 'kept') =>
    counts[key] > 0 && t(`bulk.count.${key}`, { count: counts[key], formatted: format.number(counts[key]) });
  const detail =
    state === 'undone'
      ? [
          t('bulk.count.undone', {
            count: counts.done - counts.kept,
            formatted: format.number(counts.done - counts.kept),
          }),
          said('kept'),
        ]
      : [said('done'), said('unchanged'), said('archived')];
  const undoable = takenBack.includes(action) && counts.done > 0 && ['done', 'canceled', 'failed'].includes(state);
  return (
    <Card
      title={`${t(`bulk.action.${action}`)}${what ? `: ${what}` : ''} · ${t(`bulk.state.${state}`)}`}
      detail={detail.filter(Boolean).join(' · ')}
      progress={open.includes(state) ? row.progress : undefined}
      label={t(`bulk.action.${action}`)}
      onClose={onClose}
    >
      {(state === 'queued' || state === 'running') && (
        <Button size="compact-sm" variant="default" onClick={() => run('cancel')}>
          {t('bulk.cancel')}
        </Button>
      )}
      {undoable && (
        <Button size="compact-sm" variant="light" onClick={() => run('undo')}>
          {t('ui.undo')}
        </Button>
      )}
    </Card>
  );
}

type CardProps = {
  title: string;
  detail: string | undefined;
  /** Undefined once it has ended. */
  progress: number | undefined;
  label: string;
  onClose: () => void;
  children: React.ReactNode;
};

function Card({ title, detail, progress, label, onClose, children }: CardProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.work}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div role="status">
          <Text fw={550}>{title}</Text>
          {detail && (
            <Text size="sm" c="dimmed">
              {detail}
            </Text>
          )}
        </div>
        <Group gap="xs" wrap="nowrap">
          {children}
          {progress === undefined && <CloseButton size="sm" aria-label={t('ui.close')} onClick={onClose} />}
        </Group>
      </Group>
      {progress !== undefined && <Progress mt="xs" value={progress * 100} aria-label={label} />}
    </div>
  );
}
