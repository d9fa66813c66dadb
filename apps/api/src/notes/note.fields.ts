import { noteVisibilities } from '@domain/notes/note.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';
import { subjectFields, subjectFilters } from './subject.fields.js';

export const noteFields = {
  id: { sql: 'n.id', type: 'id' },
  ...subjectFields('n'),
  authorId: { sql: 'n.author_id', type: 'id', filter: 'equals' },
  authorName: {
    sql: '(select m.name from member m where m.agency_id = n.agency_id and m.id = n.author_id)',
    type: 'text',
  },
  visibility: { sql: 'n.visibility', type: 'text', filter: 'equals', words: noteVisibilities },
  body: { sql: 'n.body', type: 'text' },
  document: { sql: 'n.document', type: 'json' },
  pinned: { sql: 'n.pinned', type: 'flag', filter: 'equals' },
  editCount: {
    sql: '(select count(*)::int from note_edit d where d.agency_id = n.agency_id and d.note_id = n.id)',
    type: 'int',
  },
  edits: {
    sql: `(select coalesce(json_agg(json_build_object('id', d.id, 'visibility', d.visibility, 'body', d.body, 'document', d.document,
      'authorName', (select m.name from member m where m.agency_id = d.agency_id and m.id = d.author_id),
      'replacedAt', d.replaced_at) order by d.id desc), '[]')
      from note_edit d where d.agency_id = n.agency_id and d.note_id = n.id)`,
    type: 'json',
    only: 'detail',
  },
  createdAt: { sql: 'n.created_at', type: 'time', filter: 'range', sort: true },
  updatedAt: { sql: 'n.updated_at', type: 'time' },
  version: { sql: 'n.version', type: 'int' },
} as const satisfies Fields;

export const noteList: ListSpec = {
  name: 'notes',
  from: 'note n',
  alias: 'n',
  fields: noteFields,
  filters: {
    ...subjectFilters('n'),
    timelineOf: {
      type: 'id',
      sql: (value) => `n.id in (select o.id from note o where o.agency_id = {agency} and o.candidate_id = any(${value})
        union all select o.id from note o where o.agency_id = {agency} and o.organization_id = any(${value})
        union all select o.id from note o where o.agency_id = {agency} and o.search_id = any(${value})
        union all select o.id from candidacy y join note o on o.agency_id = y.agency_id and o.candidacy_id = y.id
          where y.agency_id = {agency} and y.candidate_id = any(${value})
        union all select o.id from candidacy y join note o on o.agency_id = y.agency_id and o.candidacy_id = y.id
          where y.agency_id = {agency} and y.search_id = any(${value})
        union all select o.id from contact k join note o on o.agency_id = k.agency_id and o.contact_id = k.id
          where k.agency_id = {agency} and k.organization_id = any(${value}))`,
      narrow: true,
      description: 'Those that stand in the timeline of a candidate, an organization or a search',
    },
  },
  search: (q) => `n.id in (select found.id from note_matches(${q}) as found (id))`,
  where: `n.visibility <> 'private' or n.author_id = {member}`,
  defaultSort: '-createdAt',
};
