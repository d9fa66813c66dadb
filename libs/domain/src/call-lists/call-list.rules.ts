import { Refusal } from '../refusal.js';
import type { CallListSource, CallListState } from './call-list.js';

/** Why a source is not whole: a stage is named with its search, the other sources name neither. */
export function whyNotFrom(source: {
  kind: CallListSource;
  searchId?: string | null | undefined;
  stageId?: string | null | undefined;
  filters?: unknown;
}): Refusal | undefined {
  const { kind, searchId, stageId, filters } = source;
  if (kind === 'stage' && !searchId) return invalid('/source/searchId', 'names the search of the stage');
  if (kind === 'stage' && !stageId) return invalid('/source/stageId', 'names the stage');
  if (kind !== 'stage' && searchId) return invalid('/source/searchId', 'goes with a stage alone');
  if (kind !== 'stage' && stageId) return invalid('/source/stageId', 'goes with a stage alone');
  if (kind !== 'view' && filters !== undefined) return invalid('/source/filters', 'go with a view alone');
  return undefined;
}

/** Why an entry cannot be skipped, or taken back among those who wait. */
export function whyNotSkip(state: CallListState, skipped: boolean): Refusal | undefined {
  const from: CallListState = skipped ? 'waiting' : 'skipped';
  return state === from ? undefined : new Refusal('call-list.state');
}

/** Each person once, where they stand first, at most `most`. */
export function eachOnce<Row extends { candidateId: string }>(rows: readonly Row[], most: number): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(row.candidateId)) first.set(row.candidateId, row);
  return [...first.values()].slice(0, most);
}

/** The place of the next one who waits, after `from` and then from the start; undefined where nobody waits. */
export function nextWaiting(states: readonly CallListState[], from: number): number | undefined {
  const after = states.findIndex((state, index) => index > from && state === 'waiting');
  if (after >= 0) return after;
  const before = states.findIndex((state, index) => index < from && state === 'waiting');
  return before >= 0 ? before : undefined;
}

function invalid(pointer: string, message: string): Refusal {
  return new Refusal('request.invalid', undefined, { errors: [{ pointer, message }] });
}
