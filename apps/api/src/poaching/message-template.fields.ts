import { locales } from '@domain/agencies/agency.js';
import { messagePurposes } from '@domain/poaching/message-template.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const messageTemplateFields = {
  id: { sql: 't.id', type: 'id' },
  locale: { sql: 't.locale', type: 'text', filter: 'equals', words: locales },
  purpose: { sql: 't.purpose', type: 'text', filter: 'equals', words: messagePurposes },
  name: { sql: 't.name', type: 'text', sort: true },
  subject: { sql: 't.subject', type: 'text' },
  body: { sql: 't.body', type: 'text' },
  createdAt: { sql: 't.created_at', type: 'time' },
  updatedAt: { sql: 't.updated_at', type: 'time' },
  version: { sql: 't.version', type: 'int' },
} as const satisfies Fields;

export const messageTemplateList: ListSpec = {
  name: 'message-templates',
  from: 'message_template t',
  alias: 't',
  fields: messageTemplateFields,
  search: (q) => `position(lower(${q}) in lower(t.name)) > 0`,
  defaultSort: 'name',
};
