/** A run of text with its marks. */
export type DocumentMark = {
  readonly type: 'bold' | 'italic' | 'link';
  readonly attrs?: { readonly href: string };
};

/** A node of a note's document, in the form of ProseMirror. */
export type DocumentNode = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: { readonly id?: string; readonly label?: string };
  readonly marks?: readonly DocumentMark[];
  readonly content?: readonly DocumentNode[];
};

/** A note with structure: paragraphs, lists, marks, links and mentions. */
export type NoteDocument = DocumentNode & { readonly type: 'doc' };
