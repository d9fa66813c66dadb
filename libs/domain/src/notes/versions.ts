import { differenceOf, type Piece } from './difference.js';
import type { NoteVisibility } from './note.js';

type Said = { readonly body: string; readonly visibility: NoteVisibility; readonly authorName: string };

/** A note with what it said before, latest first; `replacedAt` is when a version ended. */
export type EditedNote = Said & {
  readonly createdAt: string;
  readonly edits: readonly (Said & { readonly id: string; readonly replacedAt: string })[];
};

/** What a note said from `at` on, and how that differs from the version before: undefined in the first one. */
export type NoteVersion = Said & {
  readonly at: string;
  readonly pieces?: Piece[];
  readonly shownBefore?: NoteVisibility;
};

/** The versions of a note, the present one first: each began when the one before it was replaced. */
export function versionsOf(note: EditedNote): NoteVersion[] {
  const all: readonly Said[] = [note, ...note.edits];
  return all.map(({ body, visibility, authorName }, index) => {
    const before = note.edits[index];
    return {
      body,
      visibility,
      authorName,
      at: before?.replacedAt ?? note.createdAt,
      ...(before && { pieces: differenceOf(before.body, body) }),
      ...(before && before.visibility !== visibility && { shownBefore: before.visibility }),
    };
  });
}
