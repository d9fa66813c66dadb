import { useSyncExternalStore } from 'react';
import { toProblem } from '../../app/problem.js';
import type { Why } from './use-verdict.js';

/** An action that off-limits refused: about whom, why, and how it is done again. */
export type Blocked = {
  candidateId: string;
  name: string;
  searchId: string | null;
  why: readonly Why[];
  mayOverride: boolean;
  again: (() => void) | undefined;
};

let blocked: Blocked | undefined;
const listeners = new Set<() => void>();

function show(next: Blocked | undefined): void {
  blocked = next;
  for (const listener of listeners) listener();
}

/** Tells of a refusal by off-limits in a dialog of its own; answers whether it was one. `again` repeats what was refused. */
export function tellBlocked(
  thrown: unknown,
  about: { candidateId: string; name: string; searchId?: string | null | undefined; again?: () => void },
): boolean {
  const { code, facts } = toProblem(thrown);
  if (code !== 'off-limits.blocked') return false;
  const why = Array.isArray(facts['why']) ? (facts['why'] as Why[]) : [];
  show({
    candidateId: about.candidateId,
    name: about.name,
    searchId: about.searchId ?? null,
    why,
    mayOverride: facts['mayOverride'] === true,
    again: about.again,
  });
  return true;
}

/** Closes the dialog. */
export function closeBlocked(): void {
  show(undefined);
}

/** What is refused now, if anything. */
export function useBlocked(): Blocked | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => blocked,
  );
}
