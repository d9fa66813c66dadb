import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, column, rsu } from '../../../../test/support/pay.js';
import { addDays, addMonths } from '../day.js';
import { annualCash, guaranteedCash, shown } from './annual-cash.js';
import { beginOf, completedMonths, monthOf } from './axis.js';
import { Exact, shownMultiple, sum } from './exact.js';
import { converted, type Rate, rateOn, whyNotConvert } from './exchange.js';
import { clawBackOwed, forfeitureAt, makeWholeGap } from './forfeiture.js';
import { whyNotCash } from './package.rules.js';
import { breakEven, byYear, type Column, cumulated, multiples, partYear } from './path.js';
import { atExit, tranches, unitValue, vestedThrough } from './vesting.js';

const cny = (amount: InstanceType<typeof Exact> | null | undefined): string => (amount ? shown(amount, 'CNY') : '–');
const terms = { basePer: 'month', extraMonths: 'target', bonusAmount: '0' } as const;

describe('the examples of pay.md come out exactly', () => {
  it('1: sixteen months in China, and the double count', () => {
    const cash = { ...terms, baseAmount: '40000', months: 16 };
    expect([cny(annualCash(cash)), cny(guaranteedCash(cash))]).toEqual(['640000.00', '480000.00']);
    const path = column(
      640_000,
      [12, 24, 36, 48].map((month) => at(month, 50_000)),
    );
    expect(byYear(path).years.map(cny)).toEqual(Array(4).fill('690000.00'));
    expect(cny(byYear(path).total)).toBe('2760000.00');
    expect(whyNotCash({ ...cash, bonusAmount: '160000' }, false, '')?.code).toBe('package.counted-twice');
    expect(cny(annualCash({ ...terms, baseAmount: '35000', months: '13.5' }))).toBe('472500.00');
  });

  it('2: the first calendar year, joined on 1 August', () => {
    const first = partYear({ monthlyBase: '60000', months: 15, bonus: '200000' }, 5);
    expect([first.base, first.extraMonths, first.bonus, first.total].map(cny)).toEqual([
      '300000.00',
      '75000.00',
      '83333.33',
      '458333.33',
    ]);
    expect(cny(annualCash({ ...terms, baseAmount: '60000', months: 15, bonusAmount: '200000' }))).toBe('1100000.00');
  });

  it('3: a package with a cliff on the last day of year 1', () => {
    const grant = rsu({});
    expect(vestedThrough(grant, '2027-09-01').toString()).toBe('3000');
    const vests = tranches(grant);
    expect([vests[1]?.on, vests[1]?.quantity.toString(), vests.at(-1)?.on]).toEqual([
      '2027-12-01',
      '750',
      '2030-09-01',
    ]);
    expect(sum(vests.map(({ quantity }) => quantity)).toString()).toBe('12000');
    const equity = vests.map(({ on, quantity }) => ({
      ...at(monthOf(on, '2026-09-01'), 0),
      amount: quantity.times(unitValue(grant)),
    }));
    const path = column(420_000, [...equity, at(1, 100_000, 'one_off')]);
    expect(byYear(path).years.map(cny)).toEqual(['970000.00', '870000.00', '870000.00', '870000.00']);
    expect(cny(byYear(path).total)).toBe('3580000.00');
  });

  it('4: leaving in the middle of vesting', () => {
    const grant = rsu({ vestStart: '2024-02-15', price: '180.00' });
    const rows = ['2025-02-14', '2025-02-15', '2026-02-14', '2026-02-15', '2026-03-31'].map((day) => {
      const { vested, unvested, unvestedValue } = atExit(grant, day);
      return [vested.toString(), unvested.toString(), cny(unvestedValue)];
    });
    expect(rows).toEqual([
      ['0', '12000', '2160000.00'],
      ['3000', '9000', '1620000.00'],
      ['5250', '6750', '1215000.00'],
      ['6000', '6000', '1080000.00'],
      ['6000', '6000', '1080000.00'],
    ]);
    const { nextYear, nextYearValue } = atExit(grant, '2026-03-31');
    expect([nextYear.toString(), cny(nextYearValue)]).toEqual(['3000', '540000.00']);
  });

  it('6: options with odd units, exercise cost, and under water', () => {
    const options = {
      ...rsu({
        kind: 'option',
        units: '10001',
        strike: '2.00',
        price: '12.50',
        vestStart: '2024-06-10',
        vestEveryMonths: 1,
      }),
      exerciseDays: 90,
    };
    const left = atExit(options, '2026-02-28');
    expect([left.vested, left.unvested].map(String)).toEqual(['4167', '5834']);
    expect([cny(left.unvestedValue), cny(left.spread), cny(left.exerciseCost), left.lapsesOn]).toEqual([
      '61257.00',
      '43753.50',
      '8334.00',
      '2026-05-29',
    ]);
    const vests = tranches(options);
    expect([vests[0]?.quantity.toString(), vests.at(-1)?.quantity.toString()]).toEqual(['2500', '209']);
    expect(sum(vests.map(({ quantity }) => quantity)).toString()).toBe('10001');
    expect(cny(atExit({ ...options, price: '1.50' }, '2026-02-28').unvestedValue)).toBe('0.00');
  });

  it('8: the claw-back of a sign-on', () => {
    const paid = { amount: '300000', paidOn: '2025-03-01', clawBackMonths: 24 };
    const rows = ['2026-01-14', '2026-01-31', '2027-02-27', '2027-02-28'].map((day) => [
      completedMonths('2025-03-01', day),
      cny(clawBackOwed({ ...paid, clawBack: 'full' }, day)),
      cny(clawBackOwed({ ...paid, clawBack: 'pro_rata' }, day)),
    ]);
    expect(rows).toEqual([
      [10, '300000.00', '175000.00'],
      [11, '300000.00', '162500.00'],
      [23, '300000.00', '12500.00'],
      [24, '0.00', '0.00'],
    ]);
  });

  describe('10: stay, offer, counteroffer with retention bonus', () => {
    const kept = [at(6, 600_000), at(18, 600_000)];
    const stay = column(960_000, kept);
    const offer = column(1_440_000, [
      at(1, 300_000, 'one_off'),
      at(1, -100_000, 'claw_back'),
      ...[12, 24, 36, 48].map((month) => at(month, 600_000)),
    ]);
    const counter = column(1_152_000, [at(12, 500_000, 'one_off'), at(12, 200_000), at(24, 200_000), ...kept]);

    it('by year and in all', () => {
      const table = [stay, offer, counter].map((one) =>
        [...byYear(one).years, byYear(one).total].map((sum_) => sum_.toString()),
      );
      expect(table).toEqual([
        ['1560000', '1560000', '960000', '960000', '5040000'],
        ['2240000', '2040000', '2040000', '2040000', '8360000'],
        ['2452000', '1952000', '1152000', '1152000', '6708000'],
      ]);
    });

    it('what is lost, and what of it is made whole', () => {
      const lost = forfeitureAt('2026-06-30', {
        grants: [
          rsu({
            units: '2',
            price: '600000',
            vestStart: '2026-06-30',
            vestMonths: 24,
            cliffMonths: 0,
            vestEveryMonths: 12,
          }),
        ],
        oneOffs: [{ amount: '100000', paidOn: '2026-06-01', clawBack: 'full', clawBackMonths: 12 }],
        earned: [],
      });
      expect(cny(lost.total)).toBe('1300000.00');
      expect(lost.lines.map(({ what, amount }) => [what, cny(amount)])).toEqual([
        ['unvested', '1200000.00'],
        ['claw_back', '100000.00'],
      ]);
      const { gap, afterAll } = makeWholeGap(lost.total, { makeWhole: new Exact(0), oneOffs: new Exact(300_000) });
      expect([cny(gap), cny(afterAll)]).toEqual(['1300000.00', '1000000.00']);
    });

    it('multiples', () => {
      const both = (one: Column, other: Column): string[] =>
        Object.values(multiples(one, other)).map((ratio) => (ratio ? shownMultiple(ratio) : '–'));
      expect(both(offer, stay)).toEqual(['1.50', '1.62']);
      expect(both(offer, counter)).toEqual(['1.25', '1.31']);
      expect(both(counter, stay)).toEqual(['1.20', '1.23']);
    });

    it('break-even that lasts, and the first crossing', () => {
      expect(breakEven(offer, stay)).toEqual({ lasting: 10, first: 1 });
      expect(breakEven(offer, counter)).toEqual({ lasting: 30, first: 1 });
      const ahead = (one: Column, other: Column, month: number): string =>
        (cumulated(one)[month - 1] ?? new Exact(0)).minus(cumulated(other)[month - 1] ?? 0).toString();
      expect([ahead(offer, stay, 6), ahead(offer, counter, 24), ahead(offer, counter, 30)]).toEqual([
        '-160000',
        '-124000',
        '20000',
      ]);
      expect(
        byYear(counter)
          .years[0]?.minus(byYear(offer).years[0] ?? 0)
          .toString(),
      ).toBe('212000');
    });
  });

  it('12: one offer, two rate dates, and there and back', () => {
    const rates: Rate[] = [
      { from: 'USD', to: 'CNY', on: '2025-01-02', rate: '7.2500' },
      { from: 'USD', to: 'CNY', on: '2026-06-30', rate: '6.9000' },
    ];
    const show = (on: string): string[] => {
      const rate = rateOn(rates, 'USD', 'CNY', on);
      const offer = converted(new Exact(450_000), 'USD', 'CNY', rate);
      const current = converted(new Exact(1_800_000), 'CNY', 'USD', rate);
      return [
        cny(offer),
        shownMultiple(offer.div(1_800_000)),
        shown(current, 'USD'),
        shownMultiple(new Exact(450_000).div(current)),
      ];
    };
    expect(show('2025-01-02')).toEqual(['3262500.00', '1.81', '248275.86', '1.81']);
    expect(show('2026-07-04')).toEqual(['3105000.00', '1.73', '260869.57', '1.73']);
    expect(whyNotConvert(rates, 'CNY', 'USD', '2026-07-07')).toBeUndefined();
    expect(whyNotConvert(rates, 'CNY', 'USD', '2026-07-08')?.code).toBe('exchange-rate.missing');
    const yen: Rate = { from: 'JPY', to: 'CNY', on: '2026-06-30', rate: '0.0483' };
    const there = converted(new Exact('100.01'), 'CNY', 'JPY', yen);
    expect(converted(there, 'JPY', 'CNY', yen).toString()).toBe('100.01');
    expect(shown(there, 'JPY')).toBe('2071');
    expect(cny(converted(new Exact(2071), 'JPY', 'CNY', yen))).toBe('100.03');
  });
});

describe('the time axis', () => {
  it('has its first month through T0 + 1 month, and clamps to the end of a month', () => {
    expect(beginOf('2026-08-31')).toBe('2026-09-01');
    expect(
      ['2026-08-31', '2026-09-01', '2026-10-01', '2026-10-02', '2027-09-01', '2027-09-02'].map((day) =>
        monthOf(day, '2026-09-01'),
      ),
    ).toEqual([0, 1, 1, 2, 12, 13]);
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => monthOf(day, '2026-01-31'))).toEqual([
      1, 2, 2, 3,
    ]);
  });

  it('counts months as a naive walk does', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2023-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1500 }), (begin, count) => {
        const to = addDays(begin, count);
        let month = 1;
        while (to > addMonths(begin, month)) month += 1;
        expect(monthOf(to, begin)).toBe(month);
        let whole = 0;
        while (addMonths(begin, whole + 1) <= addDays(to, 1)) whole += 1;
        expect(completedMonths(begin, to)).toBe(whole);
      }),
    );
  });
});
