import type { Permission } from '../access/permissions.js';
import { type Actor, mayTakeBack } from '../access/policy.js';
import { counting } from '../candidacies/stage-log.rules.js';
import type { ExitParty } from '../candidacies/exit-reasons.js';
import type { Day } from '../day.js';
import { Refusal } from '../refusal.js';
import type { Transition } from '../transitions.js';
import type { DecisionReason, OfferState, RivalOfferState } from './offer.js';
import { offerTransitions, type OfferWay, rivalOfferTransitions, whyNotStill } from './offer.rules.js';

/** A row of the log of an offer or of a bid against it. */
export type OfferStepFacts = {
  readonly id: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reasons: readonly DecisionReason[];
  readonly occurredAt: string;
  /** The step of another bid, or the exit of the candidacy, that made it. */
  readonly madeById: string | null;
  readonly exitEntryId: string | null;
  readonly voidedAt: string | null;
};

/** How an offer or a bid stands by its log. */
export type OfferStandingByLog = {
  readonly state: OfferState | RivalOfferState;
  readonly steppedAt: string;
  readonly reasons: DecisionReason[];
};

/** How it stands by the rows that count. Throws without any, for the first is never taken back. */
export function standingBy(steps: readonly OfferStepFacts[]): OfferStandingByLog {
  const last = counting(steps).at(-1);
  if (!last) throw new Error('an offer without a step');
  return {
    state: last.toState as OfferState | RivalOfferState,
    steppedAt: last.occurredAt,
    reasons: [...last.reasons],
  };
}

/**
 * Why a step cannot be taken back on `today`: only the latest that counts can, never the first nor one that a later version
 * or the clock made, and one that something else made only together with that (`together`).
 */
export function whyNotTakeBack(
  step: OfferStepFacts,
  steps: readonly OfferStepFacts[],
  { today, expiresOn, together = false }: { today: Day; expiresOn: Day | null; together?: boolean },
): Refusal | undefined {
  if (step.voidedAt !== null) return new Refusal('offer-step.voided');
  const others = counting(steps).filter(({ id }) => id !== step.id);
  if (step.fromState === null || others.length === 0) return new Refusal('offer-step.first');
  if (step.toState === 'superseded') return new Refusal('offer-step.revised');
  if (others.some(({ id }) => id > step.id)) return new Refusal('offer-step.not-latest');
  if (!together && (step.madeById !== null || step.exitEntryId !== null)) return new Refusal('offer-step.follows');
  return step.toState === 'expired' ? whyNotStill(expiresOn, today) : undefined;
}

const ways: readonly Transition<string>[] = [
  ...Object.values(offerTransitions),
  ...Object.values(rivalOfferTransitions),
];

/** Who may take the step back: whoever may go that way. */
export function stepNeeds({ fromState, toState }: Pick<OfferStepFacts, 'fromState' | 'toState'>): Permission {
  const way = ways.find(({ from, to }) => to === toState && from.some((one) => one === fromState));
  return way?.needs ?? 'offer.decide';
}

/** The step that the actor may take back now: what `whyNotTakeBack` and the policy leave of the latest; null where none goes back. */
export function takenBackBy(
  actor: Actor,
  steps: readonly (OfferStepFacts & { readonly memberId: string | null })[],
  on: { today: Day; expiresOn: Day | null },
): string | null {
  const last = counting(steps).at(-1);
  if (!last || whyNotTakeBack(last, steps, on) || !mayTakeBack(actor, stepNeeds(last), last)) return null;
  return last.id;
}

/** How an open offer ends when the candidacy leaves the pipeline by hand; undefined where it is over already. */
export function endedByExit(state: OfferState, party: ExitParty): OfferWay | undefined {
  const byPerson = party === 'candidate';
  if (state === 'accepted') return byPerson ? 'renege' : 'rescind';
  if (state === 'draft') return 'withdraw';
  if (state === 'verbal' || state === 'extended') return byPerson ? 'decline' : 'withdraw';
  return undefined;
}
