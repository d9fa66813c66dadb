/** What a document of a candidate is. */
export const documentKinds = ['cv', 'letter', 'offer_letter', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The kinds of file that are taken: a file's content says which it is, never its name. */
export const documentMedia = ['pdf', 'docx', 'png', 'jpeg', 'webp'] as const;
export type DocumentMedia = (typeof documentMedia)[number];

/** Media type and ending of each kind of file. */
export const mediaOf: Readonly<Record<DocumentMedia, { readonly type: string; readonly ending: string }>> = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  png: { type: 'image/png', ending: 'png' },
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  webp: { type: 'image/webp', ending: 'webp' },
};

/** The largest document that is taken, in bytes. */
export const largestDocument = 20 * 1024 * 1024;

/** Days for which a removed document can be brought back. */
export const daysKept = 30;

/** The part of a document that rules look at. */
export type DocumentFacts = { readonly archivedAt: string | null };
