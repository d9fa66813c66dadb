import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pay, payment, plan, sharesOf100 } from '../../../../test/support/pay.js';
import type { Pay } from '../compensation/bid.js';
import { Exact, sum } from '../compensation/exact.js';
import { feeBase, feeEstimate, feeOf, type FeeTerms, rounded, sharedOut } from './fee.rules.js';
import { workingOf } from './fee-working.js';

const terms = (values: Partial<FeeTerms> = {}): FeeTerms => ({
  kind: 'rate',
  rate: '25',
  basis: 'annual_cash',
  amount: null,
  minimum: null,
  currency: 'CNY',
  ...values,
});

/** 90,000 × 16, four of the months a target; bonus 200,000; sign-on 300,000; a plan of 2,400,000 by the year over four. */
const offered: Pay = pay('90000', {
  basePer: 'month',
  months: '16',
  extraMonths: 'target',
  bonusAmount: '200000',
  oneOffs: [payment('300000'), payment('500000', { kind: 'retention', paidOn: '2028-01-01' })],
  grants: [plan('2400000')],
});
const on = '2026-09-01';
const known = (asked: FeeTerms, offer: Pay = offered, rates: Parameters<typeof feeOf>[2]['rates'] = []) => {
  const result = feeOf(asked, { pay: offer, startsOn: '2026-12-01' }, { on, rates });
  if (result.standing !== 'known') throw new Error(result.standing);
  return result.figure;
};

describe('what a rate is taken of', () => {
  it.each([
    // 90,000 × 12
    ['base', '1080000'],
    // 90,000 × 16 + 200,000 (R3)
    ['annual_cash', '1640000'],
    // 1,640,000 + sign-on 300,000 + 2,400,000 ÷ 4 in month 12; the retention is paid in year 2
    ['first_year_total', '2540000'],
  ] as const)('%s comes to %s', (basis, amount) => {
    const base = feeBase(basis, offered, '2026-12-01');
    expect(base.amount.toFixed()).toBe(amount);
    expect(sum(base.lines.map((line) => line.amount)).toFixed()).toBe(amount);
  });

  it('is a base of the year, or of the months that there are where they are fewer than twelve', () => {
    expect(feeBase('base', pay('350000', { bonusAmount: '70000' }), on).amount.toFixed()).toBe('350000');
    expect(feeBase('base', pay('10000', { basePer: 'month', months: '9' }), on).amount.toFixed()).toBe('90000');
  });

  it('names what the equity of the first year rests on, and what counts for nothing', () => {
    const shares = plan('0', {
      kind: 'rsu',
      amount: null,
      units: '12000',
      price: null,
      priceBasis: 'last_round_preferred',
      priceOn: '2026-06-30',
      liquidity: 'none',
    });
    const base = feeBase('first_year_total', pay('350000', { grants: [shares] }), on);
    expect(base.amount.toFixed()).toBe('350000');
    expect(base.gaps).toEqual([{ index: 0, missing: 'price' }]);
    expect(base.equity).toEqual([
      { grantor: 'Northstar AI', priceBasis: 'last_round_preferred', priceOn: '2026-06-30', liquidity: 'none' },
    ]);
  });
});

