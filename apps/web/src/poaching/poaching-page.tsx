import { Button, ScrollArea, SegmentedControl, Text } from '@mantine/core';
import { attemptStates, hooks } from '@domain/poaching/attempt.js';
import { contactChannels } from '@domain/poaching/contact-log.js';
import { IconTargetArrow, IconX } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch } from '../app/list-search.js';
import { PersonCell } from '../candidates/parts/person-cell.js';
import { OrganizationName, OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { SearchName, SearchPicker } from '../searches/parts/search-picker.js';
import { UserName, UserPicker } from '../settings/parts/user-picker.js';
import { FilterBar } from '../ui/filters/filter-bar.js';
import type { Filter } from '../ui/filters/filters.js';
import { later } from '../ui/later.js';
import { ListEmpty } from '../ui/list-empty.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';
import { LinesSkeleton, Page } from '../ui/page.js';
import { PageTotal } from '../ui/page-total.js';
import { ColumnMenu } from '../ui/table/column-menu.js';
import type { Column } from '../ui/table/columns.js';
import { arrangedBy, DataTable } from '../ui/table/data-table.js';
import { AttemptMenu } from './attempt-menu.js';
import { AttemptBadge } from './parts/attempt-badge.js';
import type { Attempt } from './use-attempt.js';

const ResponseRates = later(async () => (await import('./response-rates.js')).ResponseRates);

const route = getRouteApi('/signed-in/poaching');

/** Which attempts a tab shows, as the API asks for them. */
const shown = {
  open: { open: true },
  due: { due: true },
  waiting: { state: 'not_now' },
  ended: { open: false },
  all: {},
} as const;
const tabs = [...(Object.keys(shown) as (keyof typeof shown)[]), 'rates'] as const;

/** Every try to win somebody: how it stands, what comes next, and how many answer. */
export function PoachingPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tab = tabs.find((one) => one === search['show']) ?? 'open';
  const change = (patch: Partial<ListSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  return (
    <Page
      fill={tab !== 'rates'}
      title={t('poaching.page')}
      aside={tab === 'rates' ? undefined : <Total search={search} tab={tab} />}
      toolbar={
        <>
          <ScrollArea type="never" mb={8}>
            <SegmentedControl
              size="xs"
              aria-label={t('poaching.show.label')}
              data={tabs.map((value) => ({ value, label: t(`poaching.show.${value}`) }))}
              value={tab}
              onChange={(next) => change({ show: next === 'open' ? undefined : next })}
            />
          </ScrollArea>
          {tab !== 'rates' && <Narrow search={search} onChange={change} />}
        </>
      }
    >
      {tab === 'rates' ? (
        <Suspense fallback={<LinesSkeleton lines={6} />}>
          <ResponseRates search={search} onChange={change} />
        </Suspense>
      ) : (
        <Attempts search={search} tab={tab} onChange={change} />
      )}
    </Page>
  );
}

type Narrowing = { search: ListSearch; onChange: (patch: Partial<ListSearch>) => void };

function Narrow({ search, onChange }: Narrowing) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const filters = useFilters();
  return (
    <FilterBar
      filters={filters}
      values={search}
      onChange={onChange}
      search={search.q}
      onSearch={(q) => onChange({ q })}
    >
      {search['countedTo'] && (
        <Button
          size="compact-sm"
          variant="light"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange({ countedFrom: undefined, countedTo: undefined })}
        >
          {t('poaching.rate.counting', {
            from: format.day(String(search['countedFrom'])),
            to: format.day(String(search['countedTo'])),
          })}
        </Button>
      )}
      <ColumnMenu columns={columns} shown={search.columns} widths={search.widths} onChange={onChange} />
    </FilterBar>
  );
}

type Shown = { search: ListSearch; tab: keyof typeof shown };

function useAttempts({ search: { show: _show, from: _from, to: _to, by: _by, ...search }, tab }: Shown) {
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/poaching-attempts',
    {
      params: {
        query: apiQuery<QueryOf<'getPoachingAttempts'>>(search, { limit: 50, total: true, ...shown[tab] }),
      },
    },
    byCursor,
  );
  return useListState<Attempt>(query);
}

function Total(props: Shown) {
  return <PageTotal total={useAttempts(props).total} />;
}

