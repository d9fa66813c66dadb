import {
  conditionsIn,
  isGroup,
  partsOf,
  readWhere,
  type WhereCondition,
  type WhereGroup,
  whereLimits,
  type WhereOp,
  type WherePart,
  type WhereValue,
} from '@domain/where.js';
import type { Filter } from './filters.js';

/** One thing that conditions compare; `id` is its name in the API. `time` is a moment chosen by its day. */
export type ConditionField = (Filter | { id: string; label: string; kind: 'day' | 'time' | 'number' }) & {
  /** May have no value, which one can ask for. */
  nullable?: boolean;
};

/** A condition as it is being written: without its value it counts for nothing yet. */
export type DraftCondition = { key: number; field: string; op: WhereOp; value: string | readonly string[] };
export type DraftGroup = { key: number; join: 'all' | 'any'; parts: readonly DraftPart[] };
export type DraftPart = DraftCondition | DraftGroup;

let lastKey = 0;
const nextKey = (): number => (lastKey += 1);

const dayEnd = 'T23:59:59.999';

/** Whether the part is a group. */
export function isDraftGroup(part: DraftPart): part is DraftGroup {
  return 'join' in part;
}

/** How values of a field can be compared. */
export function opsOf({ kind, nullable }: ConditionField): readonly WhereOp[] {
  const empty: readonly WhereOp[] = nullable ? ['empty', 'notEmpty'] : [];
  switch (kind) {
    case 'flag':
      return ['is'];
    case 'day':
    case 'time':
    case 'number':
      return ['from', 'to', ...empty];
    case 'record':
      return ['is', 'isNot', ...empty];
    default:
      return ['is', 'isNot', 'anyOf', ...empty];
  }
}

/** A new condition on the field. */
export function newCondition(field: ConditionField): DraftCondition {
  return {
    key: nextKey(),
    field: field.id,
    op: opsOf(field)[0] ?? 'is',
    value: field.kind === 'flag' ? 'true' : '',
  };
}

/** A new group with one condition. */
export function newGroup(join: DraftGroup['join'], field: ConditionField): DraftGroup {
  return { key: nextKey(), join, parts: [newCondition(field)] };
}

/** The conditions of an address as they are edited; one that names a field which is not there is left out. */
export function draftOf(text: string | undefined, fields: readonly ConditionField[]): DraftGroup | undefined {
  const read = text === undefined ? undefined : readWhere(text);
  return read && 'group' in read ? draftOfGroup(read.group, fields) : undefined;
}

function draftOfGroup(group: WhereGroup, fields: readonly ConditionField[]): DraftGroup {
  const [join, parts] = partsOf(group);
  return {
    key: nextKey(),
    join,
    parts: parts.flatMap((part): DraftPart[] => {
      if (isGroup(part)) return [draftOfGroup(part, fields)];
      const field = fields.find(({ id }) => id === part.field);
      return field ? [{ key: nextKey(), field: part.field, op: part.op, value: shown(field, part) }] : [];
    }),
  };
}

function shown({ kind }: ConditionField, { value }: WhereCondition): DraftCondition['value'] {
  if (Array.isArray(value)) return (value as readonly WhereValue[]).map(String);
  const text = value === undefined ? '' : String(value as WhereValue);
  return kind === 'time' && text !== '' ? new Date(text).toLocaleDateString('sv') : text;
}

/** The conditions as the API takes them: those that are complete; undefined where none is. */
export function whereOf(group: DraftGroup, fields: readonly ConditionField[]): string | undefined {
  const whole = groupOf(group, fields);
  return whole && JSON.stringify(whole);
}

function groupOf({ join, parts }: DraftGroup, fields: readonly ConditionField[]): WhereGroup | undefined {
  const complete = parts.flatMap((part): WherePart[] => {
    const made = isDraftGroup(part) ? groupOf(part, fields) : conditionOf(part, fields);
    return made ? [made] : [];
  });
  if (complete.length === 0) return undefined;
  return join === 'all' ? { all: complete } : { any: complete };
}

function conditionOf(draft: DraftCondition, fields: readonly ConditionField[]): WhereCondition | undefined {
  const field = fields.find(({ id }) => id === draft.field);
  const { op } = draft;
  if (!field) return undefined;
  if (op === 'empty' || op === 'notEmpty') return { field: field.id, op };
  const value = sent(field, op, draft.value);
  return value === undefined ? undefined : { field: field.id, op, value };
}

function sent(field: ConditionField, op: WhereOp, value: DraftCondition['value']): WhereCondition['value'] {
  if (typeof value !== 'string') return value.length > 0 ? value : undefined;
  const text = value.trim();
  if (text === '') return undefined;
  if (op === 'anyOf') return [text];
  if (field.kind === 'flag') return text === 'true';
  if (field.kind === 'number') return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (field.kind === 'time') return new Date(`${text}${op === 'to' ? dayEnd : 'T00:00:00'}`).toISOString();
  return text;
}

/** How many conditions an address holds. */
export function conditionCount(text: string | undefined): number {
  const read = text === undefined ? undefined : readWhere(text);
  return read && 'group' in read ? conditionsIn(read.group) : 0;
}

/** How many conditions are being written. */
export function draftCount(group: DraftGroup): number {
  return group.parts.reduce((sum, part) => sum + (isDraftGroup(part) ? draftCount(part) : 1), 0);
}

/** The groups with the part of this key changed, or taken away where nothing comes back; empty groups go with it. */
export function withPart(group: DraftGroup, key: number, next: (part: DraftPart) => DraftPart | undefined): DraftGroup {
  if (group.key === key) return (next(group) as DraftGroup | undefined) ?? { ...group, parts: [] };
  return {
    ...group,
    parts: group.parts.flatMap((part): DraftPart[] => {
      if (part.key === key) return [next(part)].filter((one) => one !== undefined);
      if (!isDraftGroup(part)) return [part];
      const changed = withPart(part, key, next);
      return changed.parts.length > 0 ? [changed] : [];
    }),
  };
}

/** Whether another condition, and a group at this depth, still fit. */
export function roomIn(root: DraftGroup): boolean {
  return draftCount(root) < whereLimits.conditions;
}
