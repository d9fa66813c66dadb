import { groupsFrom } from '@domain/candidacies/stages.js';
import { everyPolicy } from './off-limits.fields.js';

/** Groups of stages in which the client has the person before it. */
const presentedGroups = groupsFrom('presented')
  .filter((group) => group !== 'placed')
  .map((group) => `'${group}'`)
  .join(', ');

/** From organizations up to whatever a policy on them could be found by: what they stand below, and what was renamed or merged into them. */
const upFrom = (name: string, start: string): string => `${name} (id) as (
    ${start}
    union select e.id from ${name} join lateral (
      select x.parent_id as id from organization x
        where x.agency_id = current_agency() and x.id = ${name}.id and x.parent_id is not null
      union all select z.organization_id from organization_successor z
        where z.agency_id = current_agency() and z.successor_id = ${name}.id and z.kind in ('renamed', 'merged')
          and z.happened_on <= $3::date) as e on true)`;

/**
 * All that the rule asks of many people, in one statement: $1 their ids, $2 the search or null, $3 the day, $4 the time zone.
 * Each column is a JSON list.
 */
export const factsSql = `with recursive asked as (
    select c.id, c.do_not_contact, case when c.source = 'inbound' then c.sourced_on end as came_on
    from candidate c where c.agency_id = current_agency() and c.id = any($1::uuid[])),
  works as (
    select a.id, a.candidate_id, a.organization_id, a.type, a.title, a.started_on, a.ended_on, a.seen_from, a.seen_until, a.confidence
    from affiliation a where a.agency_id = current_agency() and a.candidate_id = any($1::uuid[])
      and a.type = 'employment' and a.confidence = 'sure'),
  placed as (
    select l.id, l.candidate_id, l.search_id, s.organization_id, l.state, (l.created_at at time zone $4)::date as made_on,
      l.starts_on, l.started_on, l.left_on, s.placed_off_limits_months as months
    from placement l join search s on s.agency_id = l.agency_id and s.id = l.search_id
    where l.agency_id = current_agency() and l.candidate_id = any($1::uuid[]) and l.state <> 'no_show'),
  presented as (
    select y.candidate_id, y.search_id, s.organization_id, (y.entered_stage_at at time zone $4)::date as since
    from candidacy y join stage g on g.agency_id = y.agency_id and g.id = y.stage_id
      join search s on s.agency_id = y.agency_id and s.id = y.search_id
    where y.agency_id = current_agency() and y.candidate_id = any($1::uuid[]) and y.exited_at is null and y.role = 'candidate'
      and g.stage_group in (${presentedGroups}) and s.state in ('open', 'on_hold')),
  ${upFrom(
    'up',
    `select first.id from (select organization_id as id from works union select organization_id from placed
        union select organization_id from presented
        union select s.organization_id from search s where s.agency_id = current_agency() and s.id = $2::uuid) as first`,
  )},
  found as (
    select p.* from ${everyPolicy} as p
    where p.agency_id = current_agency() and p.source <> 'placement' and p.ended_at is null
      and p.starts_on <= $3::date and (p.ends_on is null or p.ends_on >= $3::date)
      and (p.organization_id in (select up.id from up) or p.candidate_id = any($1::uuid[]))),
  ${upFrom('house', 'select found.protects_id from found where found.protects_id is not null')},
  near as (select up.id from up union select house.id from house)
  select
    (select coalesce(json_agg(json_build_object('candidateId', c.id, 'doNotContact', c.do_not_contact, 'cameOn', c.came_on)), '[]')
      from asked c) as people,
    (select coalesce(json_agg(json_build_object('candidateId', l.candidate_id, 'direction', l.direction, 'occurredAt', l.occurred_at)), '[]')
      from contact_log l where l.agency_id = current_agency() and l.candidate_id = any($1::uuid[]) and l.voided_at is null) as contacts,
    (select coalesce(json_agg(json_build_object('candidateId', w.candidate_id, 'id', w.id, 'organizationId', w.organization_id,
        'type', w.type, 'title', w.title, 'startedOn', w.started_on, 'endedOn', w.ended_on, 'seenFrom', w.seen_from,
        'seenUntil', w.seen_until, 'confidence', w.confidence)), '[]') from works w) as affiliations,
    (select coalesce(json_agg(json_build_object('candidateId', p.candidate_id, 'id', p.id, 'searchId', p.search_id,
        'organizationId', p.organization_id, 'state', p.state, 'madeOn', p.made_on, 'startsOn', p.starts_on,
        'startedOn', p.started_on, 'leftOn', p.left_on, 'months', p.months)), '[]') from placed p) as placements,
    (select coalesce(json_agg(json_build_object('candidateId', p.candidate_id, 'searchId', p.search_id,
        'organizationId', p.organization_id, 'since', p.since)), '[]') from presented p) as presentations,
    (select coalesce(json_agg(json_build_object('candidateId', v.candidate_id, 'searchId', v.search_id, 'givenOn', v.given_on)), '[]')
      from off_limits_override v where v.agency_id = current_agency() and v.candidate_id = any($1::uuid[]) and v.ended_at is null) as overrides,
    (select coalesce(json_agg(json_build_object('id', f.id, 'source', f.source, 'level', f.level, 'reason', f.reason,
        'organizationId', f.organization_id, 'candidateId', f.candidate_id, 'withChildren', f.with_children, 'covers', f.covers,
        'protectsId', f.protects_id, 'searchId', f.search_id, 'startsOn', f.starts_on, 'endsOn', f.ends_on,
        'madeOn', case when f.source = 'made' then (f.created_at at time zone $4)::date else f.starts_on end)), '[]') from found f) as policies,
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'parentId', o.parent_id)), '[]')
      from near n join organization o on o.agency_id = current_agency() and o.id = n.id) as organizations,
    (select coalesce(json_agg(json_build_object('organizationId', z.organization_id, 'successorId', z.successor_id,
        'kind', z.kind, 'happenedOn', z.happened_on)), '[]')
      from near n join organization_successor z on z.agency_id = current_agency() and z.successor_id = n.id) as successions,
    (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'organizationId', s.organization_id)), '[]')
      from search s where s.agency_id = current_agency() and s.id in (select $2::uuid union select f.search_id from found f
        union select p.search_id from placed p union select p.search_id from presented p)) as searches`;
