/** What a note or a task can be about. */
export const subjectTypes = ['candidate', 'organization', 'contact', 'search', 'candidacy'] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** A subject as it is stored: one column a type, at most one of them set. */
export type SubjectColumns = {
  readonly candidateId: string | null;
  readonly organizationId: string | null;
  readonly contactId: string | null;
  readonly searchId: string | null;
  readonly candidacyId: string | null;
};

const columns = {
  candidate: 'candidateId',
  organization: 'organizationId',
  contact: 'contactId',
  search: 'searchId',
  candidacy: 'candidacyId',
} as const satisfies Record<SubjectType, keyof SubjectColumns>;

/** The stored columns of a subject; all null without one. */
export function subjectColumns(type?: SubjectType | null, id?: string | null): SubjectColumns {
  const none = { candidateId: null, organizationId: null, contactId: null, searchId: null, candidacyId: null };
  return type && id ? { ...none, [columns[type]]: id } : none;
}

/** The type and id of a stored subject; undefined where the row has none. */
export function subjectOf(row: SubjectColumns): { type: SubjectType; id: string } | undefined {
  for (const type of subjectTypes) {
    const id = row[columns[type]];
    if (id !== null) return { type, id };
  }
  return undefined;
}
