import type { Day } from '../day.js';
import type { ContactChannel, ContactDirection, ContactOutcome } from './contact-log.js';

/** How a try to win somebody away stands. */
export const attemptStates = [
  'planned',
  'approached',
  'in_conversation',
  'won',
  'not_now',
  'declined',
  'no_response',
  'withdrawn',
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** States in which a second try by a colleague gets in the way of the first. */
export const openAttemptStates = ['planned', 'approached', 'in_conversation', 'not_now'] as const;

/** What is said of a try beside the contacts: how it ended, or that it waits. */
export const attemptOutcomes = ['won', 'not_now', 'declined', 'no_response', 'withdrawn'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** With what somebody is won, and what moves them. */
export const hooks = [
  'compute',
  'data',
  'route',
  'mission',
  'freedom',
  'pay',
  'equity',
  'level',
  'team',
  'manager',
  'place',
] as const;
export type Hook = (typeof hooks)[number];

/** What keeps somebody where they are. */
export const objections = [
  'pay',
  'unvested_equity',
  'non_compete',
  'loyalty',
  'project_phase',
  'team',
  'route',
  'compute',
  'place',
  'family',
  'sponsorship',
  'trust',
  'timing',
] as const;
export type Objection = (typeof objections)[number];

/** So many days a `not_now` waits where no day is given. */
export const notNowDays = 90;

/** What a contact or a word on a try may tell of it; absent and null leave what was known. */
export type AttemptFacts = {
  readonly hook?: Hook | null | undefined;
  readonly objections?: readonly Objection[] | null | undefined;
  readonly motives?: readonly Hook[] | null | undefined;
  readonly askedAmount?: string | null | undefined;
  readonly askedCurrency?: string | null | undefined;
};

/** One thing that happened in a try: a contact, or what was said of it. Moments are ISO texts, `on` is the agency's day of `at`. */
export type Happening = AttemptFacts & {
  readonly id: string;
  readonly at: string;
  readonly on: Day;
  /** The day until which a `not_now` waits. */
  readonly until: Day | null;
  readonly voidedAt: string | null;
} & (
    | {
        readonly kind: 'contact';
        readonly channel: ContactChannel;
        readonly direction: ContactDirection;
        readonly outcome: ContactOutcome;
      }
    | { readonly kind: 'word'; readonly outcome: AttemptOutcome | null }
  );

/** How a try stands by all that happened in it and counts. */
export type AttemptStanding = {
  readonly state: AttemptState;
  /** Who began: we (`outbound`) or they; null while it is planned. */
  readonly direction: ContactDirection | null;
  readonly channel: ContactChannel | null;
  readonly firstApproachedAt: string | null;
  readonly answeredAt: string | null;
  readonly decidedAt: string | null;
  readonly lastAt: string | null;
  readonly notNowUntil: Day | null;
  readonly contacts: number;
  readonly hook: Hook | null;
  readonly objections: readonly Objection[];
  readonly motives: readonly Hook[];
  readonly askedAmount: string | null;
  readonly askedCurrency: string | null;
};
