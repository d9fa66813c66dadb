import { eventTypes } from '@domain/events.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const eventFields = {
  id: { sql: 'e.id', type: 'id' },
  at: { sql: 'e.at', type: 'time', filter: 'range', sort: true },
  type: { sql: 'e.type', type: 'text', filter: 'equals', words: Object.keys(eventTypes) },
  actorId: { sql: 'e.actor_id', type: 'id', filter: 'equals' },
  actorName: {
    sql: '(select m.name from member m where m.agency_id = e.agency_id and m.id = e.actor_id)',
    type: 'text',
  },
  actorKind: { sql: 'e.actor_kind', type: 'text' },
  candidateId: { sql: 'e.candidate_id', type: 'id', filter: 'narrow' },
  organizationId: { sql: 'e.organization_id', type: 'id', filter: 'equals' },
  searchId: { sql: 'e.search_id', type: 'id', filter: 'equals' },
  subjectId: { sql: 'e.subject_id', type: 'id', filter: 'narrow' },
  visibility: { sql: 'e.visibility', type: 'text' },
  data: { sql: 'e.data', type: 'json' },
} as const satisfies Fields;

export const eventList: ListSpec = {
  name: 'events',
  from: 'event e',
  alias: 'e',
  fields: eventFields,
  where: `e.visibility <> 'private' or e.actor_id = {member}`,
  defaultSort: '-at',
};
