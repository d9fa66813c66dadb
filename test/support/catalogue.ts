import type { Pool } from 'pg';

export type Column = {
  readonly name: string;
  /** As PostgreSQL writes it: `text`, `numeric(20,4)`, `text[]`. */
  readonly type: string;
  readonly notNull: boolean;
  readonly defaulted: boolean;
  readonly generated: boolean;
  /** The words that a CHECK of this column alone allows. */
  readonly words: readonly string[];
};

export type ForeignKey = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
};

export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
};

/** The tables of the database as it says itself, by name. */
export type Catalogue = ReadonlyMap<string, Table>;

const columnsSql = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull",
    a.atthasdef and a.attgenerated = '' as defaulted, a.attgenerated <> '' as generated,
    coalesce((select array_agg(w[1] order by n) from pg_constraint k,
      regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') with ordinality as m (w, n)
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[|^CHECK \\(\\(\\w+ = ''[^'']*''::text\\)\\)$'), '{}') as words
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  order by c.relname, a.attnum`;

const keysSql = `
  select k.conrelid::regclass::text as "table", k.conname as name, k.contype as kind,
    (select array_agg(a.attname::text order by n) from unnest(k.conkey) with ordinality as u (num, n)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns,
    k.confrelid::regclass::text as target,
    (select array_agg(a.attname::text order by n) from unnest(k.confkey) with ordinality as u (num, n)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as "targetColumns"
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and k.contype in ('p', 'f') order by k.conname`;

/** Reads what tables, columns and keys the schema `public` has. */
export async function readCatalogue(pool: Pool): Promise<Catalogue> {
  const columns = await pool.query<Column & { table: string }>(columnsSql);
  const keys = await pool.query<ForeignKey & { table: string; kind: 'p' | 'f' }>(keysSql);
  const names = [...new Set(columns.rows.map(({ table }) => table))];
  return new Map(
    names.map((name) => [
      name,
      {
        name,
        columns: columns.rows.filter(({ table }) => table === name),
        primaryKey: keys.rows.find(({ table, kind }) => table === name && kind === 'p')?.columns ?? [],
        foreignKeys: keys.rows.filter(({ table, kind }) => table === name && kind === 'f'),
      },
    ]),
  );
}

/** Whether rows of the table belong to one agency. */
export function isTenant(table: Table): boolean {
  return table.columns.some(({ name }) => name === 'agency_id');
}
