import { listSearch, type ListSearch } from '../app/list-search.js';

/** What a board or its list is narrowed by, as the API names it. */
export type Narrowing = Readonly<Record<string, string | boolean>>;

/** What the URL of a board holds: its filters, and whether it is shown as a list. */
export type PeopleSearch = ListSearch & { as?: 'list' | undefined };

const readList = listSearch(
  {
    ownerId: 'text',
    group: 'texts',
    due: 'flag',
    exited: 'flag',
    exitReason: 'texts',
    role: 'texts',
    targetId: 'text',
    reached: 'text',
  },
  ['nextActionOn', 'enteredStageAt', 'updatedAt'],
);

/** Reads the URL of a board. */
export function peopleSearch(raw: Record<string, unknown>): PeopleSearch {
  return { ...readList(raw), as: raw['as'] === 'list' ? 'list' : undefined };
}

/** The filters as the API names them; undefined where nothing narrows. */
export function narrowingOf(search: PeopleSearch, today: string): Narrowing | undefined {
  const { q, where, ownerId, group, due, exited, exitReason, role, targetId, reached } = search;
  const given = {
    q,
    where,
    ownerId,
    group,
    exitReason: exited ? exitReason : undefined,
    role,
    targetId,
    reached,
    nextActionOnTo: due ? today : undefined,
    exited,
  };
  const entries = Object.entries(given).flatMap(([name, value]): [string, string | boolean][] => {
    if (value === undefined) return [];
    return [[name, typeof value === 'string' || value === true ? value : value.join(',')]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
