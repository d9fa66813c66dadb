import { Badge, Button } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFacts } from '../app/record.js';
import { lastSearch } from '../app/sections.js';
import { useMay } from '../app/session.js';
import { queryClient } from '../app/query-client.js';
import { RecordTimeline } from '../notes/parts/record-timeline.js';
import { SearchesOfClient } from '../searches/parts/searches-of-client.js';
import { TaskList } from '../tasks/parts/task-list.js';
import { ErrorState } from '../ui/error-state.js';
import { Facts, Split } from '../ui/facts.js';
import { Fact } from '../ui/fields/fact.js';
import { later } from '../ui/later.js';
import { LinesSkeleton, Page, PageSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { RecordTabs } from '../ui/record-tabs.js';
import { ChartTab } from './chart-tab.js';
import { ContactsTab } from './contacts-tab.js';
import { Funding, Names, Successors } from './organization-parts.js';
import { useOrganizationFields } from './organization-fields.js';
import { OrganizationTree } from './organization-tree.js';
import { PeopleTab } from './people-tab.js';

const LevelsTab = later(async () => (await import('./levels-tab.js')).LevelsTab);
const Policies = later(async () => (await import('../off-limits/parts/policies.js')).Policies);

const route = getRouteApi('/signed-in/organizations/$id');
const tabs = ['timeline', 'chart', 'people', 'levels', 'contacts', 'searches', 'offLimits', 'tasks'] as const;

/** One organization: what it is, who works there, whom we deal with, what happened. */
export function OrganizationPage() {
  const { id } = route.useParams();
  const init = { params: { path: { id } } };
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/organizations/{id}', init);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Loaded key={id} organization={data} />;
}

function Loaded({ organization }: { organization: Schemas['OrganizationView'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const { tab, ...url } = route.useSearch();
  const navigate = route.useNavigate();
  const fields = useOrganizationFields();
  const { id, name, kind, archivedAt, abilities } = organization;
  const path = { id };
  const { queryKey } = $api.queryOptions('get', '/api/v1/organizations/{id}', { params: { path } });
  const save = useFacts({
    queryKey,
    record: organization,
    stale: ['/organizations'],
    send: async (values, version, key) => {
      const { data } = await api.PATCH('/api/v1/organizations/{id}', {
        params: { path },
        body: values as Schemas['PatchOrganization'],
        headers: { ...ifMatch(version), 'Idempotency-Key': key },
      });
      return data as Schemas['OrganizationView'];
    },
  });
  const flip = (archived: boolean) =>
    archived
      ? api.POST('/api/v1/organizations/{id}/archival', { params: { path } })
      : api.DELETE('/api/v1/organizations/{id}/archival', { params: { path } });
  const archive = useChange<boolean, unknown>({
    send: flip,
    stale: ['/organizations'],
    said: (archived) => ({
      title: t(archived ? 'organizations.archivedSaid' : 'organizations.restoredSaid', { name }),
      undo: async () => {
        await flip(!archived);
        await refresh(queryClient, ['/organizations']);
      },
    }),
  });
  const editable = abilities.includes('edit');
  const shown = tabs.filter(
    (one) =>
      (one !== 'contacts' || may('contact.read')) &&
      (one !== 'searches' || may('search.read')) &&
      (one !== 'offLimits' || may('off-limits.read')),
  );
  const open = shown.find((one) => one === tab) ?? 'timeline';
  const patch = (change: Partial<typeof url>) =>
    void navigate({ search: (former) => ({ ...former, ...change }), replace: true });
  const parts = (
    <RecordTabs
      label={t('organizations.tab.label')}
      tabs={shown.map((one) => ({ id: one, label: t(`organizations.tab.${one}`) }))}
      open={open}
      onOpen={(next) => void navigate({ search: { tab: next }, replace: true })}
    >
      {open === 'timeline' && <RecordTimeline subjectType="organization" subjectId={id} />}
      {open === 'chart' && <ChartTab id={id} editable={editable} search={url} onSearch={patch} />}
      {open === 'people' && <PeopleTab id={id} search={url} onSearch={patch} />}
      {open === 'contacts' && <ContactsTab id={id} mayAdd={abilities.includes('addContact')} />}
      {open === 'searches' && <SearchesOfClient organizationId={id} />}
      <Suspense fallback={<LinesSkeleton lines={6} />}>
        {open === 'levels' && <LevelsTab id={id} name={name} />}
        {open === 'offLimits' && <Policies organizationId={id} />}
      </Suspense>
      {open === 'tasks' && <TaskList subject={{ type: 'organization', id }} />}
    </RecordTabs>
  );
  return (
    <Page
      title={name}
      trail={
        <Link to="/organizations" search={() => lastSearch('/organizations')}>
          {t('organizations.title')}
        </Link>
      }
      aside={
        <>
          <Badge variant="light" color="gray">
            {t(`words.orgKind.${kind}`)}
          </Badge>
          {archivedAt && <Badge color="yellow">{t('organizations.archived')}</Badge>}
        </>
      }
      actions={
        <>
          {abilities.includes('archive') && (
            <Button
              variant="default"
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => void archive(true).catch(() => {})}
            >
              {t('organizations.archive')}
            </Button>
          )}
          {abilities.includes('restore') && (
            <Button
              variant="default"
              leftSection={<IconArchiveOff size={16} aria-hidden />}
              onClick={() => void archive(false).catch(() => {})}
            >
              {t('organizations.restore')}
            </Button>
          )}
        </>
      }
    >
      {open === 'chart' || open === 'people' ? (
        parts
      ) : (
        <Split
          side={
            <>
              <Panel title={t('organizations.facts')}>
                <Facts>
                  <Fact field={fields.name} value={name} editable={editable} onSave={save} />
                  <Fact field={fields.nativeName} value={organization.nativeName} editable={editable} onSave={save} />
                  <Fact field={fields.kind} value={kind} editable={editable} onSave={save} />
                  <Fact
                    field={fields.parentId}
                    value={organization.parentId}
                    words={organization.parentName ?? undefined}
                    editable={editable}
                    onSave={save}
                  />
                  <Fact field={fields.website} value={organization.website} editable={editable} onSave={save} />
                  <Fact field={fields.city} value={organization.city} editable={editable} onSave={save} />
                  <Fact field={fields.country} value={organization.country} editable={editable} onSave={save} />
                  <Fact
                    field={fields.ownerId}
                    value={organization.ownerId}
                    words={organization.ownerName ?? undefined}
                    editable={editable}
                    onSave={save}
                  />
                  <Fact field={fields.description} value={organization.description} editable={editable} onSave={save} />
                </Facts>
              </Panel>
              <OrganizationTree id={id} />
              <Names organization={organization} editable={editable} />
              <Successors organization={organization} editable={editable} />
              <Funding organization={organization} editable={editable} />
            </>
          }
        >
          {parts}
        </Split>
      )}
    </Page>
  );
}
