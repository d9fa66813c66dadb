import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assumed, bid, pay, payment, plan } from '../../../../test/support/pay.js';
import { addDays, addMonths } from '../day.js';
import { shown } from './annual-cash.js';
import { horizon } from './axis.js';
import type { Bid, ComparedBid, Comparison, Figure, NotedGrant } from './bid.js';
import { compare, whyNotStarts } from './comparison.js';
import { Exact, shownMultiple, sum } from './exact.js';
import type { Rate } from './exchange.js';

const cny = (amount: InstanceType<typeof Exact> | null | undefined): string => (amount ? shown(amount, 'CNY') : '–');
const column = ({ bids }: Comparison, id: string): ComparedBid => {
  const found = bids.find((one) => one.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
};
const years = ({ years: all, total }: ComparedBid): string[] => [...all.map(({ amount }) => cny(amount)), cny(total)];
const against = (one: ComparedBid, other: string): ComparedBid['against'][number] => {
  const found = one.against.find(({ id }) => id === other);
  if (!found) throw new Error(`${one.id} is not held against ${other}`);
  return found;
};
const multiples = (one: ComparedBid, other: string): string[] => {
  const { cashMultiple, totalMultiple } = against(one, other);
  return [cashMultiple, totalMultiple].map((ratio) => (ratio ? shownMultiple(ratio) : '–'));
};
/** Money that comes in a month of the axis of `assumed`: at its last day. */
const inMonth = (month: number): string => addMonths('2026-09-01', month);

/** Example 10 of `pay.md` from packages: what vests is a cash plan that pays on the last day of its month. */
const ten = (): Bid[] => {
  const kept = [6, 18].map((month) => plan('600000', { vestStart: addMonths(inMonth(month), -12), vestMonths: 12 }));
  const clawBack = payment('100000', { paidOn: '2026-08-01', clawBack: 'full', clawBackMonths: 24 });
  const months = (base: string) => ({ basePer: 'month', months: 16, extraMonths: 'target', baseAmount: base }) as const;
  return [
    bid('stay', 'stay', pay('0', { ...months('60000'), grants: kept, oneOffs: [clawBack] })),
    bid('offer', 'offer', pay('0', { ...months('90000'), grants: [plan('2400000')], oneOffs: [payment('300000')] })),
    bid(
      'counter',
      'counteroffer',
      pay('0', {
        ...months('72000'),
        grants: [plan('400000', { vestMonths: 24 })],
        oneOffs: [payment('500000', { kind: 'retention', paidOn: inMonth(12) })],
      }),
    ),
  ];
};

describe('packages side by side', () => {
  it('come out as example 10 of pay.md says', () => {
    const all = compare(ten(), [], assumed());
    expect(all.begin).toBe('2026-09-01');
    const [stay, offer, counter] = [column(all, 'stay'), column(all, 'offer'), column(all, 'counter')];
    expect(years(stay)).toEqual(['1560000.00', '1560000.00', '960000.00', '960000.00', '5040000.00']);
    expect(years(offer)).toEqual(['2240000.00', '2040000.00', '2040000.00', '2040000.00', '8360000.00']);
    expect(years(counter)).toEqual(['2452000.00', '1952000.00', '1152000.00', '1152000.00', '6708000.00']);
    expect([cny(offer.forfeiture?.total.amount), cny(offer.gap?.amount), cny(offer.gap?.afterAll)]).toEqual([
      '1300000.00',
      '1300000.00',
      '1000000.00',
    ]);
    expect([multiples(offer, 'stay'), multiples(offer, 'counter'), multiples(counter, 'stay')]).toEqual([
      ['1.50', '1.62'],
      ['1.25', '1.31'],
      ['1.20', '1.23'],
    ]);
    expect([against(offer, 'stay'), against(offer, 'counter')]).toMatchObject([
      { lasting: 10, first: 1 },
      { lasting: 30, first: 1 },
    ]);
    expect([cny(stay.annual.amount), cny(stay.guaranteed.amount)]).toEqual(['960000.00', '720000.00']);
    expect([stay.forfeiture, stay.gap, counter.forfeiture]).toEqual([null, null, null]);
  });

  it('take the claw-back away from nobody whose new employer repays it, and count that as made whole', () => {
    const [stay, offer] = ten();
    if (!stay || !offer) throw new Error('the example has them');
    const all = compare([stay, { ...offer, paysClawBack: true }], [], assumed());
    const paid = column(all, 'offer');
    expect(years(paid)[0]).toBe('2340000.00');
    expect([cny(paid.forfeiture?.total.amount), cny(paid.gap?.amount)]).toEqual(['1300000.00', '1200000.00']);
  });

  it('pay nothing, or what a non-compete pays, until the start', () => {
    const offer = pay('1200000', { grants: [plan('480000')] });
    const at = (startsOn: string, waiting: Bid['waiting'] = null): ComparedBid =>
      column(compare([bid('offer', 'offer', offer, { startsOn, waiting })], [], assumed()), 'offer');
    // 12 × 100,000 + 120,000 vesting after the first year; from 1 March 6 months less, and the first 120,000 six months later.
    expect(years(at('2026-09-01'))).toEqual(['1320000.00', '1320000.00', '1320000.00', '1320000.00', '5280000.00']);
    expect(years(at('2027-03-01'))).toEqual(['600000.00', '1320000.00', '1320000.00', '1320000.00', '4560000.00']);
    const paid = at('2027-03-01', { amount: '30000', currency: 'CNY' });
    expect([paid.monthsBefore, years(paid)[0]]).toEqual([6, '780000.00']);
    expect([at('2026-08-31').startsOn, at('2026-08-31').total]).toEqual(['2026-09-01', at('2026-09-01').total]);
    const early = whyNotStarts([{ startsOn: '2026-09-01' }, { startsOn: '2026-08-31' }], '2026-09-01');
    expect([early?.code, early?.facts.errors?.map(({ pointer }) => pointer), early?.facts['begin']]).toEqual([
      'comparison.start',
      ['/starts/1/startsOn'],
      '2026-09-01',
    ]);
    expect(whyNotStarts([{ startsOn: '2026-09-01' }], '2026-09-01')).toBeUndefined();
  });

  it('are in one currency at one date, and refused where no rate is recent enough', () => {
    const rates: Rate[] = [{ from: 'USD', to: 'CNY', on: '2026-06-30', rate: '6.9000' }];
    const both = [bid('stay', 'stay', pay('1800000')), bid('offer', 'offer', pay('450000', { currency: 'USD' }))];
    const inYuan = compare(both, rates, assumed({ rateOn: '2026-07-04' }));
    const inDollars = compare(both, rates, assumed({ rateOn: '2026-07-04', currency: 'USD' }));
    expect(cny(column(inYuan, 'offer').annual.amount)).toBe('3105000.00');
    expect(cny(column(inDollars, 'stay').annual.amount)).toBe('260869.57');
    expect([multiples(column(inYuan, 'offer'), 'stay'), multiples(column(inDollars, 'offer'), 'stay')]).toEqual([
      ['1.73', '1.73'],
      ['1.73', '1.73'],
    ]);
    expect(inYuan.rates).toEqual(rates);
    expect(() => compare(both, rates, assumed({ rateOn: '2026-07-08' }))).toThrow(
      expect.objectContaining({ code: 'exchange-rate.missing' }),
    );
  });

  it('grow a price once a year of the axis, and believe no more of it than the haircut leaves', () => {
    const shares = (kind: 'rsu' | 'option', strike: string | null): NotedGrant =>
      plan('0', { kind, amount: null, units: '4000', price: '100', strike });
    const of = (kind: 'rsu' | 'option', strike: string | null, values = {}): string[] =>
      years(
        column(compare([bid('o', 'offer', pay('0', { grants: [shares(kind, strike)] }))], [], assumed(values)), 'o'),
      );
    expect(of('rsu', null)).toEqual([...Array<string>(4).fill('100000.00'), '400000.00']);
    // 1,000 units a year at 100, 110, 121 and 133.10.
    expect(of('rsu', null, { growth: { 'Northstar AI': '10' } })).toEqual([
      '100000.00',
      '110000.00',
      '121000.00',
      '133100.00',
      '464100.00',
    ]);
    expect(of('rsu', null, { haircut: { 'Northstar AI': '40' } })[4]).toBe('240000.00');
    // (100 − 90) and (110 − 90) above the strike, half of it believed: 5, 10, 15.5 and 21.55 a unit.
    const options = { growth: { 'Northstar AI': '10' }, haircut: { 'Northstar AI': '50' } };
    expect(of('option', '90', options)).toEqual(['5000.00', '10000.00', '15500.00', '21550.00', '52050.00']);
    expect(of('rsu', null, { growth: { Other: '10' }, haircut: { Other: '50' } })[4]).toBe('400000.00');
  });

  it('name what a grant lacks and count nothing of it', () => {
    const grants = [
      plan('100', { vestStart: null }),
      plan('0', { kind: 'rsu', amount: null, units: '10', vestStart: '2026-01-01' }),
    ];
    const stay = column(compare([bid('stay', 'stay', pay('12', { grants }))], [], assumed()), 'stay');
    expect(stay.gaps).toEqual([
      { index: 0, missing: 'vestStart' },
      { index: 1, missing: 'price' },
    ]);
    expect(years(stay)[4]).toBe('48.00');
  });

  it('lose a bonus that is paid to who is there at its end, month by month, and options that nobody exercised stand beside', () => {
    const stay = pay('0', {
      basePer: 'month',
      baseAmount: '50000',
      months: 14,
      extraMonths: 'guaranteed',
      bonusAmount: '120000',
      bonusYearFrom: '2026-01-01',
      grants: [
        plan('0', {
          kind: 'option',
          amount: null,
          units: '10001',
          strike: '2',
          price: '12.5',
          vestStart: '2024-06-10',
          cliffMonths: 12,
          vestEveryMonths: 1,
          exerciseDays: 90,
        }),
      ],
    });
    const all = compare(
      [bid('stay', 'stay', stay), bid('o', 'offer', pay('1'))],
      [],
      assumed({ lastDay: '2026-02-28' }),
    );
    // Two of twelve months of 2 × 50,000 + 120,000; 5,834 unvested × 10.50.
    expect(column(all, 'o').forfeiture?.total.lines.map(({ what, amount }) => [what, cny(amount)])).toEqual([
      ['unvested', '61257.00'],
      ['earned_unpaid', '36666.67'],
    ]);
    expect(
      all.options.map(({ units, spread, exerciseCost, lapsesOn }) => [
        units.toString(),
        cny(spread),
        cny(exerciseCost),
        lapsesOn,
      ]),
    ).toEqual([['4167', '43753.50', '8334.00', '2026-05-29']]);
  });
});

const grant: fc.Arbitrary<NotedGrant> = fc
  .record({
    kind: fc.constantFrom('rsu' as const, 'option' as const, 'cash_plan' as const),
    size: fc.integer({ min: 1, max: 100_000 }),
    price: fc.integer({ min: 0, max: 500 }),
    strike: fc.integer({ min: 0, max: 500 }),
    months: fc.integer({ min: 1, max: 60 }),
    every: fc.integer({ min: 1, max: 12 }),
    start: fc.integer({ min: 0, max: 1200 }),
  })
  .map(({ kind, size, price, strike, months, every, start }) =>
    plan('0', {
      kind,
      amount: kind === 'cash_plan' ? String(size) : null,
      units: kind === 'cash_plan' ? null : String(size),
      price: kind === 'cash_plan' ? null : String(price),
      strike: kind === 'option' ? String(strike) : null,
      vestStart: addDays('2024-01-10', start),
      vestMonths: months,
      vestEveryMonths: every,
    }),
  );
const somePay = fc
  .record({
    base: fc.integer({ min: 0, max: 2_000_000 }),
    bonus: fc.integer({ min: 0, max: 500_000 }),
    grants: fc.array(grant, { maxLength: 3 }),
    once: fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 2 }),
    paid: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ base, bonus, grants, once, paid }) =>
    pay(String(base), {
      bonusAmount: String(bonus),
      grants,
      oneOffs: once.map((amount) =>
        payment(String(amount), { paidOn: addDays('2026-02-01', paid), clawBack: 'pro_rata', clawBackMonths: 24 }),
      ),
    }),
  );

