import { readWhere } from '@domain/where.js';
import { oneOf, text, texts, flag } from './search-params.js';
import type { FilterValue } from '../ui/filters/filters.js';

/** What the URL of a list holds: text, sort, columns in their order and their widths, whether something is being made, and its filters by their names in the API. */
export type ListSearch = {
  q?: string | undefined;
  sort?: string | undefined;
  columns?: string[] | undefined;
  /** Widths of columns as `id:px`, of those that are not as wide as they come. */
  widths?: string[] | undefined;
  /** The saved view that is open. */
  view?: string | undefined;
  /** Conditions in groups, as the API takes them. */
  where?: string | undefined;
  create?: true | undefined;
  [filter: string]: FilterValue | undefined;
};

type Kind = 'text' | 'texts' | 'flag';

/** Reads the URL of a list: only these filters and sorts, everything else is passed over. */
export function listSearch(
  filters: Readonly<Record<string, Kind>>,
  sorts: readonly string[],
): (raw: Record<string, unknown>) => ListSearch {
  const allowed = sorts.flatMap((sort) => [sort, `-${sort}`]);
  const readers = { text, texts, flag };
  return (raw) => ({
    q: text(raw['q']),
    sort: oneOf(allowed, raw['sort']),
    columns: texts(raw['columns']),
    widths: texts(raw['widths']),
    view: text(raw['view']),
    where: where(raw['where']),
    create: flag(raw['create']),
    ...Object.fromEntries(Object.entries(filters).map(([name, kind]) => [name, readers[kind](raw[name])])),
  });
}

/** Parameters of the API as texts alone, as they stand in an address. */
export function textsOf(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

/** A nested filter that can be read; anything else is passed over. */
function where(raw: unknown): string | undefined {
  return typeof raw === 'string' && 'group' in readWhere(raw) ? raw : undefined;
}

/** The same as parameters of the API: several values with commas, what only the screen needs left out. */
export function apiQuery<Query>(
  search: ListSearch,
  fixed: Readonly<Record<string, string | number | boolean>> = {},
): Query {
  const { columns: _columns, widths: _widths, create: _create, view: _view, ...rest } = search;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const values = given.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]);
  return { ...fixed, ...Object.fromEntries(values) } as Query;
}
