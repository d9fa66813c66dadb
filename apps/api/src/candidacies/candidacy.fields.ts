import { stageGroups } from '@domain/agencies/pipeline.js';
import { candidacyRoles } from '@domain/candidacies/candidacy.js';
import { exitParties, exitReasons } from '@domain/candidacies/exit-reasons.js';
import { livePlacementStates, placementStates } from '@domain/candidacies/placement.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';
import { hasReached } from '../searches/target.fields.js';

/** Whether the person of a candidacy `c` was employed at the organization or below it at any time since the search `s` opened. */
const employedAt = (organization: string): string => `exists (select from affiliation a
  where a.agency_id = c.agency_id and a.candidate_id = c.candidate_id and a.type = 'employment'
    and (a.ended_on is null or a.ended_on >= s.opened_on)
    and a.organization_id in (with recursive inside as (
      select ${organization} as id
      union select o.id from inside join organization o on o.agency_id = c.agency_id and o.parent_id = inside.id)
      select id from inside))`;

const live = livePlacementStates.map((state) => `'${state}'`).join(', ');

export const candidacyFields = {
  id: { sql: 'c.id', type: 'id' },
  searchId: { sql: 'c.search_id', type: 'id', filter: 'narrow' },
  candidateId: { sql: 'c.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: 'p.display_name', type: 'text' },
  nativeName: { sql: 'p.native_name', type: 'text' },
  currentTitle: { sql: 'p.current_title', type: 'text' },
  currentOrganizationName: { sql: 'o.name', type: 'text' },
  doNotContact: { sql: 'p.do_not_contact', type: 'flag' },
  attemptState: {
    sql: `(select v.state from poaching_attempt v where v.agency_id = c.agency_id and v.search_id = c.search_id
      and v.candidate_id = c.candidate_id and v.voided_at is null and v.state <> 'withdrawn')`,
    type: 'text',
    needs: 'poaching.read',
  },
  lastContactAt: { sql: 'p.last_contact_at', type: 'time' },
  role: { sql: 'c.role', type: 'text', filter: 'equals', words: candidacyRoles },
  stageId: { sql: 'c.stage_id', type: 'id', filter: 'narrow' },
  stageName: { sql: 'g.name', type: 'text' },
  group: { sql: 'g.stage_group', type: 'text', filter: 'equals', words: stageGroups },
  rank: { sql: 'c.rank', type: 'text' },
  ownerId: { sql: 'c.owner_id', type: 'id', filter: 'equals', nullable: true },
  ownerName: { sql: 'm.name', type: 'text' },
  source: { sql: 'c.source', type: 'text' },
  nextAction: { sql: 'c.next_action', type: 'text' },
  nextActionOn: { sql: 'c.next_action_on', type: 'day', filter: 'range', nullable: true, sort: 'c.next_action_sort' },
  enteredStageAt: { sql: 'c.entered_stage_at', type: 'time', filter: 'range', sort: true },
  exitedAt: { sql: 'c.exited_at', type: 'time' },
  exitParty: { sql: 'c.exit_party', type: 'text', filter: 'equals', words: exitParties },
  exitReason: { sql: 'c.exit_reason', type: 'text', filter: 'equals', nullable: true, words: exitReasons },
  searchTitle: { sql: 's.title', type: 'text', only: 'detail' },
  organizationId: { sql: 's.organization_id', type: 'id', only: 'detail' },
  organizationName: {
    sql: '(select k.name from organization k where k.agency_id = s.agency_id and k.id = s.organization_id)',
    type: 'text',
    only: 'detail',
  },
  placementId: {
    sql: `(select l.id from placement l where l.agency_id = c.agency_id and l.candidacy_id = c.id and l.state in (${live}))`,
    type: 'id',
    only: 'detail',
  },
  createdAt: { sql: 'c.created_at', type: 'time' },
  updatedAt: { sql: 'c.updated_at', type: 'time', filter: 'range', sort: true },
  version: { sql: 'c.version', type: 'int' },
} as const satisfies Fields;

export const candidacyList: ListSpec = {
  name: 'candidacies',
  from: `candidacy c left join candidate p on p.agency_id = c.agency_id and p.id = c.candidate_id
    left join search s on s.agency_id = c.agency_id and s.id = c.search_id
    left join organization o on o.agency_id = p.agency_id and o.id = p.current_organization_id
    left join stage g on g.agency_id = c.agency_id and g.id = c.stage_id
    left join member m on m.agency_id = c.agency_id and m.id = c.owner_id`,
  alias: 'c',
  fields: candidacyFields,
  filters: {
    exited: {
      type: 'flag',
      sql: (value) => `(c.exited_at is not null) = any(${value})`,
      description: 'true: those who left the pipeline; false: the others',
    },
    targetId: {
      type: 'id',
      sql: (value) => `c.role = 'candidate' and exists (select from target t where t.agency_id = c.agency_id
        and t.id = any(${value}) and t.search_id = c.search_id and ${employedAt('t.organization_id')})`,
      description: 'People whom a target of their search has, or had since the search opened.',
    },
    reached: {
      type: 'text',
      words: ['contacted', 'qualified'],
      sql: (value) =>
        `(${(['contacted', 'qualified'] as const)
          .map((group) => `('${group}' = any(${value}) and ${hasReached(group)})`)
          .join(' or ')})`,
      description: 'Who came as far as this group of stages, wherever they stand now.',
    },
  },
  search: (q) => `c.candidate_id in (select found.id from candidate_matches(${q}, false) as found (id))`,
  defaultSort: '-updatedAt',
};

export const placementFields = {
  id: { sql: 'l.id', type: 'id' },
  candidacyId: { sql: 'l.candidacy_id', type: 'id', filter: 'narrow' },
  searchId: { sql: 'l.search_id', type: 'id', filter: 'narrow' },
  searchTitle: { sql: 's.title', type: 'text' },
  candidateId: { sql: 'l.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: 'p.display_name', type: 'text' },
  organizationId: { sql: 's.organization_id', type: 'id', filter: 'equals' },
  organizationName: { sql: 'o.name', type: 'text' },
  state: { sql: 'l.state', type: 'text', filter: 'equals', words: placementStates },
  startsOn: { sql: 'l.starts_on', type: 'day', filter: 'range', sort: true },
  startedOn: { sql: 'l.started_on', type: 'day' },
  guaranteeUntil: { sql: 'l.guarantee_until', type: 'day', filter: 'range' },
  leftOn: { sql: 'l.left_on', type: 'day' },
  leftBy: { sql: 'l.left_by', type: 'text' },
  leftReason: { sql: 'l.left_reason', type: 'text' },
  createdAt: { sql: 'l.created_at', type: 'time' },
  updatedAt: { sql: 'l.updated_at', type: 'time', sort: true },
  version: { sql: 'l.version', type: 'int' },
} as const satisfies Fields;

export const placementList: ListSpec = {
  name: 'placements',
  from: `placement l left join search s on s.agency_id = l.agency_id and s.id = l.search_id
    left join candidate p on p.agency_id = l.agency_id and p.id = l.candidate_id
    left join organization o on o.agency_id = s.agency_id and o.id = s.organization_id`,
  alias: 'l',
  fields: placementFields,
  defaultSort: '-startsOn',
};
