import type { Locale } from '@domain/agencies/agency.js';

export class NoteTemplateRow {
  id: string;
  locale: Locale;
  name: string;
  /** The plain text. */
  body: string;
  /** What the note begins with, in the form of ProseMirror. */
  document: object;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class NoteTemplateView extends NoteTemplateRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
