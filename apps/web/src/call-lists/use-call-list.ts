import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../app/api.js';

export type CallEntry = Schemas['CallListEntryRow'];

const path = '/api/v1/call-lists/{id}/entries';
const pageSize = 200;
const mostPages = 3;
const keyOf = (id: string) => ['get', path, { params: { path: { id } } }] as const;

async function load(id: string, signal: AbortSignal): Promise<CallEntry[]> {
  const found: CallEntry[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { data } = await api.GET(path, {
      params: { path: { id }, query: { limit: pageSize, ...(cursor && { cursor }) } },
      signal,
    });
    found.push(...(data?.items ?? []));
    if (!data?.nextCursor) break;
    cursor = data.nextCursor;
  }
  return found;
}

/** Everyone on a call list, in its order. */
export function useCallEntries(id: string) {
  return useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => load(id, signal) });
}

/** Shows an entry in another state at once; answers how to take exactly that back. */
export function showState(client: QueryClient, entry: CallEntry, state: CallEntry['state']): () => void {
  const put = (next: CallEntry['state']) =>
    client.setQueryData<CallEntry[]>(keyOf(entry.callListId), (all) =>
      all?.map((one) => (one.id === entry.id ? { ...one, state: next } : one)),
    );
  put(state);
  return () => put(entry.state);
}
