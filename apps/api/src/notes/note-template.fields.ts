import { locales } from '@domain/agencies/agency.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const noteTemplateFields = {
  id: { sql: 't.id', type: 'id' },
  locale: { sql: 't.locale', type: 'text', filter: 'equals', words: locales },
  name: { sql: 't.name', type: 'text', sort: true },
  body: { sql: 't.body', type: 'text' },
  document: { sql: 't.document', type: 'json' },
  createdAt: { sql: 't.created_at', type: 'time' },
  updatedAt: { sql: 't.updated_at', type: 'time' },
  version: { sql: 't.version', type: 'int' },
} as const satisfies Fields;

export const noteTemplateList: ListSpec = {
  name: 'note-templates',
  from: 'note_template t',
  alias: 't',
  fields: noteTemplateFields,
  search: (q) => `position(lower(${q}) in lower(t.name)) > 0`,
  defaultSort: 'name',
};
