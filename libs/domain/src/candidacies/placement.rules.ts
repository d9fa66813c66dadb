import { addDays, type Day } from '../day.js';
import { Refusal } from '../refusal.js';
import type { SearchState } from '../searches/search.js';
import type { Transition, Transitions } from '../transitions.js';
import { whyNotWork } from './candidacy.rules.js';
import type { CandidacyFacts } from './candidacy.js';
import type { PlacementState } from './placement.js';
import type { StageGroup } from '../agencies/pipeline.js';

/** From state to state of a placement, and who may. */
export const placementTransitions = {
  start: { from: ['awaiting_start'], to: 'started', needs: 'placement.edit' },
  noShow: { from: ['awaiting_start'], to: 'no_show', needs: 'placement.edit' },
  passGuarantee: { from: ['started'], to: 'guarantee_passed', needs: 'placement.edit' },
  fallOff: { from: ['started'], to: 'fell_off', needs: 'placement.edit' },
  replaced: { from: ['fell_off'], to: 'replaced', needs: 'placement.edit' },
  refunded: { from: ['fell_off'], to: 'refunded', needs: 'placement.edit' },
  waived: { from: ['fell_off'], to: 'waived', needs: 'placement.edit' },
} as const satisfies Transitions<PlacementState>;

/** Back from a first day that was given up too early: only together with what gave it up. */
export const placementReturn = {
  from: ['no_show'],
  to: 'awaiting_start',
  needs: 'placement.edit',
} as const satisfies Transition<PlacementState>;

/** Why no placement begins here: the candidacy stands in `accepted` of a search that is not closed, and has no live one. */
export function whyNotPlace(
  candidacy: CandidacyFacts,
  group: StageGroup | null,
  { searchState, placed }: { searchState: SearchState; placed: boolean },
): Refusal | undefined {
  const refused = whyNotWork(searchState);
  if (refused) return refused;
  if (candidacy.role !== 'candidate') return new Refusal('candidacy.role');
  if (candidacy.exitedAt !== null) return new Refusal('candidacy.exited');
  if (placed) return new Refusal('placement.exists');
  return group === 'accepted' || group === 'placed' ? undefined : new Refusal('placement.stage');
}

/** Why a start, a departure or the like cannot have been on that day: not after `today`, not before `since`. */
export function whyNotOn(day: Day, since: Day | null, today: Day, pointer: string): Refusal | undefined {
  const message =
    day > today
      ? 'must not be in the future'
      : since !== null && day < since
        ? `must not be before ${since}`
        : undefined;
  return message === undefined
    ? undefined
    : new Refusal('placement.day', undefined, { errors: [{ pointer, message }] });
}

/** The last day of the guarantee; null where the search gives none. */
export function guaranteeUntil(startedOn: Day, guaranteeDays: number | null): Day | null {
  return guaranteeDays === null ? null : addDays(startedOn, guaranteeDays);
}

/** Why the guarantee has not passed yet. */
export function whyNotPassed(until: Day | null, today: Day): Refusal | undefined {
  return until !== null && today <= until ? new Refusal('placement.guarantee-runs', undefined, { until }) : undefined;
}
