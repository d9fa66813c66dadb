import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, may } from '@domain/access/policy.js';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { unit } from '../db/unit.js';
import { openCursor, type Position, sealCursor } from './cursor.js';
import type { Field, ListSpec } from './fields.js';
import { Page } from './page.js';
import { question, type Question, type RawQuery, readable, wholeQuestion } from './query.js';

/** Up to this many rows a total is exact. */
const exactTotal = 10_000;

/** So many statements are prepared at most; what is asked beyond them is planned each time. */
const mostPrepared = 500;

const sqlTypes: Record<Field['type'], string> = {
  id: 'uuid[]',
  text: 'text[]',
  int: 'bigint[]',
  flag: 'boolean[]',
  day: 'date[]',
  time: 'timestamptz[]',
  json: 'text[]',
};

/** A statement with its order and values, ready to stand in another one. */
export type Statement = { text: string; order: string; values: unknown[] };

type Found = { items: string | null; found: number; key: string | null; id: string | null };
type Slice = { items: string; next?: Position };

/** The condition of a list. `planned`: one plan is good for all its values, so the statement is prepared by name. */
type Where = { text: string; values: unknown[]; planned: boolean };

/** The one place that makes lists and details: projections, written as JSON by PostgreSQL, behind the walls. */
@Injectable()
export class Lists {
  private readonly names = new Map<string, string>();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** One page. Hidden fields are not selected; rows tie on id; the page after begins where this one ends. */
  async page(spec: ListSpec, actor: Actor, raw: RawQuery): Promise<Page> {
    const asked = question(spec, actor, raw);
    const parts = this.where(spec, actor, asked);
    const slice = this.slice(spec, actor, asked, parts);
    const total = asked.total ? this.count(spec, parts) : undefined;
    const { items, next } = await slice;
    const cursor = next ? JSON.stringify(sealCursor(next, asked.identity, this.config.secret)) : 'null';
    return new Page(`{"items":[${items}],"nextCursor":${cursor}${total === undefined ? '' : await total}}`);
  }

  /** The row with this id as the actor may see it. 404 where there is none. */
  async detail<T extends object>(spec: ListSpec, actor: Actor, id: string): Promise<T> {
    const found = await this.find<T>(spec, actor, id);
    if (!found) throw new Refusal('resource.not-found');
    return found;
  }

  /** As `detail`, undefined where there is none. */
  async find<T extends object>(spec: ListSpec, actor: Actor, id: string): Promise<T | undefined> {
    const values: unknown[] = [actor.agencyId];
    const columns = this.bound(projection(spec, actor, 'detail'), actor, values, 1);
    const text = `select ${columns} as v from ${spec.from}
      where ${spec.alias}.agency_id = $1 and ${spec.alias}.id = $2${this.standing(spec, actor, values, 1)}`;
    values.splice(1, 0, id);
    const { rows } = await unit().client.query<{ v: string }>({ name: this.name(text), text, values });
    return rows[0] && (JSON.parse(rows[0].v) as T);
  }

  /** The ids of the first rows of a list in its order, as many as `most`. */
  async ids(spec: ListSpec, actor: Actor, raw: RawQuery, most: number): Promise<string[]> {
    const asked = question(spec, actor, raw);
    const { text: condition, values } = this.where(spec, actor, asked);
    const direction = asked.sort.descending ? 'desc' : 'asc';
    const text = `select ${spec.alias}.id from ${spec.from} where ${condition}
      order by ${asked.sort.sql} ${direction}, ${spec.alias}.id ${direction} limit ${most}`;
    const { rows } = await unit().client.query<{ id: string }>({ text, values });
    return rows.map(({ id }) => id);
  }

  /** Rows of a list without paging, each as JSON text: for short lists. */
  async items(
    spec: ListSpec,
    actor: Actor,
    where: string,
    order: string,
    values: readonly unknown[],
  ): Promise<string[]> {
    const bound: unknown[] = [actor.agencyId, ...values];
    const columns = this.bound(projection(spec, actor, 'list'), actor, bound, 0);
    const text = `select ${columns} as v from ${spec.from}
      where ${spec.alias}.agency_id = $1 and ${where}${this.standing(spec, actor, bound, 0)} order by ${order}`;
    const { rows } = await unit().client.query<{ v: string }>({ name: this.name(text), text, values: bound });
    return rows.map(({ v }) => v);
  }

  /**
   * The first rows of each column of a board, as JSON texts joined by commas: column → rows. `where` and `order` may use the
   * alias of the list; `$2` and on are `values`.
   */
  async columns(
    spec: ListSpec,
    actor: Actor,
    board: { column: string; where: string; order: string; limit: number; values: readonly unknown[] },
  ): Promise<Map<string, string>> {
    const bound: unknown[] = [actor.agencyId, ...board.values];
    const columns = this.bound(projection(spec, actor, 'list'), actor, bound, 0);
    const text = `select ranked.at as "column", string_agg(ranked.v, ',' order by ranked.place) as items from (
        select ${board.column}::text as at, ${columns} as v,
          row_number() over (partition by ${board.column} order by ${board.order}) as place
        from ${spec.from} where ${spec.alias}.agency_id = $1 and ${board.where}${this.standing(spec, actor, bound, 0)}) as ranked
      where ranked.place <= ${board.limit} group by ranked.at`;
    const { rows } = await unit().client.query<{ column: string; items: string }>({
      name: this.name(text),
      text,
      values: bound,
    });
    return new Map(rows.map(({ column, items }) => [column, items]));
  }

