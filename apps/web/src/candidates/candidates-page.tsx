import { Badge, Group, Text } from '@mantine/core';
import { seniorities } from '@domain/candidates/candidate.js';
import { IconUsers } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch, textsOf } from '../app/list-search.js';
import { useMay } from '../app/session.js';
import { StartCallList } from '../call-lists/parts/start-call-list.js';
import { useWalkOf, walking } from '../app/walk.js';
import { OffLimitsMark } from '../off-limits/parts/off-limits-mark.js';
import { OrganizationName, OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { RoleFamilyPicker, SettingName, TagPicker } from '../settings/parts/setting-pickers.js';
import { UserName, UserPicker } from '../settings/parts/user-picker.js';
import { FilterBar } from '../ui/filters/filter-bar.js';
import type { ConditionField } from '../ui/filters/conditions.js';
import type { Filter } from '../ui/filters/filters.js';
import { later } from '../ui/later.js';
import { ListEmpty } from '../ui/list-empty.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';
import { Page } from '../ui/page.js';
import { PageTotal } from '../ui/page-total.js';
import { WithPeek } from '../ui/peek.js';
import { ColumnMenu } from '../ui/table/column-menu.js';
import type { Column } from '../ui/table/columns.js';
import { arrangedBy, DataTable, type Selection } from '../ui/table/data-table.js';
import { ExportButton } from '../exports/parts/export-button.js';
import { ViewTabs } from '../ui/view-tabs.js';
import { exportColumns } from './export-columns.js';
import { PersonCell } from './parts/person-cell.js';
import { useRowEdits } from './use-edit-row.js';

type Row = Schemas['CandidateRow'];

const BulkBar = later(async () => (await import('./bulk-bar.js')).BulkBar);
const NewCandidate = later(async () => (await import('./new-candidate.js')).NewCandidate);
const CandidatePeek = later(async () => (await import('./parts/candidate-peek.js')).CandidatePeek);

const route = getRouteApi('/signed-in/candidates');

/** People: found by any part of what is known, narrowed by filters that the URL holds. */
export function CandidatesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [selection, setSelection] = useState<Selection>({});
  const [peeked, setPeeked] = useState<Row>();
  const change = (patch: Partial<ListSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  const asked = apiQuery<QueryOf<'getCandidates'>>(search, { archived: search['archived'] === true });
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/candidates',
    { params: { query: { limit: 50, total: true, ...asked } } },
    byCursor,
  );
  const list = useListState<Row>(query);
  const ids = useMemo(() => list.rows.map(({ id }) => id), [list.rows]);
  useWalkOf({
    ids,
    total: list.total,
    cursor: list.cursor,
    source: { kind: 'candidates', query: { limit: 50, ...asked } },
  });
  const columns = useColumns();
  const filters = useFilters();
  const conditions = useConditions(filters);
  const narrowed =
    search.q !== undefined || search.where !== undefined || filters.some(({ id }) => search[id] !== undefined);
  const chosen = Object.keys(selection).filter((id) => selection[id]);
  const creating = search.create === true && may('candidate.edit');

  return (
    <Page
      fill
      title={t('candidates.title')}
      aside={<PageTotal total={list.total} />}
      toolbar={
        <>
          <ViewTabs subject="candidates" search={search} onOpen={(next) => void navigate({ search: next })} />
          <FilterBar
            filters={filters}
            conditions={conditions}
            values={search}
            onChange={change}
            search={search.q}
            onSearch={(q) => change({ q })}
          >
            <ColumnMenu columns={columns} shown={search.columns} widths={search.widths} onChange={change} />
            <ExportButton filters={asked} view={exportColumns(columns, search.columns)} total={list.total} />
            <StartCallList source={{ kind: 'view', filters: textsOf(apiQuery(search)) }} />
          </FilterBar>
          <Suspense fallback={null}>
            <BulkBar ids={chosen} matching={asked} total={list.total} onDone={() => setSelection({})} />
          </Suspense>
        </>
      }
    >
      <WithPeek
        peek={
          peeked && (
            <CandidatePeek
              id={peeked.id}
              name={peeked.displayName}
              ownName={peeked.nativeName}
              addable={chosen.length === 0}
              onClose={() => setPeeked(undefined)}
            />
          )
        }
      >
        <DataTable
          label={t('candidates.title')}
          list={list}
          columns={columns}
          {...arrangedBy(search, change)}
          nameOf={({ displayName }) => displayName}
          onPeek={(row) => setPeeked((former) => (former?.id === row.id ? undefined : row))}
          onActive={(row) => setPeeked((former) => former && row)}
          onOpen={({ id }) => void navigate({ to: '/candidates/$id', params: { id }, state: walking })}
          selection={selection}
          onSelect={setSelection}
          summary={(row) => <Summary row={row} />}
          empty={
            <ListEmpty
              of="candidates"
              icon={IconUsers}
              narrowed={narrowed}
              onClear={() => void navigate({ search: {} })}
              action={
                may('candidate.edit') ? { label: t('candidates.new'), run: () => change({ create: true }) } : undefined
              }
            />
          }
        />
      </WithPeek>
      <Suspense>{creating && <NewCandidate onClose={() => change({ create: undefined })} />}</Suspense>
    </Page>
  );
}

