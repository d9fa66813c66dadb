import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sharesOf100 } from '../../../../test/support/pay.js';
import { placementStates } from '../candidacies/placement.js';
import { Exact, sum } from '../compensation/exact.js';
import { addDays } from '../day.js';
import { instalmentTriggers } from '../searches/search.js';
import { hireStates } from './fee.js';
import {
  hireOf,
  type HireFacts,
  instalmentAmounts,
  instalmentStanding,
  plannedOf,
  refundOf,
  standingOf,
  whyNotPaid,
} from './fee-instalment.rules.js';
import { rounded } from './fee.rules.js';
import { offerStates } from './offer.js';

const today = '2026-09-01';
const facts = (values: Partial<HireFacts> = {}): HireFacts => ({
  offer: 'accepted',
  placement: 'awaiting_start',
  openedOn: '2026-01-10',
  slateOn: '2026-03-05',
  acceptedOn: '2026-06-01',
  startsOn: '2026-10-01',
  startedOn: null,
  guaranteeUntil: null,
  leftOn: null,
  guaranteeDays: 90,
  ...values,
});
const all = (values: Partial<HireFacts>) =>
  instalmentTriggers.map((trigger) => {
    const { state, dueOn } = standingOf(
      { trigger, agreedOn: trigger === 'day' ? '2026-08-15' : null },
      facts(values),
      today,
    );
    return `${trigger} ${state} ${dueOn ?? '–'}`;
  });

describe('an instalment', () => {
  it('is due when what it waits for has come, and says until then when that is expected', () => {
    expect(all({})).toEqual([
      'start due 2026-01-10',
      'slate due 2026-03-05',
      'accepted due 2026-06-01',
      'started waiting 2026-10-01',
      'guarantee_passed waiting 2026-12-30',
      'day due 2026-08-15',
    ]);
    expect(all({ placement: 'started', startedOn: '2026-08-03', guaranteeUntil: '2026-11-01' }).slice(3, 5)).toEqual([
      'started due 2026-08-03',
      'guarantee_passed waiting 2026-11-01',
    ]);
    expect(all({ placement: 'guarantee_passed', startedOn: '2026-05-03', guaranteeUntil: '2026-08-01' })[4]).toBe(
      'guarantee_passed due 2026-08-01',
    );
  });

  it('is expected on no day that cannot be', () => {
    expect(all({ startsOn: '9999-12-31' })[4]).toBe('guarantee_passed waiting –');
  });

  it('before acceptance is due by the search alone', () => {
    const open = { offer: 'extended', placement: null, acceptedOn: null, startsOn: null } as const;
    expect(all({ ...open, slateOn: null })).toEqual([
      'start due 2026-01-10',
      'slate waiting –',
      'accepted waiting –',
      'started waiting –',
      'guarantee_passed waiting –',
      'day due 2026-08-15',
    ]);
    expect(all(open)[1]).toBe('slate due 2026-03-05');
  });

  it('of a slate that was never full is due with the acceptance, and one on a day when it comes', () => {
    expect(all({ slateOn: null })[1]).toBe('slate due 2026-06-01');
    expect(standingOf({ trigger: 'day', agreedOn: '2026-09-02' }, facts(), today)).toEqual({
      state: 'waiting',
      dueOn: '2026-09-02',
    });
  });

  it('is void where its hire does not come, but for what is due whoever comes; a fall-off ends the guarantee', () => {
    for (const gone of [{ offer: 'reneged' }, { offer: 'rescinded' }, { placement: 'no_show' }] as const) {
      expect(all(gone).map((line) => line.split(' ')[1])).toEqual(['due', 'due', 'void', 'void', 'void', 'due']);
    }
    for (const placement of ['fell_off', 'replaced', 'refunded', 'waived'] as const) {
      expect(all({ placement, startedOn: '2026-06-15' }).map((line) => line.split(' ')[1])).toEqual([
        'due',
        'due',
        'due',
        'due',
        'void',
        'due',
      ]);
    }
  });

  it('has a standing for every trigger and hire, and once due stays so as the hire goes on', () => {
    const onwards = ['open', 'accepted', 'started', 'passed'] as const;
    for (const trigger of instalmentTriggers) {
      expect(Object.keys(instalmentStanding[trigger]).sort()).toEqual([...hireStates].sort());
      const row = onwards.map((hire) => instalmentStanding[trigger][hire]);
      expect(row.slice(Math.max(0, row.indexOf('due'))).every((one) => one === row.at(-1))).toBe(true);
    }
    for (const placement of placementStates) {
      for (const offer of offerStates) {
        const hire = hireOf(facts({ placement, offer }));
        expect([hire, hireStates.includes(hire)]).toEqual([hire, true]);
        if (offer !== 'accepted') expect(hire).toBe('gone');
      }
    }
  });

  it('is the whole on the first day where nothing is agreed', () => {
    expect(plannedOf([])).toEqual([{ trigger: 'started', share: '100', agreedOn: null }]);
    const agreed = [{ trigger: 'accepted', share: '100', agreedOn: null }] as const;
    expect(plannedOf(agreed)).toBe(agreed);
  });
});

