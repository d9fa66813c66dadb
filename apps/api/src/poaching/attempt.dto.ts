import { attemptOutcomes, hooks, objections } from '@domain/poaching/attempt.js';
import type { AttemptOutcome, Hook, Objection } from '@domain/poaching/attempt.js';
import { type RateGroup, rateGroups } from '@domain/poaching/response-rate.js';
import { Amount, AnyOf, Currency, Day, Id, Moment, OneOf, Text } from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

export class PlanAttempt {
  @Id('candidate') candidateId: string;
  /** The search for which; none for a try without one. */
  @Id('search', { ...maybe, example: null }) searchId?: string | null;
  /** The colleague who tries; oneself when absent. */
  @Id('member', { optional: true }) ownerId?: string;
  /** With what the person is to be won. */
  @OneOf(hooks, maybe) hook?: Hook | null;
}

export class PatchAttempt {
  /** The colleague who goes on with it. */
  @Id('member', { optional: true }) ownerId?: string;
  @OneOf(hooks, { optional: true }) hook?: Hook;
  /** What keeps them where they are. */
  @AnyOf(objections, { optional: true }) objections?: Objection[];
  /** What would move them. */
  @AnyOf(hooks, { optional: true }) motives?: Hook[];
  /** What they asked for, a year; with its currency. */
  @Amount({ optional: true }) askedAmount?: string;
  @Currency({ optional: true }) askedCurrency?: string;
}

export class SayOutcome {
  @OneOf(attemptOutcomes, { example: 'no_response' }) outcome: AttemptOutcome;
  /** The search for which they agreed to be considered; that of the attempt when absent. */
  @Id('search', { ...maybe, example: null }) searchId?: string | null;
  /** The day until which they wait, with `not_now`; 90 days on when absent. */
  @Day({ ...maybe, example: null }) until?: string | null;
  @Text(2000, { ...maybe, example: 'Three messages, no answer.' }) note?: string | null;
  /** When it was so; now when absent, never in the future nor before the latest contact. */
  @Moment({ optional: true, example: undefined }) occurredAt?: string;
}

export class ResponseRateQuestion {
  @OneOf(rateGroups) by: RateGroup;
  /** First day of the period in which they were first approached. */
  @Day({ example: '2026-01-01' }) from: string;
  /** Its last day. */
  @Day({ example: '2026-12-31' }) to: string;
}
