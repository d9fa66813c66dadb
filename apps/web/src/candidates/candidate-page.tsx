import { Alert, Badge, Button, Group } from '@mantine/core';
import { noticeClock } from '@domain/candidates/notice.rules.js';
import {
  IconArchive,
  IconArchiveOff,
  IconBan,
  IconBriefcase2,
  IconClock,
  IconMessage2,
  IconPhone,
} from '@tabler/icons-react';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { queryClient } from '../app/query-client.js';
import { lastSearch } from '../app/sections.js';
import { useMay } from '../app/session.js';
import { today } from '../app/today.js';
import { useShortcut } from '../app/use-shortcuts.js';
import { useSteps, walking } from '../app/walk.js';
import { RecordTimeline } from '../notes/parts/record-timeline.js';
import { useIsJudged } from '../off-limits/parts/use-verdict.js';
import { OffLimitsBanner } from '../off-limits/parts/off-limits-banner.js';
import { ErrorState } from '../ui/error-state.js';
import { Split } from '../ui/facts.js';
import { later } from '../ui/later.js';
import { LinesSkeleton, Page, PageSkeleton } from '../ui/page.js';
import { RecordTabs } from '../ui/record-tabs.js';
import { StepButtons } from '../ui/step-buttons.js';
import { CandidateSide } from './candidate-side.js';
import type { Sent } from '../poaching/parts/message-dialog.js';
import { useSaveCandidate } from './use-save-candidate.js';

const AddToSearch = later(async () => (await import('../candidacies/parts/add-to-search.js')).AddToSearch);
const AffiliationsTab = later(async () => (await import('./affiliations-tab.js')).AffiliationsTab);
const CandidateAttempts = later(
  async () => (await import('../poaching/parts/candidate-attempts.js')).CandidateAttempts,
);
const CandidateDocuments = later(
  async () => (await import('../documents/parts/candidate-documents.js')).CandidateDocuments,
);
const CandidateSearches = later(
  async () => (await import('../candidacies/parts/candidate-searches.js')).CandidateSearches,
);
const ContactLogForm = later(async () => (await import('../poaching/parts/contact-log-form.js')).ContactLogForm);
const MessageDialog = later(async () => (await import('../poaching/parts/message-dialog.js')).MessageDialog);
const PackageTab = later(async () => (await import('./package-tab.js')).PackageTab);
const PrivacyTab = later(async () => (await import('./privacy-tab.js')).PrivacyTab);
const PublicationsTab = later(async () => (await import('./publications-tab.js')).PublicationsTab);
const TaskList = later(async () => (await import('../tasks/parts/task-list.js')).TaskList);

type Candidate = Schemas['CandidateView'];

const route = getRouteApi('/signed-in/candidates/$id');
const tabs = [
  'timeline',
  'affiliations',
  'publications',
  'searches',
  'attempts',
  'tasks',
  'package',
  'documents',
  'privacy',
] as const;

/** One person: who they are, where they have been, in which searches they stand, and all that happened. */
export function CandidatePage() {
  const { id } = route.useParams();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/candidates/{id}', { params: { path: { id } } });
  const isJudged = useIsJudged(id);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || !isJudged) return <PageSkeleton />;
  return <Loaded key={id} candidate={data} />;
}

