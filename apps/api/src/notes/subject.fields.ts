import { subjectTypes } from '@domain/notes/subject.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

/** What can be read of the subject of a row: the row has one nullable column a type. */
export function subjectFields(alias: string): {
  readonly subjectType: Fields[string];
  readonly subjectId: Fields[string];
  readonly subjectName: Fields[string];
} {
  const type = subjectTypes.map((one) => `when ${alias}.${one}_id is not null then '${one}'`).join(' ');
  return {
    subjectType: { sql: `(case ${type} end)`, type: 'text' },
    subjectId: { sql: `coalesce(${subjectTypes.map((one) => `${alias}.${one}_id`).join(', ')})`, type: 'id' },
    subjectName: {
      sql: `coalesce(
        (select s.display_name from candidate s where s.agency_id = ${alias}.agency_id and s.id = ${alias}.candidate_id),
        (select s.name from organization s where s.agency_id = ${alias}.agency_id and s.id = ${alias}.organization_id),
        (select s.name from contact s where s.agency_id = ${alias}.agency_id and s.id = ${alias}.contact_id),
        (select s.title from search s where s.agency_id = ${alias}.agency_id and s.id = ${alias}.search_id),
        (select s.display_name from candidacy y join candidate s on s.agency_id = y.agency_id and s.id = y.candidate_id
          where y.agency_id = ${alias}.agency_id and y.id = ${alias}.candidacy_id))`,
      type: 'text',
      needs: 'candidate.read',
    },
  };
}

/** Filters by the subject: by type, and by the ids of subjects of any type, each column by its own index. */
export function subjectFilters(alias: string): NonNullable<ListSpec['filters']> {
  return {
    subjectType: {
      type: 'text',
      words: subjectTypes,
      sql: (value) =>
        `(${subjectTypes.map((one) => `(${alias}.${one}_id is not null and '${one}' = any(${value}))`).join(' or ')})`,
      description: 'The types of subjects',
    },
    subjectId: {
      type: 'id',
      sql: (value, alone) =>
        `(${subjectTypes.map((one) => `${alias}.${one}_id = ${alone ? `(${value})[1]` : `any(${value})`}`).join(' or ')})`,
      narrow: true,
      description: 'The ids of subjects, of any type',
    },
  };
}
