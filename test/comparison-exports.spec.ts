import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Locale, locales } from '@domain/agencies/agency.js';
import { formulaStarts } from '@domain/exports/export.js';
import { comparisonWords } from '@domain/offers/comparison-file.words.js';
import type { ComparisonView } from '../apps/api/src/offers/comparison.view.js';
import { all, ask, row, sheetsOf, taken, valuesOf, work } from './support/comparison-files.js';
import { exampleTen, lastDay, offering, pay } from './support/offering.js';
import { pagesOf } from './support/pdf.js';
import { World } from './support/world.js';

const words = comparisonWords.en;

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

describe('the comparison as a file', () => {
  it('comes out as example 10 of pay.md says, in numbers of the sheet', async () => {
    const { member, candidacyId } = await exampleTen(world);
    const sheet = await valuesOf(member, { candidacyId, lastDay });
    const { row: said } = words;
    expect(sheet.name).toBe('Values');
    expect([1, 2, 3, 4].map((number) => row(sheet, words.year(number)))).toEqual([
      [1_560_000, 2_240_000, 2_452_000],
      [1_560_000, 2_040_000, 1_952_000],
      [960_000, 2_040_000, 1_152_000],
      [960_000, 2_040_000, 1_152_000],
    ]);
    expect(row(sheet, said.total)).toEqual([5_040_000, 8_360_000, 6_708_000]);
    expect(row(sheet, said.annual)).toEqual([960_000, 1_440_000, 1_152_000]);
    expect(row(sheet, said.guaranteed)).toEqual([720_000, 1_080_000, 864_000]);
    expect(row(sheet, said.forfeiture)).toEqual([null, 1_300_000, null]);
    expect(row(sheet, said.nextYear)).toEqual([null, 600_000, null]);
    expect(row(sheet, said.gap)).toEqual([null, 1_300_000, null]);
    expect(row(sheet, said.afterAll)).toEqual([null, 1_000_000, null]);
    expect(all(sheet, said.cashMultiple)).toEqual([
      [null, 1.5, 1.2],
      [null, 1.25, null],
    ]);
    expect(all(sheet, said.totalMultiple)).toEqual([
      [null, 1.62, 1.23],
      [null, 1.31, null],
    ]);
    expect(all(sheet, said.lasting).map(([, offer]) => offer)).toEqual([10, 30]);
    expect(all(sheet, said.first).map(([, offer]) => offer)).toEqual([1, 1]);
    const formats = sheet.formats[sheet.rows.findIndex(([first]) => first === said.total)];
    expect(formats?.slice(1)).toEqual(['#,##0.00', '#,##0.00', '#,##0.00']);
  });

  it('holds the figures of the page, every one, and the working that adds up to each', async () => {
    const { member, candidacyId, agency, offer } = await exampleTen(world);
    const [from, to, rate_on] = ['USD', 'CNY', '2026-06-30'];
    await agency.insert('exchange_rate', { from_currency: from, to_currency: to, rate_on, rate: '6.9', source: 'ECB' });
    const assumed = {
      lastDay,
      currency: 'USD',
      rateOn: '2026-07-04',
      starts: [{ id: offer.id, startsOn: '2027-03-01' }],
      grantors: [{ name: 'Northstar AI', growth: 10, haircut: 50 }],
    };
    const { body: page } = await member.post<ComparisonView>(`/api/v1/candidacies/${candidacyId}/comparison`, assumed);
    const [sheet, working, months] = await sheetsOf(await taken(member, 'xlsx', { candidacyId, ...assumed }));
    if (!sheet || !working || !months) throw new Error('three sheets');
    const shown = (...amounts: string[]): number[] => amounts.map(Number);
    expect(row(sheet, words.row.annual)).toEqual(shown(...page.columns.map(({ annual }) => annual.amount)));
    expect(row(sheet, words.row.total)).toEqual(shown(...page.columns.map(({ total }) => total)));
    for (const number of [1, 2, 3, 4]) {
      const figures = page.columns.map(({ years }) => years[number - 1]?.amount ?? '');
      expect(row(sheet, words.year(number))).toEqual(shown(...figures));
    }
    expect(row(sheet, words.rates)[0]).toBe('1 USD = 6.9 CNY (30 Jun 2026, ECB)');
    expect(row(sheet, words.assumed)[0]).toBe('Northstar AI: growth 10 % a year, haircut 50 %');
    expect(row(sheet, words.starts)[0]).toContain('1 Mar 2027');
    expect(months.rows.slice(1).map(([, ...paid]) => paid)).toEqual(
      Array.from({ length: 48 }, (_, month) => shown(...page.columns.map(({ path }) => path[month] ?? ''))),
    );
    const [, ...lines] = working.rows;
    let figures = 0;
    let parts = 0;
    for (const [, figure, line, , , amount] of lines) {
      expect(typeof amount).toBe('number');
      if (line !== words.sum) parts += Number(amount);
      else {
        figures += 1;
        // Each line is rounded by itself, the sum once from all of them.
        expect({ figure, off: Math.abs(parts - Number(amount)) < 0.05 }).toEqual({ figure, off: true });
      }
      if (line === words.sum || String(line).includes(words.difference) || line === words.quotient) parts = 0;
      if (line === words.row.afterAll) parts = 0;
    }
    expect(figures).toBe(3 * 7 + 1);
  });

  it('is a paper in three languages, each page numbered, with what the equity rests on', async () => {
    const { member, candidacyId, rival } = await exampleTen(world);
    await rival('competing-offers', {
      package: {
        ...pay,
        grants: [
          {
            kind: 'rsu',
            grantor: 'Farpoint 智能',
            units: '1000',
            price: '12.50',
            priceOn: '2026-05-01',
            priceBasis: 'last_round_preferred',
            liquidity: 'buyback',
            vestMonths: 48,
          },
        ],
      },
    });
    const said: Record<Locale, string[]> = {
      en: ['8,360,000.00', 'Month 30', 'Last round, preferred of 1 May 2026 · buybacks by the company', '1.62'],
      zh: ['8,360,000.00', '第 30 个月', '最近一轮优先股（2026年5月1日） · 公司回购', '1.62'],
      de: ['8.360.000,00', 'Monat 30', 'Letzte Runde, Vorzugsaktien vom 01.05.2026 · Rückkäufe', '1,62'],
    };
    const page: Record<Locale, (at: number, of: number) => string> = {
      en: (at, of) => `Page ${at} of ${of}`,
      zh: (at, of) => `第 ${at} 页，共 ${of} 页`,
      de: (at, of) => `Seite ${at} von ${of}`,
    };
    for (const locale of locales) {
      const pages = await pagesOf(await taken(member, 'pdf', { candidacyId, lastDay }, { locale }));
      const text = pages.join(' ').replaceAll(' ', '');
      for (const part of [...said[locale], comparisonWords[locale].title]) {
        expect(text).toContain(part.replaceAll(' ', ''));
      }
      for (const [index, one] of pages.entries()) {
        expect(one.replaceAll(' ', '')).toContain(page[locale](index + 1, pages.length).replaceAll(' ', ''));
      }
    }
  });

  it('refuses when it is asked for what the comparison itself refuses, with its place', async () => {
    const { member, candidacyId, offer, counter, agency } = await exampleTen(world);
    const none = await offering(world, agency);
    const elsewhere = await exampleTen(world);
    const late = await offering(world, agency);
    await late.draft();
    await world.owner.query(
      `update candidate set law = 'gdpr', sourced_on = '2024-01-01', notice_due_on = '2024-01-31' where id = $1`,
      [late.candidateId],
    );
    const bad: [object, number, string, string, object?][] = [
      [{ candidacyId }, 422, 'export.format', '/format', { format: 'csv' }],
      [{ candidacyId }, 422, 'export.format', '/format', { report: 'candidates', format: 'pdf' }],
      [{}, 400, 'request.invalid', '/filters/candidacyId'],
      [{ candidacyId, nonsense: 1 }, 400, 'request.invalid', '/filters/nonsense'],
      [{ candidacyId, lastDay: '31.8.2026' }, 400, 'request.invalid', '/filters/lastDay'],
      [{ candidacyId, constructor: 1 }, 400, 'request.invalid', '/filters/constructor'],
      [{ candidacyId }, 400, 'request.invalid', '/columns/0', { columns: ['displayName'] }],
      [{ candidacyId: elsewhere.candidacyId }, 404, 'resource.not-found', '/filters/candidacyId'],
      [{ candidacyId: none.candidacyId }, 409, 'comparison.empty', '/filters/candidacyId'],
      [{ candidacyId: late.candidacyId }, 409, 'export.notice-overdue', '/filters/candidacyId'],
      [{ candidacyId, currency: 'XXX' }, 422, 'exchange-rate.missing', '/filters/rateOn'],
      [
        { candidacyId, lastDay, starts: [{ id: offer.id, startsOn: lastDay }] },
        422,
        'comparison.start',
        '/filters/starts/0/startsOn',
      ],
      [
        { candidacyId, lastDay, starts: [{ id: counter.id, startsOn: '2027-01-01' }] },
        422,
        'comparison.column',
        '/filters/starts/0/id',
      ],
    ];
    for (const [filters, status, code, pointer, values] of bad) {
      const refused = await ask(member, 'xlsx', filters, values);
      const { type, errors } = refused.body;
      expect({ filters, answer: [refused.status, type, errors?.[0]?.pointer] }).toEqual({
        filters,
        answer: [status, `urn:longlist:${code}`, pointer],
      });
    }
    const { rows } = await world.owner.query('select count(*)::int as n from export where agency_id = $1', [agency.id]);
    expect(rows).toEqual([{ n: 0 }]);
    expect((await ask(late.member, 'pdf', { candidacyId: late.candidacyId }, { overdueNotices: true })).status).toBe(
      201,
    );
  });

  it('is for who sees offers when it is asked for, when it is written and when it is taken', async () => {
    const { agency, candidacyId } = await exampleTen(world);
    expect((await ask(await agency.as('researcher'), 'xlsx', { candidacyId })).status).toBe(403);
    expect((await ask(await agency.as('hr'), 'xlsx', { candidacyId })).status).toBe(201);
    const member = await agency.member('headhunter');
    const [first, second] = [await ask(member, 'pdf', { candidacyId }), await ask(member, 'pdf', { candidacyId })];
    await work(agency, first.body.id);
    await world.owner.query("update member set role = 'hr' where id = $1", [member.id]);
    expect((await member.get(`/api/v1/exports/${first.body.id}/file`)).status).toBe(200);
    await world.owner.query("update member set role = 'researcher' where id = $1", [member.id]);
    await work(agency, second.body.id);
    const { rows } = await world.owner.query('select state, error_code from export where id = $1', [second.body.id]);
    expect(rows).toEqual([{ state: 'failed', error_code: 'access.denied' }]);
    expect((await member.get(`/api/v1/exports/${first.body.id}/file`)).status).toBe(403);
  });

  it('keeps every name as words, however it begins, and every page whole, however long it is', async () => {
    const hostile = [...formulaStarts.map((start) => `${start}1+cmd|' /C calc'!A0`), '\u0000\u0007\u202eA\ud800\uffff'];
    const long = `${'W'.repeat(200)} 很长的名字${'长'.repeat(80)}`;
    const { agency, member, candidacyId, candidateId, rival } = await exampleTen(world);
    for (const name of [...hostile.map((one) => one.replace('\u0000', '').toWellFormed()), long]) {
      const { id: organizationId } = await agency.organization({ name });
      const grants = [{ kind: 'cash_plan', amount: '48000', grantor: `${name}!`, vestMonths: 48 }];
      await rival('competing-offers', { organizationId, package: { ...pay, grants } });
    }
    await world.owner.query('update candidate set display_name = $2 where id = $1', [
      candidateId,
      `=HYPERLINK("x")\u0007`,
    ]);
    const sheets = await sheetsOf(await taken(member, 'xlsx', { candidacyId, lastDay }));
    const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
    expect(texts.filter((text) => formulaStarts.some((start) => text.startsWith(start)))).toEqual([]);
    expect(texts.filter((text) => /[^\P{Cc}\n]|[\p{Cf}\ufffe\uffff]/u.test(text))).toEqual([]);
    expect(texts.some((text) => text.includes(long))).toBe(true);
    expect(texts.some((text) => text.startsWith(`'=HYPERLINK("x")`))).toBe(true);
    const pages = await pagesOf(await taken(member, 'pdf', { candidacyId, lastDay }));
    expect(pages.join('')).toContain('WWWW');
    expect(pages.join('')).toContain('很长的名字');
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
    expect(pages.length).toBeLessThan(120);
  });
});
