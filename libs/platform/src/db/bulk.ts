import { Injectable } from '@nestjs/common';
import { Db } from './db.js';
import { unit } from './unit.js';

/** Rows by column name. */
export type Rows = Record<string, unknown>[];

/** Writes many rows of one table in one statement, with the types that the table itself has. */
@Injectable()
export class Bulk {
  private readonly types = new Map<string, Map<string, string>>();

  constructor(private readonly db: Db) {}

  /**
   * Adds the rows, 5,000 a statement; all have the columns of the first one. With `passOver` rows that are there already are
   * passed over. Answers the `returning` columns of the rows that were added.
   */
  async add<T extends object = object>(
    table: string,
    rows: Rows,
    { passOver = false, returning = '' }: { passOver?: boolean; returning?: string } = {},
  ): Promise<T[]> {
    const first = rows[0];
    if (!first) return [];
    const added: T[] = [];
    const types = await this.typesOf(table);
    const columns = Object.keys(first);
    const shape = columns.map((column) => `${column} ${types.get(column)}`).join(', ');
    const text = `insert into ${table} (${columns.join(', ')})
      select ${columns.join(', ')} from jsonb_to_recordset($1::jsonb) as r (${shape})
      ${passOver ? 'on conflict do nothing' : ''} ${returning && `returning ${returning}`}`;
    const name = `bulk_${table}_${passOver ? 'new' : 'all'}_${columns.length}`;
    for (let from = 0; from < rows.length; from += 5_000) {
      added.push(...(await this.db.write<T>(table, name, text, [JSON.stringify(rows.slice(from, from + 5_000))])));
    }
    if (table === 'event') unit().recorded += rows.length;
    return added;
  }

  private async typesOf(table: string): Promise<Map<string, string>> {
    let types = this.types.get(table);
    if (!types) {
      const rows = await this.db.rows<{ name: string; type: string }>(
        'bulk_types',
        `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      );
      types = new Map(rows.map(({ name, type }) => [name, type]));
      this.types.set(table, types);
    }
    return types;
  }
}
