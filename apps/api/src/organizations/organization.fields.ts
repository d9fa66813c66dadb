import { organizationKinds } from '@domain/organizations/organization.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const succession = (
  own: string,
  other: string,
): string => `(select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind,
  'happenedOn', s.happened_on, 'organizationId', x.id, 'organizationName', x.name) order by s.happened_on, s.id), '[]')
  from organization_successor s join organization x on x.agency_id = s.agency_id and x.id = s.${other}
  where s.agency_id = o.agency_id and s.${own} = o.id)`;

export const organizationFields = {
  id: { sql: 'o.id', type: 'id' },
  kind: { sql: 'o.kind', type: 'text', filter: 'equals', words: organizationKinds },
  name: { sql: 'o.name', type: 'text', sort: 'o.sort_name' },
  nativeName: { sql: 'o.native_name', type: 'text' },
  parentId: { sql: 'o.parent_id', type: 'id', filter: 'equals', nullable: true },
  parentName: {
    sql: '(select p.name from organization p where p.agency_id = o.agency_id and p.id = o.parent_id)',
    type: 'text',
  },
  website: { sql: 'o.website', type: 'text' },
  country: { sql: 'o.country', type: 'text', filter: 'equals', nullable: true },
  city: { sql: 'o.city', type: 'text' },
  description: { sql: 'o.description', type: 'text', only: 'detail' },
  ownerId: { sql: 'o.owner_id', type: 'id', filter: 'equals', nullable: true },
  ownerName: {
    sql: '(select m.name from member m where m.agency_id = o.agency_id and m.id = o.owner_id)',
    type: 'text',
  },
  peopleCount: {
    sql: `(select count(*)::int from candidate c
      where c.agency_id = o.agency_id and c.current_organization_id = o.id and c.archived_at is null)`,
    type: 'int',
    needs: 'candidate.read',
  },
  aliases: {
    sql: `(select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'value', a.value) order by a.kind, a.value), '[]')
      from organization_alias a where a.agency_id = o.agency_id and a.organization_id = o.id)`,
    type: 'json',
    only: 'detail',
  },
  successors: { sql: succession('organization_id', 'successor_id'), type: 'json', only: 'detail' },
  predecessors: { sql: succession('successor_id', 'organization_id'), type: 'json', only: 'detail' },
  fundingRounds: {
    sql: `(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'announcedOn', f.announced_on,
      'amount', money(f.amount, f.currency), 'postMoney', money(f.post_money_amount, f.currency), 'investors', f.investors,
      'source', f.source) order by f.announced_on desc, f.id), '[]')
      from funding_round f where f.agency_id = o.agency_id and f.organization_id = o.id)`,
    type: 'json',
    only: 'detail',
  },
  archivedAt: { sql: 'o.archived_at', type: 'time' },
  createdAt: { sql: 'o.created_at', type: 'time' },
  updatedAt: { sql: 'o.updated_at', type: 'time', filter: 'range', sort: true },
  version: { sql: 'o.version', type: 'int' },
} as const satisfies Fields;

export const organizationList: ListSpec = {
  name: 'organizations',
  from: 'organization o',
  alias: 'o',
  fields: organizationFields,
  filters: {
    archived: {
      type: 'flag',
      sql: (value) => `(o.archived_at is not null) = any(${value})`,
      description: 'true: archived alone; false: the others',
    },
  },
  search: (q) => `o.id in (select found.id from organization_matches(${q}) as found (id))`,
  defaultSort: 'name',
};
