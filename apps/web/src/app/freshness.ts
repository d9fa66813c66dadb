import type { Query, QueryClient } from '@tanstack/react-query';

const waiting = new Set<string>();
let underWay = 0;

const within =
  (parts: readonly string[]) =>
  ({ queryKey: [, path] }: Query): boolean =>
    typeof path === 'string' && parts.some((part) => path.includes(part));

/**
 * Marks as stale, and fetches anew, every query whose path contains one of the parts. While a write is under way
 * it waits for the last one to end, so that an answer from before a write never covers what the user sees already.
 */
export async function refresh(client: QueryClient, parts: Iterable<string>): Promise<void> {
  for (const part of parts) waiting.add(part);
  if (underWay > 0) return;
  const stale = [...waiting];
  waiting.clear();
  await client.invalidateQueries({ predicate: within(stale) });
}

/** Stops fetches whose answers a write makes stale; what is on screen stays as it is. */
function holdBack(client: QueryClient, parts: readonly string[]): void {
  const fetching = client.getQueryCache().findAll({ predicate: within(parts), fetchStatus: 'fetching' });
  for (const query of fetching) {
    const { data, dataUpdatedAt, fetchMeta } = query.state;
    if (data === undefined || fetchMeta?.fetchMore) continue;
    void query.cancel({ revert: true });
    query.setData(data, { updatedAt: dataUpdatedAt, manual: true });
  }
}

/** Runs a write and then marks as stale what it touches. */
export async function writing<Result>(
  client: QueryClient,
  parts: readonly string[],
  write: () => Promise<Result>,
): Promise<Result> {
  holdBack(client, parts);
  underWay += 1;
  try {
    return await write();
  } finally {
    underWay -= 1;
    void refresh(client, parts);
  }
}
