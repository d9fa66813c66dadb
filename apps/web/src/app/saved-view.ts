import type { Schemas } from './api.js';
import { parseSearch, stringifySearch } from './search-params.js';

export type SavedView = Schemas['SavedViewRow'];

/** What a view keeps of an address: filters, order, columns; not which view is open, nor what is being made. */
export function viewQuery(search: Readonly<Record<string, unknown>>): string {
  const { view: _view, create: _create, ...rest } = search;
  const sorted = Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return stringifySearch(Object.fromEntries(sorted)).slice(1);
}

/** The address of a view: what it keeps, and its own name. */
export function searchOfView({ id, query }: Pick<SavedView, 'id' | 'query'>): Record<string, unknown> {
  return { ...parseSearch(query), view: id };
}

/** Whether the address shows something else than the view keeps. */
export function differs(view: Pick<SavedView, 'query'>, search: Readonly<Record<string, unknown>>): boolean {
  return viewQuery(parseSearch(view.query)) !== viewQuery(search);
}

/** Pinned first, then the own ones, then those of colleagues; each by name. */
export function inOrder(views: readonly SavedView[], memberId: string): SavedView[] {
  const place = ({ pinned, memberId: owner }: SavedView) => (pinned ? 0 : owner === memberId ? 1 : 2);
  return views.toSorted((one, other) => place(one) - place(other));
}
