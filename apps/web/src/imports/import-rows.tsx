import { Badge, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { rowVerdicts, type RowVerdict } from '@domain/imports/import.js';
import { IconListSearch } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { OffLimitsMark } from '../off-limits/parts/off-limits-mark.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { Panel } from '../ui/panel.js';

const route = getRouteApi('/signed-in/imports/$id');
const before = ['create', 'join', 'unchanged', 'rejected'] as const;
const after = ['created', 'joined', 'unchanged', 'rejected'] as const;
const colors: Record<RowVerdict, string> = {
  create: 'green',
  created: 'green',
  join: 'petrol',
  joined: 'petrol',
  unchanged: 'gray',
  rejected: 'red',
};

/** The rows of the file, each with its verdict and the reason where it was rejected. */
export function ImportRows({ id, state }: { id: string; state: Schemas['ImportView']['state'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const verdicts = ['done', 'committing', 'undoing', 'undone'].includes(state) ? after : before;
  const verdict = rowVerdicts.find((word) => word === search.verdict && (verdicts as readonly string[]).includes(word));
  const ready = !['uploaded', 'checking'].includes(state);
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/imports/{id}/rows',
    { params: { path: { id }, query: { limit: 50, ...(verdict && { verdict }) } } },
    { ...byCursor, enabled: ready },
  );
  const list = useListState<Schemas['ImportRowView']>(query);
  if (!ready) return null;
  return (
    <Panel
      title={t('imports.rows.title')}
      aside={
        <Group gap="xs">
          {state === 'done' && (
            <Button component={Link} to="/candidates" variant="subtle" size="compact-sm">
              {t('imports.people')}
            </Button>
          )}
          <SegmentedControl
            size="xs"
            aria-label={t('imports.rows.filter')}
            value={verdict ?? 'all'}
            onChange={(next) =>
              void navigate({ search: { verdict: next === 'all' ? undefined : next }, replace: true })
            }
            data={[
              { value: 'all', label: t('imports.rows.all') },
              ...verdicts.map((value) => ({ value, label: t(`words.verdict.${value}`) })),
            ]}
          />
        </Group>
      }
    >
      <ListPanel
        label={t('imports.rows.title')}
        list={list}
        empty={<EmptyState icon={IconListSearch} title={t('imports.rows.none')} />}
        columns={[
          { id: 'row', header: t('imports.rows.row'), cell: ({ row }) => format.number(row) },
          {
            id: 'name',
            header: t('imports.rows.name'),
            cell: ({ name, candidateId }) =>
              candidateId ? (
                <>
                  <Link to="/candidates/$id" params={{ id: candidateId }}>
                    {name}
                  </Link>{' '}
                  <OffLimitsMark candidateId={candidateId} />
                </>
              ) : (
                name
              ),
          },
          {
            id: 'verdict',
            header: t('imports.rows.verdict'),
            cell: (row) => (
              <Badge variant="light" color={colors[row.verdict]}>
                {t(`words.verdict.${row.verdict}`)}
              </Badge>
            ),
          },
          {
            id: 'why',
            header: t('imports.rows.why'),
            cell: ({ rejectMessage, rejectColumn, warnings }) => (
              <Text size="sm">
                {[
                  rejectColumn,
                  rejectMessage,
                  ...warnings.map(({ column, message }) => [column, message].filter(Boolean).join(': ')),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            ),
          },
        ]}
      />
    </Panel>
  );
}
