import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { Refusal } from '@domain/refusal.js';
import { type RowClass, Statements } from './statements.js';
import { unit } from './unit.js';

/** Tables whose writing needs no event: one member's own convenience, and how far long work is, and what is derived from other rows. */
const withoutEvent = new Set([
  'saved_view',
  'saved_view_pin',
  'notice',
  'notice_choice',
  'notice_digest',
  'recent',
  'call_list',
  'call_list_entry',
  'idempotency',
  'import',
  'import_row',
  'import_key',
  'import_made',
  'candidate_search',
  'bulk_change',
  'bulk_change_row',
  'export',
]);

type Values<T> = { [K in keyof T]?: T[K] | undefined };
type Identified = { id: string };

/** The database of the unit of work around the caller: rows in, rows out, always behind the agency's wall. */
@Injectable()
export class Db {
  private readonly statements: Statements;

  constructor(@InjectDataSource() source: DataSource) {
    this.statements = new Statements(source);
  }

  /** The row with this id. 404 where the agency has none; 412 where the request's `If-Match` names another version of it. */
  async get<T extends Identified>(row: RowClass<T>, id: string): Promise<T> {
    return this.checked(await this.one(row, { id } as Values<T>, false));
  }

  /** As `get`, for the row that the URL stands for without its id: `If-Match` speaks of it. */
  async subject<T extends Identified>(row: RowClass<T>, id: string): Promise<T> {
    return this.checked(await this.one(row, { id } as Values<T>, false), id);
  }

  /** As `get`, and no other unit of work changes the row before this one ends. */
  async lock<T extends Identified>(row: RowClass<T>, id: string): Promise<T> {
    return this.checked(await this.one(row, { id } as Values<T>, true));
  }

  /** The one row with these values, if there is one. */
  async find<T extends object>(row: RowClass<T>, by: Values<T>): Promise<T | undefined> {
    return this.one(row, by, false);
  }

  /** All rows with these values, in no order. */
  async all<T extends object>(row: RowClass<T>, by: Values<T>): Promise<T[]> {
    const { name, text, takes } = this.statements.select(row, Object.keys(by), false);
    const found = await unit().client.query<QueryResultRow>({ name, text, values: pick(by, takes) });
    return found.rows.map((values) => instance(row, values));
  }

  /** Adds a row; absent values take the column's default. Answers the row as stored. */
  async insert<T extends object>(row: RowClass<T>, values: Values<T>): Promise<T> {
    const set = present(values);
    const { name, text, takes } = this.statements.insert(row, Object.keys(set));
    this.wrote(this.statements.table(row));
    const { rows } = await unit().client.query<QueryResultRow>({ name, text, values: pick(set, takes) });
    return instance(row, rows[0] ?? {});
  }

  /** Adds rows in one round trip, in the given order. */
  async insertAll<T extends object>(row: RowClass<T>, values: readonly Values<T>[]): Promise<T[]> {
    return Promise.all(values.map((one) => this.insert(row, one)));
  }

  /** Changes the given values of a row and raises its version. 412 where someone was faster. Answers the row as stored. */
  async change<T extends Identified>(row: T, values: Values<T>): Promise<T> {
    const set = present(values);
    if (Object.keys(set).length === 0) return row;
    const type = row.constructor as RowClass<T>;
    const { name, text, takes } = this.statements.update(type, Object.keys(set));
    this.wrote(this.statements.table(type));
    const bound = pick({ ...set, id: row.id, ...('version' in row ? { version: row.version } : {}) }, takes);
    const { rows } = await unit().client.query<QueryResultRow>({ name, text, values: bound });
    if (!rows[0]) throw new Refusal('row.changed');
    return instance(type, rows[0]);
  }

  /** Removes the rows with these values; answers how many there were. */
  async remove<T extends object>(row: RowClass<T>, by: Values<T>): Promise<number> {
    const { name, text, takes } = this.statements.remove(row, Object.keys(by));
    this.wrote(this.statements.table(row));
    return (await unit().client.query({ name, text, values: pick(by, takes) })).rowCount ?? 0;
  }

  /** Reads by SQL of one's own, prepared under `name`. */
  async rows<T extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await unit().client.query<QueryResultRow>({ name, text, values: [...values] })).rows as T[];
  }

  /** As `rows`, for the first row. */
  async row<T extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(name, text, values))[0];
  }

  /** As `row`, by a plan that is made once and fits any values: for a large statement whose planning takes longer than itself. */
  async rowByOnePlan<T extends object>(name: string, text: string, values: readonly unknown[]): Promise<T | undefined> {
    const { client } = unit();
    const plan = (mode: string): Promise<unknown> => client.query(`set local plan_cache_mode = ${mode}`);
    const [, { rows }] = await Promise.all([
      plan('force_generic_plan'),
      client.query<QueryResultRow>({ name, text, values: [...values] }),
      plan('auto'),
    ]);
    return rows[0] as T | undefined;
  }

  /** Writes `table` by SQL of one's own, prepared under `name`; answers what it returns. */
  async write<T extends object>(
    table: string,
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<T[]> {
    const { rows, rowCount } = await unit().client.query<QueryResultRow>({ name, text, values: [...values] });
    if (rowCount) this.wrote(table);
    return rows as T[];
  }

  private async one<T extends object>(row: RowClass<T>, by: Values<T>, lock: boolean): Promise<T | undefined> {
    const { name, text, takes } = this.statements.select(row, Object.keys(by), lock);
    const { rows } = await unit().client.query<QueryResultRow>({ name, text, values: pick(by, takes) });
    return rows[0] && instance(row, rows[0]);
  }

  private checked<T extends Identified>(row: T | undefined, subjectId = unit().subjectId): T {
    if (!row) throw new Refusal('resource.not-found');
    const { ifMatch } = unit();
    if (ifMatch !== undefined && row.id === subjectId && 'version' in row && row.version !== ifMatch) {
      throw new Refusal('row.changed', undefined, { version: row.version });
    }
    return row;
  }

  private wrote(table: string): void {
    if (!withoutEvent.has(table)) unit().written.add(table);
  }
}

function present<T extends object>(values: T): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function pick(values: object, takes: readonly string[]): unknown[] {
  return takes.map((property) => (values as Record<string, unknown>)[property]);
}

function instance<T extends object>(row: RowClass<T>, values: object): T {
  return Object.assign(Object.create(row.prototype as object) as T, values);
}
