import { groupsFrom } from '@domain/candidacies/stages.js';
import { organizationKinds } from '@domain/organizations/organization.js';
import { targetStates } from '@domain/searches/search.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

/** Whether a candidacy `c` ever stood in the group of stages or one after it. */
export const hasReached = (group: 'contacted' | 'qualified'): string => `exists (select from stage_entry e
  where e.agency_id = c.agency_id and e.candidacy_id = c.id and e.voided_at is null
    and e.to_group in (${groupsFrom(group)
      .map((one) => `'${one}'`)
      .join(', ')}))`;

const reached = (group: 'contacted' | 'qualified'): string => `count(*) filter (where ${hasReached(group)})::int`;

/** People of the search who were employed at the target or below it at any time since the search opened. */
const counts = `lateral (
  with recursive inside as (
    select t.organization_id as id
    union select o.id from inside join organization o on o.agency_id = t.agency_id and o.parent_id = inside.id)
  select count(*)::int as identified, ${reached('contacted')} as approached, ${reached('qualified')} as interested
  from candidacy c where c.agency_id = t.agency_id and c.search_id = t.search_id and c.role = 'candidate'
    and exists (select from affiliation a join inside on inside.id = a.organization_id
      where a.agency_id = c.agency_id and a.candidate_id = c.candidate_id and a.type = 'employment'
        and (a.ended_on is null or a.ended_on >= s.opened_on))) as people`;

export const targetFields = {
  id: { sql: 't.id', type: 'id' },
  searchId: { sql: 't.search_id', type: 'id', filter: 'narrow' },
  organizationId: { sql: 't.organization_id', type: 'id', filter: 'equals' },
  organizationName: { sql: 'o.name', type: 'text', sort: 'o.sort_name' },
  organizationKind: { sql: 'o.kind', type: 'text', filter: 'equals', words: organizationKinds },
  state: { sql: 't.state', type: 'text', filter: 'equals', words: targetStates },
  ownerId: { sql: 't.owner_id', type: 'id', filter: 'equals' },
  ownerName: {
    sql: '(select m.name from member m where m.agency_id = t.agency_id and m.id = t.owner_id)',
    type: 'text',
  },
  note: { sql: 't.note', type: 'text' },
  identified: { sql: 'people.identified', type: 'int', needs: 'candidacy.read' },
  approached: { sql: 'people.approached', type: 'int', needs: 'candidacy.read' },
  interested: { sql: 'people.interested', type: 'int', needs: 'candidacy.read' },
  createdAt: { sql: 't.created_at', type: 'time' },
  updatedAt: { sql: 't.updated_at', type: 'time' },
  version: { sql: 't.version', type: 'int' },
} as const satisfies Fields;

export const targetList: ListSpec = {
  name: 'targets',
  from: `target t left join search s on s.agency_id = t.agency_id and s.id = t.search_id
    left join organization o on o.agency_id = t.agency_id and o.id = t.organization_id cross join ${counts}`,
  alias: 't',
  fields: targetFields,
  defaultSort: 'organizationName',
};
