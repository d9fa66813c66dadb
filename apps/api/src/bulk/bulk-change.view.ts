import type { BulkAction, BulkOutcome, BulkState } from '@domain/bulk/bulk-change.js';

export class CandidateChange {
  id: string;
  outcome: BulkOutcome;
}

export class BulkCounts {
  /** Whom the question found. */
  rows: number;
  done: number;
  /** They were so already. */
  unchanged: number;
  /** Passed over, for an archived person can only be restored. */
  archived: number;
  /** What undo left alone, for somebody has worked on it since. */
  kept: number;
}

export class BulkChangeRow {
  id: string;
  action: BulkAction;
  tagId: string | null;
  tagName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  searchId: string | null;
  searchTitle: string | null;
  title: string | null;
  state: BulkState;
  /** From 0 to 1, of the step that runs. */
  progress: number;
  counts: BulkCounts;
  errorCode: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class BulkChangeView extends BulkChangeRow {
  abilities: string[];
}

export class CandidateChanges {
  /** What happened, in the order of the ids. */
  results: CandidateChange[];
  /** The long change that a question has begun; null where ids were given. */
  change: BulkChangeView | null;
}
