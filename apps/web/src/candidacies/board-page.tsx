import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconFileDescription, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf, type Schemas } from '../app/api.js';
import { lastSearch } from '../app/sections.js';
import { useMay } from '../app/session.js';
import { StartStageCallList } from '../call-lists/parts/start-call-list.js';
import { startWalk, useWalkOf, walking } from '../app/walk.js';
import { BlockedUniverse } from '../off-limits/parts/blocked-universe.js';
import { StateBadge } from '../searches/parts/state-badge.js';
import { Board } from '../ui/board/board.js';
import type { BoardColumn, Target } from '../ui/board/board-model.js';
import type { Action } from '../ui/action-items.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorState } from '../ui/error-state.js';
import { FilterBar } from '../ui/filters/filter-bar.js';
import { later } from '../ui/later.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { Page, PageSkeleton } from '../ui/page.js';
import { WithPeek } from '../ui/peek.js';
import { ColumnMenu } from '../ui/table/column-menu.js';
import type { Arrangement, Column } from '../ui/table/columns.js';
import { ViewTabs } from '../ui/view-tabs.js';
import { useConditions, useFilters } from './board-filters.js';
import type { BoardStage, Card } from './board-state.js';
import { BoardSkeleton } from './board-skeleton.js';
import { CandidacyCard } from './candidacy-card.js';
import { MoveBar } from './move-bar.js';
import { narrowingOf, type PeopleSearch } from './narrowing.js';
import { toneOf } from './parts/stage-mark.js';
import { usePeopleColumns } from './people-columns.js';
import { shownCards, useBoard } from './use-board.js';
import { type CardDialog, useCardActions } from './use-card-actions.js';
import { useMoves } from './use-moves.js';

type Search = Schemas['SearchView'];

const AddPeople = later(async () => (await import('./add-people.js')).AddPeople);
const CandidatePeek = later(async () => (await import('../candidates/parts/candidate-peek.js')).CandidatePeek);
const CardDialogOf = later(async () => (await import('./card-dialog.js')).CardDialogOf);
const SubmitDialog = later(async () => (await import('../portal/parts/submit-dialog.js')).SubmitDialog);
const PeopleList = later(async () => (await import('./people-list.js')).PeopleList);

const route = getRouteApi('/signed-in/searches/$id/board');
const none: ReadonlySet<string> = new Set();

/** The people of a search, as a board of its stages or as a list; both are narrowed by what the URL holds. */
export function BoardPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/searches/{id}', { params: { path: { id } } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Loaded key={id} search={data} />;
}

