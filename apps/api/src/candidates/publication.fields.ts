import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const publicationFields = {
  id: { sql: 'p.id', type: 'id' },
  title: { sql: 'p.title', type: 'text' },
  venue: { sql: 'p.venue', type: 'text', filter: 'equals' },
  year: { sql: 'p.year', type: 'int', filter: 'range', sort: 'p.sort_year' },
  url: { sql: 'p.url', type: 'text' },
  status: { sql: 'p.status', type: 'text' },
  keywords: { sql: 'to_json(p.keywords)', type: 'json' },
  authorCount: { sql: 'p.author_count', type: 'int' },
  position: { sql: 'a.position', type: 'int' },
  coAuthorCount: {
    sql: `(select count(*)::int from authorship w
      where w.agency_id = a.agency_id and w.publication_id = a.publication_id and w.candidate_id <> a.candidate_id)`,
    type: 'int',
  },
} as const satisfies Fields;

/** The publications of one candidate. */
export const publicationList: ListSpec = {
  name: 'publications',
  from: 'authorship a left join publication p on p.agency_id = a.agency_id and p.id = a.publication_id',
  alias: 'p',
  fields: publicationFields,
  filters: {
    candidateId: {
      type: 'id',
      sql: (value, alone) => `a.candidate_id = ${alone ? `(${value})[1]` : `any(${value})`}`,
      narrow: true,
      description: 'The one of the address.',
    },
  },
  defaultSort: '-year',
};
