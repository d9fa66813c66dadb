import type { Decimal } from 'decimal.js';
import { type Day, daysBetween } from '../day.js';
import { Refusal } from '../refusal.js';
import { Exact, sure } from './exact.js';

/** One unit of `from` is `rate` units of `to`, on a day; the rate is an exact decimal as text. */
export type Rate = { readonly from: string; readonly to: string; readonly on: Day; readonly rate: string };

/** So many days a rate may be older than the day that a comparison names. */
export const oldestRateDays = 7;

/** The latest rate between two currencies, in whichever direction it is kept, on or before a day and at most 7 days older (R12). */
export function rateOn(rates: readonly Rate[], from: string, to: string, on: Day): Rate | undefined {
  return rates
    .filter((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from))
    .filter((one) => one.on <= on && daysBetween(one.on, on) <= oldestRateDays)
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))[0];
}

/**
 * The rates by which one currency becomes another on a day: one rate between the two (R12), or where nobody noted such a one, two that meet
 * in a third currency. Undefined where none are recent enough; none are needed for the same currency.
 */
export function wayOn(rates: readonly Rate[], from: string, to: string, on: Day): Rate[] | undefined {
  if (from === to) return [];
  const straight = rateOn(rates, from, to, on);
  if (straight) return [straight];
  const between = [...new Set(rates.flatMap((one) => [one.from, one.to]))].filter((one) => one !== from && one !== to);
  const ways = between.toSorted().flatMap((middle) => {
    const [there, onward] = [rateOn(rates, from, middle, on), rateOn(rates, middle, to, on)];
    return there && onward ? [[there, onward]] : [];
  });
  const older = ([one, other]: Rate[]): Day =>
    (one?.on ?? '') < (other?.on ?? '') ? (one?.on ?? '') : (other?.on ?? '');
  return ways.toSorted((one, other) => (older(one) < older(other) ? 1 : older(one) > older(other) ? -1 : 0))[0];
}

/** Why a comparison cannot be made in this currency: no rate that is recent enough is known (R12). */
export function whyNotConvert(rates: readonly Rate[], from: string, to: string, on: Day): Refusal | undefined {
  if (wayOn(rates, from, to, on)) return undefined;
  return new Refusal('exchange-rate.missing', undefined, {
    errors: [
      { pointer: '/rateOn', message: `no rate of ${from} and ${to} from the ${oldestRateDays} days before ${on}` },
    ],
    from,
    to,
    on,
  });
}

/** The amount in the other currency, unrounded; the inverse is exactly 1 ÷ rate, so there and back is the same amount (R12). */
export function converted(amount: Decimal, from: string, to: string, rate: Rate | undefined): Decimal {
  if (from === to) return new Exact(amount);
  if (!rate) throw new Error(`no rate of ${from} and ${to}`);
  const straight = rate.from === from;
  return straight ? sure(new Exact(amount).times(rate.rate)) : new Exact(amount).div(rate.rate);
}

/** The amount in the other currency by one rate after the other, unrounded; over two rates there and back agree to 30 digits and more. */
export function convertedBy(amount: Decimal, from: string, way: readonly Rate[]): Decimal {
  let [here, worth] = [from, new Exact(amount)];
  for (const rate of way) {
    const there = rate.from === here ? rate.to : rate.from;
    worth = new Exact(converted(worth, here, there, rate));
    here = there;
  }
  return worth;
}
