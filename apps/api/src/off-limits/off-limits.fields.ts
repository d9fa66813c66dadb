import { livePlacementStates } from '@domain/candidacies/placement.js';
import {
  agreedPlacedMonths,
  agreedStaffMonths,
  offLimitsLevels,
  offLimitsReasons,
  offLimitsSources,
} from '@domain/off-limits/off-limits.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const live = livePlacementStates.map((state) => `'${state}'`).join(', ');

/** Policies made by hand and those that follow from searches and placements, as rows of one shape. */
export const everyPolicy = `(
  select p.agency_id, p.id, 'made' as source, p.organization_id, p.candidate_id, p.level, p.with_children, p.covers, p.reason,
    p.protects_id, null::uuid as search_id, p.starts_on, p.ends_on, false as while_there, p.note, p.created_by, p.ended_at,
    p.created_at, p.updated_at, p.version
  from off_limits_policy p
  union all
  select s.agency_id, s.id, 'agreement', s.off_limits_organization_id, null, 'block', true, array['staff'], 'client_agreement',
    s.organization_id, s.id, s.opened_on, (s.closed_on + make_interval(months => coalesce(s.off_limits_months, ${agreedStaffMonths})))::date,
    false, null, s.lead_id, null, s.created_at, s.updated_at, s.version
  from search s where s.off_limits_organization_id is not null
  union all
  select l.agency_id, l.id, 'placement', s.organization_id, l.candidate_id, 'block', true, array['placed'], 'placement',
    s.organization_id, s.id, coalesce(l.started_on, l.starts_on),
    (coalesce(l.started_on, l.starts_on) + make_interval(months => coalesce(s.placed_off_limits_months, ${agreedPlacedMonths})))::date,
    l.state in (${live}), null, null, null, l.created_at, l.updated_at, l.version
  from placement l join search s on s.agency_id = l.agency_id and s.id = l.search_id where l.state <> 'no_show')`;

export const offLimitsPolicyFields = {
  id: { sql: 'p.id', type: 'id' },
  source: { sql: 'p.source', type: 'text', filter: 'equals', words: offLimitsSources },
  organizationId: { sql: 'p.organization_id', type: 'id', filter: 'equals', nullable: true },
  organizationName: {
    sql: '(select o.name from organization o where o.agency_id = p.agency_id and o.id = p.organization_id)',
    type: 'text',
  },
  candidateId: { sql: 'p.candidate_id', type: 'id', filter: 'equals', nullable: true },
  candidateName: {
    sql: '(select c.display_name from candidate c where c.agency_id = p.agency_id and c.id = p.candidate_id)',
    type: 'text',
  },
  level: { sql: 'p.level', type: 'text', filter: 'equals', words: offLimitsLevels },
  withChildren: { sql: 'p.with_children', type: 'flag' },
  covers: { sql: 'to_json(p.covers)', type: 'json' },
  reason: { sql: 'p.reason', type: 'text', filter: 'equals', words: offLimitsReasons },
  protectsId: { sql: 'p.protects_id', type: 'id', filter: 'equals', nullable: true },
  protectsName: {
    sql: '(select o.name from organization o where o.agency_id = p.agency_id and o.id = p.protects_id)',
    type: 'text',
  },
  searchId: { sql: 'p.search_id', type: 'id', filter: 'equals', nullable: true },
  searchTitle: {
    sql: '(select s.title from search s where s.agency_id = p.agency_id and s.id = p.search_id)',
    type: 'text',
  },
  startsOn: { sql: 'p.starts_on', type: 'day', filter: 'range', sort: true },
  endsOn: { sql: 'p.ends_on', type: 'day', filter: 'range', nullable: true },
  whileThere: { sql: 'p.while_there', type: 'flag' },
  state: {
    sql: `case when p.ended_at is not null or (p.ends_on < {today} and not p.while_there) then 'ended'
      when p.starts_on > {today} then 'ahead' else 'active' end`,
    type: 'text',
    filter: 'equals',
    words: ['ahead', 'active', 'ended'],
  },
  note: { sql: 'p.note', type: 'text' },
  createdById: { sql: 'p.created_by', type: 'id' },
  createdByName: {
    sql: '(select m.name from member m where m.agency_id = p.agency_id and m.id = p.created_by)',
    type: 'text',
  },
  endedAt: { sql: 'p.ended_at', type: 'time' },
  createdAt: { sql: 'p.created_at', type: 'time' },
  updatedAt: { sql: 'p.updated_at', type: 'time' },
  version: { sql: 'p.version', type: 'int' },
} as const satisfies Fields;

export const offLimitsPolicyList: ListSpec = {
  name: 'off-limits-policies',
  from: `${everyPolicy} as p`,
  alias: 'p',
  fields: offLimitsPolicyFields,
  defaultSort: '-startsOn',
};

export const offLimitsOverrideFields = {
  id: { sql: 'v.id', type: 'id' },
  candidateId: { sql: 'v.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: 'c.display_name', type: 'text' },
  searchId: { sql: 'v.search_id', type: 'id', filter: 'equals', nullable: true },
  searchTitle: {
    sql: '(select s.title from search s where s.agency_id = v.agency_id and s.id = v.search_id)',
    type: 'text',
  },
  reason: { sql: 'v.reason', type: 'text' },
  memberId: { sql: 'v.member_id', type: 'id', filter: 'equals' },
  memberName: { sql: 'm.name', type: 'text' },
  givenOn: { sql: 'v.given_on', type: 'day' },
  endedAt: { sql: 'v.ended_at', type: 'time' },
  createdAt: { sql: 'v.created_at', type: 'time', sort: true },
} as const satisfies Fields;

export const offLimitsOverrideList: ListSpec = {
  name: 'off-limits-overrides',
  from: `off_limits_override v left join candidate c on c.agency_id = v.agency_id and c.id = v.candidate_id
    left join member m on m.agency_id = v.agency_id and m.id = v.member_id`,
  alias: 'v',
  fields: offLimitsOverrideFields,
  filters: {
    ended: {
      type: 'flag',
      sql: (value) => `(v.ended_at is not null) = any(${value})`,
      description: 'true: those taken back; false: those that stand',
    },
  },
  defaultSort: '-createdAt',
};
