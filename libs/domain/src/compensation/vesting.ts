import { Decimal } from 'decimal.js';
import { addDays, addMonths, type Day } from '../day.js';
import { Exact, zero } from './exact.js';
import type { GrantKind } from './package.js';

/** A grant as its vesting and worth follow from it; amounts and units are exact decimals as text. */
export type Grant = {
  readonly kind: GrantKind;
  /** Whole units of shares and options; null for a cash plan. */
  readonly units: string | null;
  /** What a cash plan pays in all. */
  readonly amount: string | null;
  readonly strike: string | null;
  /** Of one unit, on the valuation date, growth 0 (R5). */
  readonly price: string | null;
  readonly vestStart: Day;
  readonly vestMonths: number;
  readonly cliffMonths: number;
  readonly vestEveryMonths: number;
  /** Percent of each year, in place of cliff and frequency. */
  readonly vestSplit: readonly number[] | null;
};

/** What vests on a day: whole units, or money of a cash plan. */
export type Tranche = { readonly on: Day; readonly quantity: Decimal };

/** What was granted: units, or the money of a cash plan. */
export function granted({ units, amount }: Grant): Decimal {
  return new Exact(units ?? amount ?? 0);
}

/** The part of the grant that has vested after so many months, by vest date; `part` ÷ `of` is the share, divided last, as 12 ÷ 36 of 3,000 is 1,000. */
function shares(grant: Grant): { months: number; part: Decimal; of: number }[] {
  if (grant.vestSplit !== null && grant.vestSplit.length > 0) {
    let percent = zero;
    return grant.vestSplit.map((part, index) => {
      percent = percent.plus(part);
      return { months: (index + 1) * 12, part: percent, of: 100 };
    });
  }
  const { vestMonths, cliffMonths, vestEveryMonths } = grant;
  if (vestMonths === 0) return [{ months: 0, part: new Exact(1), of: 1 }];
  const every = Math.max(1, vestEveryMonths);
  const first = cliffMonths > 0 ? cliffMonths : every;
  const months: number[] = [];
  for (let at = first; at < vestMonths; at += every) months.push(at);
  return [...months, vestMonths].map((at) => ({ months: at, part: new Exact(at), of: vestMonths }));
}

/** Each vest date with what vests on it: the difference of two floors, the last takes the remainder (R4). Money is floored to four places. */
export function tranches(grant: Grant): Tranche[] {
  const whole = granted(grant);
  let before = zero;
  return shares(grant).map(({ months, part, of }, index, all) => {
    const cumulated = whole.times(part).div(of);
    const places = grant.kind === 'cash_plan' ? 4 : 0;
    const vested = index === all.length - 1 ? whole : cumulated.toDecimalPlaces(places, Decimal.ROUND_DOWN);
    const quantity = vested.minus(before);
    before = vested;
    return { on: addMonths(grant.vestStart, months), quantity };
  });
}

/** What has vested through a day; the vest date itself counts (R4). */
export function vestedThrough(grant: Grant, day: Day): Decimal {
  return tranches(grant).reduce((total, { on, quantity }) => (on <= day ? total.plus(quantity) : total), zero);
}

/** What one unit is worth: a share its price, an option what the price is above the strike, money itself (R5). */
export function unitValue({ kind, price, strike }: Pick<Grant, 'kind' | 'price' | 'strike'>): Decimal {
  if (kind === 'cash_plan') return new Exact(1);
  const worth = new Exact(price ?? 0);
  return kind === 'option' ? Exact.max(0, worth.minus(strike ?? 0)) : worth;
}

/** How a grant stands when the last day is over: what is lost, and beside it what is kept and until when. */
export type GrantAtExit = {
  readonly vested: Decimal;
  readonly unvested: Decimal;
  readonly unvestedValue: Decimal;
  /** What would have vested in the twelve months after the last day. */
  readonly nextYear: Decimal;
  readonly nextYearValue: Decimal;
  /** Of vested options alone: what they are worth, what exercising costs, and the last day for it (R6). */
  readonly spread: Decimal | null;
  readonly exerciseCost: Decimal | null;
  readonly lapsesOn: Day | null;
};

/** How a grant stands through the last day employed (R4–R6). */
export function atExit(grant: Grant & { readonly exerciseDays?: number | null }, lastDay: Day): GrantAtExit {
  const value = unitValue(grant);
  const vested = vestedThrough(grant, lastDay);
  const unvested = granted(grant).minus(vested);
  const nextYear = vestedThrough(grant, addMonths(lastDay, 12)).minus(vested);
  const option = grant.kind === 'option';
  return {
    vested,
    unvested,
    unvestedValue: unvested.times(value),
    nextYear,
    nextYearValue: nextYear.times(value),
    spread: option ? vested.times(value) : null,
    exerciseCost: option ? vested.times(grant.strike ?? 0) : null,
    lapsesOn:
      option && grant.exerciseDays !== null && grant.exerciseDays !== undefined
        ? addDays(lastDay, grant.exerciseDays)
        : null,
  };
}