function Loaded({ search }: { search: Search }) {
  const { t } = useTranslation();
  const may = useMay();
  const url = route.useSearch();
  const navigate = route.useNavigate();
  const [selected, setSelected] = useState(none);
  const [dialog, setDialog] = useState<{ kind: CardDialog; card: Card }>();
  const [submitting, setSubmitting] = useState<readonly Card[]>([]);
  const [peeked, setPeeked] = useState<Card>();
  const { id, title, state, stages, abilities } = search;
  const change = (patch: Partial<PeopleSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  const client = useQueryClient();
  const moves = useMoves(id);
  const actionsOf = useCardActions(state !== 'closed', (kind, card) => setDialog({ kind, card }), setPeeked);
  const asList = url.as === 'list' || url.role !== undefined;
  const movable = may('candidacy.move') && state !== 'closed' && url.exited !== true;
  const filters = useFilters(id, url.exited === true);
  const conditions = useConditions(filters);
  const narrowed =
    url.q !== undefined || url.where !== undefined || filters.some(({ id: name }) => url[name] !== undefined);
  const mayAdd = abilities.includes('addCandidates');
  const add = mayAdd ? { label: t('candidacies.board.addPeople'), run: () => change({ create: true }) } : undefined;
  const move = (cards: readonly Card[], stage: BoardStageRef, to: Pick<Target, 'index' | 'after' | 'before'>) => {
    const [card] = cards;
    if (!card) return;
    if (cards.length > 1) {
      setSelected(none);
      void moves.moveMany({ ids: cards.map((one) => one.id), cards, stage }).catch(() => {});
    } else if (stage.group === 'placed' && card.group === 'accepted') setDialog({ kind: 'place', card });
    else void moves.move({ card, to: { stage, ...to } }).catch(() => {});
  };
  const destinationsOf = (card: Card): Action[] =>
    movable && card.role === 'candidate'
      ? stages.map((stage) => ({
          id: stage.id,
          label: stage.name,
          disabled: stage.id === card.stageId,
          run: () => move([card], stage, { index: Number.MAX_SAFE_INTEGER, after: undefined, before: undefined }),
        }))
      : [];
  const [now] = useState(() => Date.now());
  const today = new Date(now).toLocaleDateString('sv');
  const columns = usePeopleColumns(now, today, url.exited === true, actionsOf, destinationsOf);
  const empty = narrowed ? (
    <EmptyState
      icon={IconUsers}
      title={t('candidacies.board.nothing')}
      hint={t('candidacies.board.nothingHint')}
      action={{ label: t('candidacies.board.clear'), run: () => void navigate({ search: { as: url.as } }) }}
    />
  ) : (
    <EmptyState
      icon={IconUsers}
      title={t('candidacies.board.empty')}
      hint={t('candidacies.board.emptyHint')}
      action={add}
    />
  );
  const view = {
    search,
    url,
    now,
    today,
    selected,
    onSelect: setSelected,
    movable,
    empty,
    onPeek: (card: Card) => setPeeked((former) => (former?.id === card.id ? undefined : card)),
    onActive: (card: Card) => setPeeked((former) => former && card),
  };
  return (
    <Page
      fill
      title={title}
      trail={
        <>
          <Link to="/searches" search={() => lastSearch('/searches')}>
            {t('searches.title')}
          </Link>
          {' / '}
          <Link to="/organizations/$id" params={{ id: search.organizationId }}>
            {search.organizationName}
          </Link>
        </>
      }
      aside={
        <>
          <StateBadge state={state} />
          <Text c="dimmed">{t('home.people', { count: search.candidateCount })}</Text>
          <BlockedUniverse searchId={id} />
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileDescription size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/searches/$id" params={{ id }} {...props} />}
          >
            {t('searches.details')}
          </Button>
          <StartStageCallList searchId={id} stages={stages} />
          {add && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={add.run}>
              {add.label}
            </Button>
          )}
        </>
      }
      toolbar={
        <>
          <ViewTabs
            subject="candidacies"
            search={url}
            onOpen={(next) => void navigate({ search: next as PeopleSearch })}
          />
          <FilterBar
            filters={filters}
            conditions={conditions}
            values={url}
            onChange={change}
            search={url.q}
            onSearch={(q) => change({ q })}
          >
            {asList && <ColumnMenu columns={columns} shown={url.columns} widths={url.widths} onChange={change} />}
            <SegmentedControl
              aria-label={t('candidacies.board.view')}
              value={asList ? 'list' : 'board'}
              onChange={(next) => change(next === 'list' ? { as: 'list' } : { as: undefined, role: undefined })}
              data={(['board', 'list'] as const).map((value) => ({ value, label: t(`candidacies.board.${value}`) }))}
            />
          </FilterBar>
          <MoveBar
            count={selected.size}
            stages={stages}
            onClear={() => setSelected(none)}
            onSubmit={
              movable && may('submission.make') ? () => setSubmitting(shownCards(client, id, selected)) : undefined
            }
            onMove={(stage) => {
              setSelected(none);
              void moves
                .moveMany({ ids: [...selected], cards: shownCards(client, id, selected), stage })
                .catch(() => {});
            }}
          />
        </>
      }
    >
      <WithPeek
        peek={
          peeked && (
            <CandidatePeek
              id={peeked.candidateId}
              name={peeked.candidateName}
              ownName={peeked.nativeName}
              addable={selected.size === 0}
              onClose={() => setPeeked(undefined)}
            />
          )
        }
      >
        {asList ? (
          <AsList {...view} columns={columns} onSort={(sort) => change({ sort })} onArrange={change} />
        ) : (
          <AsBoard {...view} move={move} actionsOf={actionsOf} />
        )}
      </WithPeek>
      <Suspense>
        {dialog && <CardDialogOf {...dialog} stages={stages} moves={moves} onClose={() => setDialog(undefined)} />}
        {submitting.length > 0 && <SubmitDialog people={submitting} onClose={() => setSubmitting([])} />}
        {url.create === true && mayAdd && <AddPeople searchId={id} onClose={() => change({ create: undefined })} />}
      </Suspense>
    </Page>
  );
}

