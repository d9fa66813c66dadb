import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { useMay } from '../../app/session.js';
import { useShortcut } from '../../app/use-shortcuts.js';
import { later } from '../../ui/later.js';
import { LinesSkeleton } from '../../ui/page.js';

const NoticePanel = later(async () => (await import('../notice-panel.js')).NoticePanel);

/** How much a member has not read of what they were told; opens the inbox. */
export function NoticeBell() {
  const { t } = useTranslation();
  const may = useMay()('notice.read');
  const [opened, setOpened] = useState(false);
  useShortcut('notices', () => setOpened(true), may);
  const query = { unread: true, total: true, limit: 1 };
  const { data } = $api.useQuery('get', '/api/v1/notices', { params: { query } }, { enabled: may });
  if (!may) return null;
  const count = data?.total ?? 0;
  return (
    <Popover position="bottom-end" width={360} opened={opened} onChange={setOpened} trapFocus returnFocus>
      <Indicator label={count > 99 ? '99+' : count} size={16} color="red.8" disabled={count === 0} offset={4}>
        <Popover.Target>
          <ActionIcon
            size={32}
            variant="subtle"
            color="gray"
            aria-label={t('notices.bell', { count })}
            aria-keyshortcuts="g n"
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="xs" maw="96vw" aria-label={t('notices.title')}>
        <Suspense fallback={<LinesSkeleton lines={4} />}>
          {opened && <NoticePanel unread={count} onClose={() => setOpened(false)} />}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
