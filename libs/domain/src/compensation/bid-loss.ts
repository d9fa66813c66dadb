import { addDays, addMonths, type Day } from '../day.js';
import type { Decimal } from 'decimal.js';
import { extraMonthsCash } from './annual-cash.js';
import { completedMonths } from './axis.js';
import type { Assumptions, Bid, ComparedBid, Figure, InOne, KeptOptions, NotedOneOff, Pay, Working } from './bid.js';
import { left, vestingOf } from './bid-vesting.js';
import { Exact, sum, zero } from './exact.js';
import { clawBackOwed, forfeitureAt, makeWholeGap } from './forfeiture.js';
import { atExit, unitValue } from './vesting.js';

/** What is owed back of a payment at the last day; nothing where it was not paid by then. */
export const owedOf = (one: NotedOneOff, lastDay: Day): Decimal =>
  one.paidOn === null || one.paidOn > lastDay ? zero : clawBackOwed({ ...one, paidOn: one.paidOn }, lastDay);

export type Loss = { forfeiture: { total: Figure; nextYear: Decimal }; owed: Decimal; options: KeptOptions[] };

/** What is lost at the last day of today's package, with its working (R6). */
export function lossOf(pay: Pay, { lastDay, haircut }: Assumptions, inOne: InOne): Loss {
  const own = (amount: Decimal): Decimal => inOne(amount, pay.currency);
  const known = pay.grants
    .map(vestingOf)
    .flatMap(({ grant, index, noted }) => (grant ? [{ grant, index, noted }] : []));
  const standing = known.map(({ grant, index, noted }) => ({
    index,
    noted,
    share: grant.kind === 'cash_plan' ? new Exact(1) : left(haircut[noted.grantor ?? '']),
    exit: atExit({ ...grant, exerciseDays: noted.exerciseDays }, lastDay),
    value: unitValue(grant),
    kind: grant.kind,
  }));
  const earned = earnedOf(pay, lastDay);
  const { lines } = forfeitureAt(lastDay, {
    grants: [],
    earned: earned ? [earned] : [],
    oneOffs: pay.oneOffs.map((one) => ({ ...one, amount: owedBase(one, lastDay), paidOn: one.paidOn ?? lastDay })),
  });
  const working: Working[] = [
    ...standing.map(({ index, noted, exit, value, share }): Working => {
      const each = own(value.times(share));
      const amount = exit.unvested.times(each);
      return { what: 'unvested', index, label: noted.grantor, count: exit.unvested, each, amount };
    }),
    ...lines.map(({ what, index, amount }): Working => {
      const label = what === 'claw_back' ? (pay.oneOffs[index]?.kind ?? null) : null;
      return { what, index, label, count: null, each: null, amount: own(amount) };
    }),
  ].filter(({ amount }) => !amount.isZero());
  return {
    forfeiture: {
      total: { amount: sum(working.map(({ amount }) => amount)), lines: working },
      nextYear: sum(standing.map(({ exit, share }) => own(exit.nextYearValue.times(share)))),
    },
    owed: sum(working.filter(({ what }) => what === 'claw_back').map(({ amount }) => amount)),
    options: standing.flatMap(({ index, exit, kind }) =>
      kind === 'option' && exit.vested.gt(0)
        ? [
            {
              index,
              units: exit.vested,
              spread: own(exit.spread ?? zero),
              exerciseCost: own(exit.exerciseCost ?? zero),
              lapsesOn: exit.lapsesOn,
            },
          ]
        : [],
    ),
  };
}

/** A payment that has not been made by the last day cannot be claimed back. */
const owedBase = ({ amount, paidOn }: NotedOneOff, lastDay: Day): string =>
  paidOn === null || paidOn > lastDay ? '0' : amount;

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
