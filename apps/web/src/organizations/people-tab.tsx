import { SegmentedControl, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useWalkOf, walking } from '../app/walk.js';
import { PersonCell } from '../candidates/parts/person-cell.js';
import { EmptyState } from '../ui/empty-state.js';
import { FilterBar } from '../ui/filters/filter-bar.js';
import { later } from '../ui/later.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { PageTotal } from '../ui/page-total.js';
import { WithPeek } from '../ui/peek.js';
import type { Column } from '../ui/table/columns.js';
import { DataTable } from '../ui/table/data-table.js';
import classes from './people-tab.module.css';

type Row = Schemas['PersonRow'];

const CandidatePeek = later(async () => (await import('../candidates/parts/candidate-peek.js')).CandidatePeek);

const times = ['now', 'before', 'all'] as const;

/** What the URL holds of the people: whether they are there now, were before or both, and what narrows and orders them. */
type PeopleSearch = {
  when?: 'before' | 'all' | undefined;
  title?: string | undefined;
  level?: string | undefined;
  area?: string | undefined;
  q?: string | undefined;
  sort?: string | undefined;
};

type Props = { id: string; search: PeopleSearch; onSearch: (patch: PeopleSearch) => void };

/** Who works at the organization, or ever did, with what they are or were there. */
export function PeopleTab({ id, search, onSearch }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const [peeked, setPeeked] = useState<Row>();
  const { when = 'now', title, level, area, q, sort } = search;
  const asked = {
    limit: 50,
    total: true,
    ...(when !== 'all' && { present: when === 'now' }),
    ...(title && { title }),
    ...(level && { level }),
    ...(area && { area }),
    ...(q && { q }),
    ...(sort && { sort }),
  } as QueryOf<'getOrganizationsByIdPeople'>;
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/organizations/{id}/people',
    { params: { path: { id }, query: asked } },
    byCursor,
  );
  const list = useListState<Row>(query);
  const ids = useMemo(() => list.rows.map((row) => row.id), [list.rows]);
  useWalkOf({
    ids,
    total: list.total,
    cursor: list.cursor,
    source: { kind: 'people', organizationId: id, query: asked },
  });
  const columns = useColumns();
  const narrowed = [title, level, area, q].some((one) => one !== undefined);
  const clear = {
    label: t('organizations.clear'),
    run: () => onSearch({ title: undefined, level: undefined, area: undefined, q: undefined }),
  };
  return (
    <>
      <FilterBar
        filters={(['title', 'level', 'area'] as const).map((name) => ({
          id: name,
          label: t(`organizations.people.${name}`),
          kind: 'text',
        }))}
        values={{ title, level, area }}
        onChange={onSearch}
        search={q}
        onSearch={(typed) => onSearch({ q: typed })}
      >
        <PageTotal total={list.total} />
        <SegmentedControl
          aria-label={t('organizations.people.when')}
          value={when}
          onChange={(next) => onSearch({ when: next === 'now' ? undefined : (next as 'before' | 'all') })}
          data={times.map((value) => ({ value, label: t(`organizations.people.${value}`) }))}
        />
      </FilterBar>
      <div className={classes.frame}>
        <WithPeek
          peek={
            peeked && (
              <CandidatePeek
                id={peeked.id}
                name={peeked.displayName}
                ownName={peeked.nativeName}
                addable
                onClose={() => setPeeked(undefined)}
              />
            )
          }
        >
          <DataTable
            label={t('organizations.tab.people')}
            list={list}
            columns={columns}
            sort={sort}
            onSort={(next) => onSearch({ sort: next })}
            nameOf={({ displayName }) => displayName}
            onPeek={(row) => setPeeked((former) => (former?.id === row.id ? undefined : row))}
            onActive={(row) => setPeeked((former) => former && row)}
            onOpen={(row) => void navigate({ to: '/candidates/$id', params: { id: row.id }, state: walking })}
            summary={(row) => (
              <>
                <Text fw={550} truncate>
                  {format.names(row.displayName, row.nativeName).filter(Boolean).join(' ')}
                </Text>
                <Text size="sm" c="dimmed" truncate>
                  {[row.title, row.present ? row.level : row.currentOrganizationName].filter(Boolean).join(' · ')}
                </Text>
              </>
            )}
            empty={
              <EmptyState icon={IconUsers} title={t('organizations.noPeople')} action={narrowed ? clear : undefined} />
            }
          />
        </WithPeek>
      </div>
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('candidates.column.name'),
        width: 200,
        grow: true,
        fixed: true,
        sort: 'displayName',
        cell: (row) => <PersonCell id={row.id} name={row.displayName} ownName={row.nativeName} />,
      },
      { id: 'title', header: t('organizations.people.title'), width: 220, cell: (row) => row.title },
      { id: 'level', header: t('organizations.people.level'), width: 90, cell: (row) => row.level },
      { id: 'team', header: t('organizations.chart.team'), width: 130, cell: (row) => row.team },
      {
        id: 'years',
        header: t('organizations.people.years'),
        width: 170,
        cell: ({ startedOn, endedOn }) =>
          (startedOn ?? endedOn) &&
          [startedOn && format.month(startedOn), endedOn && format.month(endedOn)].map((one) => one ?? '').join(' – '),
      },
      {
        id: 'organization',
        header: t('organizations.people.current'),
        width: 170,
        cell: (row) => (row.present ? null : row.currentOrganizationName),
      },
      {
        id: 'last',
        header: t('candidates.column.lastContact'),
        width: 135,
        sort: 'lastContactAt',
        cell: (row) => row.lastContactAt && format.date(row.lastContactAt),
      },
    ],
    [t, format],
  );
}
