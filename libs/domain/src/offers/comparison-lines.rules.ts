import { Exact, sum } from '../compensation/exact.js';
import type { ComparedAgainst, ComparedColumn, ComparedLine } from './comparison-file.js';

type What = ComparedLine['what'];

const once: readonly What[] = ['one_off', 'claw_back', 'paid_claw_back'];
const ofGrants: readonly What[] = ['equity', 'kept_equity', 'unvested'];

/** Whether a line is of what comes once. */
export const comesOnce = (what: What): boolean => once.includes(what);

/** Whether a line is of a grant, which its index names. */
export const isOfGrant = (what: What): boolean => ofGrants.includes(what);

/** How many of what each a line is; undefined where it is no product, as units of money itself are none. */
export function productOf({ count, each }: Pick<ComparedLine, 'count' | 'each'>): Product | undefined {
  return count === null || each === null || Number(each) === 1 ? undefined : { count, each };
}

type Product = { readonly count: string; readonly each: string };

/** What closes a make-whole gap, and the other one-offs that are paid beside it (R8). */
export function gapLinesOf<Line extends Pick<ComparedLine, 'what' | 'amount'>>(
  lines: readonly Line[],
): { closing: Line[]; others: Line[] } {
  const paid = lines.filter(({ amount }) => Number(amount) !== 0);
  const others = paid.filter(({ what }) => what === 'one_off');
  return { closing: paid.filter((line) => !others.includes(line)), others };
}

/** The four years of a column without what comes once (R9), exact. */
export function withoutOneOffs({ years }: Pick<ComparedColumn, 'years'>): string {
  const lines = years.flatMap((year) => year.lines).filter(({ what }) => !comesOnce(what));
  return sum(lines.map(({ amount }) => new Exact(amount))).toFixed();
}

/** The months that show why a path is ahead: the first time level, around the last time behind, and the ends of the years. */
export function tellingMonths({ first, lasting }: Pick<ComparedAgainst, 'first' | 'lasting'>): number[] {
  const telling = [first ?? 0, lasting === null ? 0 : lasting - 1, lasting ?? 0, 12, 24, 36, 48];
  return [...new Set(telling)].filter((month) => month > 0).toSorted((one, other) => one - other);
}

type Path = Pick<ComparedColumn, 'path'>;

/** What both have paid through a month, and the first less the second, exact. */
export function pathsAt(mine: Path, theirs: Path, month: number): [one: string, other: string, difference: string] {
  const [one, other] = [mine.path[month - 1] ?? '0', theirs.path[month - 1] ?? '0'];
  return [one, other, new Exact(one).minus(other).toFixed()];
}
