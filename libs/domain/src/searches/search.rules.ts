import { type Actor, may } from '../access/policy.js';
import { clientRoles, type Role } from '../access/roles.js';
import type { Day } from '../day.js';
import { Refusal } from '../refusal.js';
import { passable, type Transitions } from '../transitions.js';
import type { SearchState, TargetState } from './search.js';

/** From state to state of a search by hand, and who may. */
export const searchTransitions = {
  hold: { from: ['open'], to: 'on_hold', needs: 'search.edit' },
  resume: { from: ['on_hold'], to: 'open', needs: 'search.edit' },
  close: { from: ['open', 'on_hold'], to: 'closed', needs: 'search.edit' },
  reopen: { from: ['closed'], to: 'open', needs: 'search.edit' },
} as const satisfies Transitions<SearchState>;

/** The state that a search takes by its live placements: filled when they reach its openings, open again when one falls off. */
export function stateByPlacements(state: SearchState, openings: number, placements: number): SearchState {
  if (state === 'closed') return state;
  if (placements >= openings) return 'filled';
  return state === 'filled' ? 'open' : state;
}

/** Why a hold, its end or the closing cannot be on that day: not after `today`, not before `since`. */
export function whyNotOnDay(day: Day, since: Day, today: Day, pointer: string): Refusal | undefined {
  const message = day > today ? 'must not be in the future' : day < since ? `must not be before ${since}` : undefined;
  return message === undefined ? undefined : new Refusal('search.day', undefined, { errors: [{ pointer, message }] });
}

/** Why nothing of a closed search is changed but its reopening. */
export function whyNotEdit(search: { readonly state: SearchState }): Refusal | undefined {
  return search.state === 'closed' ? new Refusal('search.state', undefined, { state: search.state }) : undefined;
}

/** Why someone does not work on a search: only colleagues do. */
export function whyNotOnTeam(member: { readonly role: Role } | undefined, pointer: string): Refusal | undefined {
  if (!member) {
    return new Refusal('reference.unknown', undefined, { errors: [{ pointer, message: 'does not exist' }] });
  }
  if (!clientRoles.includes(member.role)) return undefined;
  return new Refusal('search.team-member', undefined, { errors: [{ pointer, message: 'must be a colleague' }] });
}

/** From which states of research a target goes to which. */
export const targetTransitions: Readonly<Record<TargetState, readonly TargetState[]>> = {
  to_map: ['mapping', 'off_limits'],
  mapping: ['to_map', 'mapped', 'exhausted', 'off_limits'],
  mapped: ['mapping', 'exhausted', 'off_limits'],
  exhausted: ['mapping', 'off_limits'],
  off_limits: ['to_map', 'mapping'],
};

/** Why a target cannot go from one state of research to another. The same state is no change. */
export function whyNotResearch(from: TargetState, to: TargetState): Refusal | undefined {
  if (from === to || targetTransitions[from].includes(to)) return undefined;
  const message = `from ${from} it goes to ${targetTransitions[from].join(', ')}`;
  return new Refusal('target.state', undefined, { errors: [{ pointer: '/state', message }] });
}

/** What the actor may do with this search now: for `abilities`. */
export function searchAbilities(actor: Actor, { state }: { readonly state: SearchState }): string[] {
  const running = state !== 'closed';
  return [
    ...(may(actor, 'search.edit') && running ? ['edit', 'editStages', 'editTeam'] : []),
    ...(may(actor, 'search.edit-fee') && running ? ['editTerms'] : []),
    ...(may(actor, 'target.edit') && running ? ['editTargets'] : []),
    ...(may(actor, 'candidacy.add') && running ? ['addCandidates'] : []),
    ...passable(actor, searchTransitions, state),
  ];
}
