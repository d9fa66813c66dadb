import type { Actor } from '@domain/access/policy.js';
import { Refusal } from '@domain/refusal.js';
import { type Field, type FieldType, type Filter, type ListSpec, sortsOf } from './fields.js';
import { flag, refuse, text, values, whole } from './values.js';
import { nested, type Nested } from './where.js';

/** Query parameters as they came. */
export type RawQuery = Readonly<Record<string, unknown>>;

/** One condition on a list of values of one type. */
export type Condition = {
  readonly name: string;
  readonly sql: (value: string) => string;
  readonly type: FieldType;
  readonly value: readonly unknown[];
  /** Few rows fulfil it. */
  readonly narrow: boolean;
};

/** A checked question to a list. */
export type Question = {
  readonly q?: string;
  readonly conditions: readonly Condition[];
  /** Conditions in groups, beside the others. */
  readonly where?: Nested;
  readonly sort: { readonly name: string; readonly sql: string; readonly descending: boolean };
  readonly limit: number;
  readonly cursor?: string;
  readonly total: boolean;
  /** What makes a cursor good for this question alone: list, filters and order. */
  readonly identity: string;
};

const reserved = ['q', 'where', 'sort', 'limit', 'cursor', 'total'];

/** The fields that the actor may read, in the order of the table. */
export function readable(spec: ListSpec, actor: Actor, place: 'list' | 'detail'): [string, Field][] {
  return Object.entries(spec.fields).filter(
    ([, field]) =>
      (field.needs === undefined || actor.permissions.has(field.needs)) &&
      (place === 'detail' || field.only !== 'detail'),
  );
}

/** The filters of a list for the actor: parameter name → how it is read. A hidden field has none. */
export function filtersOf(spec: ListSpec, actor: Actor): Map<string, Filter> {
  const filters = new Map<string, Filter>();
  for (const [name, field] of Object.entries(spec.fields)) {
    if (!field.filter || (field.needs !== undefined && !actor.permissions.has(field.needs))) continue;
    const { type, words, sql } = field;
    filters.set(name, {
      type,
      words,
      sql: (value, alone) => (alone ? `${sql} = (${value})[1]` : `${sql} = any(${value})`),
      ...(field.nullable && { empty: `${sql} is null` }),
      narrow: field.filter === 'narrow',
      description: `${name}: one of the values`,
    });
    if (field.filter === 'range') {
      filters.set(`${name}From`, {
        type,
        sql: (value) => `${sql} >= (${value})[1]`,
        description: `${name}: from here on`,
      });
      filters.set(`${name}To`, { type, sql: (value) => `${sql} <= (${value})[1]`, description: `${name}: up to here` });
    }
  }
  for (const [name, filter] of Object.entries(spec.filters ?? {})) {
    if (filter.needs === undefined || actor.permissions.has(filter.needs)) filters.set(name, filter);
  }
  return filters;
}

/** Reads the parameters of a list. Anything that the list does not know is 400, with what it does know. */
export function question(spec: ListSpec, actor: Actor, raw: RawQuery): Question {
  const filters = filtersOf(spec, actor);
  const known = [...(spec.search ? ['q'] : []), ...reserved.slice(1), ...filters.keys()];
  const unknown = Object.keys(raw).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Refusal('list.unknown-parameter', `This list knows ${known.join(', ')}.`, {
      errors: [{ pointer: `?${unknown}`, message: 'is not known to this list' }],
      known,
    });
  }
  const conditions: Condition[] = [];
  const identity: string[] = [spec.name];
  for (const [name, filter] of filters) {
    if (raw[name] === undefined) continue;
    const value = values(`?${name}`, filter, text(`?${name}`, raw[name]));
    const alone = value.length === 1;
    conditions.push({
      name,
      sql: (placeholder) => filter.sql(placeholder, alone),
      type: filter.type,
      value,
      narrow: alone && filter.narrow === true,
    });
    identity.push(`${name}=${JSON.stringify(value)}`);
  }
  const q = raw['q'] === undefined ? undefined : text('?q', raw['q']).trim();
  if (q) identity.push(`q=${q}`);
  const where = raw['where'] === undefined || raw['where'] === '' ? undefined : nested(filters, raw['where']);
  if (where) identity.push(`where=${String(raw['where'])}`);
  const sort = sortOf(spec, actor, raw['sort']);
  identity.push(`sort=${sort.descending ? '-' : ''}${sort.name}`);
  return {
    ...(q ? { q } : {}),
    conditions,
    ...(where && { where }),
    sort,
    limit: raw['limit'] === undefined ? 50 : whole('?limit', text('?limit', raw['limit']), 1, 200),
    ...(raw['cursor'] !== undefined && raw['cursor'] !== '' ? { cursor: text('?cursor', raw['cursor']) } : {}),
    total: raw['total'] === undefined ? false : flag('?total', text('?total', raw['total'])),
    identity: identity.join('\n'),
  };
}

const paging = ['limit', 'cursor', 'total'];

/**
 * As `question`, for all rows at once: the parameters came in a body, as texts, numbers or flags at `pointer`, and have no pages.
 * Faults are told below `pointer`.
 */
export function wholeQuestion(spec: ListSpec, actor: Actor, pointer: string, given: object): Question {
  const raw: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const plain = typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value as unknown);
    if (paging.includes(name)) refuse(`${pointer}/${name}`, 'means nothing here: it is about all rows');
    if (plain !== undefined && plain !== null) raw[name] = plain;
  }
  try {
    return question(spec, actor, raw);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.facts.errors?.map((one) => ({
      ...one,
      pointer: one.pointer.replace('?', () => `${pointer}/`),
    }));
    throw new Refusal(error.code, error.detail, { ...error.facts, ...(errors && { errors }) });
  }
}

function sortOf(spec: ListSpec, actor: Actor, raw: unknown): Question['sort'] {
  const asked = raw === undefined || raw === '' ? spec.defaultSort : text('?sort', raw);
  const name = asked.replace(/^-/, '');
  const sorts = sortsOf(spec);
  const found = sorts.get(name);
  if (!found || (found.field.needs !== undefined && !actor.permissions.has(found.field.needs))) {
    const names = [...sorts]
      .filter(([, { field }]) => !field.needs || actor.permissions.has(field.needs))
      .map(([one]) => one);
    throw new Refusal(
      'list.unknown-parameter',
      `This list sorts by ${names.join(', ')}, with - before it for the reverse.`,
      {
        errors: [{ pointer: '?sort', message: `must be one of ${names.join(', ')}` }],
        known: names,
      },
    );
  }
  return { name, sql: found.sql, descending: asked.startsWith('-') };
}
