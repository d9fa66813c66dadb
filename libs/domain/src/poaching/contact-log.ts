import type { Day } from '../day.js';

/** How someone was reached. */
export const contactChannels = [
  'phone',
  'wechat',
  'email',
  'linkedin',
  'maimai',
  'conference',
  'referral',
  'in_person',
] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** Who wrote or called: we (`outbound`) or they (`inbound`). */
export const contactDirections = ['outbound', 'inbound'] as const;
export type ContactDirection = (typeof contactDirections)[number];

/** How it went. */
export const contactOutcomes = [
  'no_answer',
  'left_message',
  'talked',
  'interested',
  'not_now',
  'declined',
  'wrong_number',
  'meeting_set',
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** What follows from a log and may have gone on since: what can stay when the log is taken back. */
export const contactParts = ['step', 'follow_up'] as const;
export type ContactPart = (typeof contactParts)[number];

/** The part of a log that rules look at. */
export type ContactLogFacts = {
  readonly direction: ContactDirection;
  readonly outcome: ContactOutcome;
};

/** What a log changed on its person, and what stood there before. */
export type ContactTrace = {
  readonly id: string;
  readonly outcome: ContactOutcome;
  readonly occurredAt: string;
  readonly voidedAt: string | null;
  /** When the person was last in contact before this log. */
  readonly formerContactAt: string | null;
  /** The day of notice that the log gave; null where it gave none. */
  readonly noticedOn: Day | null;
  /** The day of notice before this log. */
  readonly formerNoticedOn: Day | null;
};