describe('any packages', () => {
  const three = fc.tuple(somePay, somePay, somePay);
  const table = ([stay, offer, counter]: [Bid['pay'], Bid['pay'], Bid['pay']], starts = 0): Comparison =>
    compare(
      [
        bid('stay', 'stay', stay),
        bid('offer', 'offer', offer, { startsOn: addMonths('2026-09-01', starts) }),
        bid('counter', 'counteroffer', counter),
      ],
      [],
      assumed({ growth: { 'Northstar AI': '7' }, haircut: { 'Northstar AI': '15' } }),
    );
  const adds = ({ amount, lines }: Figure): void =>
    expect(sum(lines.map((line) => line.amount)).toFixed(20)).toBe(amount.toFixed(20));

  it('have years that make up the total, each made up of its lines, and paths that end there', () => {
    fc.assert(
      fc.property(three, fc.integer({ min: 0, max: 15 }), (pays, starts) => {
        for (const one of table(pays, starts).bids) {
          expect(sum(one.years.map(({ amount }) => amount)).toFixed(20)).toBe(one.total.toFixed(20));
          expect(one.path.at(-1)?.toFixed(20)).toBe(one.total.toFixed(20));
          for (const year of one.years) adds(year);
          adds(one.annual);
          adds(one.guaranteed);
          if (one.forfeiture) adds(one.forfeiture.total);
        }
      }),
    );
  });

  it('break even as a walk over the months says, and staying forfeits nothing', () => {
    fc.assert(
      fc.property(three, (pays) => {
        const all = table(pays);
        const [stay, offer] = [column(all, 'stay'), column(all, 'offer')];
        let [lasting, first]: (number | null)[] = [null, null];
        for (let month = horizon; month >= 1; month -= 1) {
          if (offer.path[month - 1]?.lt(stay.path[month - 1] ?? 0)) break;
          lasting = month;
        }
        for (let month = 1; month <= horizon && first === null; month += 1) {
          if (offer.path[month - 1]?.gte(stay.path[month - 1] ?? 0)) first = month;
        }
        expect(against(offer, 'stay')).toMatchObject({ lasting, first });
        expect([stay.forfeiture, column(all, 'counter').forfeiture]).toEqual([null, null]);
      }),
    );
  });

  it('have a gap that a make-whole line of its size closes, and no other line', () => {
    fc.assert(
      fc.property(three, ([stay, offer, counter]) => {
        const lost = column(table([stay, offer, counter]), 'offer').gap?.amount ?? new Exact(0);
        const with_ = (kind: 'make_whole' | 'inducement') =>
          column(
            table([stay, { ...offer, oneOffs: [...offer.oneOffs, payment(lost.toString(), { kind })] }, counter]),
            'offer',
          ).gap?.amount.toFixed(10);
        expect(with_('make_whole')).toBe(new Exact(0).toFixed(10));
        expect(with_('inducement')).toBe(lost.toFixed(10));
      }),
    );
  });
});
