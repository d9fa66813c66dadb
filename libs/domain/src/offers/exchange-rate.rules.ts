import { Decimal } from 'decimal.js';
import type { Day } from '../day.js';
import { type Fault, Refusal } from '../refusal.js';

/** A rate that somebody enters: one unit of `from` is `rate` units of `to` on a day. */
export type EnteredRate = {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  readonly rate: string;
};

/** What is wrong with a rate: two currencies, a figure above zero, a day that has come. */
export function faultsOf({ from, to, on, rate }: EnteredRate, today: Day): Fault[] {
  const errors: Fault[] = [];
  if (from === to) errors.push({ pointer: '/to', message: 'must be another currency than from' });
  if (!new Decimal(rate).gt(0)) errors.push({ pointer: '/rate', message: 'must be more than 0' });
  if (on > today) errors.push({ pointer: '/on', message: 'must not be in the future' });
  return errors;
}

/** Why this rate cannot be kept. */
export function whyNotRate(rate: EnteredRate, today: Day): Refusal | undefined {
  const errors = faultsOf(rate, today);
  return errors.length === 0 ? undefined : new Refusal('exchange-rate.pair', undefined, { errors });
}
