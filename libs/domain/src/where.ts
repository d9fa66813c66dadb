/** How a condition compares: negations hold for empty values too. */
export const whereOps = ['is', 'isNot', 'anyOf', 'from', 'to', 'empty', 'notEmpty'] as const;
export type WhereOp = (typeof whereOps)[number];

export type WhereValue = string | number | boolean;

/** One condition on one filter of a list. */
export type WhereCondition = {
  readonly field: string;
  readonly op: WhereOp;
  readonly value?: WhereValue | readonly WhereValue[];
};

/** Parts of which all, or any, must hold. */
export type WhereGroup = { readonly all: readonly WherePart[] } | { readonly any: readonly WherePart[] };
export type WherePart = WhereCondition | WhereGroup;

/** What a nested filter may hold at most. */
export const whereLimits = { depth: 3, conditions: 30, values: 100, length: 4000 } as const;

/** What is wrong with a nested filter, and where: `/all/0/op`. */
export type WhereFault = { readonly path: string; readonly message: string };

/** Whether the part is a group of parts. */
export function isGroup(part: WherePart): part is WhereGroup {
  return 'all' in part || 'any' in part;
}

/** How the parts of a group are joined, and the parts. */
export function partsOf(group: WhereGroup): ['all' | 'any', readonly WherePart[]] {
  return 'all' in group ? ['all', group.all] : ['any', group.any];
}

/** How many conditions the group holds, at any depth. */
export function conditionsIn(group: WhereGroup): number {
  return partsOf(group)[1].reduce((sum, part) => sum + (isGroup(part) ? conditionsIn(part) : 1), 0);
}

/** Reads a nested filter from its JSON text: its shape, not whether the list knows its fields. */
export function readWhere(text: string): { group: WhereGroup } | { fault: WhereFault } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { fault: { path: '', message: 'must be JSON' } };
  }
  const fault = faultOfGroup(raw, '', 1) ?? tooMany(raw as WhereGroup);
  return fault ? { fault } : { group: raw as WhereGroup };
}

function tooMany(group: WhereGroup): WhereFault | undefined {
  const { conditions } = whereLimits;
  return conditionsIn(group) > conditions
    ? { path: '', message: `must have at most ${conditions} conditions` }
    : undefined;
}

function faultOfGroup(raw: unknown, path: string, depth: number): WhereFault | undefined {
  const { depth: deepest, conditions } = whereLimits;
  const [join, ...others] = isRecord(raw) ? Object.keys(raw) : [];
  if (!isRecord(raw) || others.length > 0 || (join !== 'all' && join !== 'any'))
    return { path, message: 'must be {"all": […]} or {"any": […]}' };
  if (depth > deepest) return { path, message: `must not lie deeper than ${deepest} groups` };
  const parts = raw[join];
  const at = `${path}/${join}`;
  if (!Array.isArray(parts) || parts.length === 0 || parts.length > conditions)
    return { path: at, message: `must have 1 to ${conditions} parts` };
  for (const [index, part] of (parts as unknown[]).entries()) {
    const fault = faultOfPart(part, `${at}/${index}`, depth);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfPart(raw: unknown, path: string, depth: number): WhereFault | undefined {
  if (!isRecord(raw)) return { path, message: 'must be a condition or a group' };
  if (!Object.hasOwn(raw, 'field')) return faultOfGroup(raw, path, depth + 1);
  const stray = Object.keys(raw).find((name) => !['field', 'op', 'value'].includes(name));
  if (stray !== undefined) return { path, message: 'must have field, op and value alone' };
  if (typeof raw['field'] !== 'string') return { path: `${path}/field`, message: 'must be the name of a filter' };
  const op = whereOps.find((one) => one === raw['op']);
  if (op === undefined) return { path: `${path}/op`, message: `must be one of ${whereOps.join(', ')}` };
  const message = faultOfValue(op, raw['value']);
  return message === undefined ? undefined : { path: `${path}/value`, message };
}

function faultOfValue(op: WhereOp, value: unknown): string | undefined {
  if (op === 'empty' || op === 'notEmpty') return value === undefined ? undefined : 'must not be there';
  if (op !== 'anyOf') return isValue(value) ? undefined : 'must be one value';
  const { values } = whereLimits;
  const fits = Array.isArray(value) && value.length > 0 && value.length <= values && value.every(isValue);
  return fits ? undefined : `must be a list of 1 to ${values} values`;
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const isValue = (raw: unknown): raw is WhereValue => ['string', 'number', 'boolean'].includes(typeof raw);
