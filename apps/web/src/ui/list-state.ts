import { useMemo } from 'react';

/** A list as the screen needs it: the rows loaded so far, whether there are more, and what went wrong. */
export type ListState<Row> = {
  rows: readonly Row[];
  /** How many there are in all, where it was asked for; `floor` when there are more than that. */
  total: { count: number; floor: boolean } | undefined;
  loading: boolean;
  loadingMore: boolean;
  hasMore: boolean;
  /** Where the next page begins. */
  cursor: string | null;
  error: unknown;
  loadMore: () => void;
  retry: () => void;
};

type Page<Row> = {
  items: readonly Row[];
  nextCursor?: string | null;
  total?: number | null;
  totalIsFloor?: boolean | null;
};

type PagedQuery<Row> = {
  data: { pages: readonly (Page<Row> | undefined)[] } | undefined;
  isPending: boolean;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
};

/** How a paged query finds its next page; spread into the options of `useInfiniteQuery`. */
export const byCursor = {
  initialPageParam: null as unknown,
  pageParamName: 'cursor',
  getNextPageParam: (page: { nextCursor?: string | null } | undefined): unknown => page?.nextCursor ?? undefined,
};

const noRows: readonly never[] = [];

/** The list that a paged query has loaded; its rows keep their identity while nothing changes. */
export function useListState<Row>(query: PagedQuery<Row>): ListState<Row> {
  const { data, isPending, isFetchingNextPage, hasNextPage, error, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page?.items ?? []) ?? noRows, [data]);
  const first = data?.pages[0];
  const total =
    typeof first?.total === 'number' ? { count: first.total, floor: first.totalIsFloor === true } : undefined;
  return {
    rows,
    total,
    loading: isPending,
    loadingMore: isFetchingNextPage,
    hasMore: hasNextPage,
    cursor: data?.pages.at(-1)?.nextCursor ?? null,
    error: data ? undefined : error,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    retry: () => void refetch(),
  };
}
