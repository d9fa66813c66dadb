import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '@domain/day.js';
import type { ComparedView, ComparisonView } from '../apps/api/src/offers/comparison.view.js';
import { exampleTen, lastDay, offering } from './support/offering.js';
import type { Refused } from './support/submitting.js';
import { World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const column = ({ columns }: ComparisonView, kind: ComparedView['kind']): ComparedView => {
  const found = columns.find((one) => one.kind === kind);
  if (!found) throw new Error(`no column ${kind}`);
  return found;
};
const table = (one: ComparedView): string[] => [...one.years.map(({ amount }) => amount), one.total];

describe('the comparison of a candidacy', () => {
  it('comes out as example 10 of pay.md says', async () => {
    const { url, member, counter } = await exampleTen(world);
    const { status, body } = await member.get<ComparisonView>(`${url}?lastDay=${lastDay}`);
    expect([status, body]).toMatchObject([200, { currency: 'CNY', lastDay, begin: '2026-09-01', rates: [] }]);
    const [stay, offer] = [column(body, 'stay'), column(body, 'offer')];
    expect([stay, offer, column(body, 'counteroffer')].map(table)).toEqual([
      ['1560000.00', '1560000.00', '960000.00', '960000.00', '5040000.00'],
      ['2240000.00', '2040000.00', '2040000.00', '2040000.00', '8360000.00'],
      ['2452000.00', '1952000.00', '1152000.00', '1152000.00', '6708000.00'],
    ]);
    expect([offer.forfeiture?.amount, offer.forfeiture?.nextYear]).toEqual(['1300000.00', '600000.00']);
    expect([offer.gap?.amount, offer.gap?.afterAll]).toEqual(['1300000.00', '1000000.00']);
    expect(offer.against.find(({ id }) => id === stay.id)).toEqual({
      id: stay.id,
      cashMultiple: '1.50',
      totalMultiple: '1.62',
      lasting: 10,
      first: 1,
    });
    expect(offer.against.find(({ id }) => id === counter.id)).toMatchObject({
      lasting: 30,
      first: 1,
      totalMultiple: '1.31',
    });
    expect(offer.forfeiture?.lines.map(({ what, label, amount }) => [what, label, amount])).toEqual([
      ['unvested', 'Northstar AI', '600000.00'],
      ['unvested', 'Northstar AI', '600000.00'],
      ['claw_back', 'inducement', '100000.00'],
    ]);
    expect(stay.forfeiture).toBeNull();
  });

  it('takes another start, growth and haircut, currency and day, and writes nothing', async () => {
    const { url, member, offer, agency, counts } = await exampleTen(world);
    await agency.insert('exchange_rate', {
      from_currency: 'USD',
      to_currency: 'CNY',
      rate_on: '2026-06-30',
      rate: '6.9',
      source: 'ECB',
    });
    const before = await counts();
    const later = await member.post<ComparisonView>(url, {
      lastDay,
      starts: [{ id: offer.id, startsOn: '2027-03-01' }],
      grantors: [{ name: 'Northstar AI', growth: 10, haircut: 50 }],
    });
    // Six months without pay: 720,000 less in year 1, and the first 600,000 of the plan six months later.
    expect(column(later.body, 'offer')).toMatchObject({ monthsBefore: 6, startsOn: '2027-03-01' });
    expect(table(column(later.body, 'offer'))[0]).toBe('920000.00');
    expect(later.body.grantors).toEqual([{ name: 'Northstar AI', growth: 10, haircut: 50 }]);
    const dollars = await member.get<ComparisonView>(`${url}?lastDay=${lastDay}&currency=USD&rateOn=2026-07-04`);
    expect(column(dollars.body, 'offer').annual.amount).toBe('208695.65');
    expect(dollars.body.rates).toEqual([{ from: 'USD', to: 'CNY', on: '2026-06-30', rate: '6.9', source: 'ECB' }]);
    const old = await member.get<Refused>(`${url}?lastDay=${lastDay}&currency=USD&rateOn=2026-07-08`);
    expect([old.status, old.body]).toMatchObject([
      422,
      { type: 'urn:longlist:exchange-rate.missing', errors: [{ pointer: '/rateOn' }] },
    ]);
    expect(await counts()).toEqual(before);
  });

  it('refuses what no comparison can be made of, by its field', async () => {
    const { url, member, offer, counter } = await exampleTen(world);
    const bad: [object, number, string][] = [
      [{ lastDay, starts: [{ id: offer.id, startsOn: lastDay }] }, 422, '/starts/0/startsOn'],
      [{ lastDay, starts: [{ id: counter.id, startsOn: '2027-01-01' }] }, 422, '/starts/0/id'],
      [{ lastDay: '31.8.2026' }, 400, '/lastDay'],
      [{ currency: 'yuan' }, 400, '/currency'],
      [{ grantors: [{ name: 'Northstar AI', haircut: 101 }] }, 400, '/grantors/0/haircut'],
      [{ currency: 'XXX' }, 422, '/rateOn'],
    ];
    for (const [values, status, pointer] of bad) {
      const refused = await member.post<Refused>(url, values);
      expect([values, refused.status, refused.body.errors?.[0]?.pointer]).toEqual([values, status, pointer]);
    }
    const none = await offering(world);
    const empty = await none.member.get<Refused>(`/api/v1/candidacies/${none.candidacyId}/comparison`);
    expect([empty.status, empty.body.type]).toEqual([409, 'urn:longlist:comparison.empty']);
  });

  it('begins after the notice, and an offer when its non-compete ends, paid for meanwhile; doubtful ones give a second date', async () => {
    const { url, agency, member, candidateId } = await exampleTen(world);
    const notice = { candidate_id: candidateId, kind: 'notice', months: 3, starts_from: 'resignation' };
    await agency.insert('covenant', notice);
    await agency.insert('covenant', {
      ...notice,
      kind: 'non_compete',
      months: 6,
      starts_from: 'last_day',
      monthly_compensation: 20_000,
      currency: 'CNY',
    });
    await agency.insert('covenant', {
      ...notice,
      kind: 'non_compete',
      months: 12,
      starts_from: 'last_day',
      status: 'doubtful',
    });
    const { body } = await member.get<ComparisonView>(url);
    const today = new Date().toISOString().slice(0, 10);
    const ends = addMonths(today, 3);
    expect(body.lastDay).toBe(ends);
    expect(column(body, 'offer')).toMatchObject({
      startsOn: addDays(addMonths(ends, 6), 1),
      earliestStart: addDays(addMonths(ends, 6), 1),
      doubtfulStart: addDays(addMonths(ends, 12), 1),
    });
    const waiting = column(body, 'offer').years[0]?.lines.find(({ what }) => what === 'waiting');
    expect([waiting?.count, waiting?.each, waiting?.amount]).toEqual(['6', '20000.00', '120000.00']);
  });

  it('shows what staying pays to nobody who may not see pay', async () => {
    const { url, agency } = await exampleTen(world);
    expect((await (await agency.as('researcher')).get(url)).status).toBe(403);
    expect((await (await agency.as('hr')).get<ComparisonView>(url)).body.columns.map(({ kind }) => kind)).toContain(
      'stay',
    );
  });
});
