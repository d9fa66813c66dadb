import fc from 'fast-check';
import type { Assumptions, Bid, BidKind, NotedGrant, NotedOneOff, Pay } from '@domain/compensation/bid.js';
import { Exact } from '@domain/compensation/exact.js';
import type { Column, Lump } from '@domain/compensation/path.js';
import type { Grant } from '@domain/compensation/vesting.js';

/** 12,000 shares at 150, four years with a cliff of one, then by the quarter. */
export const rsu = (values: Partial<Grant>): Grant => ({
  kind: 'rsu',
  units: '12000',
  amount: null,
  strike: null,
  price: '150.00',
  vestStart: '2026-09-01',
  vestMonths: 48,
  cliffMonths: 12,
  vestEveryMonths: 3,
  vestSplit: null,
  ...values,
});

/** What comes in a month of the axis. */
export const at = (month: number, amount: number, kind: Lump['kind'] = 'equity'): Lump => ({
  month,
  amount: new Exact(amount),
  kind,
});

/** A column of so much annual cash. */
export const column = (annual: number | string, lumps: Lump[] = [], values: Partial<Column> = {}): Column => ({
  annualCash: new Exact(annual),
  monthsBefore: 0,
  waiting: new Exact(0),
  lumps,
  ...values,
});

/** A package in yuan by the year, without anything but what is given. */
export const pay = (baseAmount: string, values: Partial<Pay> = {}): Pay => ({
  currency: 'CNY',
  baseAmount,
  basePer: 'year',
  months: null,
  extraMonths: null,
  bonusAmount: '0',
  bonusYearFrom: null,
  oneOffs: [],
  grants: [],
  ...values,
});

/** A cash plan that pays out a share of each year. */
export const plan = (amount: string, values: Partial<NotedGrant> = {}): NotedGrant => ({
  kind: 'cash_plan',
  grantor: 'Northstar AI',
  units: null,
  amount,
  strike: null,
  price: null,
  priceOn: null,
  priceBasis: null,
  liquidity: null,
  vestStart: null,
  vestMonths: 48,
  cliffMonths: null,
  vestEveryMonths: 12,
  vestSplit: null,
  exerciseDays: null,
  ...values,
});

export const payment = (amount: string, values: Partial<NotedOneOff> = {}): NotedOneOff => ({
  kind: 'inducement',
  amount,
  paidOn: null,
  clawBack: null,
  clawBackMonths: null,
  ...values,
});

export const bid = (id: string, kind: BidKind, of: Pay, values: Partial<Bid> = {}): Bid => ({
  id,
  kind,
  pay: of,
  startsOn: null,
  paysClawBack: false,
  waiting: null,
  ...values,
});

/** The last day is 31 August 2026, so that the axis begins with September; in yuan. */
export const assumed = (values: Partial<Assumptions> = {}): Assumptions => ({
  lastDay: '2026-08-31',
  currency: 'CNY',
  rateOn: '2026-08-31',
  growth: {},
  haircut: {},
  ...values,
});

/** Shares in per cent, to three places, that add up to 100. */
export const sharesOf100 = fc
  .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 12 })
  .map((cuts) => [0, ...cuts.toSorted((one, other) => one - other), 100_000])
  .map((cuts) => cuts.slice(1).map((cut, index) => ((cut - (cuts[index] ?? 0)) / 1000).toFixed(3)));
