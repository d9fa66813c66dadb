import type { RefusalCode } from '@domain/refusal.js';
import type { Hook, Objection } from '@domain/poaching/attempt.js';
import { Money } from '@platform/http/money.view.js';
import type { ContactChannel, ContactDirection, ContactOutcome, ContactPart } from '@domain/poaching/contact-log.js';

export class ContactLogRow {
  id: string;
  candidateId: string | null;
  candidateName: string | null;
  contactId: string | null;
  contactName: string | null;
  searchId: string | null;
  searchTitle: string | null;
  candidacyId: string | null;
  channel: ContactChannel;
  direction: ContactDirection;
  outcome: ContactOutcome;
  text: string | null;
  /** The try that it belongs to; null where it reached nobody, and with a contact. */
  attemptId: string | null;
  hook: Hook | null;
  objections: Objection[] | null;
  motives: Hook[] | null;
  asked: Money | null;
  notNowUntil: string | null;
  messageTemplateId: string | null;
  noticeGiven: boolean;
  memberId: string;
  memberName: string;
  followUpTaskId: string | null;
  followUpDueOn: string | null;
  followUpDoneAt: string | null;
  occurredAt: string;
  recordedAt: string;
  /** When it was taken back; it is kept and counts for nothing. */
  voidedAt: string | null;
  voidedByName: string | null;
}

export class ContactLogView extends ContactLogRow {
  /** What the one who asks may do with it now; a log is never changed, only taken back. */
  abilities: string[];
}

export class KeptContactPart {
  /** What the log made and what stays: the step along the stages, or the follow-up. */
  part: ContactPart;
  /** Why it stays, as a refusal would say. */
  code: RefusalCode;
}

export class VoidedContactLog extends ContactLogView {
  /** What stays because it has gone on since; everything else that the log changed is as before. */
  kept: KeptContactPart[];
}
