import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const apiKeyFields = {
  id: { sql: 'k.id', type: 'id' },
  name: { sql: 'k.name', type: 'text' },
  prefix: { sql: 'k.prefix', type: 'text' },
  permissions: { sql: 'k.permissions', type: 'json' },
  memberId: { sql: 'k.member_id', type: 'id', filter: 'equals' },
  memberName: {
    sql: '(select m.name from member m where m.agency_id = k.agency_id and m.id = k.member_id)',
    type: 'text',
  },
  expiresAt: { sql: 'k.expires_at', type: 'time' },
  revokedAt: { sql: 'k.revoked_at', type: 'time' },
  lastUsedAt: { sql: 'k.last_used_at', type: 'time' },
  createdAt: { sql: 'k.created_at', type: 'time', sort: true },
  version: { sql: 'k.version', type: 'int' },
} as const satisfies Fields;

export const apiKeyList: ListSpec = {
  name: 'api-keys',
  from: 'api_key k',
  alias: 'k',
  fields: apiKeyFields,
  filters: {
    revoked: {
      type: 'flag',
      sql: (value) => `(k.revoked_at is not null) = any(${value})`,
      description: 'true: revoked alone; false: the others',
    },
  },
  defaultSort: '-createdAt',
};
