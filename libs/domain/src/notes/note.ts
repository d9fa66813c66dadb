/** Who reads a note: its author alone, the agency, or the client of the search as well. */
export const noteVisibilities = ['private', 'agency', 'client'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];

/** The part of a note that rules look at. */
export type NoteFacts = {
  readonly authorId: string;
  readonly visibility: NoteVisibility;
};
