import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, column, rsu } from '../../../../test/support/pay.js';
import { addDays, addMonths } from '../day.js';
import { horizon } from './axis.js';
import { Exact, sum } from './exact.js';
import { converted, convertedBy, type Rate, wayOn } from './exchange.js';
import { forfeitureAt, makeWholeGap } from './forfeiture.js';
import { breakEven, byYear, cumulated, monthly } from './path.js';
import { atExit, type Grant, granted, tranches, vestedThrough } from './vesting.js';

const grant: fc.Arbitrary<Grant> = fc
  .record({
    kind: fc.constantFrom('rsu' as const, 'option' as const, 'cash_plan' as const),
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
    price: fc.integer({ min: 0, max: 5000 }),
    strike: fc.integer({ min: 0, max: 5000 }),
    months: fc.integer({ min: 1, max: 60 }),
    cliff: fc.integer({ min: 0, max: 60 }),
    every: fc.integer({ min: 1, max: 12 }),
    split: fc.option(fc.constantFrom([25, 25, 25, 25], [15, 25, 30, 30], [40, 60], [33.3, 33.3, 33.4])),
    start: fc.integer({ min: 0, max: 1500 }),
  })
  .map(({ kind, quantity, price, strike, months, cliff, every, split, start }) =>
    rsu({
      kind,
      units: kind === 'cash_plan' ? null : String(quantity),
      amount: kind === 'cash_plan' ? String(quantity) : null,
      strike: kind === 'option' ? String(strike / 100) : null,
      price: kind === 'cash_plan' ? null : String(price / 100),
      vestStart: addDays('2022-01-15', start),
      vestMonths: months,
      cliffMonths: Math.min(cliff, months),
      vestEveryMonths: every,
      vestSplit: split,
    }),
  );

describe('any grant', () => {
  it('has vested and unvested that make up what was granted, in whole units, never less later', () => {
    fc.assert(
      fc.property(grant, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 400 }), (one, days, more) => {
        const day = addDays('2021-06-01', days);
        const { vested, unvested, unvestedValue } = atExit(one, day);
        expect(vested.plus(unvested).eq(granted(one))).toBe(true);
        expect(vestedThrough(one, addDays(day, more)).gte(vested)).toBe(true);
        expect(unvestedValue.gte(0)).toBe(true);
        if (one.kind !== 'cash_plan') {
          for (const { quantity } of tranches(one))
            expect([quantity.isInteger(), quantity.gte(0)]).toEqual([true, true]);
        }
        expect(sum(tranches(one).map(({ quantity }) => quantity)).eq(granted(one))).toBe(true);
      }),
    );
  });

  it('vests by whole numbers: units × months ÷ length, floored once', () => {
    const whole = fc.record({
      units: fc.integer({ min: 1, max: 1_000_000 }),
      length: fc.integer({ min: 1, max: 120 }),
      at: fc.integer({ min: 1, max: 120 }),
    });
    const holds = ({ units, length, at: month }: { units: number; length: number; at: number }): void => {
      const one = rsu({ units: String(units), vestMonths: length, cliffMonths: 0, vestEveryMonths: 1 });
      const day = addMonths(one.vestStart, Math.min(month, length));
      const naive = (BigInt(units) * BigInt(Math.min(month, length))) / BigInt(length);
      expect(vestedThrough(one, day).toFixed()).toBe(naive.toString());
    };
    fc.assert(fc.property(whole, holds), { examples: [[{ units: 3000, length: 36, at: 12 }]] });
  });

  it('is not lost by who stays to the end of it', () => {
    fc.assert(
      fc.property(grant, (one) => {
        const end = tranches(one).at(-1)?.on ?? '2099-01-01';
        expect(forfeitureAt(end, { grants: [one], oneOffs: [], earned: [] }).total.isZero()).toBe(true);
      }),
    );
  });
});