  /**
   * The statement of all rows that the parameters of a body at `pointer` ask for: `columns` may use the alias of
   * the list and `{agency}`. 400 for what the list does not know, as in a page of it.
   */
  every(spec: ListSpec, actor: Actor, pointer: string, given: object, columns: string): Statement {
    const asked = wholeQuestion(spec, actor, pointer, given);
    const { text, values } = this.where(spec, actor, asked);
    const direction = asked.sort.descending ? 'desc' : 'asc';
    return {
      text: `select ${columns.replaceAll('{agency}', '$1')} from ${spec.from} where ${text}`,
      order: `order by ${asked.sort.sql} ${direction}, ${spec.alias}.id ${direction}`,
      values,
    };
  }

  /** How many rows a statement finds. */
  async countOf({ text, values }: Pick<Statement, 'text' | 'values'>): Promise<number> {
    const counted = { text: `select count(*)::int as n from (${text}) as counted`, values };
    return (await unit().client.query<{ n: number }>(counted)).rows[0]?.n ?? 0;
  }

  private where(spec: ListSpec, actor: Actor, asked: Question): Where {
    const values: unknown[] = [actor.agencyId];
    const conditions = [`${spec.alias}.agency_id = $1`];
    for (const { sql, type, value } of asked.conditions) {
      values.push(value);
      conditions.push(sql(`$${values.length}::${sqlTypes[type]}`));
    }
    if (asked.where) {
      conditions.push(asked.where((value, type) => `$${values.push(value)}::${sqlTypes[type]}`));
    }
    if (asked.q !== undefined && spec.search) {
      values.push(asked.q);
      conditions.push(spec.search(`$${values.length}::text`, actor));
    }
    return {
      text: this.bound(conditions.join(' and '), actor, values, 0) + this.standing(spec, actor, values, 0),
      values,
      planned: !asked.where && (asked.conditions.length === 0 || asked.conditions.some(({ narrow }) => narrow)),
    };
  }

  /** The items of one page as one text, and where the next page begins: one row comes over, whatever the page holds. */
  private async slice(spec: ListSpec, actor: Actor, asked: Question, where: Where): Promise<Slice> {
    const { sort, limit } = asked;
    const direction = sort.descending ? 'desc' : 'asc';
    const values = [...where.values];
    let after = '';
    if (asked.cursor !== undefined) {
      const position = openCursor(asked.cursor, asked.identity, this.config.secret);
      values.push(position.key, position.id);
      after = ` and (${sort.sql}, ${spec.alias}.id) ${sort.descending ? '<' : '>'} ($${values.length - 1}, $${values.length}::uuid)`;
    }
    const columns = this.bound(projection(spec, actor, 'list'), actor, values, 0);
    // The limit is a literal: with one that it does not know, the planner never takes the prepared plan.
    const text = `select string_agg(page.v, ',') filter (where page.place <= ${limit}) as items, count(*)::int as found,
        max(page.k) filter (where page.place = ${limit}) as key, max(page.id::text) filter (where page.place = ${limit}) as id
      from (select chosen.*, row_number() over () as place from (
        select ${columns} as v, ${sort.sql}::text as k, ${spec.alias}.id from ${spec.from}
        where ${where.text}${after} order by ${sort.sql} ${direction}, ${spec.alias}.id ${direction} limit ${limit + 1}) as chosen) as page`;
    const { rows } = await unit().client.query<Found>({
      ...(where.planned && { name: this.name(text) }),
      text,
      values,
    });
    const { items = null, found = 0, key = null, id = null } = rows[0] ?? {};
    return { items: items ?? '', ...(found > limit && key !== null && id !== null && { next: { key, id } }) };
  }

  private async count(spec: ListSpec, where: Where): Promise<string> {
    const text = `select count(*)::int as n from (select from ${spec.from} where ${where.text} limit ${exactTotal + 1}) as counted`;
    const { rows } = await unit().client.query<{ n: number }>({ text, values: where.values });
    const n = rows[0]?.n ?? 0;
    return n > exactTotal ? `,"total":${exactTotal},"totalIsFloor":true` : `,"total":${n}`;
  }

  /** What holds for every row of the list that the actor sees. */
  private standing(spec: ListSpec, actor: Actor, values: unknown[], shift: number): string {
    const limits = spec.without && !may(actor, spec.without.needs) ? [spec.where, spec.without.where] : [spec.where];
    return limits
      .filter((limit) => limit !== undefined)
      .map((limit) => ` and (${this.bound(limit, actor, values, shift)})`)
      .join('');
  }

  /** SQL in which `{agency}`, `{member}` and `{today}` are the actor's: the last two are bound where it names them. */
  private bound(sql: string, actor: Actor, values: unknown[], shift: number): string {
    const bind = (text: string, word: string, value: () => unknown, type: string): string =>
      text.includes(word) ? text.replaceAll(word, `$${values.push(value()) + shift}::${type}`) : text;
    const byMember = bind(sql.replaceAll('{agency}', '$1'), '{member}', () => actor.memberId, 'uuid');
    return bind(byMember, '{today}', () => this.clock.today(actor.timeZone), 'date');
  }

  private name(text: string): string | undefined {
    let name = this.names.get(text);
    if (name === undefined && this.names.size < mostPrepared) {
      name = `list_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
      this.names.set(text, name);
    }
    return name;
  }
}

/** The columns that the actor may read, as one JSON text a row. */
function projection(spec: ListSpec, actor: Actor, place: 'list' | 'detail'): string {
  const columns = readable(spec, actor, place).map(([name, { sql }]) => `${sql} as "${name}"`);
  return `row_to_json((select v from (select ${columns.join(', ')}) as v))::text`;
}
