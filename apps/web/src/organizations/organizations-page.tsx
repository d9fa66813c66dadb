import { Badge, Text } from '@mantine/core';
import { organizationKinds } from '@domain/organizations/organization.js';
import { IconBuilding } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch } from '../app/list-search.js';
import { useMay } from '../app/session.js';
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
import { NewOrganization } from './new-organization.js';
import { OrganizationName, OrganizationPicker } from './parts/organization-picker.js';

type Row = Schemas['OrganizationRow'];

const route = getRouteApi('/signed-in/organizations');

/** Companies, labs and universities: filter, open, add. */
export function OrganizationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<ListSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/organizations',
    {
      params: {
        query: apiQuery<QueryOf<'getOrganizations'>>(search, {
          limit: 50,
          total: true,
          archived: search['archived'] === true,
        }),
      },
    },
    byCursor,
  );
  const list = useListState<Row>(query);
  const columns = useColumns();
  const filters = useFilters();
  const conditions = useConditions(filters);
  const narrowed =
    search.q !== undefined || search.where !== undefined || filters.some(({ id }) => search[id] !== undefined);
  const creating = search.create === true && may('organization.edit');

  return (
    <Page
      fill
      title={t('organizations.title')}
      aside={<PageTotal total={list.total} />}
      toolbar={
        <>
          <ViewTabs subject="organizations" search={search} onOpen={(next) => void navigate({ search: next })} />
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
        label={t('organizations.title')}
        list={list}
        columns={columns}
        {...arrangedBy(search, change)}
        nameOf={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: '/organizations/$id', params: { id } })}
        summary={(row) => <Summary row={row} />}
        empty={
          <ListEmpty
            of="organizations"
            icon={IconBuilding}
            narrowed={narrowed}
            onClear={() => void navigate({ search: {} })}
            action={
              may('organization.edit')
                ? { label: t('organizations.new'), run: () => change({ create: true }) }
                : undefined
            }
          />
        }
      />
      {creating && <NewOrganization onClose={() => change({ create: undefined })} />}
    </Page>
  );
}

function Summary({ row: { name, kind, city, country, peopleCount } }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <>
      <Text fw={550} truncate>
        {name}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {[t(`words.orgKind.${kind}`), city ?? country, peopleCount].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

function useConditions(filters: readonly Filter[]): readonly ConditionField[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      ...filters.filter(({ id }) => id !== 'archived').map((filter) => ({ ...filter, nullable: filter.id !== 'kind' })),
      { id: 'updatedAt', label: t('organizations.column.updated'), kind: 'time' },
    ],
    [t, filters],
  );
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'kind',
        label: t('organizations.column.kind'),
        kind: 'any-of',
        options: optionsOf(organizationKinds, (word) => t(`words.orgKind.${word}`)),
      },
      {
        id: 'parentId',
        label: t('organizations.field.parentId'),
        kind: 'record',
        Picker: OrganizationPicker,
        Name: OrganizationName,
      },
      { id: 'country', label: t('organizations.field.country'), kind: 'text' },
      { id: 'ownerId', label: t('organizations.field.ownerId'), kind: 'record', Picker: UserPicker, Name: UserName },
      { id: 'archived', label: t('organizations.archived'), kind: 'flag' },
    ],
    [t],
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const header = (name: 'name' | 'kind' | 'parent' | 'place' | 'people' | 'owner' | 'updated') =>
      t(`organizations.column.${name}`);
    return [
      {
        id: 'name',
        header: header('name'),
        width: 240,
        grow: true,
        fixed: true,
        sort: 'name',
        cell: ({ id, name, nativeName }) => {
          const [first, second] = format.names(name, nativeName);
          return (
            <Link to="/organizations/$id" params={{ id }}>
              {first}
              {second && (
                <Text span c="dimmed" size="sm">
                  {' '}
                  {second}
                </Text>
              )}
            </Link>
          );
        },
      },
      {
        id: 'kind',
        header: header('kind'),
        width: 120,
        cell: ({ kind }) => (
          <Badge variant="light" color="gray">
            {t(`words.orgKind.${kind}`)}
          </Badge>
        ),
      },
      { id: 'parent', header: header('parent'), width: 200, cell: ({ parentName }) => parentName },
      {
        id: 'place',
        header: header('place'),
        width: 180,
        cell: ({ city, country }) => [city, country].filter(Boolean).join(', '),
      },
      {
        id: 'people',
        header: header('people'),
        width: 110,
        numeric: true,
        cell: ({ peopleCount }) => format.number(peopleCount),
      },
      { id: 'owner', header: header('owner'), width: 150, cell: ({ ownerName }) => ownerName },
      {
        id: 'updated',
        header: header('updated'),
        width: 130,
        sort: 'updatedAt',
        cell: ({ updatedAt }) => format.date(updatedAt),
      },
    ];
  }, [t, format]);
}
