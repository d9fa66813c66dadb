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
