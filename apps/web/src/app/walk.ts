import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { $api, api } from './api.js';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The record was opened from a list: `J` and `K` go on through it. */
    walking?: boolean;
  }
}

/** Where more people of the list come from. */
type Source = { query: Readonly<Record<string, unknown>> } & (
  { kind: 'candidates' } | { kind: 'candidacies'; searchId: string } | { kind: 'people'; organizationId: string }
);

/** A list of people as it stood when one of them was opened. */
export type Walk = {
  ids: readonly string[];
  /** How many there are in all, where it is known; `floor` when there are more than that. */
  total?: { count: number; floor: boolean } | undefined;
  /** Where the list goes on after the last id. */
  cursor?: string | null | undefined;
  source?: Source;
};

/** The history state of a record that is opened from a list. */
export const walking = { walking: true };

const storageKey = 'longlist.walk';
const ahead = 5;

let current: Walk | undefined;

/** Keeps the order of a list for the records that are opened from it; a reload keeps it too. */
export function startWalk(walk: Walk): void {
  current = walk;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(walk));
  } catch {
    sessionStorage.removeItem(storageKey);
  }
}

function walkNow(): Walk | undefined {
  if (current) return current;
  try {
    current = (JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Walk | null) ?? undefined;
  } catch {
    sessionStorage.removeItem(storageKey);
  }
  return current;
}

function pageAfter(source: Source, cursor: string) {
  const query = { ...source.query, total: false, cursor };
  switch (source.kind) {
    case 'candidates':
      return api.GET('/api/v1/candidates', { params: { query } });
    case 'candidacies':
      return api.GET('/api/v1/searches/{id}/candidacies', { params: { path: { id: source.searchId }, query } });
    case 'people':
      return api.GET('/api/v1/organizations/{id}/people', { params: { path: { id: source.organizationId }, query } });
  }
}

/** Adds the next people of the list: their ids, and where it goes on after them. */
async function further({ ids, cursor, source, ...walk }: Walk): Promise<Walk> {
  if (!source || !cursor) return { ids, source, ...walk } as Walk;
  const found = await pageAfter(source, cursor);
  const items: readonly { id: string; candidateId?: string }[] = found.data?.items ?? [];
  const more = items.map(({ id, candidateId }) => candidateId ?? id).filter((id) => !ids.includes(id));
  return { ...walk, ids: [...ids, ...more], cursor: found.data?.nextCursor ?? null, source };
}

/** Keeps the order of the list that is on screen, whenever it grows or changes. */
export function useWalkOf(walk: Walk): void {
  const start = useEffectEvent(() => startWalk(walk));
  useEffect(() => {
    if (walk.ids.length > 0) start();
  }, [walk.ids, walk.cursor]);
}

type Steps = {
  position: number;
  total: { count: number; floor: boolean };
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
};

/** Where the person stands in the list they were opened from, and the ways to the next and the previous one. */
export function useSteps(id: string, fromList: boolean, open: (id: string) => void): Steps | undefined {
  const client = useQueryClient();
  const [walk, setWalk] = useState(() => (fromList ? walkNow() : undefined));
  const loading = useRef<Promise<Walk>>(undefined);
  const index = walk?.ids.indexOf(id) ?? -1;
  const load = async (from: Walk): Promise<Walk> => {
    loading.current ??= further(from).finally(() => (loading.current = undefined));
    const longer = await loading.current;
    startWalk(longer);
    setWalk(longer);
    return longer;
  };
  const prepare = useEffectEvent(() => {
    if (!walk || index < 0) return;
    const after = walk.ids[index + 1];
    if (after !== undefined) {
      const next = $api.queryOptions('get', '/api/v1/candidates/{id}', { params: { path: { id: after } } });
      void client.prefetchQuery(next);
    }
    if (walk.cursor && index >= walk.ids.length - ahead) void load(walk).catch(() => {});
  });
  useEffect(() => prepare(), [id]);
  if (!walk || index < 0) return undefined;

  const goOn = async () => {
    const longer = walk.ids[index + 1] === undefined ? await load(walk) : walk;
    const after = longer.ids[index + 1];
    if (after !== undefined) open(after);
  };
  const before = walk.ids[index - 1];
  const hasNext = index + 1 < walk.ids.length || Boolean(walk.cursor);
  const known = walk.total;
  return {
    position: index + 1,
    total: {
      count: Math.max(known?.count ?? 0, walk.ids.length),
      floor: known ? known.floor && walk.ids.length <= known.count : Boolean(walk.cursor),
    },
    next: hasNext ? () => void goOn().catch(() => {}) : undefined,
    previous: before === undefined ? undefined : () => open(before),
  };
}
