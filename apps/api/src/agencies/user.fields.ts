import { roles } from '@domain/access/roles.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const clientName = (alias: string): string =>
  `(select o.name from organization o where o.agency_id = ${alias}.agency_id and o.id = ${alias}.client_id)`;

export const userFields = {
  id: { sql: 'm.id', type: 'id' },
  name: { sql: 'm.name', type: 'text', sort: true },
  email: { sql: 'm.email', type: 'text' },
  role: { sql: 'm.role', type: 'text', filter: 'equals', words: roles },
  clientId: { sql: 'm.client_id', type: 'id', filter: 'equals' },
  clientName: { sql: clientName('m'), type: 'text' },
  state: {
    sql: "case when m.suspended_at is null then 'active' else 'suspended' end",
    type: 'text',
    filter: 'equals',
    words: ['active', 'suspended'],
  },
  lastSeenAt: { sql: 'm.last_seen_at', type: 'time' },
  createdAt: { sql: 'm.created_at', type: 'time', sort: true },
  updatedAt: { sql: 'm.updated_at', type: 'time' },
  version: { sql: 'm.version', type: 'int' },
} as const satisfies Fields;

export const userList: ListSpec = {
  name: 'users',
  from: 'member m',
  alias: 'm',
  fields: userFields,
  search: (q) => `position(lower(${q}) in lower(m.name || ' ' || m.email)) > 0`,
  defaultSort: 'name',
};

export const invitationFields = {
  id: { sql: 'i.id', type: 'id' },
  email: { sql: 'i.email', type: 'text' },
  name: { sql: 'i.name', type: 'text' },
  role: { sql: 'i.role', type: 'text', filter: 'equals', words: roles },
  clientId: { sql: 'i.client_id', type: 'id', filter: 'equals' },
  clientName: { sql: clientName('i'), type: 'text' },
  invitedById: { sql: 'i.invited_by', type: 'id' },
  invitedByName: {
    sql: '(select m.name from member m where m.agency_id = i.agency_id and m.id = i.invited_by)',
    type: 'text',
  },
  expiresAt: { sql: 'i.expires_at', type: 'time' },
  createdAt: { sql: 'i.created_at', type: 'time', sort: true },
  version: { sql: 'i.version', type: 'int' },
} as const satisfies Fields;

/** Those that nobody accepted or took back; one that came to its end can be renewed. */
export const invitationList: ListSpec = {
  name: 'invitations',
  from: 'invitation i',
  alias: 'i',
  fields: invitationFields,
  where: 'i.accepted_at is null and i.revoked_at is null',
  defaultSort: '-createdAt',
};
