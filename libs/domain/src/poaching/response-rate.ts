import { addDays, type Day } from '../day.js';
import { Refusal } from '../refusal.js';
import type { ContactDirection } from './contact-log.js';

/** A try as the rate looks at it: days are those of the agency. */
export type Approach = {
  readonly direction: ContactDirection | null;
  readonly approachedOn: Day | null;
  readonly answeredOn: Day | null;
};

/** By what response rates are compared. */
export const rateGroups = ['channel', 'hook', 'owner'] as const;
export type RateGroup = (typeof rateGroups)[number];

/** So many days somebody has for an answer before their silence counts. */
export const silentDays = 14;

/**
 * Outbound tries answered ÷ outbound tries first approached at least 14 days before the period's end, or answered; of those
 * first approached within the period, both days included. `rate` is null where nothing counts (domain.md, Recruiting figures).
 */
export function responseRate(
  approaches: readonly Approach[],
  from: Day,
  to: Day,
): { counted: number; answered: number; rate: number | null } {
  const within = approaches.filter(
    ({ direction, approachedOn }) =>
      direction === 'outbound' && approachedOn !== null && approachedOn >= from && approachedOn <= to,
  );
  const answered = within.filter(({ answeredOn }) => answeredOn !== null && answeredOn <= to);
  const silent = within.filter(
    (one) => !answered.includes(one) && one.approachedOn !== null && one.approachedOn <= addDays(to, -silentDays),
  );
  const counted = answered.length + silent.length;
  return { counted, answered: answered.length, rate: counted === 0 ? null : answered.length / counted };
}

/** Why these are no period: it ends where it begins or later. */
export function whyNotPeriod(from: Day, to: Day): Refusal | undefined {
  if (from <= to) return undefined;
  return new Refusal('request.invalid', undefined, {
    errors: [{ pointer: '?to', message: `must not be before ${from}` }],
  });
}
