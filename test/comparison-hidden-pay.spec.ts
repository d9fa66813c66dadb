import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { comparisonWords } from '@domain/offers/comparison-file.words.js';
import type { ComparisonView } from '../apps/api/src/offers/comparison.view.js';
import { all, ask, row, sheetsOf, taken, valuesOf } from './support/comparison-files.js';
import { exampleTen, lastDay, pay, plan } from './support/offering.js';
import { pagesOf } from './support/pdf.js';
import { World } from './support/world.js';

const words = comparisonWords.en;

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

describe('the file of a search whose place bans pay history', () => {
  const place = { city: 'San Francisco', country: 'USA' };

  /** Example 10 for a client in California; the figures that stand on today's pay. */
  async function banned(source: string) {
    const ground = await exampleTen(world);
    await world.owner.query('update search set city = $2, country = $3 where id = $1', [
      ground.searchId,
      place.city,
      place.country,
    ]);
    const current = {
      ...pay,
      baseAmount: '61111.11',
      source,
      grants: [plan('612345.67', { vestStart: '2026-03-01', vestMonths: 12, vestEveryMonths: 12 })],
      oneOffs: [
        { kind: 'inducement', amount: '111222.33', paidOn: '2026-08-01', clawBack: 'full', clawBackMonths: 24 },
      ],
    };
    const put = await ground.member.put(`/api/v1/candidates/${ground.candidateId}/package`, { current });
    expect(put.status).toBe(200);
    const paid = {
      kind: 'non_compete',
      months: 6,
      starts_from: 'last_day',
      monthly_compensation: 34_567,
      currency: 'CNY',
    };
    await ground.agency.insert('covenant', { candidate_id: ground.candidateId, ...paid });
    return ground;
  }

  it('says why today’s pay is not in it, and holds nothing that stands on it', async () => {
    const { member, candidacyId } = await banned('asked');
    const bytes = await taken(member, 'xlsx', { candidacyId, lastDay });
    const sheets = await sheetsOf(bytes);
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells).toContain(words.hidden);
    // Months of waiting are unpaid here; the claw-back of 100,000 is not taken from the offer.
    const [sheet] = sheets;
    if (!sheet) throw new Error('no sheet');
    expect(row(sheet, words.row.annual)).toEqual([1_440_000, 1_152_000]);
    expect(all(sheet, words.row.cashMultiple)).toEqual([[1.25, null]]);
    for (const label of ['forfeiture', 'nextYear', 'gap', 'afterAll', 'totalMultiple', 'lasting', 'first'] as const) {
      expect(all(sheet, words.row[label])).toEqual([]);
    }
    const { body: page } = await member.get<ComparisonView>(
      `/api/v1/candidacies/${candidacyId}/comparison?lastDay=${lastDay}`,
    );
    const [stay, offer, counter] = page.columns;
    const figures = [stay?.years, stay?.annual, stay?.guaranteed, offer?.forfeiture, offer?.gap].flat();
    const years = [offer, counter].flatMap((one) => one?.years.flatMap(({ lines }) => lines) ?? []);
    const amounts = [
      '61111.11',
      '34567.00',
      stay?.total,
      ...(stay?.path ?? []),
      ...(counter?.path.slice(6) ?? []),
      offer?.forfeiture?.nextYear,
      offer?.gap?.afterAll,
      ...figures.flatMap((figure) => [figure?.amount, ...(figure?.lines.map(({ amount }) => amount) ?? [])]),
      ...years.filter(({ what }) => ['kept_equity', 'claw_back', 'waiting'].includes(what)).map(({ amount }) => amount),
    ].filter((amount) => amount !== undefined && !['0.00', '300000.00'].includes(amount));
    expect(amounts.length).toBeGreaterThan(100);
    const inFile = new Set(cells.map(Number));
    expect(amounts.filter((amount) => inFile.has(Number(amount)))).toEqual([]);
    const names = cells.filter((cell) => typeof cell === 'string' && cell.startsWith(words.kind.stay));
    expect(names).toEqual([]);
    const text = (await pagesOf(await taken(member, 'pdf', { candidacyId, lastDay }))).join(' ');
    expect(text).toContain('bans pay history');
    const written = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 });
    expect(amounts.filter((amount) => text.split(' ').includes(written.format(Number(amount))))).toEqual([]);
  });

  it('holds it where the person volunteered it for this client, and not what was only volunteered', async () => {
    const { member, agency, candidacyId, candidateId, searchId } = await banned('volunteered');
    expect(row(await valuesOf(member, { candidacyId, lastDay }), words.row.annual)).toHaveLength(2);
    const { rows } = await world.owner.query<{ organization_id: string }>(
      'select organization_id from search where id = $1',
      [searchId],
    );
    const { id: contact_id } = await agency.contact({ organization_id: rows[0]?.organization_id });
    await agency.insert('submission', {
      candidacy_id: candidacyId,
      candidate_id: candidateId,
      search_id: searchId,
      organization_id: rows[0]?.organization_id,
      contact_id,
      member_id: member.id,
      level: 'L3',
      locale: 'en',
      channel: 'email',
      code: 'C-TEST',
      permission_on: '2026-01-10',
      permission_how: 'wechat',
      permission_evidence: 'Yes',
      shows_pay: true,
      pay_volunteered_on: '2026-01-10',
      pay_volunteered_evidence: 'Told us so that the client knows.',
      file_bytes: 1,
      file_sha256: Buffer.alloc(32),
      occurred_at: new Date('2026-01-10'),
    });
    const sheet = await valuesOf(member, { candidacyId, lastDay });
    expect(row(sheet, words.row.annual)).toEqual([977_777.76, 1_440_000, 1_152_000]);
    expect(sheet.rows.flat()).not.toContain(words.hidden);
  });

  it('is refused where nothing but today’s pay is there', async () => {
    const { member, candidacyId, offer, counter, step } = await banned('asked');
    await step(offer.id, 'withdrawal');
    await member.post(`/api/v1/counteroffers/${counter.id}/lapse`, {});
    const refused = await ask(member, 'xlsx', { candidacyId, lastDay });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:longlist:comparison.empty']);
  });
});
