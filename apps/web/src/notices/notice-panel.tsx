import { Button, Group, ScrollArea, SegmentedControl, Text, UnstyledButton } from '@mantine/core';
import { IconAt, IconBell, IconCalendarDue, IconArrowRight, IconDoorExit, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { targetOf } from '@domain/notices/notice.rules.js';
import { $api, api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorState } from '../ui/error-state.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { LinesSkeleton } from '../ui/page.js';
import classes from './notice-panel.module.css';

type Notice = Schemas['NoticeRow'];

const icons = {
  mention: IconAt,
  task_due: IconCalendarDue,
  move: IconArrowRight,
  exit: IconDoorExit,
  import_ended: IconUpload,
};
const stale = ['/notices'];

/** The inbox: what was told, unread first asked for; each row opens its record. */
export function NoticePanel({ unread, onClose }: { unread: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/notices',
    { params: { query: { limit: 30, ...(!all && { unread: true }) } } },
    byCursor,
  );
  const list = useListState<Notice>(query);
  const readAll = useChange<void, unknown>({ send: () => api.POST('/api/v1/notices/reading'), stale });
  return (
    <>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('notices.show')}
          value={all ? 'all' : 'unread'}
          onChange={(next) => setAll(next === 'all')}
          data={(['unread', 'all'] as const).map((value) => ({ value, label: t(`notices.${value}`) }))}
        />
        <Button size="xs" variant="subtle" disabled={unread === 0} onClick={() => void readAll().catch(() => {})}>
          {t('notices.readAll')}
        </Button>
      </Group>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <LinesSkeleton lines={4} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon={IconBell} title={t('notices.empty')} hint={t('notices.emptyHint')} />
      ) : (
        <ScrollArea.Autosize mah={420} type="auto">
          <ul className={classes.list}>
            {list.rows.map((notice) => (
              <li key={notice.id}>
                <Row notice={notice} onClose={onClose} />
              </li>
            ))}
          </ul>
          {list.hasMore && (
            <Button variant="subtle" fullWidth onClick={list.loadMore} loading={list.loadingMore}>
              {t('ui.loadMore')}
            </Button>
          )}
        </ScrollArea.Autosize>
      )}
    </>
  );
}

function Row({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useOpen();
  const Icon = icons[notice.kind];
  const read = useChange<string, unknown>({
    send: (id) => api.POST('/api/v1/notices/{id}/reading', { params: { path: { id } } }),
    stale,
  });
  const go = () => {
    if (!notice.readAt) void read(notice.id).catch(() => {});
    onClose();
    open(notice);
  };
  const about = [notice.candidateName, notice.organizationName, notice.searchTitle].filter((one) => one !== null);
  return (
    <UnstyledButton className={classes.row} data-unread={!notice.readAt || undefined} onClick={go}>
      <Icon size={16} aria-hidden />
      <span className={classes.words}>
        <Text span size="sm" fw={notice.readAt ? 400 : 600}>
          {t(`notices.kind.${notice.kind}`, {
            name: notice.actorName ?? t('notes.timeline.system'),
            stage: notice.stageName ?? '',
            word: wordOf(notice),
          })}
        </Text>
        {notice.text && (
          <Text span size="sm" lineClamp={2}>
            {notice.text}
          </Text>
        )}
        <Text span size="xs" c="dimmed">
          {[...about, format.dateTime(notice.createdAt)].join(' · ')}
        </Text>
      </span>
      {!notice.readAt && <span className={classes.dot} role="img" aria-label={t('notices.unread')} />}
    </UnstyledButton>
  );
}

function wordOf({ kind, word }: Notice): string {
  const key = kind === 'exit' ? `words.exitReason.${word}` : `notices.ended.${word}`;
  return i18next.exists(key) ? String(i18next.t(key as 'notices.ended.done')) : (word ?? '');
}

/** Goes to the record that a notice is about. */
function useOpen(): (notice: Notice) => void {
  const navigate = useNavigate();
  return (notice) => {
    const target = targetOf(notice);
    if (target) void navigate({ to: `/${target.page}/$id`, params: { id: target.id } });
    else void navigate({ to: '/' });
  };
}