function Summary({ row }: { row: Row }) {
  const format = useFormat();
  const names = format.names(row.displayName, row.nativeName);
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Text fw={550} truncate>
          {names.filter(Boolean).join(' ')}
        </Text>
        <OffLimitsMark candidateId={row.id} />
      </Group>
      <Text size="sm" c="dimmed" truncate>
        {[row.currentTitle, row.currentOrganizationName].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (id: 'area' | 'skill' | 'language'): Filter => ({
      id,
      label: t(`candidates.filter.${id}`),
      kind: 'text',
    });
    const organization = { kind: 'record', Picker: OrganizationPicker, Name: OrganizationName } as const;
    return [
      { id: 'underOrganizationId', label: t('candidates.filter.under'), ...organization },
      { id: 'organizationId', label: t('candidates.filter.organization'), ...organization },
      {
        id: 'roleFamilyId',
        label: t('candidates.field.roleFamilyId'),
        kind: 'record',
        Picker: RoleFamilyPicker,
        Name: SettingName,
      },
      {
        id: 'seniority',
        label: t('candidates.field.seniority'),
        kind: 'any-of',
        options: optionsOf(seniorities, (word) => t(`words.seniority.${word}`)),
      },
      text('area'),
      text('skill'),
      { id: 'tagId', label: t('candidates.filter.tag'), kind: 'record', Picker: TagPicker, Name: SettingName },
      { id: 'ownerId', label: t('candidates.field.ownerId'), kind: 'record', Picker: UserPicker, Name: UserName },
      { id: 'country', label: t('candidates.field.country'), kind: 'text' },
      { id: 'city', label: t('candidates.field.city'), kind: 'text' },
      text('language'),
      { id: 'hasPackage', label: t('candidates.filter.hasPackage'), kind: 'flag' },
      { id: 'doNotContact', label: t('candidates.filter.doNotContact'), kind: 'flag' },
      { id: 'archived', label: t('candidates.filter.archived'), kind: 'flag' },
    ];
  }, [t]);
}

const nullable = ['roleFamilyId', 'seniority', 'area', 'skill', 'tagId', 'ownerId', 'country', 'city', 'language'];

function useConditions(filters: readonly Filter[]): readonly ConditionField[] {
  const { t } = useTranslation();
  const mayPay = useMay()('package.read');
  return useMemo(() => {
    const label = (id: 'lastContactAt' | 'createdAt' | 'updatedAt' | 'currentCash' | 'expectedCash') => ({
      id,
      label: t(`candidates.filter.${id}`),
    });
    const known = filters.filter(({ id }) => id !== 'archived' && (mayPay || id !== 'hasPackage'));
    return [
      ...known.map((filter) => ({ ...filter, nullable: nullable.includes(filter.id) })),
      { ...label('lastContactAt'), kind: 'time', nullable: true },
      { ...label('createdAt'), kind: 'time' },
      { ...label('updatedAt'), kind: 'time' },
      ...(mayPay
        ? ([
            { ...label('currentCash'), kind: 'number' },
            { ...label('expectedCash'), kind: 'number' },
          ] as const)
        : []),
    ];
  }, [t, filters, mayPay]);
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const edits = useRowEdits();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('candidates.column.name'),
        width: 200,
        grow: true,
        fixed: true,
        sort: 'displayName',
        cell: (row) => (
          <PersonCell id={row.id} name={row.displayName} ownName={row.nativeName} doNotContact={row.doNotContact} />
        ),
      },
      { id: 'title', header: t('candidates.column.title'), width: 170, cell: (row) => row.currentTitle },
      {
        id: 'organization',
        header: t('candidates.column.organization'),
        width: 150,
        cell: (row) =>
          row.currentOrganizationId && (
            <Link to="/organizations/$id" params={{ id: row.currentOrganizationId }}>
              {row.currentOrganizationName}
            </Link>
          ),
      },
      {
        id: 'roleFamily',
        header: t('candidates.column.roleFamily'),
        width: 120,
        edit: edits['roleFamily'],
        cell: (row) => row.roleFamilyName,
      },
      {
        id: 'seniority',
        header: t('candidates.column.seniority'),
        width: 110,
        hidden: true,
        edit: edits['seniority'],
        cell: (row) => row.seniority && t(`words.seniority.${row.seniority as 'senior'}`),
      },
      { id: 'city', header: t('candidates.field.city'), width: 115, edit: edits['city'], cell: (row) => row.city },
      {
        id: 'country',
        header: t('candidates.field.country'),
        width: 105,
        edit: edits['country'],
        cell: (row) => row.country,
      },
      {
        id: 'tags',
        header: t('candidates.column.tags'),
        width: 110,
        edit: edits['tags'],
        cell: (row) => (
          <Group gap={4} wrap="nowrap">
            {row.tags.slice(0, 2).map((tag) => (
              <Badge key={tag.id} variant="light" color={tag.color ?? 'gray'} tt="none">
                {tag.name}
              </Badge>
            ))}
            {row.tags.length > 2 && `+${row.tags.length - 2}`}
          </Group>
        ),
      },
      {
        id: 'owner',
        header: t('candidates.column.owner'),
        width: 105,
        edit: edits['owner'],
        cell: (row) => row.ownerName,
      },
      {
        id: 'lastContact',
        header: t('candidates.column.lastContact'),
        width: 135,
        sort: 'lastContactAt',
        cell: (row) => row.lastContactAt && format.date(row.lastContactAt),
      },
      {
        id: 'updated',
        header: t('candidates.column.updated'),
        width: 120,
        hidden: true,
        sort: 'updatedAt',
        cell: (row) => format.date(row.updatedAt),
      },
    ],
    [t, format, edits],
  );
}
