import { Refusal } from '@domain/refusal.js';
import { isGroup, partsOf, readWhere, type WhereCondition, type WhereGroup, type WhereOp } from '@domain/where.js';
import type { FieldType, Filter } from './fields.js';
import { refuse, text, value } from './values.js';

/** Binds a list of values and answers its placeholder. */
export type Bind = (value: readonly unknown[], type: FieldType) => string;

/** A checked nested filter: its SQL, once its values are bound. */
export type Nested = (bind: Bind) => string;

const pointerOf = (path: string): string => `?where${path}`;

/** The fields of a nested filter and the filters behind them: `xFrom` and `xTo` are `x` from and to. */
function fieldsOf(filters: ReadonlyMap<string, Filter>): Map<string, Partial<Record<WhereOp, Filter>>> {
  const fields = new Map<string, Partial<Record<WhereOp, Filter>>>();
  for (const [name, filter] of filters) {
    const bound = /^(.+)(From|To)$/.exec(name);
    const [, base = name, end] = bound ?? [];
    const ops: readonly WhereOp[] = end === 'From' ? ['from'] : end === 'To' ? ['to'] : comparisons(filter);
    fields.set(base, { ...fields.get(base), ...Object.fromEntries(ops.map((op) => [op, filter])) });
  }
  return fields;
}

function comparisons(filter: Filter): readonly WhereOp[] {
  return [...(['is', 'isNot', 'anyOf'] as const), ...(filter.empty ? (['empty', 'notEmpty'] as const) : [])];
}

/** Reads a nested filter. It knows what the flat parameters know, and nothing else. */
export function nested(filters: ReadonlyMap<string, Filter>, raw: unknown): Nested {
  const read = readWhere(text(pointerOf(''), raw));
  if ('fault' in read) return refuse(pointerOf(read.fault.path), read.fault.message);
  return groupOf(fieldsOf(filters), read.group, '');
}

type Known = ReturnType<typeof fieldsOf>;

function groupOf(known: Known, group: WhereGroup, path: string): Nested {
  const [join, parts] = partsOf(group);
  const made = parts.map((part, index) => {
    const at = `${path}/${join}/${index}`;
    return isGroup(part) ? groupOf(known, part, at) : conditionOf(known, part, at);
  });
  return (bind) => `(${made.map((part) => part(bind)).join(join === 'all' ? ' and ' : ' or ')})`;
}

function conditionOf(known: Known, condition: WhereCondition, path: string): Nested {
  const { field, op } = condition;
  const ops = known.get(field);
  if (!ops) {
    const names = [...known.keys()];
    throw new Refusal('list.unknown-parameter', `This list knows ${names.join(', ')}.`, {
      errors: [{ pointer: pointerOf(`${path}/field`), message: 'is not known to this list' }],
      known: names,
    });
  }
  const filter = ops[op];
  if (!filter) return refuse(pointerOf(`${path}/op`), `must be one of ${Object.keys(ops).join(', ')}`);
  if (op === 'empty') return () => `(${String(filter.empty)})`;
  if (op === 'notEmpty') return () => `((${String(filter.empty)}) is not true)`;
  const given = [condition.value ?? ''].flat();
  const bound = given.map((one) => {
    const pointer = pointerOf(`${path}/value`);
    return value(pointer, filter.type, filter.words, text(pointer, String(one)));
  });
  return (bind) => {
    const sql = filter.sql(bind(bound, filter.type), bound.length === 1);
    return op === 'isNot' ? `((${sql}) is not true)` : `(${sql})`;
  };
}
