import { Text } from '@mantine/core';
import { addDays, addMonths, isDay } from '@domain/day.js';
import { instalmentStates } from '@domain/offers/fee.js';
import { instalmentTriggers } from '@domain/searches/search.js';
import { IconReceipt } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch } from '../app/list-search.js';
import { today } from '../app/today.js';
import { PersonCell } from '../candidates/parts/person-cell.js';
import { OrganizationName, OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { SearchName, SearchPicker } from '../searches/parts/search-picker.js';
import { UserName, UserPicker } from '../settings/parts/user-picker.js';
import { FilterBar } from '../ui/filters/filter-bar.js';
import type { Filter } from '../ui/filters/filters.js';
import { ListEmpty } from '../ui/list-empty.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';
import { Page } from '../ui/page.js';
import { PageTotal } from '../ui/page-total.js';
import { ColumnMenu } from '../ui/table/column-menu.js';
import type { Column } from '../ui/table/columns.js';
import { arrangedBy, DataTable } from '../ui/table/data-table.js';
import { InstalmentMenu } from './instalment-menu.js';
import { InstalmentStateBadge } from './instalment-state.js';
import { type FeeRow, useFeeWords } from './use-fees.js';

const route = getRouteApi('/signed-in/fees');

const monthsBack = 6;
const monthsAhead = 12;

/** Every instalment of every fee: what is due when, and whose work it is counted as. */
export function FeesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { due } = useFeeWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<ListSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  const { q: _q, month, ...rest } = search;
  const asked = { ...rest, ...daysOf(month) };
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/fees',
    { params: { query: apiQuery<QueryOf<'getFees'>>(asked, { limit: 50, total: true }) } },
    byCursor,
  );
  const list = useListState<FeeRow>(query);
  const columns = useColumns();
  const filters = useFilters();
  const narrowed = filters.some(({ id }) => search[id] !== undefined);
  return (
    <Page
      fill
      title={t('fees.page')}
      aside={<PageTotal total={list.total} />}
      toolbar={
        <FilterBar filters={filters} values={search} onChange={change}>
          <ColumnMenu columns={columns} shown={search.columns} widths={search.widths} onChange={change} />
        </FilterBar>
      }
    >
      <DataTable
        label={t('fees.page')}
        list={list}
        columns={columns}
        {...arrangedBy(search, change)}
        nameOf={({ candidateName }) => candidateName}
        onOpen={({ candidacyId }) => void navigate({ to: '/candidacies/$id/compare', params: { id: candidacyId } })}
        summary={(row) => (
          <>
            <Text fw={550} truncate>
              {format.names(row.candidateName, row.nativeName)[0]}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {[
                row.amount && format.money(row.amount),
                t(`words.trigger.${row.trigger}`),
                t(`fees.state.${row.state}`),
                due(row),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </>
        )}
        empty={
          <ListEmpty
            of="fees"
            icon={IconReceipt}
            narrowed={narrowed}
            onClear={() => void navigate({ search: {} })}
            action={{ label: t('fees.emptyAction'), run: () => void navigate({ to: '/searches', search: {} }) }}
          />
        }
      />
    </Page>
  );
}

/** The months before and after that of a day for which one can ask, as `YYYY-MM`. */
function months(day: string): string[] {
  const all = Array.from({ length: monthsBack + monthsAhead + 1 }, (_, index) => index - monthsBack);
  return all.map((count) => addMonths(`${day.slice(0, 7)}-01`, count).slice(0, 7));
}

/** The days of a month as the list is asked for them. */
function daysOf(month: unknown): { dueOnFrom?: string; dueOnTo?: string } {
  const dueOnFrom = `${String(month)}-01`;
  return isDay(dueOnFrom) ? { dueOnFrom, dueOnTo: addDays(addMonths(dueOnFrom, 1), -1) } : {};
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'open',
        label: t('fees.column.open'),
        kind: 'one-of',
        options: optionsOf(['true', 'false'], (word) => t(`fees.open.${word}`)),
      },
      {
        id: 'state',
        label: t('fees.column.state'),
        kind: 'any-of',
        options: optionsOf(instalmentStates, (word) => t(`fees.state.${word}`)),
      },
      {
        id: 'month',
        label: t('fees.column.month'),
        kind: 'one-of',
        options: optionsOf(months(today()), (month) => format.month(month)),
      },
      {
        id: 'trigger',
        label: t('fees.column.trigger'),
        kind: 'any-of',
        options: optionsOf(instalmentTriggers, (word) => t(`words.trigger.${word}`)),
      },
      { id: 'memberId', label: t('fees.column.credited'), kind: 'record', Picker: UserPicker, Name: UserName },
      { id: 'searchId', label: t('fees.column.search'), kind: 'record', Picker: SearchPicker, Name: SearchName },
      {
        id: 'organizationId',
        label: t('fees.column.client'),
        kind: 'record',
        Picker: OrganizationPicker,
        Name: OrganizationName,
      },
    ],
    [t, format],
  );
}

function useColumns(): readonly Column<FeeRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { due } = useFeeWords();
  return [
    {
      id: 'person',
      header: t('fees.column.person'),
      width: 190,
      grow: true,
      fixed: true,
      cell: ({ candidateId, candidateName, nativeName, searchId }) => (
        <PersonCell id={candidateId} name={candidateName} ownName={nativeName} searchId={searchId} />
      ),
    },
    {
      id: 'client',
      header: t('fees.column.client'),
      width: 130,
      grow: true,
      cell: ({ organizationId, organizationName }) => (
        <Link to="/organizations/$id" params={{ id: organizationId }}>
          {organizationName}
        </Link>
      ),
    },
    {
      id: 'search',
      header: t('fees.column.search'),
      width: 160,
      grow: true,
      hidden: true,
      cell: ({ searchId, searchTitle }) => (
        <Link to="/searches/$id" params={{ id: searchId }}>
          {searchTitle}
        </Link>
      ),
    },
    {
      id: 'trigger',
      header: t('fees.column.trigger'),
      width: 150,
      cell: ({ trigger }) => t(`words.trigger.${trigger}`),
    },
    {
      id: 'amount',
      header: t('fees.column.amount'),
      width: 140,
      numeric: true,
      cell: ({ amount }) => (amount ? format.moneyExact(amount) : t('fees.notYet')),
    },
    { id: 'due', header: t('fees.column.due'), width: 170, sort: 'dueOn', cell: due },
    {
      id: 'state',
      header: t('fees.column.state'),
      width: 120,
      cell: ({ state }) => <InstalmentStateBadge state={state} />,
    },
    {
      id: 'credits',
      header: t('fees.column.credits'),
      width: 220,
      grow: true,
      cell: ({ credits }) =>
        credits.map(({ name, amount }) => [name, amount && format.money(amount)].filter(Boolean).join(' ')).join(', '),
    },
    { id: 'actions', header: '', width: 60, cell: (row) => <InstalmentMenu instalment={row} /> },
  ];
}
