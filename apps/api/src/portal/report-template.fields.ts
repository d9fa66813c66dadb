import { locales } from '@domain/agencies/agency.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const reportTemplateFields = {
  id: { sql: 't.id', type: 'id' },
  locale: { sql: 't.locale', type: 'text', filter: 'equals', words: locales },
  name: { sql: 't.name', type: 'text', sort: true },
  letterhead: { sql: 't.letterhead', type: 'text' },
  sections: { sql: 't.sections', type: 'json' },
  closing: { sql: 't.closing', type: 'text' },
  createdAt: { sql: 't.created_at', type: 'time' },
  updatedAt: { sql: 't.updated_at', type: 'time' },
  version: { sql: 't.version', type: 'int' },
} as const satisfies Fields;

export const reportTemplateList: ListSpec = {
  name: 'report-templates',
  from: 'report_template t',
  alias: 't',
  fields: reportTemplateFields,
  defaultSort: 'name',
};
