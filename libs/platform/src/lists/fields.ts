import type { Actor } from '@domain/access/policy.js';
import type { Permission } from '@domain/access/permissions.js';

/** What a value is, and so how it is compared: every kind uses an index behind the walls. */
export type FieldType = 'id' | 'text' | 'int' | 'flag' | 'day' | 'time' | 'json';

/**
 * One thing that can be read of a row. `sql` may use the alias of the list; in it and in filters `{agency}` is the agency, `{member}`
 * who asks, `{today}` the day it is where the agency works.
 */
export type Field = {
  readonly sql: string;
  readonly type: FieldType;
  /** Who may read it; a field that one may not read is not selected, filtered or sorted on. */
  readonly needs?: Permission;
  /** `?name=a,b` for one of the values; with `range` also `?nameFrom=` and `?nameTo=`; `narrow`: few rows have any one value. */
  readonly filter?: 'equals' | 'range' | 'narrow';
  /** It may have no value, which one can filter on. */
  readonly nullable?: true;
  /** The words that a text can have, for the filter. */
  readonly words?: readonly string[];
  /** A column that is never null and has an index (agency_id, it, id). */
  readonly sort?: true | string;
  /** `detail`: not in lists. */
  readonly only?: 'detail';
};

/** The one table of what can be read of a thing. */
export type Fields = Readonly<Record<string, Field>>;

/** A filter that is no field: `sql` gets the placeholder of its list of values, and whether it is one value alone. */
export type Filter = {
  readonly type: FieldType;
  readonly sql: (value: string, alone: boolean) => string;
  readonly needs?: Permission;
  readonly words?: readonly string[];
  /** Few rows have any one value: one plan is good for all of them. */
  readonly narrow?: boolean;
  /** The condition that there is no value at all. */
  readonly empty?: string;
  readonly description: string;
};

/**
 * What a list is made of. `search` gets the placeholder of `q`. What a row refers to is joined by LEFT JOIN also where it is
 * always there: inner joins on the agency alone let the planner pair everything with everything while there are no statistics.
 */
export type ListSpec = {
  readonly name: string;
  readonly from: string;
  readonly alias: string;
  readonly fields: Fields;
  readonly filters?: Readonly<Record<string, Filter>>;
  readonly search?: (q: string, actor: Actor) => string;
  /** Holds for every row of the list, before any filter: `{agency}`, `{member}` and `{today}` as in fields. */
  readonly where?: string;
  /** Holds besides for every row that somebody without the permission sees. */
  readonly without?: { readonly needs: Permission; readonly where: string };
  readonly defaultSort: string;
};

/** Sort names of a list and the column behind each. */
export function sortsOf(spec: ListSpec): Map<string, { sql: string; field: Field }> {
  return new Map(
    Object.entries(spec.fields)
      .filter(([, field]) => field.sort)
      .map(([name, field]) => [name, { sql: field.sort === true ? field.sql : String(field.sort), field }]),
  );
}
