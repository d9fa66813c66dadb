import type { AttemptOutcome, AttemptState, Hook, Objection } from '@domain/poaching/attempt.js';
import type { ContactChannel, ContactDirection, ContactOutcome } from '@domain/poaching/contact-log.js';
import type { RateGroup } from '@domain/poaching/response-rate.js';
import { Money } from '@platform/http/money.view.js';

export class AttemptRow {
  id: string;
  candidateId: string;
  candidateName: string;
  nativeName: string | null;
  currentTitle: string | null;
  doNotContact: boolean;
  /** From whom they are to be won: their employer when it began. */
  employerId: string | null;
  employerName: string | null;
  searchId: string | null;
  searchTitle: string | null;
  candidacyId: string | null;
  ownerId: string;
  ownerName: string;
  state: AttemptState;
  /** Who began; null while it is planned. */
  direction: ContactDirection | null;
  /** The channel of the first contact. */
  channel: ContactChannel | null;
  hook: Hook | null;
  objections: Objection[];
  motives: Hook[];
  /** What they asked for, a year. */
  asked: Money | null;
  contacts: number;
  firstApproachedAt: string | null;
  answeredAt: string | null;
  decidedAt: string | null;
  lastAt: string;
  /** The day until which a `not_now` waits; it is planned again on it. */
  notNowUntil: string | null;
  /** When the next open follow-up of its contacts is due. */
  followUpOn: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class AttemptView extends AttemptRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class SaidAttempt extends AttemptView {
  /** What was said, to take it back. */
  wordId: string;
}

export class AttemptHappening {
  id: string;
  kind: 'contact' | 'word';
  channel: ContactChannel | null;
  direction: ContactDirection | null;
  outcome: ContactOutcome | AttemptOutcome | null;
  /** The day until which a `not_now` waits. */
  until: string | null;
  hook: Hook | null;
  objections: Objection[] | null;
  motives: Hook[] | null;
  asked: Money | null;
  text: string | null;
  occurredAt: string;
  recordedAt: string;
  memberName: string;
  /** When it was taken back; it is kept and counts for nothing. */
  voidedAt: string | null;
}

export class AttemptHistory {
  /** Latest first. */
  items: AttemptHappening[];
}

export class ResponseRateRow {
  /** Channel, hook or the id of the colleague; null where none is known. */
  key: string | null;
  /** The colleague's name. */
  name: string | null;
  /** Outbound attempts that count: answered, or silent for 14 days at the end. */
  counted: number;
  answered: number;
  /** 0 to 1; null where nothing counts. */
  rate: number | null;
}

export class ResponseRates {
  by: RateGroup;
  from: string;
  to: string;
  items: ResponseRateRow[];
  /** All groups together. */
  whole: ResponseRateRow;
}
