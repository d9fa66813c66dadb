import type { Decimal } from 'decimal.js';
import { minorPlaces } from '../compensation/annual-cash.js';
import type { ComparedBid, Pay, Working } from '../compensation/bid.js';
import { annualOf } from '../compensation/bid-column.js';
import { compare } from '../compensation/comparison.js';
import { Exact, sum } from '../compensation/exact.js';
import { convertedBy, type Rate, wayOn } from '../compensation/exchange.js';
import { addDays, type Day } from '../day.js';
import type { FeeBasis, FeeKind } from '../searches/search.js';
import type { FeePart } from './fee.js';

/** What a search agrees on its fee: the rate is per cent, amounts are exact decimals as text. */
export type FeeTerms = {
  readonly kind: FeeKind;
  readonly rate: string | null;
  readonly basis: FeeBasis | null;
  readonly amount: string | null;
  readonly minimum: string | null;
  /** That of the package where nothing is agreed. */
  readonly currency: string | null;
};

/** The package that is offered, and the first day there as far as it is known. */
export type FeeOffer = { readonly pay: Pay; readonly startsOn: Day | null };

/** What a rate is taken of, in the currency of the package, with the lines that add up to it. */
export type FeeBaseFigure = {
  readonly basis: FeeBasis;
  readonly amount: Decimal;
  readonly currency: string;
  readonly lines: readonly Working[];
  /** On what the price of its equity rests, and which grants count for nothing. */
  readonly equity: ComparedBid['equity'];
  readonly gaps: ComparedBid['gaps'];
};

export type FeeLine = { readonly what: FeePart; readonly amount: Decimal };

/** A fee with its working: its lines add up to it, and it is rounded once, half up, to the minor unit of its currency. */
export type FeeFigure = {
  readonly amount: Decimal;
  readonly currency: string;
  readonly lines: readonly FeeLine[];
  readonly base: FeeBaseFigure | null;
  /** The basis in the currency of the fee, and the rates by which it became that. */
  readonly of: Decimal | null;
  readonly rates: readonly Rate[];
};

/** The rate that a fee waits for: its two currencies and the day. */
export type MissingRate = { readonly from: string; readonly to: string; readonly on: Day };

export type FeeResult =
  | { readonly standing: 'known'; readonly figure: FeeFigure }
  | { readonly standing: 'needs_rate'; readonly missing: MissingRate }
  | { readonly standing: 'no_offer' };

/** The basis of a fee: the base of at most twelve months, annual cash (R3), or all of year 1 with one-offs and equity (R2–R5). */
export function feeBase(basis: FeeBasis, pay: Pay, from: Day): FeeBaseFigure {
  if (basis === 'first_year_total') return firstYear(pay, from);
  const { currency } = pay;
  const { lines: all } = annualOf(pay, (amount) => amount);
  const lines = basis === 'base' ? all.filter(({ what }) => what === 'base') : all;
  return { basis, amount: sum(lines.map(({ amount }) => amount)), currency, lines, equity: [], gaps: [] };
}

/** Year 1 of a package on an axis that begins with its first day. */
function firstYear(pay: Pay, from: Day): FeeBaseFigure {
  const { currency } = pay;
  const bid = { id: 'offer', kind: 'offer', pay, startsOn: from, paysClawBack: false, waiting: null } as const;
  const assumed = { lastDay: addDays(from, -1), currency, rateOn: from, growth: {}, haircut: {} };
  const [column] = compare([bid], [], assumed).bids;
  const lines = column?.years[0]?.lines ?? [];
  return {
    basis: 'first_year_total',
    amount: sum(lines.map(({ amount }) => amount)),
    currency,
    lines,
    equity: column?.equity ?? [],
    gaps: column?.gaps ?? [],
  };
}

/**
 * The fee by these terms: a fixed one, or rate × basis of the offer and not less than the minimum, in the currency agreed by the latest
 * rate of the seven days up to `on` (R12). Tells the rate that is missing instead of inventing one. Year 1 begins with the first day of
 * the offer, or on `on` where it names none.
 */
export function feeOf(
  terms: FeeTerms,
  offer: FeeOffer | null,
  { on, rates }: { readonly on: Day; readonly rates: readonly Rate[] },
): FeeResult {
  if (terms.kind === 'fixed') {
    const currency = terms.currency ?? '';
    const lines = [{ what: 'fixed', amount: new Exact(terms.amount ?? 0) } as const];
    return { standing: 'known', figure: figureOf(lines, currency, { base: null, of: null, rates: [] }) };
  }
  if (offer === null) return { standing: 'no_offer' };
  const base = feeBase(terms.basis ?? 'base', offer.pay, offer.startsOn ?? on);
  const currency = terms.currency ?? base.currency;
  const way = wayOn(rates, base.currency, currency, on);
  if (!way) return { standing: 'needs_rate', missing: { from: base.currency, to: currency, on } };
  const of = convertedBy(base.amount, base.currency, way);
  return { standing: 'known', figure: figureOf(linesOf(terms, of), currency, { base, of, rates: way }) };
}

/** What the fee would be for pay at both ends of a band; undefined for terms that need none, and where a rate is missing. */
export function feeEstimate(
  terms: FeeTerms,
  band: { readonly low: string; readonly high: string; readonly currency: string },
  { on, rates }: { readonly on: Day; readonly rates: readonly Rate[] },
): { low: Decimal; high: Decimal; currency: string } | undefined {
  const currency = terms.currency ?? band.currency;
  const way = wayOn(rates, band.currency, currency, on);
  if (terms.kind === 'fixed' || !way) return undefined;
  const end = (amount: string): Decimal => {
    const of = convertedBy(new Exact(amount), band.currency, way);
    return rounded(sum(linesOf(terms, of).map((line) => line.amount)), currency);
  };
  return { low: end(band.low), high: end(band.high), currency };
}

/** The share of a basis, and what lifts it to the minimum. */
function linesOf({ rate, minimum }: FeeTerms, of: Decimal): FeeLine[] {
  const share = of.times(rate ?? 0).div(100);
  const lift = new Exact(minimum ?? 0).minus(share);
  return [{ what: 'share', amount: share }, ...(lift.gt(0) ? [{ what: 'minimum', amount: lift } as const] : [])];
}

function figureOf(
  lines: readonly FeeLine[],
  currency: string,
  rest: Pick<FeeFigure, 'base' | 'of' | 'rates'>,
): FeeFigure {
  return { ...rest, amount: rounded(sum(lines.map(({ amount }) => amount)), currency), currency, lines };
}

/** An amount in whole minor units of its currency, half up: as it is shown, and as it is paid. */
export function rounded(amount: Decimal, currency: string): Decimal {
  return new Exact(amount.toFixed(minorPlaces(currency), Exact.ROUND_HALF_UP));
}

/**
 * An amount by shares of 100 %, each in whole minor units: each its share rounded half up and never more than is left, the last what is
 * left, so that they add up to the amount. An amount below nothing is shared as one above it.
 */
export function sharedOut(amount: Decimal, currency: string, shares: readonly string[]): Decimal[] {
  const whole = amount.abs();
  let left = whole;
  return shares.map((share, index) => {
    const part = index === shares.length - 1 ? left : Exact.min(left, rounded(whole.times(share).div(100), currency));
    left = left.minus(part);
    return amount.isNegative() ? part.negated() : part;
  });
}