describe('any two columns', () => {
  const lump = fc.record({
    month: fc.integer({ min: 1, max: horizon }),
    amount: fc.integer({ min: -500_000, max: 2_000_000 }),
    kind: fc.constantFrom('equity' as const, 'one_off' as const, 'claw_back' as const),
  });
  const any = fc
    .record({
      annual: fc.integer({ min: 0, max: 5_000_000 }),
      before: fc.integer({ min: 0, max: 12 }),
      waiting: fc.integer({ min: 0, max: 100_000 }),
      lumps: fc.array(lump, { maxLength: 8 }),
    })
    .map(({ annual, before, waiting, lumps }) =>
      column(
        annual,
        lumps.map(({ month, amount, kind }) => at(month, amount, kind)),
        {
          monthsBefore: before,
          waiting: new Exact(waiting),
        },
      ),
    );

  it('have years that make up the four years, and paths that make up the months', () => {
    fc.assert(
      fc.property(any, (one) => {
        const { years, total } = byYear(one);
        expect(sum(years).eq(total)).toBe(true);
        const months = sum(monthly(one));
        expect(months.minus(total).abs().lt('1e-40')).toBe(true);
      }),
    );
  });

  it('break even as a naive walk over the months says', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [mine, theirs] = [cumulated(one), cumulated(other)];
        const holds = (month: number): boolean =>
          mine.slice(month - 1).every((amount, index) => amount.gte(theirs[month - 1 + index] ?? 0));
        const walk = Array.from({ length: horizon }, (_, index) => index + 1);
        expect(breakEven(one, other)).toEqual({
          lasting: walk.find(holds) ?? null,
          first: walk.find((month) => mine[month - 1]?.gte(theirs[month - 1] ?? 0)) ?? null,
        });
      }),
    );
  });
});

describe('what an offer makes whole', () => {
  it('is closed by a line of the gap’s size, and by nothing that is marked otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000_000 }), (lost, given) => {
        const forfeiture = new Exact(lost);
        const { gap } = makeWholeGap(forfeiture, { makeWhole: new Exact(given), oneOffs: new Exact(given) });
        const more = new Exact(given).plus(gap);
        expect(makeWholeGap(forfeiture, { makeWhole: more, oneOffs: more }).gap.isZero()).toBe(true);
        expect(gap.eq(Math.max(0, lost - given))).toBe(true);
      }),
    );
  });
});

describe('any amount', () => {
  it('is the same there and back, unrounded', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => new Exact(cents).div(100));
    const rate = fc.integer({ min: 1, max: 10_000_000 }).map((parts) => new Exact(parts).div(10_000).toString());
    fc.assert(
      fc.property(amount, rate, (one, value) => {
        const kept: Rate = { from: 'USD', to: 'CNY', on: '2026-01-01', rate: value };
        expect(converted(converted(one, 'CNY', 'USD', kept), 'USD', 'CNY', kept).eq(one)).toBe(true);
        expect(converted(converted(one, 'USD', 'CNY', kept), 'CNY', 'USD', kept).eq(one)).toBe(true);
      }),
    );
  });

  it('goes through a third currency where nobody noted a rate of the two, and comes back the same to thirty digits', () => {
    const day = '2026-06-30';
    const rates: Rate[] = [
      { from: 'USD', to: 'CNY', on: day, rate: '7' },
      { from: 'USD', to: 'JPY', on: day, rate: '150' },
      { from: 'EUR', to: 'CNY', on: '2026-06-28', rate: '8' },
      { from: 'EUR', to: 'JPY', on: '2026-06-28', rate: '165' },
    ];
    const way = wayOn(rates, 'CNY', 'JPY', day);
    expect(way?.map(({ from, to }) => `${from} ${to}`)).toEqual(['USD CNY', 'USD JPY']);
    expect(convertedBy(new Exact(70), 'CNY', way ?? []).toString()).toBe('1500');
    expect(wayOn(rates, 'CNY', 'JPY', '2026-07-07')).toHaveLength(2);
    expect(wayOn(rates, 'CNY', 'JPY', '2026-07-08')).toBeUndefined();
    expect(wayOn([...rates, { from: 'JPY', to: 'CNY', on: day, rate: '0.05' }], 'CNY', 'JPY', day)).toHaveLength(1);
    expect(wayOn(rates, 'CNY', 'CNY', day)).toEqual([]);
    const parts = fc.integer({ min: 1, max: 10_000_000 }).map((count) => new Exact(count).div(10_000).toString());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), parts, parts, (cents, one, other) => {
        const both: Rate[] = [
          { from: 'USD', to: 'CNY', on: day, rate: one },
          { from: 'USD', to: 'JPY', on: day, rate: other },
        ];
        const amount = new Exact(cents).div(100);
        const there = convertedBy(amount, 'CNY', wayOn(both, 'CNY', 'JPY', day) ?? []);
        const back = convertedBy(there, 'JPY', wayOn(both, 'JPY', 'CNY', day) ?? []);
        expect(back.toSignificantDigits(30).toString()).toBe(amount.toString());
      }),
    );
  });
});
