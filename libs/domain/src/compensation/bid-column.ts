import type { Decimal } from 'decimal.js';
import type { Day } from '../day.js';
import { annualCash, extraMonthsCash, guaranteedCash } from './annual-cash.js';
import { horizon, monthOf, monthsFrom, yearOf } from './axis.js';
import type { Assumptions, Bid, Figure, Gap, InOne, Pay, Working } from './bid.js';
import { clawBackOwed } from './forfeiture.js';
import { grantsFrom, type Vesting, vestingOf, worthIn } from './bid-vesting.js';
import { Exact, zero } from './exact.js';
import type { Column, Lump } from './path.js';
import { tranches } from './vesting.js';

type OfYear = Working & { readonly year: number };

/** A bid as a column of the axis, with the lines that each year is made of. */
export function columnOf(
  bid: Bid,
  stay: Bid | undefined,
  begin: Day,
  assumed: Assumptions,
  inOne: InOne,
): { bid: Bid; column: Column; working: OfYear[]; gaps: Gap[]; startsOn: Day | null; monthsBefore: number } {
  const { pay, kind } = bid;
  const comes = kind === 'offer' || kind === 'competing_offer';
  const start = comes && bid.startsOn !== null && bid.startsOn > begin ? bid.startsOn : begin;
  const monthsBefore = comes ? Math.min(horizon, monthsFrom(begin, start)) : 0;
  const known = (kind === 'stay' ? pay.grants : grantsFrom(pay.grants, start)).map(vestingOf);
  const kept = kind === 'counteroffer' && stay ? stay.pay.grants.map(vestingOf) : [];
  const equity = [
    ...known.flatMap((one) => comesTo(one, 'equity', pay.currency)),
    ...kept.flatMap((one) => comesTo(one, 'kept_equity', stay?.pay.currency ?? pay.currency)),
  ];

  function comesTo({ grant, index, noted }: Vesting, what: 'equity' | 'kept_equity', currency: string): Placed[] {
    if (!grant) return [];
    const running = kind === 'stay' || what === 'kept_equity';
    return tranches(grant)
      .filter(({ on }) => !running || on >= begin)
      .map(({ on, quantity }) => {
        const month = Math.max(monthsBefore + 1, monthOf(on, begin));
        const each = inOne(worthIn(grant, yearOf(month), noted.grantor, assumed), currency);
        return { month, what, index, label: noted.grantor, count: quantity, each, amount: quantity.times(each) };
      });
  }

  const oneOffs: Placed[] = pay.oneOffs.flatMap(({ amount, paidOn, kind: label }, index) => {
    if (kind === 'stay' && (paidOn === null || paidOn < begin)) return [];
    const month = Math.max(monthsBefore + 1, paidOn === null ? 0 : monthOf(paidOn, begin));
    const money = inOne(new Exact(amount), pay.currency);
    return [{ month, what: 'one_off' as const, index, label, count: null, each: null, amount: money }];
  });
  const owed: Placed[] =
    comes && stay && !bid.paysClawBack
      ? stay.pay.oneOffs.flatMap((one, index) => {
          const amount = inOne(clawBackOwed(one, assumed.lastDay), stay.pay.currency).negated();
          if (amount.isZero()) return [];
          return [{ month: 1, what: 'claw_back' as const, index, label: one.kind, count: null, each: null, amount }];
        })
      : [];
  const placed = [...equity, ...oneOffs, ...owed].filter(({ month }) => month <= horizon);
  const annual = inOne(annualCash(pay), pay.currency);
  const waiting = bid.waiting ? inOne(new Exact(bid.waiting.amount), bid.waiting.currency) : zero;
  const column: Column = { annualCash: annual, monthsBefore, waiting, lumps: placed.map(lumpOf) };
  return {
    bid,
    column,
    startsOn: comes ? start : null,
    monthsBefore,
    working: [1, 2, 3, 4].flatMap((year) => linesOf(year, column, placed)),
    gaps: known.flatMap(({ index, missing }) => (missing ? [{ index, missing }] : [])),
  };
}

type Placed = Working & { readonly month: number };

const lumpOf = ({ month, what, amount }: Placed): Lump => ({
  month,
  amount,
  kind: what === 'one_off' || what === 'claw_back' ? what : 'equity',
});

/** What a year of a column is made of: months that are paid, months that wait, and each thing that comes in it. */
function linesOf(
  year: number,
  { annualCash: annual, monthsBefore, waiting }: Column,
  placed: readonly Placed[],
): OfYear[] {
  const waited = Math.max(0, Math.min(12, monthsBefore - (year - 1) * 12));
  const months = 12 - waited;
  const line = { index: null, label: null, year };
  const recurring = annual.times(months).div(12);
  const paid: OfYear[] = [
    { ...line, what: 'recurring', count: new Exact(months), each: annual.div(12), amount: recurring },
    { ...line, what: 'waiting', count: new Exact(waited), each: waiting, amount: waiting.times(waited) },
  ];
  const groups = new Map<string, OfYear>();
  for (const { month, ...one } of placed) {
    if (yearOf(month) !== year) continue;
    const key = `${one.what} ${one.index} ${one.each?.toString()}`;
    const before = groups.get(key);
    groups.set(key, {
      ...one,
      year,
      count: before?.count && one.count ? before.count.plus(one.count) : one.count,
      amount: before ? before.amount.plus(one.amount) : one.amount,
    });
  }
  return [...paid, ...groups.values()].filter(({ amount }) => !amount.isZero());
}

/** Annual cash with what it is made of (R3). */
export function annualOf(pay: Pay, inOne: InOne): Figure {
  const own = (amount: Decimal): Decimal => inOne(amount, pay.currency);
  const extra = extraMonthsCash(pay);
  const base = annualCash({ ...pay, bonusAmount: '0' }).minus(extra);
  const months = pay.basePer === 'month' ? Exact.min(12, pay.months ?? 12) : null;
  const each = own(new Exact(pay.baseAmount));
  const none = { index: null, label: null };
  const beyond = pay.basePer === 'month' ? new Exact(pay.months ?? 12).minus(12) : null;
  const lines: Working[] = [
    { ...none, what: 'base', count: months, each, amount: own(base) },
    { ...none, what: 'extra_months', label: pay.extraMonths, count: beyond, each, amount: own(extra) },
    { ...none, what: 'bonus', count: null, each: null, amount: own(new Exact(pay.bonusAmount)) },
  ];
  return { amount: own(annualCash(pay)), lines: lines.filter(({ amount }) => !amount.isZero()) };
}

/** The promised part of annual cash with what it is made of: no bonus, and no months that are a target. */
export function guaranteedOf(pay: Pay, inOne: InOne): Figure {
  const lines = annualOf(pay, inOne).lines.filter(
    ({ what, label }) => what === 'base' || (what === 'extra_months' && label === 'guaranteed'),
  );
  return { amount: inOne(guaranteedCash(pay), pay.currency), lines };
}