describe('a fee', () => {
  it('is rate × basis, with the lines that add up to it', () => {
    const figure = known(terms());
    // 1,640,000 × 25 %
    expect(figure.amount.toFixed(2)).toBe('410000.00');
    expect(workingOf(figure)).toMatchObject({
      basis: 'annual_cash',
      base: { amount: '1640000.00', currency: 'CNY' },
      baseLines: [
        { what: 'base', count: '12', each: '90000.00', amount: '1080000.00' },
        { what: 'extra_months', label: 'target', count: '4', amount: '360000.00' },
        { what: 'bonus', amount: '200000.00' },
      ],
      of: { amount: '1640000.00', currency: 'CNY' },
      rates: [],
      lines: [{ what: 'share', amount: '410000.00' }],
    });
  });

  it('is not less than its minimum, and says what lifts it there', () => {
    expect(workingOf(known(terms({ minimum: '450000' }))).lines).toEqual([
      { what: 'share', amount: '410000.00' },
      { what: 'minimum', amount: '40000.00' },
    ]);
    expect(known(terms({ minimum: '410000' })).lines).toHaveLength(1);
  });

  it('is rounded once, half up, to the minor unit', () => {
    // 33.333 % of 1,000.05 = 333.34666…; 12.5 % of 100.04 = 12.505
    expect(known(terms({ rate: '33.333' }), pay('1000.05')).amount.toFixed()).toBe('333.35');
    expect(known(terms({ rate: '12.5' }), pay('100.04')).amount.toFixed()).toBe('12.51');
    // 12.5 % of 1,004 yen = 125.5
    expect(known(terms({ rate: '12.5', currency: 'JPY' }), pay('1004', { currency: 'JPY' })).amount.toFixed()).toBe(
      '126',
    );
  });

  it('that is fixed needs no offer', () => {
    const result = feeOf(terms({ kind: 'fixed', amount: '90000', currency: 'EUR' }), null, { on, rates: [] });
    expect(result).toMatchObject({ standing: 'known', figure: { currency: 'EUR', lines: [{ what: 'fixed' }] } });
    expect(feeOf(terms(), null, { on, rates: [] })).toEqual({ standing: 'no_offer' });
  });

  it('in another currency is converted at the latest rate of the seven days before, else says which is missing', () => {
    const dollars = pay('450000', { currency: 'USD' });
    const rate = { from: 'USD', to: 'CNY', on: '2026-08-25', rate: '6.9' };
    // 450,000 × 6.9 × 25 %
    expect(known(terms(), dollars, [rate]).amount.toFixed(2)).toBe('776250.00');
    const old = { ...rate, on: '2026-08-24' };
    expect(feeOf(terms(), { pay: dollars, startsOn: null }, { on, rates: [old] })).toEqual({
      standing: 'needs_rate',
      missing: { from: 'USD', to: 'CNY', on },
    });
    expect(known(terms({ currency: null }), dollars).currency).toBe('USD');
  });

  it('can be estimated by a band, at both ends and not under the minimum', () => {
    const band = { low: '800000', high: '1600000', currency: 'CNY' };
    const ends = feeEstimate(terms({ minimum: '250000' }), band, { on, rates: [] });
    // 25 % of 800,000 = 200,000, lifted; 25 % of 1,600,000
    expect([ends?.low.toFixed(2), ends?.high.toFixed(2)]).toEqual(['250000.00', '400000.00']);
    expect(feeEstimate(terms({ currency: 'USD' }), band, { on, rates: [] })).toBeUndefined();
    expect(feeEstimate(terms({ kind: 'fixed', amount: '1' }), band, { on, rates: [] })).toBeUndefined();
  });

  it('of any terms is what whole numbers say: cents × thousandths of a per cent, half up, at least the minimum', () => {
    const whole = fc.record({
      cents: fc.integer({ min: 0, max: 1_000_000_000 }),
      rate: fc.integer({ min: 0, max: 100_000 }),
      minimum: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
    });
    fc.assert(
      fc.property(whole, ({ cents, rate, minimum }) => {
        const asked = terms({
          rate: (rate / 1000).toFixed(3),
          minimum: minimum === null ? null : (minimum / 100).toFixed(2),
        });
        const share = (BigInt(cents) * BigInt(rate) * 2n + 100_000n) / 200_000n;
        const least = BigInt(minimum ?? 0);
        const figure = known(asked, pay((cents / 100).toFixed(2)));
        expect(figure.amount.times(100).toFixed(0)).toBe(String(share > least ? share : least));
        expect(rounded(sum(figure.lines.map(({ amount }) => amount)), 'CNY').eq(figure.amount)).toBe(true);
      }),
    );
  });
});

describe('an amount shared out', () => {
  it('gives each a share half up and the last what is left', () => {
    const shares = ['33.333', '33.333', '33.334'];
    const shared = (amount: string, currency = 'CNY') =>
      sharedOut(new Exact(amount), currency, shares).map((part) => part.toFixed());
    // 33.333 % of 100.01 = 33.3363…
    expect(shared('100.01')).toEqual(['33.34', '33.34', '33.33']);
    expect(shared('1000', 'JPY')).toEqual(['333', '333', '334']);
    expect(shared('-100.01')).toEqual(['-33.34', '-33.34', '-33.33']);
    expect(sharedOut(new Exact(5), 'CNY', [])).toEqual([]);
  });

  it('adds up to it whatever the shares, and no part is below nothing', () => {
    const cents = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10_000_000_000 }));
    fc.assert(
      fc.property(cents, sharesOf100, (amount, shares) => {
        const whole = new Exact(amount).div(100);
        const parts = sharedOut(whole, 'CNY', shares);
        expect(sum(parts).eq(whole)).toBe(true);
        for (const part of parts) expect([part.gte(0), part.decimalPlaces() <= 2]).toEqual([true, true]);
      }),
    );
  });
});
