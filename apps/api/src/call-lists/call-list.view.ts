import type { CallListSource, CallListState } from '@domain/call-lists/call-list.js';
import type { ChannelKind } from '@domain/candidates/candidate.js';
import type { ContactChannel, ContactDirection, ContactOutcome } from '@domain/poaching/contact-log.js';

export class CallListRow {
  id: string;
  source: CallListSource;
  /** The search that the calls are about. */
  searchId: string | null;
  searchTitle: string | null;
  stageName: string | null;
  total: number;
  done: number;
  skipped: number;
  createdAt: string;
}

export class CallListView extends CallListRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class CallListEntryRow {
  id: string;
  callListId: string;
  /** From 1 on. */
  position: number;
  state: CallListState;
  candidateId: string;
  candidateName: string;
  nativeName: string | null;
  currentTitle: string | null;
  currentOrganizationName: string | null;
  /** The person's own wish not to be approached: nothing outbound can be logged. */
  doNotContact: boolean;
}

export class CallChannel {
  id: string;
  kind: ChannelKind;
  value: string;
  bestTime: string | null;
}

export class CallContact {
  id: string;
  channel: ContactChannel;
  direction: ContactDirection;
  outcome: ContactOutcome;
  /** Its first 1,000 characters. */
  text: string | null;
  memberName: string;
  occurredAt: string;
}

export class CallNote {
  id: string;
  /** Its first 1,000 characters. */
  body: string;
  authorName: string;
  createdAt: string;
}

export class CallSearch {
  id: string;
  title: string;
  stageName: string | null;
}

export class CallTask {
  id: string;
  title: string;
  dueOn: string | null;
  doneAt: string | null;
}

export class CallListEntryView extends CallListEntryRow {
  headline: string | null;
  city: string | null;
  country: string | null;
  ownerName: string | null;
  /** Those that may be used, phone numbers first. */
  channels: CallChannel[];
  lastContact: CallContact | null;
  /** The latest note that is not pinned. */
  lastNote: CallNote | null;
  /** Pinned notes: what moves the person. */
  hooks: CallNote[];
  /** The searches in which the person is now. */
  searches: CallSearch[];
  /** The follow-up that brought the person here. */
  task: CallTask | null;
  abilities: string[];
}
