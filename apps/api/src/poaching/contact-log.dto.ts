import {
  contactChannels,
  contactDirections,
  contactOutcomes,
  type ContactChannel,
  type ContactDirection,
  type ContactOutcome,
} from '@domain/poaching/contact-log.js';
import { hooks, objections } from '@domain/poaching/attempt.js';
import type { Hook, Objection } from '@domain/poaching/attempt.js';
import { Amount, AnyOf, Currency, Day, Flag, Id, Moment, Nested, OneOf, Text } from '@platform/http/fields.js';

export class FollowUp {
  /** What is to be done; `Follow up` when absent. */
  @Text(300, { optional: true, example: 'Call again after the release' }) title?: string;
  @Day({ example: '2030-01-31' }) dueOn: string;
  /** The colleague who does it; oneself when absent. */
  @Id('member', { optional: true }) assigneeId?: string;
}

export class LogContact {
  /** The candidate whom it was with; exactly one of this and `contactId`. */
  @Id('candidate', { optional: true, nullable: true }) candidateId?: string | null;
  /** The contact at an organization whom it was with. */
  @Id('contact', { optional: true, nullable: true, example: null }) contactId?: string | null;
  /** The search that it was about. */
  @Id('search', { optional: true, nullable: true, example: null }) searchId?: string | null;
  /** The candidacy that it was about; found by candidate and search when absent. */
  @Id('candidacy', { optional: true, nullable: true, example: null }) candidacyId?: string | null;
  /** The entry of one's own call list that this contact ticks; with a candidate alone. */
  @Id('call_list_entry', { optional: true, nullable: true, example: null }) callListEntryId?: string | null;
  @OneOf(contactChannels) channel: ContactChannel;
  @OneOf(contactDirections) direction: ContactDirection;
  @OneOf(contactOutcomes, { example: 'talked' }) outcome: ContactOutcome;
  @Text(20_000, { optional: true, nullable: true, example: 'Open to a talk in spring.' }) text?: string | null;
  /** When it happened; now when absent, never in the future. */
  @Moment({ optional: true }) occurredAt?: string;
  /** Whether the person was told that we keep data about them. */
  @Flag({ optional: true }) noticeGiven?: boolean;
  /** With what we tried to win them. */
  @OneOf(hooks, { optional: true, nullable: true }) hook?: Hook | null;
  /** What keeps them where they are. */
  @AnyOf(objections, { optional: true, nullable: true }) objections?: Objection[] | null;
  /** What would move them. */
  @AnyOf(hooks, { optional: true, nullable: true }) motives?: Hook[] | null;
  /** What they asked for, a year; with its currency. */
  @Amount({ optional: true, nullable: true }) askedAmount?: string | null;
  @Currency({ optional: true, nullable: true }) askedCurrency?: string | null;
  /** The day until which they wait, with the outcome `not_now`; the follow-up’s, or 90 days on, when absent. */
  @Day({ optional: true, nullable: true, example: null }) notNowUntil?: string | null;
  /** The template of the text that was sent. */
  @Id('message_template', { optional: true, nullable: true, example: null }) messageTemplateId?: string | null;
  /** Makes a task for the next step. */
  @Nested(() => FollowUp, { optional: true }) followUp?: FollowUp;
}
