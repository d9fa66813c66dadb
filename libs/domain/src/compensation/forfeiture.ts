import type { Decimal } from 'decimal.js';
import type { Day } from '../day.js';
import { completedMonths } from './axis.js';
import { Exact, sum, zero } from './exact.js';
import type { ClawBack } from './package.js';
import { atExit, type Grant, unitValue } from './vesting.js';

/** A payment that is owed back when somebody leaves too soon. */
export type PaidOneOff = {
  readonly amount: string;
  /** Null where it is not known to have been paid. */
  readonly paidOn: Day | null;
  readonly clawBack: ClawBack | null;
  readonly clawBackMonths: number | null;
};

/** What is owed back of a payment at the last day: all of it or the months that are left, nothing from the last month on (R7), nor where it was not paid by then. */
export function clawBackOwed({ amount, paidOn, clawBack, clawBackMonths }: PaidOneOff, lastDay: Day): Decimal {
  if (paidOn === null || paidOn > lastDay) return zero;
  const period = clawBackMonths ?? 0;
  const done = completedMonths(paidOn, lastDay);
  if (clawBack === null || done >= period) return zero;
  return clawBack === 'full' ? new Exact(amount) : new Exact(amount).times(period - done).div(period);
}

/** A part of a figure: what it is, of which grant or payment, how many of what each where it is counted, and how much. */
export type Line = {
  readonly what: 'unvested' | 'claw_back' | 'earned_unpaid';
  /** The place of the grant or payment in its list. */
  readonly index: number;
  readonly count: Decimal | null;
  readonly each: Decimal | null;
  readonly amount: Decimal;
};

/** What somebody leaves behind, in all and by the lines that add up to it. */
export type Forfeiture = { readonly total: Decimal; readonly nextYear: Decimal; readonly lines: readonly Line[] };

/** Bonus and extra months that are earned and paid only to who is still there: the year's amount and the months completed of it. */
export type Earned = { readonly yearly: string; readonly months: number };

/** What stands to be lost; `worth` is what a unit of a grant counts for, its value unless said otherwise (R5). */
export type AtStake = {
  readonly grants: readonly Grant[];
  readonly oneOffs: readonly PaidOneOff[];
  readonly earned: readonly Earned[];
  readonly worth?: (grant: Grant, index: number) => Decimal;
};

/**
 * What is lost at the last day: unvested units and cash plans at their value, bonus and extra months earned but payable only to people
 * employed on the pay date, and the claw-back owed. Vested options are not in it (R6).
 */
export function forfeitureAt(lastDay: Day, { grants, oneOffs, earned, worth = unitValue }: AtStake): Forfeiture {
  const standing = grants.map((grant, index) => ({ exit: atExit(grant, lastDay), each: worth(grant, index) }));
  const one = { count: null, each: null };
  const lines: Line[] = [
    ...standing.map(({ exit: { unvested }, each }, index): Line => {
      return { what: 'unvested', index, count: unvested, each, amount: unvested.times(each) };
    }),
    ...earned.map(({ yearly, months }, index): Line => {
      return { ...one, what: 'earned_unpaid', index, amount: new Exact(yearly).times(months).div(12) };
    }),
    ...oneOffs.map((paid, index): Line => ({ ...one, what: 'claw_back', index, amount: clawBackOwed(paid, lastDay) })),
  ];
  return {
    total: sum(lines.map(({ amount }) => amount)),
    nextYear: sum(standing.map(({ exit, each }) => exit.nextYear.times(each))),
    lines: lines.filter(({ amount }) => !amount.isZero()),
  };
}

/** What the offer leaves open of the loss: by lines marked make-whole, and after all one-offs (R8). */
export function makeWholeGap(
  forfeiture: Decimal,
  { makeWhole, oneOffs }: { readonly makeWhole: Decimal; readonly oneOffs: Decimal },
): { gap: Decimal; afterAll: Decimal } {
  return { gap: Exact.max(0, forfeiture.minus(makeWhole)), afterAll: Exact.max(0, forfeiture.minus(oneOffs)) };
}
