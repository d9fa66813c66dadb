export class EventRow {
  id: string;
  at: string;
  type: string;
  actorId: string | null;
  /** Null for what Longlist does by itself. */
  actorName: string | null;
  actorKind: 'member' | 'api_key' | 'system';
  candidateId: string | null;
  organizationId: string | null;
  searchId: string | null;
  /** The row that the event is about. */
  subjectId: string | null;
  visibility: 'private' | 'agency' | 'client';
  /** Ids, states and names of fields; never the values of a person. */
  data: Record<string, unknown>;
}