describe('the amounts of instalments', () => {
  const amounts = (fee: string, parts: [share: string, paid?: string][], currency = 'CNY') =>
    instalmentAmounts(
      new Exact(fee),
      currency,
      parts.map(([share, paid]) => ({ share, paid: paid === undefined ? null : new Exact(paid) })),
    ).map((amount) => amount.toFixed());

  it('are shares half up, the last with the remainder', () => {
    // 410,000.01 × 33.333 % = 136,665.3033…; the rest 136,669.41
    expect(amounts('410000.01', [['33.333'], ['33.333'], ['33.334']])).toEqual(['136665.3', '136665.3', '136669.41']);
    expect(amounts('100001', [['50'], ['50']], 'JPY')).toEqual(['50001', '50000']);
  });

  it('keep what was paid on an estimate; the last that is open settles the difference', () => {
    // 100,000 was billed on an estimate, the fee is 410,000: 410,000 − 100,000 − 136,665.30
    expect(amounts('410000', [['33.333', '100000'], ['33.333'], ['33.334']])).toEqual([
      '100000',
      '136665.3',
      '173334.7',
    ]);
    expect(amounts('410000', [['50'], ['50', '100000']])).toEqual(['310000', '100000']);
    expect(amounts('410000', [['33.333', '500000'], ['66.667']])).toEqual(['500000', '-90000']);
  });

  it('add up to the fee whatever was paid, and are what a naive model says where nothing was', () => {
    const cents = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10_000_000_000 }));
    fc.assert(
      fc.property(cents, sharesOf100, fc.array(fc.boolean(), { maxLength: 13 }), (total, shares, paid) => {
        const fee = new Exact(total).div(100);
        const parts = shares.map((share, index) => ({
          share,
          paid: paid[index] && index > 0 ? rounded(fee.times(share).div(200), 'CNY') : null,
        }));
        const got = instalmentAmounts(fee, 'CNY', parts);
        expect(sum(got).eq(fee)).toBe(true);
        for (const amount of got) expect([amount.gte(0), amount.decimalPlaces() <= 2]).toEqual([true, true]);
        const untouched = instalmentAmounts(
          fee,
          'CNY',
          shares.map((share) => ({ share, paid: null })),
        );
        let left = BigInt(total);
        const naive = shares.map((share, index) => {
          const own = (BigInt(total) * BigInt(Math.round(Number(share) * 1000)) * 2n + 100_000n) / 200_000n;
          const part = index === shares.length - 1 || own > left ? left : own;
          left -= part;
          return String(part);
        });
        expect(untouched.map((amount) => amount.times(100).toFixed(0))).toEqual(naive);
      }),
    );
  });
});

describe('a payment', () => {
  const rows = [
    { id: 'a', state: 'due', amount: '100.00' },
    { id: 'b', state: 'waiting', amount: '50.00' },
  ] as const;
  const refused = (
    paid: { on?: string; amount?: string },
    [first, ...rest]: readonly Parameters<typeof whyNotPaid>[0][],
  ) => first && whyNotPaid(first, [first, ...rest], { on: paid.on ?? today, amount: paid.amount ?? null }, today);

  it('is of a known fee, not to come, and of another amount only while an instalment is left that settles it', () => {
    expect(refused({}, rows)).toBeUndefined();
    expect(refused({ amount: '80.00' }, rows)).toBeUndefined();
    expect(refused({ on: '2026-09-02' }, rows)?.facts.errors?.[0]?.pointer).toBe('/paidOn');
    const last = [rows[0], { ...rows[1], state: 'paid' as const }];
    expect(refused({ amount: '80.00' }, last)?.facts.errors?.[0]?.pointer).toBe('/amount');
    expect(refused({ amount: '100' }, last)).toBeUndefined();
    expect(refused({}, [{ id: 'a', state: 'due', amount: null }])?.code).toBe('fee.unknown');
  });
});

describe('a refund', () => {
  const of = (
    leftOn: string,
    values: { days?: number | null; kind?: 'replacement' | 'refund_pro_rata'; notDue?: string } = {},
  ) => {
    const { days = 90, kind = 'refund_pro_rata', notDue = '0' } = values;
    const fee = { amount: new Exact('410000'), currency: 'CNY', notDue: new Exact(notDue) };
    const refund = refundOf(fee, { days, kind }, { startedOn: '2026-03-01', leftOn });
    return refund && [refund.daysLeft, refund.amount.toFixed(2), refund.payBack.toFixed(2)];
  };

  it('is fee × days left ÷ guarantee days, less what never becomes due', () => {
    // left after 30 of 90 days: 410,000 × 60 ÷ 90
    expect(of('2026-03-31')).toEqual([60, '273333.33', '273333.33']);
    expect(of('2026-03-31', { notDue: '123000' })).toEqual([60, '273333.33', '150333.33']);
    expect(of('2026-05-30', { notDue: '123000' })).toEqual([0, '0.00', '0.00']);
    expect(of('2026-03-01')).toEqual([90, '410000.00', '410000.00']);
  });

  it('is nothing under a replacement, without a guarantee, and before anybody left', () => {
    expect(of('2026-03-31', { kind: 'replacement' })).toBeUndefined();
    expect(of('2026-03-31', { days: null })).toBeUndefined();
    expect(of('2026-03-31', { days: 0 })).toBeUndefined();
  });

  it('lies between nothing and the fee, and never grows with the days', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 1000 }), fc.nat(1200), fc.nat(50), (total, days, served, more) => {
        const amount = new Exact(total).div(100);
        const after = (count: number) => {
          const left = { startedOn: '2026-01-01', leftOn: addDays('2026-01-01', count) };
          const refund = refundOf(
            { amount, currency: 'CNY', notDue: new Exact(0) },
            { days, kind: 'refund_pro_rata' },
            left,
          );
          if (!refund) throw new Error('no refund');
          return refund.amount;
        };
        expect([after(served).gte(0), after(served).lte(amount)]).toEqual([true, true]);
        expect(after(served + more).lte(after(served))).toBe(true);
        const left = BigInt(Math.max(0, days - served));
        expect(after(served).times(100).toFixed(0)).toBe(
          String((BigInt(total) * left * 2n + BigInt(days)) / (BigInt(days) * 2n)),
        );
      }),
    );
  });
});
