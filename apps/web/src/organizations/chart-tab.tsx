import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { idsBelow } from '@domain/candidates/org-chart.rules.js';
import {
  IconArrowUpRight,
  IconCornerLeftUp,
  IconHierarchy3,
  IconLayoutSidebarRight,
  IconPencil,
  IconPlus,
  IconSitemap,
  IconTrash,
  IconUser,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '../app/api.js';
import { useMay } from '../app/session.js';
import type { Action } from '../ui/action-items.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorState } from '../ui/error-state.js';
import { later } from '../ui/later.js';
import { LinesSkeleton } from '../ui/page.js';
import { WithPeek } from '../ui/peek.js';
import { ChartDialogs, type ChartDialog } from './chart-dialogs.js';
import { ChartList } from './chart-list.js';
import classes from './chart.module.css';
import { chartPath, type ChartNode, useChartChanges } from './use-chart.js';

const ChartCanvas = later(async () => (await import('./chart-canvas.js')).ChartCanvas);

const CandidatePeek = later(async () => (await import('../candidates/parts/candidate-peek.js')).CandidatePeek);

const shows = ['chart', 'list', 'open', 'loose'] as const;
type Show = (typeof shows)[number];

/** What the URL holds of a chart: the team, and whether it is drawn, listed, or narrowed to who is missing. */
type ChartSearch = { team?: string | undefined; show?: string | undefined };

type Props = {
  id: string;
  editable: boolean;
  search: ChartSearch;
  onSearch: (patch: ChartSearch) => void;
};

/** Who reports to whom, as boxes or as a list, with places for which nobody is known. */
export function ChartTab({ id, editable, search, onSearch }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(width < 48em)') ?? false;
  const [dialog, setDialog] = useState<ChartDialog>();
  const [peeked, setPeeked] = useState<ChartNode>();
  const changes = useChartChanges(id);
  const query = search.team ? { team: search.team } : {};
  const { data, error, refetch } = $api.useQuery('get', chartPath, { params: { path: { id }, query } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton lines={8} />;

  const { nodes, teams, truncated } = data;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const positions = nodes.filter(({ kind }) => kind === 'position');
  const leads = new Set(nodes.map(({ managerId }) => managerId));
  const loose = nodes.filter((node) => (!node.managerId || !byId.has(node.managerId)) && !leads.has(node.id));
  const asked: Show = shows.find((one) => one === search.show) ?? 'chart';
  const show = narrow && asked === 'chart' ? 'list' : asked;
  const drawing = editable && may('organization.edit');
  const mayMove = (node: ChartNode) => (node.kind === 'person' ? editable && may('candidate.edit') : drawing);
  const managerOf = (node: ChartNode) => byId.get(node.managerId ?? '');
  const move = (node: ChartNode, to: ChartNode | undefined) =>
    void changes.move({ node, to, from: managerOf(node) }).catch(() => {});
  const open = (node: ChartNode) => {
    if (node.kind === 'person') void navigate({ to: '/candidates/$id', params: { id: node.id } });
    else if (drawing) setDialog({ kind: 'edit', node });
  };
  const icon = (Icon: typeof IconUser) => <Icon size={16} aria-hidden />;
  const actionsOf = (node: ChartNode): Action[] => {
    const action = (name: 'open' | 'peek' | 'edit' | 'move' | 'free' | 'add' | 'hold' | 'vacate' | 'remove') => ({
      id: name,
      label: t(`organizations.chart.action.${name}`),
    });
    const { position } = node;
    const person = node.kind === 'person';
    return [
      ...(person
        ? [
            { ...action('open'), icon: icon(IconArrowUpRight), run: () => open(node) },
            { ...action('peek'), icon: icon(IconLayoutSidebarRight), run: () => setPeeked(node) },
          ]
        : []),
      ...(!person && drawing
        ? [
            { ...action('hold'), icon: icon(IconUserCheck), run: () => setDialog({ kind: 'hold', node }) },
            { ...action('edit'), icon: icon(IconPencil), run: () => setDialog({ kind: 'edit', node }) },
          ]
        : []),
      ...(mayMove(node)
        ? [{ ...action('move'), icon: icon(IconCornerLeftUp), run: () => setDialog({ kind: 'move', node }) }]
        : []),
      ...(mayMove(node) && managerOf(node)
        ? [{ ...action('free'), icon: icon(IconUserOff), run: () => move(node, undefined) }]
        : []),
      ...(drawing ? [{ ...action('add'), icon: icon(IconPlus), run: () => setDialog({ kind: 'add', node }) }] : []),
      ...(person && position && drawing
        ? [
            {
              ...action('vacate'),
              icon: icon(IconUserOff),
              run: () => void changes.hold({ position, title: position.title, holder: undefined }).catch(() => {}),
            },
          ]
        : []),
      ...(!person && drawing
        ? [
            {
              ...action('remove'),
              icon: icon(IconTrash),
              danger: true,
              run: () => {
                const reports = nodes.filter(({ managerId }) => managerId === node.id);
                void changes.remove({ node, reports, from: managerOf(node) }).catch(() => {});
              },
            },
          ]
        : []),
    ];
  };
  const add = drawing
    ? { label: t('organizations.chart.add'), run: () => setDialog({ kind: 'add', node: undefined }) }
    : undefined;
  const view = { organizationId: id, actionsOf };
  const person = (node: ChartNode) => (node.kind === 'person' ? node : undefined);
  const peek = peeked && (
    <CandidatePeek
      id={peeked.id}
      name={peeked.name ?? ''}
      ownName={peeked.nativeName}
      addable
      onClose={() => setPeeked(undefined)}
    />
  );
  const counts = [
    t('organizations.chart.people', { count: nodes.length - positions.length }),
    ...(truncated ? [t('organizations.chart.truncated')] : []),
  ];
  const label = (one: Show): string => {
    if (one === 'open') return t('organizations.chart.open', { count: positions.length });
    if (one === 'loose') return t('organizations.chart.loose', { count: loose.length });
    return t(`organizations.chart.${one}`);
  };

  return (
    <>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('organizations.chart.show')}
            fullWidth={narrow}
            w={narrow ? '100%' : undefined}
            value={show}
            onChange={(next) => onSearch({ show: next === 'chart' ? undefined : next })}
            data={shows.filter((one) => !narrow || one !== 'chart').map((value) => ({ value, label: label(value) }))}
          />
          {teams.length > 0 && (
            <Select
              aria-label={t('organizations.chart.team')}
              placeholder={t('organizations.chart.everyTeam')}
              data={teams}
              value={search.team ?? null}
              clearable
              clearButtonProps={{ 'aria-label': t('ui.clear') }}
              searchable={teams.length > 8}
              onChange={(team) => onSearch({ team: team ?? undefined })}
            />
          )}
          <Text size="sm" c="dimmed">
            {counts.join(' · ')}
          </Text>
        </Group>
        {add && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.run}>
            {add.label}
          </Button>
        )}
      </Group>
      {nodes.length === 0 ? (
        <EmptyState
          icon={IconSitemap}
          title={t('organizations.chart.empty')}
          hint={t('organizations.chart.emptyHint')}
          action={add}
        />
      ) : show === 'chart' ? (
        <div className={classes.look}>
          <WithPeek peek={peek}>
            <Suspense fallback={<LinesSkeleton lines={8} />}>
              <ChartCanvas
                {...view}
                key={`${id} ${search.team ?? ''}`}
                nodes={nodes}
                movable={editable && may('candidate.edit')}
                onMove={(node, to) => mayMove(node) && move(node, to)}
                onMoveAsked={(node) => mayMove(node) && setDialog({ kind: 'move', node })}
                onOpen={open}
                onPeek={(node) => setPeeked((former) => (former?.id === node.id ? undefined : person(node)))}
                onActive={(node) => setPeeked((former) => former && (person(node) ?? former))}
              />
            </Suspense>
          </WithPeek>
        </div>
      ) : (
        <div className={peek && classes.look}>
          <WithPeek peek={peek}>
            <div className={classes.listed}>
              {show !== 'list' && (show === 'open' ? positions : loose).length === 0 ? (
                <EmptyState icon={IconHierarchy3} title={t(`organizations.chart.none.${show}`)} />
              ) : (
                <ChartList {...view} nodes={show === 'list' ? nodes : show === 'open' ? positions : loose} />
              )}
            </div>
          </WithPeek>
        </div>
      )}
      {dialog && (
        <ChartDialogs
          dialog={dialog}
          nodes={nodes}
          organizationId={id}
          changes={changes}
          under={(node) => nodes.filter((one) => one.id !== node.id && !idsBelow(nodes, node.id).has(one.id))}
          onMove={move}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
