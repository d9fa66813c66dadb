import type { NoticeKind } from '@domain/notices/notice.js';

export class NoticeRow {
  id: string;
  kind: NoticeKind;
  /** Whose doing it was; null for what the clock or a job did. */
  actorId: string | null;
  actorName: string | null;
  candidateId: string | null;
  candidateName: string | null;
  organizationId: string | null;
  organizationName: string | null;
  searchId: string | null;
  searchTitle: string | null;
  /** The stage that was moved to. */
  stageName: string | null;
  noteId: string | null;
  taskId: string | null;
  importId: string | null;
  /** The beginning of the note, the title of the task, the name of the file. */
  text: string | null;
  /** The reason of an exit, how an import ended. */
  word: string | null;
  readAt: string | null;
  createdAt: string;
}

export class NoticesRead {
  /** How many were unread until now. */
  count: number;
}
