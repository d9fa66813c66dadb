import { contactKinds } from '@domain/organizations/contact.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const contactFields = {
  id: { sql: 'k.id', type: 'id' },
  organizationId: { sql: 'k.organization_id', type: 'id', filter: 'narrow' },
  organizationName: {
    sql: '(select o.name from organization o where o.agency_id = k.agency_id and o.id = k.organization_id)',
    type: 'text',
  },
  name: { sql: 'k.name', type: 'text', sort: 'k.sort_name' },
  nativeName: { sql: 'k.native_name', type: 'text' },
  title: { sql: 'k.title', type: 'text' },
  kind: { sql: 'k.kind', type: 'text', filter: 'equals', words: contactKinds },
  candidateId: { sql: 'k.candidate_id', type: 'id', filter: 'narrow' },
  email: { sql: 'k.email', type: 'text' },
  phone: { sql: 'k.phone', type: 'text' },
  wechat: { sql: 'k.wechat', type: 'text' },
  lastContactAt: {
    sql: `(select max(l.occurred_at) from contact_log l
      where l.agency_id = k.agency_id and l.contact_id = k.id and l.voided_at is null)`,
    type: 'time',
    needs: 'contact-log.read',
  },
  archivedAt: { sql: 'k.archived_at', type: 'time' },
  createdAt: { sql: 'k.created_at', type: 'time' },
  updatedAt: { sql: 'k.updated_at', type: 'time', filter: 'range', sort: true },
  version: { sql: 'k.version', type: 'int' },
} as const satisfies Fields;

export const contactList: ListSpec = {
  name: 'contacts',
  from: 'contact k',
  alias: 'k',
  fields: contactFields,
  filters: {
    archived: {
      type: 'flag',
      sql: (value) => `(k.archived_at is not null) = any(${value})`,
      description: 'true: archived alone; false: the others',
    },
  },
  search: (q) =>
    `position(lower(${q}) in lower(concat_ws(' ', k.name, k.native_name, k.title, k.email, k.phone, k.wechat))) > 0`,
  defaultSort: 'name',
};
