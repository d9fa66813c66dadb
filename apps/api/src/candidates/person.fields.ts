import type { Fields, Filter, ListSpec } from '@platform/lists/fields.js';
import { candidateFields, candidateList } from './candidate.fields.js';

const present = '(c.current_organization_id is not distinct from a.organization_id)';

const like = (column: string, description: string): Filter => ({
  type: 'text',
  sql: (value) =>
    `exists (select from unnest(${value}) as part (text) where strpos(lower(${column}), lower(part.text)) > 0)`,
  description,
});

const personFields = {
  ...candidateFields,
  title: { sql: 'a.title', type: 'text' },
  level: { sql: 'a.level', type: 'text' },
  team: { sql: 'a.team', type: 'text' },
  startedOn: { sql: 'a.started_on', type: 'day' },
  endedOn: { sql: 'a.ended_on', type: 'day' },
  present: { sql: present, type: 'flag', filter: 'equals' },
} as const satisfies Fields;

/** People of one organization, each with their last affiliation there; `organizationId` names the organization. */
export const personList: ListSpec = {
  ...candidateList,
  name: 'people',
  from: `${candidateList.from}
    join affiliation a on a.agency_id = c.agency_id and a.candidate_id = c.id and a.confidence = 'sure'`,
  fields: personFields,
  filters: {
    ...candidateList.filters,
    organizationId: {
      type: 'id',
      sql: (value) => `a.organization_id = any(${value}) and a.id = (select l.id from affiliation l
        where l.agency_id = c.agency_id and l.candidate_id = c.id and l.organization_id = a.organization_id and l.confidence = 'sure'
        order by l.id is not distinct from c.current_affiliation_id desc, l.ended_on desc nulls first,
          coalesce(l.started_on, make_date(coalesce(l.seen_from, l.seen_until, 1), 1, 1)) desc, l.id desc limit 1)`,
      description: 'The organization; the path names it already.',
    },
    title: like('a.title', 'A part of the title there.'),
    level: like('a.level', 'A part of the level there.'),
    team: like('a.team', 'A part of the team there.'),
  },
};
