import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExchangeRateView, ReadRates } from '../apps/api/src/offers/exchange-rate.view.js';
import type { Agency, Member } from './support/agency.js';
import type { Refused } from './support/submitting.js';
import { World } from './support/world.js';

const url = '/api/v1/exchange-rates';
const rate = { from: 'USD', to: 'CNY', on: '2026-06-30', rate: '6.9000', source: 'European Central Bank' };

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const begin = async (): Promise<{ agency: Agency; member: Member; kept: () => Promise<string[]> }> => {
  const agency = await world.agency();
  const kept = async (): Promise<string[]> => {
    const { rows } = await world.owner.query<{ text: string }>(
      `select concat_ws(' ', rate_on, from_currency, to_currency, trim_scale(rate), source) as text
        from exchange_rate where agency_id = $1 order by rate_on, from_currency`,
      [agency.id],
    );
    return rows.map(({ text }) => text);
  };
  return { agency, member: await agency.as('headhunter'), kept };
};

describe('exchange rates', () => {
  it('are entered by day, corrected and taken away, each with an event', async () => {
    const { agency, member, kept } = await begin();
    const made = await member.post<ExchangeRateView>(url, rate);
    expect([made.status, made.body]).toMatchObject([201, { ...rate, rate: '6.9', abilities: ['edit', 'remove'] }]);
    const again = await member.post<Refused>(url, { ...rate, rate: '7' });
    expect([again.status, again.body.type]).toEqual([409, 'urn:longlist:exchange-rate.there']);
    const fixed = await member.patch<ExchangeRateView>(`${url}/${made.body.id}`, 1, { rate: '6.95' });
    expect(fixed.body).toMatchObject({ rate: '6.95', version: 2 });
    expect(await kept()).toEqual(['2026-06-30 USD CNY 6.95 European Central Bank']);
    expect((await member.delete(`${url}/${made.body.id}`)).status).toBe(204);
    const { rows } = await world.owner.query('select type from event where agency_id = $1 order by id', [agency.id]);
    expect(rows.map(({ type }: { type: string }) => type)).toEqual([
      'exchange-rate.added',
      'exchange-rate.changed',
      'exchange-rate.removed',
    ]);
  });

  it('are between two currencies, above nothing and of a day that has come', async () => {
    const { member, kept } = await begin();
    const bad: [object, number, string][] = [
      [{ to: 'USD' }, 422, '/to'],
      [{ rate: '0' }, 422, '/rate'],
      [{ rate: '-1' }, 400, '/rate'],
      [{ rate: '6.9000000000001' }, 400, '/rate'],
      [{ on: '2999-01-01' }, 422, '/on'],
      [{ from: 'dollar' }, 400, '/from'],
    ];
    for (const [values, status, pointer] of bad) {
      const refused = await member.post<Refused>(url, { ...rate, ...values });
      expect([values, refused.status, refused.body.errors?.[0]?.pointer]).toEqual([values, status, pointer]);
    }
    expect(await kept()).toEqual([]);
  });

  it('come from a csv: new ones added, others corrected, the same left', async () => {
    const { member, kept } = await begin();
    await member.post(url, { ...rate, on: '2026-05-29' });
    await member.post(url, rate);
    const text =
      '\uFEFFDate;From;To;Rate;Source\r\n2026-06-30;usd;CNY;6.9;"European Central Bank"\r\n2026-05-29;USD;CNY;7.1;\r\n2026-06-30;EUR;CNY;7.9;"The ""Fed"""\r\n';
    const read = await member.post<ReadRates>(`${url}/file`, { text, source: 'Federal Reserve' });
    expect([read.status, read.body]).toEqual([200, { rows: 3, added: 1, changed: 1, unchanged: 1 }]);
    expect(await kept()).toEqual([
      '2026-05-29 USD CNY 7.1 Federal Reserve',
      '2026-06-30 EUR CNY 7.9 The "Fed"',
      '2026-06-30 USD CNY 6.9 European Central Bank',
    ]);
    expect((await member.post<ReadRates>(`${url}/file`, { text, source: 'Federal Reserve' })).body.unchanged).toBe(3);
  });

  it('come not at all from a csv with a wrong line, which is named', async () => {
    const { member, kept } = await begin();
    const head = 'date,from,to,rate\n';
    const bad: [string, RegExp][] = [
      [`${head}2026-06-30,USD,CNY,6.9\n2026-06-31,USD,CNY,6.9`, /line 3: date must be a day/],
      [`${head}2026-06-30,USD,CNY,6.9\n2026-06-30,USD,CNY,7`, /line 3: stands there twice/],
      [`${head}2026-06-30,USD,CNY,seven`, /line 2: rate must be a number/],
      [`${head}2026-06-30,USD,USD,1`, /line 2: to must be another currency/],
      [`${head}2026-06-30,USD,CNY,0`, /line 2: rate must be more than 0/],
      ['date,from,to\n2026-06-30,USD,CNY', /has no column rate/],
      [`${head}2026-06-30,"USD,CNY,6.9`, /cannot be read as csv/],
      [head, /has no rate/],
    ];
    for (const [text, message] of bad) {
      const refused = await member.post<Refused>(`${url}/file`, { text, source: 'Someone' });
      expect([text, refused.status, refused.body.errors?.[0]?.pointer]).toEqual([text, 422, '/text']);
      expect(refused.body.errors?.[0]?.message).toMatch(message);
    }
    expect(await kept()).toEqual([]);
  });

  it('are read by hr and changed by nobody who only reads', async () => {
    const { agency } = await begin();
    const hr = await agency.as('hr');
    expect((await hr.get(url)).status).toBe(200);
    expect((await hr.post(url, rate)).status).toBe(403);
    expect((await (await agency.as('researcher')).get(url)).status).toBe(403);
  });

  it('have averages of past years of which every month is known, each month with the same weight', async () => {
    const { member } = await begin();
    const days = Array.from({ length: 24 }, (_, month) => ({
      on: `${month < 12 ? 2024 : 2025}-${String((month % 12) + 1).padStart(2, '0')}-15`,
      rate: (7 + month / 100).toFixed(2),
    }));
    const more = [
      { on: '2024-01-02', rate: '9' },
      { on: '2024-01-03', rate: '9.5' },
      { on: `${new Date().getUTCFullYear()}-01-02`, rate: '5' },
    ];
    const all = [...days.filter(({ on }) => !on.startsWith('2025-07')), ...more];
    const text = ['date,from,to,rate', ...all.map(({ on, rate }) => `${on},USD,CNY,${rate}`)].join('\n');
    expect((await member.post(`${url}/file`, { text, source: 'A bank' })).status).toBe(200);
    // January: (7 + 9 + 9.5) ÷ 3 = 8.5; February to December: 7.01 … 7.11, together 77.66; (8.5 + 77.66) ÷ 12 = 7.18.
    const wanted = [{ from: 'USD', to: 'CNY', year: 2024, rate: '7.18', days: 14 }];
    expect((await member.get(`${url}/yearly-averages`)).body).toEqual({ items: wanted });
    await member.post(url, { from: 'USD', to: 'CNY', on: '2025-07-31', rate: '7', source: 'A bank' });
    const { body } = await member.get<{ items: { year: number; days: number }[] }>(`${url}/yearly-averages`);
    expect(body.items.map(({ year, days: n }) => [year, n])).toEqual([
      [2025, 12],
      [2024, 14],
    ]);
    const other = await (await world.agency()).as('headhunter');
    expect((await other.get(`${url}/yearly-averages`)).body).toEqual({ items: [] });
  });
});
