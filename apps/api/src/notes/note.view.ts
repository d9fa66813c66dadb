import type { NoteVisibility } from '@domain/notes/note.js';
import type { SubjectType } from '@domain/notes/subject.js';

export class NoteRow {
  id: string;
  subjectType: SubjectType;
  subjectId: string;
  subjectName: string;
  authorId: string;
  authorName: string;
  visibility: NoteVisibility;
  /** The plain text. */
  body: string;
  /** The text with its structure, in the form of ProseMirror; null where it was written plainly. */
  document: object | null;
  pinned: boolean;
  /** How often the text or visibility was changed. */
  editCount: number;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class NoteEditView {
  id: string;
  visibility: NoteVisibility;
  body: string;
  document: object | null;
  authorName: string;
  /** When the next version took its place. */
  replacedAt: string;
}

export class NoteView extends NoteRow {
  /** What the note said before, latest first. */
  edits: NoteEditView[];
  /** What the one who asks may do with it now. */
  abilities: string[];
}
