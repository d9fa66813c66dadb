import { Badge, Text } from '@mantine/core';
import { searchStates, searchTypes } from '@domain/searches/search.js';
import { IconBriefcase2 } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch } from '../app/list-search.js';
import { lastSearch } from '../app/sections.js';
import { useMay } from '../app/session.js';
import { OrganizationName, OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { RoleFamilyPicker, SettingName } from '../settings/parts/setting-pickers.js';
import { UserName, UserPicker } from '../settings/parts/user-picker.js';
import { FilterBar } from '../ui/filters/filter-bar.js';
import type { ConditionField } from '../ui/filters/conditions.js';
import type { Filter } from '../ui/filters/filters.js';
import { ListEmpty } from '../ui/list-empty.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';
import { Page } from '../ui/page.js';
import { PageTotal } from '../ui/page-total.js';
import { ColumnMenu } from '../ui/table/column-menu.js';
import type { Column } from '../ui/table/columns.js';
import { arrangedBy, DataTable } from '../ui/table/data-table.js';
import { ViewTabs } from '../ui/view-tabs.js';
import { NewSearch } from './new-search.js';
import { StateBadge } from './parts/state-badge.js';

type Row = Schemas['SearchRow'];

const route = getRouteApi('/signed-in/searches');

/** The mandates of the agency; a press opens the board. */
export function SearchesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<ListSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/searches',
    { params: { query: apiQuery<QueryOf<'getSearches'>>(search, { limit: 50, total: true }) } },
    byCursor,
  );
  const list = useListState<Row>(query);
  const columns = useColumns();
  const filters = useFilters();
  const conditions = useConditions(filters);
  const narrowed =
    search.q !== undefined || search.where !== undefined || filters.some(({ id }) => search[id] !== undefined);
  const creating = search.create === true && may('search.edit');
  return (
    <Page
      fill
      title={t('searches.title')}
      aside={<PageTotal total={list.total} />}
      toolbar={
        <>
          <ViewTabs subject="searches" search={search} onOpen={(next) => void navigate({ search: next })} />
          <FilterBar
            filters={filters}
            conditions={conditions}
            values={search}
            onChange={change}
            search={search.q}
            onSearch={(q) => change({ q })}
          >
            <ColumnMenu columns={columns} shown={search.columns} widths={search.widths} onChange={change} />
          </FilterBar>
        </>
      }
    >
      <DataTable
        label={t('searches.title')}
        list={list}
        columns={columns}
        {...arrangedBy(search, change)}
        nameOf={({ title }) => title}
        onOpen={({ id }) =>
          void navigate({ to: '/searches/$id/board', params: { id }, search: lastSearch(`/searches/${id}/board`) })
        }
        summary={({ title, organizationName, state, candidateCount }) => (
          <>
            <Text fw={550} truncate>
              {title}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {[organizationName, t(`words.searchState.${state}`), candidateCount].join(' · ')}
            </Text>
          </>
        )}
        empty={
          <ListEmpty
            of="searches"
            icon={IconBriefcase2}
            narrowed={narrowed}
            onClear={() => void navigate({ search: {} })}
            action={may('search.edit') ? { label: t('searches.new'), run: () => change({ create: true }) } : undefined}
          />
        }
      />
      {creating && <NewSearch onClose={() => change({ create: undefined })} />}
    </Page>
  );
}

function useConditions(filters: readonly Filter[]): readonly ConditionField[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      ...filters.map((filter) => ({ ...filter, nullable: ['leadId', 'roleFamilyId'].includes(filter.id) })),
      { id: 'openedOn', label: t('searches.column.opened'), kind: 'day' },
    ],
    [t, filters],
  );
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'state',
        label: t('searches.column.state'),
        kind: 'any-of',
        options: optionsOf(searchStates, (word) => t(`words.searchState.${word}`)),
      },
      {
        id: 'organizationId',
        label: t('searches.column.client'),
        kind: 'record',
        Picker: OrganizationPicker,
        Name: OrganizationName,
      },
      { id: 'leadId', label: t('searches.column.lead'), kind: 'record', Picker: UserPicker, Name: UserName },
      { id: 'memberId', label: t('searches.team'), kind: 'record', Picker: UserPicker, Name: UserName },
      {
        id: 'roleFamilyId',
        label: t('searches.field.roleFamilyId'),
        kind: 'record',
        Picker: RoleFamilyPicker,
        Name: SettingName,
      },
      {
        id: 'type',
        label: t('searches.column.type'),
        kind: 'any-of',
        options: optionsOf(searchTypes, (word) => t(`words.searchType.${word}`)),
      },
    ],
    [t],
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('searches.column.title'),
        width: 260,
        grow: true,
        fixed: true,
        sort: 'title',
        cell: ({ id, title }) => (
          <Link to="/searches/$id/board" params={{ id }}>
            {title}
          </Link>
        ),
      },
      {
        id: 'client',
        header: t('searches.column.client'),
        width: 180,
        cell: ({ organizationId, organizationName }) => (
          <Link to="/organizations/$id" params={{ id: organizationId }}>
            {organizationName}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('searches.column.state'),
        width: 110,
        cell: ({ state }) => <StateBadge state={state} />,
      },
      {
        id: 'type',
        header: t('searches.column.type'),
        width: 120,
        hidden: true,
        cell: ({ type }) => (
          <Badge variant="light" color="gray">
            {t(`words.searchType.${type}`)}
          </Badge>
        ),
      },
      { id: 'lead', header: t('searches.column.lead'), width: 140, cell: ({ leadName }) => leadName },
      {
        id: 'people',
        header: t('searches.column.people'),
        width: 90,
        numeric: true,
        cell: ({ candidateCount }) => format.number(candidateCount),
      },
      {
        id: 'placed',
        header: t('searches.column.placed'),
        width: 90,
        numeric: true,
        cell: ({ placedCount, openings }) => `${format.number(placedCount)} / ${format.number(openings)}`,
      },
      {
        id: 'opened',
        header: t('searches.column.opened'),
        width: 120,
        sort: 'openedOn',
        cell: ({ openedOn }) => format.day(openedOn),
      },
      {
        id: 'updated',
        header: t('searches.column.updated'),
        width: 120,
        hidden: true,
        sort: 'updatedAt',
        cell: ({ updatedAt }) => format.date(updatedAt),
      },
    ],
    [t, format],
  );
}
