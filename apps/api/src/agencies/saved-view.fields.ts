import { viewSubjects } from '@domain/agencies/agency.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const savedViewFields = {
  id: { sql: 'v.id', type: 'id' },
  subject: { sql: 'v.subject', type: 'text', filter: 'equals', words: viewSubjects },
  name: { sql: 'v.name', type: 'text', sort: true },
  query: { sql: 'v.query', type: 'text' },
  shared: { sql: 'v.shared', type: 'flag', filter: 'equals' },
  memberId: { sql: 'v.member_id', type: 'id', filter: 'equals' },
  memberName: {
    sql: '(select m.name from member m where m.agency_id = v.agency_id and m.id = v.member_id)',
    type: 'text',
  },
  pinned: {
    sql: `exists (select from saved_view_pin p
      where p.agency_id = v.agency_id and p.saved_view_id = v.id and p.member_id = current_member())`,
    type: 'flag',
    filter: 'equals',
  },
  createdAt: { sql: 'v.created_at', type: 'time' },
  updatedAt: { sql: 'v.updated_at', type: 'time' },
  version: { sql: 'v.version', type: 'int' },
} as const satisfies Fields;

/** The own ones, and those that colleagues share. */
export const savedViewList: ListSpec = {
  name: 'saved-views',
  from: 'saved_view v',
  alias: 'v',
  fields: savedViewFields,
  where: 'v.member_id = {member} or v.shared',
  defaultSort: 'name',
};
