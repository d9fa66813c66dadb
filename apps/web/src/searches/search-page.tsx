import { Alert, Button, Group, Menu } from '@mantine/core';
import {
  IconDots,
  IconLayoutKanban,
  IconLock,
  IconLockOpen,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { lastSearch } from '../app/sections.js';
import { useMay } from '../app/session.js';
import { BlockedUniverse } from '../off-limits/parts/blocked-universe.js';
import { RecordTimeline } from '../notes/parts/record-timeline.js';
import { TaskList } from '../tasks/parts/task-list.js';
import { ErrorState } from '../ui/error-state.js';
import { Split } from '../ui/facts.js';
import { later } from '../ui/later.js';
import { LinesSkeleton, Page, PageSkeleton } from '../ui/page.js';
import { RecordTabs } from '../ui/record-tabs.js';
import { OverviewTab } from './overview-tab.js';
import { StateBadge } from './parts/state-badge.js';
import { PipelineTab } from './pipeline-tab.js';
import { SearchSide } from './search-side.js';
import { CloseDialog, HoldDialog } from './state-dialogs.js';
import { TargetsTab } from './targets-tab.js';
import { useSearchState } from './use-search-state.js';

const SubmissionList = later(async () => (await import('../portal/parts/submission-list.js')).SubmissionList);

type Search = Schemas['SearchView'];

const route = getRouteApi('/signed-in/searches/$id');
const tabs = ['overview', 'targets', 'pipeline', 'submissions', 'notes', 'timeline', 'tasks'] as const;

/** One mandate: what the client looks for, on which terms, where we look, and what happened. */
export function SearchPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/searches/{id}', { params: { path: { id } } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Loaded key={id} search={data} />;
}

function Loaded({ search }: { search: Search }) {
  const { t } = useTranslation();
  const may = useMay();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const { id, title, state, organizationId, organizationName, targets } = search;
  const shown = tabs.filter(
    (one) =>
      (one !== 'timeline' || may('event.read') || may('note.read')) &&
      (one !== 'notes' || may('note.read')) &&
      (one !== 'submissions' || may('submission.read')) &&
      (one !== 'tasks' || may('task.read')),
  );
  const open = shown.find((one) => one === tab) ?? 'overview';
  return (
    <Page
      title={title}
      trail={
        <>
          <Link to="/searches" search={() => lastSearch('/searches')}>
            {t('searches.title')}
          </Link>
          {' / '}
          <Link to="/organizations/$id" params={{ id: organizationId }}>
            {organizationName}
          </Link>
        </>
      }
      aside={
        <>
          <StateBadge state={state} />
          <BlockedUniverse searchId={id} />
        </>
      }
      actions={
        <Group gap="xs">
          <Button
            leftSection={<IconLayoutKanban size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                to="/searches/$id/board"
                params={{ id }}
                search={() => lastSearch(`/searches/${id}/board`)}
                {...props}
              />
            )}
          >
            {t('searches.board')}
          </Button>
          <StateMenu search={search} />
        </Group>
      }
      toolbar={<Banner search={search} />}
    >
      <Split side={<SearchSide search={search} />}>
        <RecordTabs
          label={t('searches.tab.label')}
          tabs={shown.map((one) => ({
            id: one,
            label: t(`searches.tab.${one}`),
            count: one === 'targets' ? targets.total : undefined,
          }))}
          open={open}
          onOpen={(next) => void navigate({ search: { tab: next }, replace: true })}
        >
          {open === 'overview' && <OverviewTab search={search} />}
          {open === 'targets' && <TargetsTab search={search} />}
          {open === 'pipeline' && <PipelineTab search={search} />}
          {open === 'submissions' && (
            <Suspense fallback={<LinesSkeleton lines={5} />}>
              <SubmissionList searchId={id} />
            </Suspense>
          )}
          {open === 'notes' && <RecordTimeline subjectType="search" subjectId={id} only="note" />}
          {open === 'timeline' && <RecordTimeline subjectType="search" subjectId={id} />}
          {open === 'tasks' && <TaskList subject={{ type: 'search', id }} />}
        </RecordTabs>
      </Split>
    </Page>
  );
}

function StateMenu({ search }: { search: Search }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'hold' | 'close'>();
  const { abilities } = search;
  const { resume, reopen } = useSearchState(search);
  const can = (ability: string) => abilities.includes(ability);
  const close = () => setDialog(undefined);
  if (!['hold', 'resume', 'close', 'reopen'].some(can)) return null;
  return (
    <>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
            {t('searches.state')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {can('hold') && (
            <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => setDialog('hold')}>
              {t('searches.hold.do')}
            </Menu.Item>
          )}
          {can('resume') && (
            <Menu.Item
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              onClick={() => void resume().catch(() => {})}
            >
              {t('searches.resume.do')}
            </Menu.Item>
          )}
          {can('close') && (
            <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={() => setDialog('close')}>
              {t('searches.close.do')}
            </Menu.Item>
          )}
          {can('reopen') && (
            <Menu.Item
              leftSection={<IconLockOpen size={16} aria-hidden />}
              onClick={() => void reopen().catch(() => {})}
            >
              {t('searches.reopen.do')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'hold' && <HoldDialog search={search} onClose={close} />}
      {dialog === 'close' && <CloseDialog search={search} onClose={close} />}
    </>
  );
}

function Banner({ search: { state, holds, closedOn, closingReason } }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const held = holds.find(({ resumedOn }) => resumedOn === null);
  if (state === 'on_hold' && held) {
    return (
      <Alert
        color="yellow"
        icon={<IconPlayerPause size={18} aria-hidden />}
        p="xs"
        title={t('searches.onHoldSince', { day: format.day(held.heldOn) })}
      >
        {held.reason}
      </Alert>
    );
  }
  if (state !== 'closed' || !closedOn) return null;
  return (
    <Alert
      color="gray"
      icon={<IconLock size={18} aria-hidden />}
      p="xs"
      title={t('searches.closedOn', {
        day: format.day(closedOn),
        reason: closingReason ? t(`words.closingReason.${closingReason}`) : t('ui.none'),
      })}
    />
  );
}
