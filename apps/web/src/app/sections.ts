import type { ListSearch } from './list-search.js';
import { parseSearch, stringifySearch } from './search-params.js';

const storageKey = 'longlist.sections';
const mostKept = 40;

function kept(): [string, string][] {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(raw) ? (raw as [string, string][]) : [];
  } catch {
    return [];
  }
}

/** Keeps how a section was last looked at: its view, filters, order and columns. */
export function rememberSection(path: string, search: Readonly<Record<string, unknown>>): void {
  const { create: _create, ...rest } = search;
  const others = kept().filter(([one]) => one !== path);
  const all = [...others, [path, stringifySearch(rest)]].slice(-mostKept);
  localStorage.setItem(storageKey, JSON.stringify(all));
}

/** How the section was last looked at; nothing where it was not yet. */
export function lastSearch(path: string): ListSearch {
  const found = kept().find(([one]) => one === path);
  return found ? (parseSearch(found[1]) as ListSearch) : {};
}

/** Forgets all of it: another person may sign in next. */
export function forgetSections(): void {
  localStorage.removeItem(storageKey);
}
