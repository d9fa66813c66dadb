import type { Decimal } from 'decimal.js';
import type { Day } from '../day.js';
import { completedMonths } from './axis.js';
import { Exact, sum, zero } from './exact.js';
import type { ClawBack } from './package.js';
import { atExit, type Grant } from './vesting.js';

/** A payment that is owed back when somebody leaves too soon. */
export type PaidOneOff = {
  readonly amount: string;
  readonly paidOn: Day;
  readonly clawBack: ClawBack | null;
  readonly clawBackMonths: number | null;
};

/** What is owed back of a payment at the last day: all of it or the months that are left, nothing from the last month on (R7). */
export function clawBackOwed({ amount, paidOn, clawBack, clawBackMonths }: PaidOneOff, lastDay: Day): Decimal {
  const period = clawBackMonths ?? 0;
  const done = completedMonths(paidOn, lastDay);
  if (clawBack === null || done >= period) return zero;
  return clawBack === 'full' ? new Exact(amount) : new Exact(amount).times(period - done).div(period);
}

/** A part of a figure: what it is, of which grant or payment, and how much. */
export type Line = {
  readonly what: 'unvested' | 'claw_back' | 'earned_unpaid';
  /** The place of the grant or payment in its list. */
  readonly index: number;
  readonly amount: Decimal;
};

/** What somebody leaves behind, in all and by the lines that add up to it. */
export type Forfeiture = { readonly total: Decimal; readonly nextYear: Decimal; readonly lines: readonly Line[] };

/** Bonus and extra months that are earned and paid only to who is still there: the year's amount and the months completed of it. */
export type Earned = { readonly yearly: string; readonly months: number };

/**
 * What is lost at the last day: unvested units and cash plans at their value, bonus and extra months earned but payable only to people
 * employed on the pay date, and the claw-back owed. Vested options are not in it (R6).
 */
export function forfeitureAt(
  lastDay: Day,
  { grants, oneOffs, earned }: { grants: readonly Grant[]; oneOffs: readonly PaidOneOff[]; earned: readonly Earned[] },
): Forfeiture {
  const standing = grants.map((grant) => atExit(grant, lastDay));
  const lines: Line[] = [
    ...standing.map(({ unvestedValue }, index) => ({ what: 'unvested', index, amount: unvestedValue }) as const),
    ...earned.map(
      ({ yearly, months }, index) =>
        ({ what: 'earned_unpaid', index, amount: new Exact(yearly).times(months).div(12) }) as const,
    ),
    ...oneOffs.map((one, index) => ({ what: 'claw_back', index, amount: clawBackOwed(one, lastDay) }) as const),
  ];
  return {
    total: sum(lines.map(({ amount }) => amount)),
    nextYear: sum(standing.map(({ nextYearValue }) => nextYearValue)),
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