function Loaded({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const may = useMay();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const [dialog, setDialog] = useState<'log' | 'search' | 'message'>();
  const [sent, setSent] = useState<Sent>();
  const { id, displayName, abilities } = candidate;
  const [first, second] = useFormat().names(displayName, candidate.nativeName);
  const save = useSaveCandidate(candidate);
  const archive = useArchive(candidate);
  const fromList = useLocation({ select: ({ state }) => state.walking === true });
  const steps = useSteps(id, fromList, (next) => {
    void navigate({ to: '/candidates/$id', params: { id: next }, search: { tab }, state: walking, replace: true });
  });
  const mayLog = may('contact-log.write');
  const mayAdd = may('candidacy.add') && candidate.archivedAt === null;
  useShortcut('log', () => setDialog('log'), mayLog);
  useShortcut('message', () => setDialog('message'), mayLog);
  useShortcut('addToSearch', () => setDialog('search'), mayAdd);
  const editable = abilities.includes('edit');
  const shown = tabs.filter(
    (one) =>
      (one !== 'package' || may('package.read')) &&
      (one !== 'documents' || may('document.read')) &&
      (one !== 'attempts' || may('poaching.read')),
  );
  const open = shown.find((one) => one === tab) ?? 'timeline';
  const counts: Partial<Record<(typeof tabs)[number], number>> = {
    affiliations: candidate.affiliations.length,
    publications: candidate.publicationCount,
    searches: candidate.candidacyCount,
    documents: candidate.documentCount,
  };
  return (
    <Page
      title={first}
      trail={
        <Link to="/candidates" search={() => lastSearch('/candidates')}>
          {t('candidates.title')}
        </Link>
      }
      aside={<Aside candidate={candidate} otherName={second} />}
      actions={
        <Group gap="xs">
          {steps && <StepButtons {...steps} />}
          {mayLog && (
            <Button leftSection={<IconPhone size={16} aria-hidden />} onClick={() => setDialog('log')}>
              {t('candidates.log')}
            </Button>
          )}
          {mayLog && (
            <Button
              variant="default"
              leftSection={<IconMessage2 size={16} aria-hidden />}
              aria-keyshortcuts="r"
              onClick={() => setDialog('message')}
            >
              {t('poaching.message.open')}
            </Button>
          )}
          {mayAdd && (
            <Button
              variant="default"
              leftSection={<IconBriefcase2 size={16} aria-hidden />}
              onClick={() => setDialog('search')}
            >
              {t('candidates.addToSearch')}
            </Button>
          )}
          {abilities.includes('archive') && (
            <Button
              variant="default"
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => void archive(true).catch(() => {})}
            >
              {t('candidates.archive')}
            </Button>
          )}
          {abilities.includes('restore') && (
            <Button
              variant="default"
              leftSection={<IconArchiveOff size={16} aria-hidden />}
              onClick={() => void archive(false).catch(() => {})}
            >
              {t('candidates.restore')}
            </Button>
          )}
        </Group>
      }
      toolbar={<Banners candidate={candidate} />}
    >
      <Split side={<CandidateSide candidate={candidate} editable={editable} onSave={save} />}>
        <RecordTabs
          label={t('candidates.tab.label')}
          tabs={shown.map((one) => ({ id: one, label: t(`candidates.tab.${one}`), count: counts[one] }))}
          open={open}
          onOpen={(next) => void navigate({ search: { tab: next }, replace: true, state: true })}
        >
          <Suspense fallback={<LinesSkeleton lines={6} />}>
            {open === 'timeline' && <RecordTimeline subjectType="candidate" subjectId={id} />}
            {open === 'affiliations' && <AffiliationsTab candidate={candidate} editable={editable} />}
            {open === 'publications' && <PublicationsTab id={id} editable={editable} />}
            {open === 'searches' && <CandidateSearches candidateId={id} />}
            {open === 'attempts' && <CandidateAttempts candidateId={id} />}
            {open === 'tasks' && <TaskList subject={{ type: 'candidate', id }} />}
            {open === 'package' && <PackageTab candidate={candidate} editable={editable} />}
            {open === 'documents' && <CandidateDocuments candidateId={id} archived={candidate.archivedAt !== null} />}
            {open === 'privacy' && <PrivacyTab candidate={candidate} editable={editable} onSave={save} />}
          </Suspense>
        </RecordTabs>
      </Split>
      <Suspense>
        {dialog === 'log' && (
          <ContactLogForm
            name={first}
            candidateId={id}
            sent={sent}
            onClose={() => {
              setSent(undefined);
              setDialog(undefined);
            }}
          />
        )}
        {dialog === 'message' && (
          <MessageDialog
            candidateId={id}
            onSent={(written) => {
              setSent(written);
              setDialog('log');
            }}
            onClose={() => setDialog(undefined)}
          />
        )}
        {dialog === 'search' && <AddToSearch candidateIds={[id]} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </Page>
  );
}

function useArchive({ id, displayName }: Candidate) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const flip = (archived: boolean) =>
    archived
      ? api.POST('/api/v1/candidates/{id}/archival', { params })
      : api.DELETE('/api/v1/candidates/{id}/archival', { params });
  return useChange<boolean, unknown>({
    send: flip,
    stale: ['/candidates'],
    said: (archived) => ({
      title: t(archived ? 'candidates.archivedSaid' : 'candidates.restoredSaid', { name: displayName }),
      undo: async () => {
        await flip(!archived);
        await refresh(queryClient, ['/candidates']);
      },
    }),
  });
}

function Aside({ candidate, otherName }: { candidate: Candidate; otherName: string | undefined }) {
  const { currentTitle, currentOrganizationId, currentOrganizationName, tags } = candidate;
  return (
    <Group gap="xs">
      {otherName && <span>{otherName}</span>}
      <span>
        {currentTitle}
        {currentTitle && currentOrganizationName && ' · '}
        {currentOrganizationId && (
          <Link to="/organizations/$id" params={{ id: currentOrganizationId }}>
            {currentOrganizationName}
          </Link>
        )}
      </span>
      {tags.map((tag) => (
        <Badge key={tag.id} variant="light" color={tag.color ?? 'gray'} tt="none">
          {tag.name}
        </Badge>
      ))}
    </Group>
  );
}

function Banners({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { doNotContact, doNotContactReason, archivedAt } = candidate;
  const clock = noticeClock(candidate, today());
  return (
    <>
      <OffLimitsBanner candidateId={candidate.id} name={candidate.displayName} />
      {doNotContact && (
        <Alert
          color="red"
          icon={<IconBan size={18} aria-hidden />}
          title={t('candidates.banner.doNotContact')}
          p="xs"
          mb={4}
        >
          {doNotContactReason}
        </Alert>
      )}
      {(clock.state === 'overdue' || clock.state === 'running') && (
        <Alert
          color={clock.state === 'overdue' ? 'red' : 'yellow'}
          icon={<IconClock size={18} aria-hidden />}
          p="xs"
          mb={4}
          title={
            clock.state === 'overdue'
              ? t('candidates.banner.noticeOverdue', { count: clock.days })
              : t('candidates.banner.notice', { day: format.day(clock.dueOn) })
          }
        >
          <Link to="/candidates/$id" params={{ id: candidate.id }} search={{ tab: 'privacy' }}>
            {t('candidates.tab.privacy')}
          </Link>
        </Alert>
      )}
      {archivedAt && (
        <Alert
          color="gray"
          icon={<IconArchive size={18} aria-hidden />}
          p="xs"
          title={t('candidates.banner.archived')}
        />
      )}
    </>
  );
}
