import { describe, expect, it } from '@jest/globals';
import { assumed, bid, column, pay, payment, plan, rsu } from '../../../../test/support/pay.js';
import { annualCash, guaranteedCash, shown } from './annual-cash.js';
import type { ComparedBid } from './bid.js';
import { compare } from './comparison.js';
import { Exact, shownMultiple } from './exact.js';
import { clawBackOwed } from './forfeiture.js';
import { breakEven, byYear, multiples, partYear } from './path.js';
import { atExit, tranches, vestedThrough } from './vesting.js';

type Amount = InstanceType<typeof Exact>;
const cny = (amount: Amount | null | undefined): string => (amount ? shown(amount, 'CNY') : '–');
/** An amount that whole numbers of JavaScript make up. */
const made = (amount: number): string => amount.toFixed(2);
const monthly = (baseAmount: string, months: number | string, extraMonths: 'target' | 'guaranteed' | null = null) =>
  ({ basePer: 'month', baseAmount, months, extraMonths, bonusAmount: '0' }) as const;
const offer = (of: ReturnType<typeof pay>, values = {}, stay?: ReturnType<typeof pay>): ComparedBid => {
  const all = [...(stay ? [bid('stay', 'stay', stay)] : []), bid('offer', 'offer', of, values)];
  const found = compare(all, [], assumed()).bids.find(({ id }) => id === 'offer');
  if (!found) throw new Error('no offer');
  return found;
};

/** Name, what the functions say, and the arithmetic that it must be. */
const examples: [string, () => string, string][] = [
  ['13 months guaranteed', () => cny(annualCash(monthly('50000', 13, 'guaranteed'))), made(50_000 * 13)],
  ['of which all is promised', () => cny(guaranteedCash(monthly('50000', 13, 'guaranteed'))), made(50_000 * 13)],
  ['18 months of which 6 are a target', () => cny(guaranteedCash(monthly('50000', 18, 'target'))), made(50_000 * 12)],
  [
    'a yearly base with a bonus of its own',
    () => cny(annualCash({ ...monthly('900000', 12), basePer: 'year', months: null, bonusAmount: '150000' })),
    made(900_000 + 150_000),
  ],
  ['decimal months', () => cny(annualCash(monthly('33333.33', '14.5'))), made(Math.round(3_333_333 * 14.5) / 100)],
  [
    'seven months of a year with 14 months and a bonus',
    () => cny(partYear({ monthlyBase: '24000', months: 14, bonus: '60000' }, 7).total),
    made(24_000 * 7 + (24_000 * 2 * 7) / 12 + (60_000 * 7) / 12),
  ],
  [
    'no cliff, by the month: 7 of 48 months of 4,800 shares',
    () => vestedThrough(rsu({ units: '4800', cliffMonths: 0, vestEveryMonths: 1 }), '2027-04-01').toString(),
    String((4800 / 48) * 7),
  ],
  [
    'a cliff of six months pays six months at once',
    () => vestedThrough(rsu({ units: '4800', cliffMonths: 6, vestEveryMonths: 1 }), '2027-03-01').toString(),
    String((4800 / 48) * 6),
  ],
  [
    'a split of 15, 25, 30 and 30 percent after three years',
    () => vestedThrough(rsu({ units: '1000', vestSplit: [15, 25, 30, 30] }), '2029-09-01').toString(),
    String(1000 * 0.15 + 1000 * 0.25 + 1000 * 0.3),
  ],
  [
    'the last tranche of 1,001 shares over three years takes what is left',
    () => {
      const all = tranches(rsu({ units: '1001', vestMonths: 36, cliffMonths: 0, vestEveryMonths: 12 }));
      return all.map(({ quantity }) => quantity.toString()).join(' ');
    },
    [333, 334, 334].join(' '),
  ],
  [
    'a vest date that the month has not is its last day',
    () => tranches(rsu({ vestStart: '2026-08-31', vestMonths: 12, cliffMonths: 6 }))[0]?.on ?? '',
    '2027-02-28',
  ],
  [
    'what of 12,000 shares is lost after 30 months, at 80',
    () => cny(atExit(rsu({ price: '80' }), '2029-03-01').unvestedValue),
    made((12_000 - (12_000 / 48) * 30) * 80),
  ],
  [
    'of which in the next twelve months',
    () => cny(atExit(rsu({ price: '80' }), '2029-03-01').nextYearValue),
    made((12_000 / 48) * 12 * 80),
  ],
  [
    'a claw-back of 240,000 over 36 months after 10',
    () =>
      cny(
        clawBackOwed(
          { amount: '240000', paidOn: '2026-01-01', clawBack: 'pro_rata', clawBackMonths: 36 },
          '2026-10-31',
        ),
      ),
    made((240_000 * (36 - 10)) / 36),
  ],
  [
    'a claw-back of which nothing is said is none',
    () =>
      cny(clawBackOwed({ amount: '240000', paidOn: '2026-01-01', clawBack: null, clawBackMonths: null }, '2026-02-01')),
    made(0),
  ],
  [
    'four years with a sign-on and a plan of 400,000',
    () => cny(offer(pay('600000', { oneOffs: [payment('90000')], grants: [plan('400000')] })).total),
    made(600_000 * 4 + 90_000 + 400_000),
  ],
  [
    'a start after four months loses a third of the first year',
    () => cny(offer(pay('600000'), { startsOn: '2027-01-01' }).years[0]?.amount),
    made(600_000 - (600_000 * 4) / 12),
  ],
  [
    'a make-whole line of 250,000 against a loss of 300,000 leaves the rest',
    () =>
      cny(
        offer(
          pay('600000', { oneOffs: [payment('250000', { kind: 'make_whole' }), payment('100000')] }),
          {},
          pay('500000', { grants: [plan('300000', { vestStart: '2026-08-31', vestMonths: 12 })] }),
        ).gap?.amount,
      ),
    made(300_000 - 250_000),
  ],
  [
    'the same after all one-offs is nothing, never less',
    () =>
      cny(
        offer(
          pay('600000', { oneOffs: [payment('250000', { kind: 'make_whole' }), payment('100000')] }),
          {},
          pay('500000', { grants: [plan('300000', { vestStart: '2026-08-31', vestMonths: 12 })] }),
        ).gap?.afterAll,
      ),
    made(0),
  ],
  [
    'a sign-on counts in no multiple',
    () => {
      const { total } = multiples(
        column(900_000, [{ month: 1, amount: new Exact(500_000), kind: 'one_off' }]),
        column(600_000),
      );
      return total ? shownMultiple(total) : '–';
    },
    (900_000 / 600_000).toFixed(2),
  ],
  [
    '100,000 a year more pays back 150,000 after 18 months',
    () => {
      const repaid = column(700_000, [{ month: 1, amount: new Exact(-150_000), kind: 'claw_back' }]);
      return String(breakEven(repaid, column(600_000)).lasting);
    },
    String((150_000 / 100_000) * 12),
  ],
  [
    'twelve twelfths of a year that no twelfth divides are the year',
    () => cny(byYear(column('1000000.01')).years[0]),
    made(1_000_000.01),
  ],
];

describe('examples beside those of pay.md', () => {
  it.each(examples)('%s', (_, said, must) => {
    expect(said()).toBe(must);
  });
});
