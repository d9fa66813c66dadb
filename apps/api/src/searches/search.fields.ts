import { livePlacementStates } from '@domain/candidacies/placement.js';
import { searchStates, searchTypes } from '@domain/searches/search.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const live = livePlacementStates.map((state) => `'${state}'`).join(', ');
const below = 's.agency_id and x.search_id = s.id';

export const stagesSql = `(select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'group', x.stage_group,
  'position', x.position, 'count', (select count(*) from candidacy c where c.agency_id = x.agency_id and c.search_id = x.search_id
    and c.stage_id = x.id and c.exited_at is null and c.role = 'candidate')) order by x.position), '[]')
  from stage x where x.agency_id = ${below})`;

export const searchFields = {
  id: { sql: 's.id', type: 'id' },
  title: { sql: 's.title', type: 'text', sort: 's.sort_title' },
  organizationId: { sql: 's.organization_id', type: 'id', filter: 'equals' },
  organizationName: {
    sql: '(select o.name from organization o where o.agency_id = s.agency_id and o.id = s.organization_id)',
    type: 'text',
  },
  type: { sql: 's.type', type: 'text', filter: 'equals', words: searchTypes },
  state: { sql: 's.state', type: 'text', filter: 'equals', words: searchStates },
  roleFamilyId: { sql: 's.role_family_id', type: 'id', filter: 'equals', nullable: true },
  roleFamilyName: {
    sql: '(select f.name from setting f where f.agency_id = s.agency_id and f.id = s.role_family_id)',
    type: 'text',
  },
  city: { sql: 's.city', type: 'text' },
  country: { sql: 's.country', type: 'text', filter: 'equals', nullable: true },
  openings: { sql: 's.openings', type: 'int' },
  leadId: { sql: 's.lead_id', type: 'id', filter: 'equals', nullable: true },
  leadName: {
    sql: '(select m.name from member m where m.agency_id = s.agency_id and m.id = s.lead_id)',
    type: 'text',
  },
  openedOn: { sql: 's.opened_on', type: 'day', filter: 'range', sort: true },
  closedOn: { sql: 's.closed_on', type: 'day', filter: 'range', nullable: true },
  closingReason: { sql: 's.closing_reason', type: 'text' },
  candidateCount: {
    sql: `(select count(*)::int from candidacy x where x.agency_id = ${below} and x.exited_at is null and x.role = 'candidate')`,
    type: 'int',
  },
  placedCount: {
    sql: `(select count(*)::int from placement x where x.agency_id = ${below} and x.state in (${live}))`,
    type: 'int',
  },
  brief: { sql: 's.brief', type: 'text', only: 'detail' },
  mustHaves: { sql: 's.must_haves', type: 'text', only: 'detail' },
  bandLow: { sql: 'money(s.band_low, s.band_currency)', type: 'json', only: 'detail' },
  bandHigh: { sql: 'money(s.band_high, s.band_currency)', type: 'json', only: 'detail' },
  guaranteeDays: { sql: 's.guarantee_days', type: 'int', only: 'detail' },
  guaranteeKind: { sql: 's.guarantee_kind', type: 'text', only: 'detail' },
  protectionMonths: { sql: 's.protection_months', type: 'int', only: 'detail' },
  offLimitsOrganizationId: { sql: 's.off_limits_organization_id', type: 'id', only: 'detail' },
  offLimitsOrganizationName: {
    sql: '(select o.name from organization o where o.agency_id = s.agency_id and o.id = s.off_limits_organization_id)',
    type: 'text',
    only: 'detail',
  },
  offLimitsMonths: { sql: 's.off_limits_months', type: 'int', only: 'detail' },
  placedOffLimitsMonths: { sql: 's.placed_off_limits_months', type: 'int', only: 'detail' },
  stages: { sql: stagesSql, type: 'json', only: 'detail' },
  team: {
    sql: `(select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name, 'lead', m.id = s.lead_id)
        order by m.id = s.lead_id desc, m.name, m.id), '[]') from member m
      where m.agency_id = s.agency_id and (m.id = s.lead_id or exists
        (select from search_member x where x.agency_id = ${below} and x.member_id = m.id)))`,
    type: 'json',
    only: 'detail',
  },
  contacts: {
    sql: `(select coalesce(json_agg(json_build_object('contactId', k.id, 'name', k.name, 'title', k.title, 'role', x.role)
        order by k.name, k.id), '[]') from search_contact x
      join contact k on k.agency_id = x.agency_id and k.id = x.contact_id where x.agency_id = ${below})`,
    type: 'json',
    needs: 'contact.read',
    only: 'detail',
  },
  holds: {
    sql: `(select coalesce(json_agg(json_build_object('heldOn', x.held_on, 'resumedOn', x.resumed_on, 'reason', x.reason)
        order by x.held_on, x.id), '[]') from search_hold x where x.agency_id = ${below})`,
    type: 'json',
    only: 'detail',
  },
  targets: {
    sql: `(select json_build_object('total', count(*), 'toMap', count(*) filter (where x.state = 'to_map'),
        'mapping', count(*) filter (where x.state = 'mapping'), 'mapped', count(*) filter (where x.state = 'mapped'),
        'exhausted', count(*) filter (where x.state = 'exhausted'), 'offLimits', count(*) filter (where x.state = 'off_limits'))
      from target x where x.agency_id = ${below})`,
    type: 'json',
    only: 'detail',
  },
  fee: {
    sql: `case when s.fee_kind is not null then json_build_object('kind', s.fee_kind, 'rate', s.fee_rate::float8, 'basis', s.fee_basis,
      'amount', money(s.fee_amount, s.fee_currency), 'minimum', money(s.fee_minimum, s.fee_currency)) end`,
    type: 'json',
    needs: 'search.read-fee',
    only: 'detail',
  },
  instalments: {
    sql: `(select coalesce(json_agg(json_build_object('trigger', x.trigger, 'share', x.share::float8, 'dueOn', x.due_on)
        order by x.position), '[]') from search_instalment x where x.agency_id = ${below})`,
    type: 'json',
    needs: 'search.read-fee',
    only: 'detail',
  },
  credits: {
    sql: `(select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name, 'share', x.share::float8)
        order by x.share desc, m.name, m.id), '[]') from search_credit x
      join member m on m.agency_id = x.agency_id and m.id = x.member_id where x.agency_id = ${below})`,
    type: 'json',
    needs: 'search.read-fee',
    only: 'detail',
  },
  createdAt: { sql: 's.created_at', type: 'time' },
  updatedAt: { sql: 's.updated_at', type: 'time', filter: 'range', sort: true },
  version: { sql: 's.version', type: 'int' },
} as const satisfies Fields;

export const searchList: ListSpec = {
  name: 'searches',
  from: 'search s',
  alias: 's',
  fields: searchFields,
  filters: {
    memberId: {
      type: 'id',
      sql: (value) => `(s.lead_id = any(${value}) or exists (select from search_member x
        where x.agency_id = ${below} and x.member_id = any(${value})))`,
      description: 'searches on which this colleague works',
    },
    contactId: {
      type: 'id',
      sql: (value) =>
        `exists (select from search_contact x where x.agency_id = ${below} and x.contact_id = any(${value}))`,
      needs: 'contact.read',
      description: 'searches in which this contact of the client takes part',
    },
    targetId: {
      type: 'id',
      sql: (value) =>
        `exists (select from target x where x.agency_id = ${below} and x.organization_id = any(${value}))`,
      description: 'searches that source from this organization',
    },
  },
  search: (q) => `s.id in (select found.id from search_matches(${q}) as found (id))`,
  defaultSort: '-updatedAt',
};
