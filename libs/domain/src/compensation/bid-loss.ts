import { addDays, addMonths, type Day } from '../day.js';
import type { Decimal } from 'decimal.js';
import { extraMonthsCash } from './annual-cash.js';
import { completedMonths } from './axis.js';
import type { Assumptions, Bid, ComparedBid, Figure, InOne, KeptOptions, Pay, Working } from './bid.js';
import { vestingOf, worthIn } from './bid-vesting.js';
import { Exact, sum, zero } from './exact.js';
import { forfeitureAt, makeWholeGap } from './forfeiture.js';
import { atExit } from './vesting.js';

export type Loss = { forfeiture: { total: Figure; nextYear: Decimal }; owed: Decimal; options: KeptOptions[] };

/** What is lost at the last day of today's package, with its working (R6). */
export function lossOf(pay: Pay, assumed: Assumptions, inOne: InOne): Loss {
  const { lastDay } = assumed;
  const own = (amount: Decimal): Decimal => inOne(amount, pay.currency);
  const known = pay.grants
    .map(vestingOf)
    .flatMap(({ grant, index, noted }) => (grant ? [{ grant, index, noted }] : []));
  const earned = earnedOf(pay, lastDay);
  const { total, nextYear, lines } = forfeitureAt(lastDay, {
    grants: known.map(({ grant }) => grant),
    oneOffs: pay.oneOffs,
    earned: earned ? [earned] : [],
    worth: (grant, at) => worthIn(grant, 1, known[at]?.noted.grantor ?? null, assumed),
  });
  const working = lines.map(({ what, index, count, each, amount }): Working => {
    const held = what === 'unvested' ? known[index] : undefined;
    const label = held ? held.noted.grantor : what === 'claw_back' ? (pay.oneOffs[index]?.kind ?? null) : null;
    return { what, index: held?.index ?? index, label, count, each: each && own(each), amount: own(amount) };
  });
  return {
    forfeiture: { total: { amount: own(total), lines: working }, nextYear: own(nextYear) },
    owed: sum(working.filter(({ what }) => what === 'claw_back').map(({ amount }) => amount)),
    options: known.flatMap(({ grant, index, noted }) => {
      const { vested, spread, exerciseCost, lapsesOn } = atExit(
        { ...grant, exerciseDays: noted.exerciseDays },
        lastDay,
      );
      if (spread === null || vested.isZero()) return [];
      return [{ index, units: vested, spread: own(spread), exerciseCost: own(exerciseCost ?? zero), lapsesOn }];
    }),
  };
}

/** Bonus and extra months of the running bonus year, as far as it has been worked (R6). */
function earnedOf(pay: Pay, lastDay: Day): { yearly: string; months: number } | null {
  const from = pay.bonusYearFrom;
  if (from === null || lastDay < from || addDays(addMonths(from, 12), -1) < lastDay) return null;
  return {
    yearly: extraMonthsCash(pay).plus(pay.bonusAmount).toString(),
    months: completedMonths(from, lastDay),
  };
}

/** What the offer leaves open of the loss (R8); what the new employer repays of a claw-back closes it like a make-whole line. */
export function gapOf(bid: Bid, loss: Loss, inOne: InOne): NonNullable<ComparedBid['gap']> {
  const paidBack = bid.paysClawBack ? loss.owed : zero;
  const lines = bid.pay.oneOffs.map(({ kind, amount }, index) => ({
    what: kind === 'make_whole' ? ('make_whole' as const) : ('one_off' as const),
    index,
    label: kind,
    count: null,
    each: null,
    amount: inOne(new Exact(amount), bid.pay.currency),
  }));
  const whole = sum(lines.filter(({ what }) => what === 'make_whole').map(({ amount }) => amount)).plus(paidBack);
  const all = sum(lines.map(({ amount }) => amount)).plus(paidBack);
  const { gap, afterAll } = makeWholeGap(loss.forfeiture.total.amount, { makeWhole: whole, oneOffs: all });
  const back = { what: 'paid_claw_back', index: null, label: null, count: null, each: null, amount: paidBack } as const;
  return { amount: gap, afterAll, lines: paidBack.isZero() ? lines : [...lines, back] };
}
