import { type Actor, may } from '../access/policy.js';
import { Refusal } from '../refusal.js';
import type { SearchState } from '../searches/search.js';
import type { CandidacyFacts } from './candidacy.js';
import type { StageFacts } from './stages.js';

/** What stands around a candidacy when it is about to move. */
export type Surroundings = {
  readonly searchState: SearchState;
  /** A placement of this candidacy waits for its start or holds. */
  readonly placed: boolean;
  /** When the latest row of its stage log that counts happened. */
  readonly lastAt: string | null;
};

/** Why nobody is put on this search's longlist, moved along its stages or brought back. */
export function whyNotWork(searchState: SearchState): Refusal | undefined {
  return searchState === 'closed' ? new Refusal('candidacy.search-closed') : undefined;
}

/** Why a candidacy cannot move from its stage to `to`. The same stage is no fault here: its order may change. */
export function whyNotMove(
  candidacy: CandidacyFacts,
  from: StageFacts | null,
  to: StageFacts,
  { searchState, placed }: Pick<Surroundings, 'searchState' | 'placed'>,
): Refusal | undefined {
  const refused = whyNotWork(searchState) ?? whyNotInPipeline(candidacy);
  if (refused) return refused;
  if (from?.id === to.id) return undefined;
  if (to.group === 'placed' && !placed) return new Refusal('candidacy.placement-needed');
  if (to.group !== 'placed' && placed) return new Refusal('candidacy.placed');
  return undefined;
}

/** Why a candidacy cannot leave the pipeline. */
export function whyNotExit(candidacy: CandidacyFacts, { placed }: Pick<Surroundings, 'placed'>): Refusal | undefined {
  return whyNotInPipeline(candidacy) ?? (placed ? new Refusal('candidacy.placed') : undefined);
}

/** Why a candidacy that left cannot come back into the stage `to`. */
export function whyNotReopen(
  candidacy: CandidacyFacts,
  to: StageFacts,
  { searchState }: Pick<Surroundings, 'searchState'>,
): Refusal | undefined {
  const refused = whyNotWork(searchState) ?? whyNotCandidate(candidacy);
  if (refused) return refused;
  if (candidacy.exitedAt === null) return new Refusal('candidacy.not-exited');
  return to.group === 'placed' ? new Refusal('candidacy.placement-needed') : undefined;
}

/** Why a candidacy cannot take another role: one that left or is placed keeps it. */
export function whyNotRole(candidacy: CandidacyFacts, { placed }: Pick<Surroundings, 'placed'>): Refusal | undefined {
  if (candidacy.exitedAt !== null) return new Refusal('candidacy.exited');
  return placed ? new Refusal('candidacy.placed') : undefined;
}

/** When something happened that was told without a moment: now, and never before what it follows. ISO 8601. */
export function momentOf(occurredAt: string | undefined, lastAt: string | null, now: Date): string {
  const told = occurredAt === undefined ? now.getTime() : Date.parse(occurredAt);
  const last = occurredAt === undefined && lastAt !== null ? Date.parse(lastAt) : told;
  return new Date(Math.max(told, last)).toISOString();
}

/** Why something cannot have happened then: not in the future, not before what it follows. */
export function whyNotAt(occurredAt: string, lastAt: string | null, now: Date): Refusal | undefined {
  const pointer = '/occurredAt';
  if (lastAt !== null && Date.parse(occurredAt) < Date.parse(lastAt)) {
    const errors = [{ pointer, message: `must not be before ${lastAt}` }];
    return new Refusal('candidacy.occurred-before', undefined, { errors });
  }
  if (Date.parse(occurredAt) > now.getTime() && occurredAt !== lastAt) {
    const errors = [{ pointer, message: 'must not be in the future' }];
    return new Refusal('candidacy.occurred-future', undefined, { errors });
  }
  return undefined;
}

/** What the actor may do with this candidacy now: for `abilities`. */
export function candidacyAbilities(
  actor: Actor,
  candidacy: CandidacyFacts,
  { searchState, placed, accepted }: Pick<Surroundings, 'searchState' | 'placed'> & { accepted: boolean },
): string[] {
  const moving = may(actor, 'candidacy.move');
  const running = searchState !== 'closed';
  const inside = candidacy.role === 'candidate' && candidacy.exitedAt === null;
  return [
    ...(moving ? ['edit'] : []),
    ...(moving && inside && running ? ['move'] : []),
    ...(moving && inside && !placed ? ['exit'] : []),
    ...(moving && running && candidacy.role === 'candidate' && !inside ? ['reopen'] : []),
    ...(may(actor, 'placement.edit') && inside && running && accepted && !placed ? ['place'] : []),
  ];
}

function whyNotInPipeline(candidacy: CandidacyFacts): Refusal | undefined {
  return whyNotCandidate(candidacy) ?? (candidacy.exitedAt === null ? undefined : new Refusal('candidacy.exited'));
}

function whyNotCandidate(candidacy: CandidacyFacts): Refusal | undefined {
  return candidacy.role === 'candidate' ? undefined : new Refusal('candidacy.role');
}
