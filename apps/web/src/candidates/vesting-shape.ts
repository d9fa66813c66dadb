import { vestingOf } from '@domain/compensation/bid-vesting.js';
import { grantKinds } from '@domain/compensation/package.js';
import { tranches } from '@domain/compensation/vesting.js';
import type { Draft } from './parts/package-values.js';

/** How a grant vests: its steps as shares of its length and of the whole, the first of them, and when it is all vested. */
export type VestingShape = {
  steps: readonly { time: number; share: number }[];
  first: { months: number; share: number };
  months: number;
};

const begin = '2000-01-01';
const amount = /^\d{1,13}(\.\d{1,4})?$/;

/** The shape of a grant as it was typed so far; undefined while how much or how long is not said, or does not fit together. */
export function vestingShape(draft: Draft): VestingShape | undefined {
  const kind = grantKinds.find((one) => one === draft['kind']);
  const quantity = textOf(draft[kind === 'cash_plan' ? 'amount' : 'units']);
  const split = Array.isArray(draft['vestSplit']) ? draft['vestSplit'].map(Number) : [];
  const [length, cliff, every] = [draft['vestMonths'], draft['cliffMonths'], draft['vestEveryMonths']].map(monthsOf);
  if (!kind || !amount.test(quantity) || Number(quantity) <= 0) return undefined;
  if (split.length > 20 || split.some((share) => !(share >= 0 && share <= 100))) return undefined;
  if (split.length > 0 ? Math.abs(split.reduce((sum, share) => sum + share, 0) - 100) > 1e-9 : !length)
    return undefined;
  if (split.length === 0 && Math.max(cliff ?? 0, every ?? 0) > (length ?? 0)) return undefined;
  const { grant } = vestingOf(
    {
      kind,
      units: kind === 'cash_plan' ? null : quantity,
      amount: kind === 'cash_plan' ? quantity : null,
      strike: null,
      price: '0',
      priceOn: null,
      priceBasis: null,
      liquidity: null,
      grantor: null,
      exerciseDays: null,
      vestStart: begin,
      vestMonths: length ?? null,
      cliffMonths: cliff ?? null,
      vestEveryMonths: every ?? null,
      vestSplit: split.length > 0 ? split : null,
    },
    0,
  );
  if (!grant) return undefined;
  let vested = 0;
  const all = tranches(grant).map(({ on, quantity: part }) => {
    vested += part.toNumber();
    return { months: monthsFrom(on), share: vested / Number(quantity) };
  });
  const [first, last] = [all.find(({ share }) => share > 0), all.at(-1)];
  if (!first || !last) return undefined;
  const steps = all.map(({ months, share }) => ({ time: months / last.months, share }));
  return { steps, first, months: last.months };
}

/** The shape as the path of a step line in a box of this size. */
export function stepPath({ steps }: VestingShape, width: number, height: number): string {
  const at = (share: number) => round(height * (1 - share));
  return [`M0 ${at(0)}`, ...steps.flatMap(({ time, share }) => [`H${round(width * time)}`, `V${at(share)}`])].join('');
}

const monthsFrom = (day: string): number => (Number(day.slice(0, 4)) - 2000) * 12 + Number(day.slice(5, 7)) - 1;
const monthsOf = (value: Draft[string]): number | undefined => (typeof value === 'number' ? value : undefined);
const textOf = (value: Draft[string]): string => (typeof value === 'string' ? value.trim() : '');
const round = (value: number): number => Math.round(value * 10) / 10;