function Attempts({ search, tab, onChange }: Shown & Narrowing) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const list = useAttempts({ search, tab });
  const columns = useColumns();
  const filters = useFilters();
  const narrowed =
    search.q !== undefined || search['countedTo'] !== undefined || filters.some(({ id }) => search[id] !== undefined);
  return (
    <DataTable
      label={t('poaching.page')}
      list={list}
      columns={columns}
      {...arrangedBy(search, onChange)}
      nameOf={({ candidateName }) => candidateName}
      onOpen={({ candidateId }) =>
        void navigate({ to: '/candidates/$id', params: { id: candidateId }, search: { tab: 'attempts' } })
      }
      summary={(attempt) => <Summary attempt={attempt} />}
      empty={
        <ListEmpty
          of="poaching"
          icon={IconTargetArrow}
          narrowed={narrowed}
          onClear={() => void navigate({ search: { show: search['show'] } })}
          action={{ label: t('app.nav.candidates'), run: () => void navigate({ to: '/candidates' }) }}
        />
      }
    />
  );
}

function Summary({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = format.names(attempt.candidateName, attempt.nativeName);
  return (
    <>
      <Text fw={550} truncate>
        {first}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {[
          t(`words.attemptState.${attempt.state}`),
          attempt.searchTitle ?? t('poaching.speculative'),
          format.date(attempt.lastAt),
        ].join(' · ')}
      </Text>
    </>
  );
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'state',
        label: t('poaching.column.state'),
        kind: 'any-of',
        options: optionsOf(attemptStates, (word) => t(`words.attemptState.${word}`)),
      },
      { id: 'mine', label: t('poaching.mine'), kind: 'flag' },
      { id: 'ownerId', label: t('poaching.column.owner'), kind: 'record', Picker: UserPicker, Name: UserName },
      { id: 'searchId', label: t('poaching.column.search'), kind: 'record', Picker: SearchPicker, Name: SearchName },
      {
        id: 'employerId',
        label: t('poaching.column.employer'),
        kind: 'record',
        Picker: OrganizationPicker,
        Name: OrganizationName,
      },
      {
        id: 'channel',
        label: t('poaching.column.channel'),
        kind: 'any-of',
        options: optionsOf(contactChannels, (word) => t(`words.channel.${word}`)),
      },
      {
        id: 'hook',
        label: t('poaching.column.hook'),
        kind: 'any-of',
        options: optionsOf(hooks, (word) => t(`words.hook.${word}`)),
      },
    ],
    [t],
  );
}

function useColumns(): readonly Column<Attempt>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('poaching.column.person'),
        width: 220,
        grow: true,
        fixed: true,
        cell: ({ candidateId, candidateName, nativeName, doNotContact, searchId }) => (
          <PersonCell
            id={candidateId}
            name={candidateName}
            ownName={nativeName}
            doNotContact={doNotContact}
            {...(searchId && { searchId })}
          />
        ),
      },
      {
        id: 'state',
        header: t('poaching.column.state'),
        width: 170,
        cell: (attempt) => (
          <>
            <AttemptBadge state={attempt.state} /> <AttemptMenu attempt={attempt} />
          </>
        ),
      },
      {
        id: 'next',
        header: t('poaching.column.next'),
        width: 170,
        sort: 'notNowUntil',
        cell: ({ followUpOn, notNowUntil }) =>
          notNowUntil
            ? t('poaching.nextAgain', { day: format.day(notNowUntil) })
            : followUpOn && t('poaching.nextFollowUp', { day: format.day(followUpOn) }),
      },
      {
        id: 'employer',
        header: t('poaching.column.employer'),
        width: 160,
        cell: ({ employerId, employerName }) =>
          employerId && (
            <Link to="/organizations/$id" params={{ id: employerId }}>
              {employerName}
            </Link>
          ),
      },
      {
        id: 'search',
        header: t('poaching.column.search'),
        width: 180,
        cell: ({ searchId, searchTitle }) =>
          searchId ? (
            <Link to="/searches/$id/board" params={{ id: searchId }}>
              {searchTitle}
            </Link>
          ) : (
            t('poaching.speculative')
          ),
      },
      {
        id: 'hook',
        header: t('poaching.column.hook'),
        width: 120,
        cell: ({ hook }) => hook && t(`words.hook.${hook}`),
      },
      {
        id: 'channel',
        header: t('poaching.column.channel'),
        width: 110,
        hidden: true,
        cell: ({ channel }) => channel && t(`words.channel.${channel}`),
      },
      {
        id: 'contacts',
        header: t('poaching.column.contacts'),
        width: 90,
        numeric: true,
        cell: ({ contacts }) => format.number(contacts),
      },
      {
        id: 'last',
        header: t('poaching.column.last'),
        width: 140,
        sort: 'lastAt',
        cell: ({ lastAt }) => format.date(lastAt),
      },
      { id: 'owner', header: t('poaching.column.owner'), width: 140, cell: ({ ownerName }) => ownerName },
    ],
    [t, format],
  );
}
