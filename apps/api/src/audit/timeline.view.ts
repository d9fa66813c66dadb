export class TimelineEntry {
  id: string;
  /** When it happened, which may be before it was recorded. */
  at: string;
  /** An event, or what stands in a place of its own: a note, a contact, a step along the stages. */
  kind: 'event' | 'note' | 'contact' | 'stage';
  /** The type of the event, also of those that stand in a place of their own. */
  type: string;
  actorId: string | null;
  actorName: string | null;
  candidateId: string | null;
  candidateName: string | null;
  organizationId: string | null;
  organizationName: string | null;
  searchId: string | null;
  searchTitle: string | null;
  /** The row that it is about: for notes, contacts and steps the same as `id`. */
  subjectId: string | null;
  /** Facts by kind: ids, states, names of fields. */
  data: Record<string, unknown>;
  /** What was written: the note, the contact's text, the remark of a step. */
  text: string | null;
}
