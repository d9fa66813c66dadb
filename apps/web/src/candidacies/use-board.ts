import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { api } from '../app/api.js';
import { type BoardStage, type Card, renewed, type Stages } from './board-state.js';
import type { Narrowing } from './narrowing.js';

type Board = { stages: Stages };

const path = '/api/v1/searches/{id}/board';
const pageSize = 200;
const mostPages = 10;

const byRank = (one: Card, other: Card): number => (one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0);

async function people(id: string, query: Narrowing, signal: AbortSignal): Promise<Card[]> {
  const found: Card[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { data } = await api.GET('/api/v1/searches/{id}/candidacies', {
      params: { path: { id }, query: { ...query, limit: pageSize, ...(cursor && { cursor }) } },
      signal,
    });
    found.push(...(data?.items ?? []));
    if (!data?.nextCursor) break;
    cursor = data.nextCursor;
  }
  return found.toSorted(byRank);
}

async function load(
  id: string,
  narrowing: Narrowing | undefined,
  whole: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Board> {
  const { data } = await api.GET(path, { params: { path: { id } }, signal });
  const stages = data?.stages ?? [];
  const inside = { role: 'candidate', exited: false };
  if (narrowing) {
    const byStage = Map.groupBy(await people(id, { ...inside, ...narrowing }, signal), ({ stageId }) => stageId);
    return {
      stages: stages.map((stage) => {
        const items = byStage.get(stage.id) ?? [];
        return { ...stage, items, total: items.length };
      }),
    };
  }
  const full = stages.map(async (stage): Promise<BoardStage> => {
    if (!whole.has(stage.id) || stage.items.length >= stage.total) return stage;
    return { ...stage, items: await people(id, { ...inside, stageId: stage.id }, signal) };
  });
  return { stages: await Promise.all(full) };
}

/** The board of a search: the first cards of each stage, all of a stage once its end was seen, or all that match a narrowing. */
export function useBoard(id: string, narrowing: Narrowing | undefined, enabled: boolean) {
  const client = useQueryClient();
  const whole = useRef(new Set<string>());
  const words = JSON.stringify(narrowing ?? null);
  const queryKey = useMemo(() => ['get', path, { params: { path: { id } }, words }] as const, [id, words]);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => load(id, narrowing, whole.current, signal),
    enabled,
    placeholderData: (former) => former,
  });
  const loadMore = useCallback(
    (stageId: string) => {
      if (whole.current.has(stageId)) return;
      whole.current.add(stageId);
      void client.invalidateQueries({ queryKey });
    },
    [client, queryKey],
  );
  return { ...query, queryKey, loadMore };
}

/** Changes what every loaded board of the search shows, at once; a fetch under way does not undo it. */
export function patchBoards(client: QueryClient, id: string, next: (stages: Stages) => Stages): void {
  const mine = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => isBoardOf(queryKey, id) };
  void client.cancelQueries(mine);
  client.setQueriesData<Board>(mine, (board) => board && { stages: next(board.stages) });
}

/** Shows what the server says of a candidacy, on the boards and in the lists of its search. */
export function showCard(client: QueryClient, row: Card): void {
  patchBoards(client, row.searchId, (stages) => renewed(stages, row));
  patchList(client, row.searchId, (card) => (card.id === row.id ? { ...card, ...row } : card));
}

type Pages = { pages: readonly { items: readonly Card[] }[] };

/** Changes the rows of every loaded list of people of the search, at once. */
export function patchList(client: QueryClient, id: string, next: (card: Card) => Card): void {
  const mine = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => isListOf(queryKey, id) };
  client.setQueriesData<Pages>(
    mine,
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(next) })) },
  );
}

/** The cards with these ids that some loaded board or list of the search shows, in its order. */
export function shownCards(client: QueryClient, id: string, ids: ReadonlySet<string>): Card[] {
  const boards = client.getQueriesData<Board>({ predicate: ({ queryKey }) => isBoardOf(queryKey, id) });
  const lists = client.getQueriesData<Pages>({ predicate: ({ queryKey }) => isListOf(queryKey, id) });
  const cards = [
    ...boards.flatMap(([, board]) => board?.stages.flatMap(({ items }) => items) ?? []),
    ...lists.flatMap(([, list]) => list?.pages.flatMap(({ items }) => items) ?? []),
  ];
  return [...new Map(cards.filter((card) => ids.has(card.id)).map((card) => [card.id, card])).values()];
}

type Init = { params?: { path?: { id?: string } } } | undefined;

const isOf = (queryKey: readonly unknown[], wanted: string, id: string): boolean =>
  queryKey[1] === wanted && (queryKey[2] as Init)?.params?.path?.id === id;
const isBoardOf = (queryKey: readonly unknown[], id: string) => isOf(queryKey, path, id);
const isListOf = (queryKey: readonly unknown[], id: string) => isOf(queryKey, '/api/v1/searches/{id}/candidacies', id);