type BoardStageRef = Pick<BoardStage, 'id' | 'name' | 'group'>;

type ViewProps = {
  search: Search;
  url: PeopleSearch;
  now: number;
  today: string;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  movable: boolean;
  empty: React.ReactNode;
  onPeek: (card: Card) => void;
  onActive: (card: Card) => void;
};

type BoardProps = ViewProps & {
  move: (cards: readonly Card[], stage: BoardStageRef, to: Pick<Target, 'index' | 'after' | 'before'>) => void;
  actionsOf: (card: Card) => Action[];
};

function AsBoard({ search, url, now, today, movable, move, actionsOf, empty, ...board }: BoardProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrowing = narrowingOf(url, today);
  const { data, error, refetch, loadMore } = useBoard(search.id, narrowing, true);
  const stages = data?.stages;
  const columns = useMemo(
    () =>
      (stages ?? []).map(({ id, name, group, total, items }): BoardColumn<Card> => ({
        id,
        name,
        hint: t(`words.stageGroup.${group}`),
        tone: toneOf(group),
        total,
        cards: items,
        hasMore: items.length < total,
      })),
    [stages, t],
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!stages) return <BoardSkeleton columns={search.stages.length} />;
  if (columns.every(({ total }) => total === 0)) return empty;
  return (
    <Board
      label={t('candidacies.board.title')}
      columns={columns}
      nameOf={({ candidateName }) => candidateName}
      renderCard={(card) => (
        <CandidacyCard
          card={card}
          now={now}
          today={today}
          onNext={actionsOf(card).find(({ id }) => id === 'next')?.run}
        />
      )}
      {...board}
      actionsOf={actionsOf}
      movable={movable}
      onMove={(cards, target) => {
        const stage = stages.find(({ id }) => id === target.column);
        if (stage) move(cards, stage, target);
      }}
      onOpen={({ candidateId, stageId }) => {
        const stage = columns.find(({ id }) => id === stageId);
        startWalk({
          ids: stage?.cards.map((card) => card.candidateId) ?? [candidateId],
          total: stage && { count: stage.total, floor: false },
        });
        void navigate({ to: '/candidates/$id', params: { id: candidateId }, state: walking });
      }}
      {...(movable && {
        onExit: (card: Card) =>
          actionsOf(card)
            .find(({ id }) => id === 'exit')
            ?.run(),
        onSubmit: (card: Card) =>
          actionsOf(card)
            .find(({ id }) => id === 'submit')
            ?.run(),
      })}
      onLoadMore={loadMore}
    />
  );
}

type ListProps = ViewProps & {
  columns: readonly Column<Card>[];
  onSort: (sort: string | undefined) => void;
  onArrange: (next: Partial<Arrangement>) => void;
};

function AsList({
  search,
  url,
  today,
  selected,
  onSelect,
  movable,
  empty,
  columns,
  onSort,
  onPeek,
  onActive,
  onArrange,
}: ListProps) {
  const { t } = useTranslation();
  const asked = {
    role: 'candidate',
    // The figures of targets count those who left too.
    ...(url['targetId'] === undefined && { exited: false }),
    ...narrowingOf(url, today),
    ...(url.sort && { sort: url.sort }),
    limit: 100,
  } as QueryOf<'getSearchesByIdCandidacies'>;
  const params = { path: { id: search.id }, query: asked };
  const query = $api.useInfiniteQuery('get', '/api/v1/searches/{id}/candidacies', { params }, byCursor);
  const list = useListState<Card>(query);
  const ids = useMemo(() => list.rows.map(({ candidateId }) => candidateId), [list.rows]);
  useWalkOf({ ids, cursor: list.cursor, source: { kind: 'candidacies', searchId: search.id, query: asked } });
  return (
    <Suspense fallback={<PageSkeleton />}>
      <PeopleList
        label={t('candidacies.board.people')}
        list={list}
        columns={columns}
        shown={url.columns}
        widths={url.widths}
        onArrange={onArrange}
        sort={url.sort}
        onSort={onSort}
        selected={selected}
        onSelect={movable ? onSelect : undefined}
        onPeek={onPeek}
        onActive={onActive}
        empty={empty}
      />
    </Suspense>
  );
}
