import { bulkActions, bulkStates } from '@domain/bulk/bulk-change.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const bulkChangeFields = {
  id: { sql: 'b.id', type: 'id' },
  action: { sql: 'b.action', type: 'text', filter: 'equals', words: bulkActions },
  tagId: { sql: 'b.tag_id', type: 'id' },
  tagName: { sql: '(select s.name from setting s where s.agency_id = b.agency_id and s.id = b.tag_id)', type: 'text' },
  ownerId: { sql: 'b.owner_id', type: 'id' },
  ownerName: {
    sql: '(select m.name from member m where m.agency_id = b.agency_id and m.id = b.owner_id)',
    type: 'text',
  },
  searchId: { sql: 'b.search_id', type: 'id' },
  searchTitle: {
    sql: '(select s.title from search s where s.agency_id = b.agency_id and s.id = b.search_id)',
    type: 'text',
  },
  title: { sql: 'b.title', type: 'text' },
  state: { sql: 'b.state', type: 'text', filter: 'equals', words: bulkStates },
  progress: {
    sql: `case when b.state in ('running', 'undoing') then case when b.rows_total = 0 then 0
        else least(1, b.rows_done::float8 / b.rows_total) end
      when b.state = 'queued' then 0 else 1 end`,
    type: 'json',
  },
  counts: {
    sql: `json_build_object('rows', b.rows_total, 'done', b.done_count, 'unchanged', b.unchanged_count,
      'archived', b.archived_count, 'kept', b.kept_count)`,
    type: 'json',
  },
  errorCode: { sql: 'b.error_code', type: 'text' },
  createdAt: { sql: 'b.created_at', type: 'time', sort: true },
  updatedAt: { sql: 'b.updated_at', type: 'time' },
  version: { sql: 'b.version', type: 'int' },
} as const satisfies Fields;

/** The long changes that one has asked for oneself. */
export const bulkChangeList: ListSpec = {
  name: 'bulk-changes',
  from: 'bulk_change b',
  alias: 'b',
  fields: bulkChangeFields,
  where: 'b.created_by = {member}',
  defaultSort: '-createdAt',
};
