import { candidateColumns, type CandidateColumn } from '@domain/exports/export.js';
import type { Field } from '@platform/lists/fields.js';
import { candidateFields } from '../candidates/candidate.fields.js';

const channels = (kind: string): Field => ({
  sql: `(select string_agg(h.value, ', ' order by h.id) from candidate_channel h
    where h.agency_id = c.agency_id and h.candidate_id = c.id and h.kind = '${kind}' and h.state <> 'removed')`,
  type: 'text',
});

const cash = (kind: string): Field => ({
  sql: `(select (money(p.base_amount * coalesce(p.months, 1) + p.bonus_amount, p.currency) ->> 'amount') || ' ' || p.currency
    from package p where p.agency_id = c.agency_id and p.candidate_id = c.id and p.kind = '${kind}')`,
  type: 'text',
  needs: candidateColumns[`${kind as 'current'}Cash`],
});

const own: Partial<Record<CandidateColumn, Field>> = {
  email: channels('email'),
  phone: channels('phone'),
  wechat: channels('wechat'),
  currentCash: cash('current'),
  expectedCash: cash('expected'),
};

/** What stands behind a column: the field of the list or of the profile, or a text of several of its rows. */
function fieldOf(name: CandidateColumn): Field {
  return own[name] ?? candidateFields[name as keyof typeof candidateFields];
}

/** The column as a text, null where nothing is known. */
function textOf({ sql, type }: Field): string {
  switch (type) {
    case 'time':
      return `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    case 'json':
      return `(select string_agg(coalesce(e ->> 'name', e #>> '{}'), ', ') from json_array_elements(${sql}) as e)`;
    default:
      return `(${sql})::text`;
  }
}

/** Types whose texts are written by the machine alone: nothing in them is quoted or taken for a formula. */
const plain: readonly Field['type'][] = ['id', 'int', 'flag', 'day', 'time'];

/** The columns as the list selects them, and the line of the csv that is made of them. */
export function csvOf(names: readonly CandidateColumn[]): { columns: string; line: string } {
  const fields = names.map((name) => ({ name, field: fieldOf(name) }));
  return {
    columns: fields.map(({ name, field }) => `${textOf(field)} as "${name}"`).join(', '),
    line: fields
      .map(({ name, field }) => (plain.includes(field.type) ? `coalesce(v."${name}", '')` : `csv_cell(v."${name}")`))
      .join(" || ',' || "),
  };
}
