import type { Decimal } from 'decimal.js';
import type { Day } from '../day.js';
import type { Assumptions, Gap, NotedGrant } from './bid.js';
import { Exact } from './exact.js';
import { type Grant, unitValue } from './vesting.js';

/** What a grant whose frequency is not noted vests in: once a year. */
const yearly = 12;

/** A grant in its place of the package; without what it needs it counts for nothing. */
export type Vesting = { index: number; noted: NotedGrant; grant: Grant | null; missing: Gap['missing'] | null };

/** A noted grant as its vesting follows, or what is missing for it. */
export function vestingOf(noted: NotedGrant, index: number): Vesting {
  const { vestStart, vestMonths, cliffMonths, vestEveryMonths, vestSplit, kind, price } = noted;
  const length = vestSplit && vestSplit.length > 0 ? vestSplit.length * 12 : vestMonths;
  const missing =
    vestStart === null
      ? 'vestStart'
      : length === null
        ? 'vestMonths'
        : kind !== 'cash_plan' && price === null
          ? 'price'
          : null;
  if (missing !== null || vestStart === null || length === null) return { index, noted, grant: null, missing };
  const grant = {
    ...noted,
    vestStart,
    vestMonths: length,
    cliffMonths: cliffMonths ?? 0,
    vestEveryMonths: vestEveryMonths ?? Math.min(yearly, length),
  };
  return { index, noted, grant, missing };
}

/** A new employer's grants vest from the first day there, unless said otherwise. */
export function grantsFrom(grants: readonly NotedGrant[], start: Day): NotedGrant[] {
  return grants.map((grant) => ({ ...grant, vestStart: grant.vestStart ?? start }));
}

/** What a unit is worth in a year of the axis: the price of year 1 grown once a year, above the strike, less the haircut (R5). */
export function worthIn(grant: Grant, year: number, grantor: string | null, { growth, haircut }: Assumptions): Decimal {
  if (grant.kind === 'cash_plan') return unitValue(grant);
  const factor = new Exact(growth[grantor ?? ''] ?? 0)
    .div(100)
    .plus(1)
    .pow(year - 1);
  const price = new Exact(grant.price ?? 0).times(factor);
  const worth = grant.kind === 'option' ? Exact.max(0, price.minus(grant.strike ?? 0)) : price;
  return worth.times(left(haircut[grantor ?? '']));
}

/** The share of a price that a haircut of so many percent leaves. */
const left = (percent: string | undefined): Decimal => new Exact(100).minus(percent ?? 0).div(100);
