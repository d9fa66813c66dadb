import { Decimal } from 'decimal.js';
import { horizon } from './axis.js';
import { Exact, sum, zero } from './exact.js';

/** Money that comes in one month of the axis; one-offs and claw-backs count in totals and break-even, and in no multiple (R9). */
export type Lump = {
  readonly month: number;
  readonly amount: Decimal;
  readonly kind: 'equity' | 'one_off' | 'claw_back';
};

/** What one column pays on the time axis: staying, an offer, a counteroffer or a competing offer. */
export type Column = {
  /** Annual cash, exact (R3). */
  readonly annualCash: Decimal;
  /** Months of the axis before the first day: they pay `waiting` each (R11). */
  readonly monthsBefore: number;
  readonly waiting: Decimal;
  readonly lumps: readonly Lump[];
};

/** What the column pays in each of the 48 months, in their order: recurring cash evenly, the rest when it comes (R3, R11). */
export function monthly({ annualCash, monthsBefore, waiting, lumps }: Column): Decimal[] {
  const recurring = annualCash.div(12);
  return Array.from({ length: horizon }, (_, index) => {
    const month = index + 1;
    const come = sum(lumps.filter((lump) => lump.month === month).map(({ amount }) => amount));
    return (month <= monthsBefore ? waiting : recurring).plus(come);
  });
}

/** What has been paid through each month: months × the year before any division, so that twelve months are a year to the last digit. */
export function cumulated({ annualCash, monthsBefore, waiting, lumps }: Column): Decimal[] {
  const coming = Array.from({ length: horizon + 1 }, () => zero);
  for (const { month, amount } of lumps) {
    if (month >= 1 && month <= horizon) coming[month] = (coming[month] ?? zero).plus(amount);
  }
  let come = zero;
  return Array.from({ length: horizon }, (_, index) => {
    const month = index + 1;
    const before = Math.min(month, monthsBefore);
    come = come.plus(coming[month] ?? zero);
    return annualCash
      .times(month - before)
      .div(12)
      .plus(waiting.times(before))
      .plus(come);
  });
}

/** What the column pays in each of the four years, and in all. */
export function byYear(column: Column): { years: Decimal[]; total: Decimal } {
  const paid = cumulated(column);
  const years = [1, 2, 3, 4].map((year) => (paid[year * 12 - 1] ?? zero).minus(paid[(year - 1) * 12 - 1] ?? zero));
  return { years, total: sum(years) };
}

/** The four-year total without one-offs and claw-backs: what a total multiple compares (R9). */
export function lastingTotal(column: Column): Decimal {
  return byYear({ ...column, lumps: column.lumps.filter(({ kind }) => kind === 'equity') }).total;
}

/** One figure as a multiple of another; null where the other is nothing (R9). */
export function multiple(one: Decimal, other: Decimal): Decimal | null {
  return other.isZero() ? null : one.div(other);
}

/** Cash and total multiple of one column to another (R9). */
export function multiples(column: Column, other: Column): { cash: Decimal | null; total: Decimal | null } {
  return {
    cash: multiple(column.annualCash, other.annualCash),
    total: multiple(lastingTotal(column), lastingTotal(other)),
  };
}

/** From which month on a path is at least as high as another in every month to the horizon, and when it first is; null for not within it (R10). */
export function crossing(
  mine: readonly Decimal[],
  theirs: readonly Decimal[],
): { lasting: number | null; first: number | null } {
  const ahead = mine.map((amount, index) => amount.gte(theirs[index] ?? zero));
  const lastBehind = ahead.lastIndexOf(false);
  const first = ahead.indexOf(true);
  return {
    lasting: lastBehind === horizon - 1 ? null : lastBehind + 2,
    first: first < 0 ? null : first + 1,
  };
}

/** From which month on the column has paid at least as much as the other, for good and for the first time (R10). */
export function breakEven(column: Column, other: Column): { lasting: number | null; first: number | null } {
  return crossing(cumulated(column), cumulated(other));
}

/** What a part of a calendar year pays: base by the month, extra months and target bonus × months worked ÷ 12 (R3). */
export function partYear(
  { monthlyBase, months, bonus }: { monthlyBase: string; months: string | number; bonus: string },
  worked: number,
): { base: Decimal; extraMonths: Decimal; bonus: Decimal; total: Decimal } {
  const base = new Exact(monthlyBase).times(worked);
  const extra = new Exact(monthlyBase)
    .times(Decimal.max(0, new Exact(months).minus(12)))
    .times(worked)
    .div(12);
  const share = new Exact(bonus).times(worked).div(12);
  return { base, extraMonths: extra, bonus: share, total: sum([base, extra, share]) };
}
