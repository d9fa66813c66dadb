import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDocumentProxy, getMeta } from 'unpdf';
import { type Locale, locales } from '@domain/agencies/agency.js';
import type { OfferView } from '../apps/api/src/offers/offer.view.js';
import type { Member } from './support/agency.js';
import type { Answer } from './support/client.js';
import { offering } from './support/offering.js';
import { pagesOf } from './support/pdf.js';
import type { Refused } from './support/submitting.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** Example 3 of `pay.md`, with a strike that pays and a claw-back. */
const three = {
  currency: 'USD',
  baseAmount: '350000',
  basePer: 'year',
  bonusAmount: '70000',
  oneOffs: [{ kind: 'inducement', amount: '100000', paidOn: '2026-09-30', clawBack: 'pro_rata', clawBackMonths: 24 }],
  grants: [
    {
      kind: 'rsu',
      grantor: 'Northstar AI',
      units: '12000',
      price: '150.00',
      priceOn: '2026-08-01',
      priceBasis: 'last_round_preferred',
      liquidity: 'none',
      vestStart: '2026-09-01',
      vestMonths: 48,
      cliffMonths: 12,
      vestEveryMonths: 3,
    },
  ],
} as const;

/** Example 1 of `pay.md`. */
const one = {
  currency: 'CNY',
  baseAmount: '40000',
  basePer: 'month',
  months: 16,
  extraMonths: 'target',
  grants: [{ kind: 'cash_plan', amount: '200000', vestMonths: 48, vestEveryMonths: 12 }],
} as const;

const take = (member: Member, id: string, language?: string): Promise<Answer<Refused>> =>
  member.get<Refused>(`/api/v1/offers/${id}/summary${language === undefined ? '' : `?language=${language}`}`);

/** The pages of the summary, without any space: lines break where they may. */
async function pages(member: Member, id: string, language?: string): Promise<string[]> {
  const { status, bytes, text } = await take(member, id, language);
  expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
  return (await pagesOf(bytes)).map(tight);
}
const tight = (text: string): string => text.replaceAll(/\s/g, '');

const marks: Record<Locale, string> = { en: 'NOT AN OFFER', zh: '非正式录用通知', de: 'KEIN ANGEBOT' };
const bindings: Record<Locale, string> = {
  en: 'The binding document is the employer’s own letter.',
  zh: '具有约束力的只有用人单位出具的正式录用文件',
  de: 'Verbindlich ist allein das eigene Schreiben des Arbeitgebers.',
};

/** An offer of this package that was told to the person. */
async function told(values: object) {
  const ground = await offering(world);
  const offer = await ground.draft(values);
  expect((await ground.step(offer.id, 'telling')).status).toBe(200);
  return { ...ground, offer };
}

describe('the summary of an offer', () => {
  it('tells example 3 of pay.md by its parts: cash, sign-on with its claw-back, and the grant by date and value', async () => {
    const { member, offer, searchId } = await told({ package: three, startsOn: '2026-09-01', expiresOn: '2099-08-15' });
    const { rows } = await world.owner.query<{ title: string; name: string }>(
      'select s.title, g.name from search s join organization g on g.id = s.organization_id where s.id = $1',
      [searchId],
    );
    const text = (await pages(member, offer.id, 'en')).join('');
    for (const part of [
      rows[0]?.name ?? '?',
      rows[0]?.title ?? '?',
      'Version 1',
      'First day 1 Sept 2026',
      'Open until 15 Aug 2099',
      '350,000.00 USD a year',
      'Target bonus a year 70,000.00 USD',
      'Guaranteed cash a year 350,000.00 USD',
      'Target cash a year 420,000.00 USD',
      'Sign-on 100,000.00 USD on 30 Sept 2026 · to be repaid for the months left on leaving within 24 months',
      'Units 12,000',
      'Price of a unit 150.00 USD · Last round, preferred of 1 Aug 2026 · not tradable',
      'Value at that price 1,800,000.00 USD',
      'over 48 months, nothing before month 12, then every 3 months',
      '1 Sept 2027 3,000 450,000.00 USD',
      '1 Dec 2027 750 112,500.00 USD',
      '1 Sept 2030 750 112,500.00 USD',
    ]) {
      expect(text).toContain(tight(part));
    }
    expect(text.match(/750112,500\.00USD/g)).toHaveLength(12);
  });

  it('tells example 1 of pay.md in the language of the agency when none is named', async () => {
    const { agency, member, offer } = await told({ package: one, startsOn: '2026-12-01' });
    await world.owner.query("update agency set locale = 'zh' where id = $1", [agency.id]);
    const text = (await pages(member, offer.id)).join('');
    for (const part of [
      '每月 40,000.00 CNY × 16 个月',
      '12 薪以外 4 个月，为目标值，不作保证',
      '每年保证现金 480,000.00 CNY',
      '年度目标现金 640,000.00 CNY',
      '2027年12月1日50,000.00 CNY',
      '2030年12月1日50,000.00 CNY',
    ]) {
      expect(text).toContain(tight(part));
    }
  });

  it('says on each page in the language asked that it is no offer, and which document binds', async () => {
    const grants = Array.from({ length: 4 }, () => ({ ...three.grants[0], vestEveryMonths: 1 }));
    const { member, offer } = await told({ package: { ...three, grants } });
    for (const language of locales) {
      const all = await pages(member, offer.id, language);
      expect(all.length).toBeGreaterThan(3);
      for (const page of all) {
        expect(page).toContain(tight(marks[language]));
        expect(page).toContain(tight(bindings[language]));
      }
    }
  });

  it('holds nothing of today’s pay, other bids, our notes and our fee, nor who made it', async () => {
    const { agency, member, candidateId, candidacyId, searchId, offer, rival } = await told({
      package: three,
      note: 'zqnote fee 30 percent',
    });
    const other = await offering(world);
    await other.draft({ package: { ...three, grants: [{ ...three.grants[0], grantor: 'zqother' }] } });
    const current = { ...one, baseAmount: '61111.11', source: 'volunteered', note: 'zqcurrent' };
    await member.put(`/api/v1/candidates/${candidateId}/package`, {
      current,
      expected: { ...current, baseAmount: '71111.11' },
    });
    await rival('counteroffers', { package: { ...one, baseAmount: '81111.11' }, note: 'zqrival' });
    await member.put(`/api/v1/searches/${searchId}/terms`, {
      fee: { kind: 'fixed', amount: '91111', currency: 'USD' },
      instalments: [],
      credits: [],
    });
    await member.post(`/api/v1/offers/${offer.id}/client-approval`, { approvedBy: 'zqapprover' });
    const { headers, bytes } = await take(member, offer.id, 'de');
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
      'content-length': String(bytes.length),
    });
    const code = candidacyId.replaceAll('-', '').slice(-4).toUpperCase();
    expect(headers['content-disposition']).toContain(`attachment; filename="offer-summary-C-${code}-v1.pdf"`);
    const text = (await pagesOf(bytes)).join(' ');
    expect(text).not.toMatch(/zq|[6789]1[.,]111|91\.?111/);
    const { rows } = await world.owner.query<{ display_name: string; name: string }>(
      'select c.display_name, m.name from candidate c, member m where c.id = $1 and m.id = $2',
      [candidateId, member.id],
    );
    expect(text).not.toContain(rows[0]?.display_name ?? 'zq');
    expect(text).not.toContain(rows[0]?.name ?? 'zq');
    const { info, metadata } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)));
    expect(Object.keys(metadata ?? {})).toEqual([]);
    expect(info).not.toHaveProperty('CreationDate');
    expect(text).not.toContain(agency.id);
  });

  it('goes out for an offer that was told and stands, and for no other', async () => {
    const { member, candidacyId, draft, step } = await offering(world);
    const refused = async (id: string): Promise<unknown[]> => {
      const { status, body } = await take(member, id, 'en');
      return [status, body.type];
    };
    const offer = await draft({ package: three, expiresOn: '2099-08-15', startsOn: '2099-09-01' });
    expect(offer.abilities).not.toContain('summarize');
    expect(await refused(offer.id)).toEqual([409, 'urn:longlist:offer.not-told']);
    expect((await step(offer.id, 'telling')).body.abilities).toContain('summarize');
    expect(await refused(offer.id)).toEqual([200, undefined]);
    await step(offer.id, 'extension');
    await world.owner.query("update offer set expires_on = '2020-01-01' where id = $1", [offer.id]);
    expect(await refused(offer.id)).toEqual([409, 'urn:longlist:offer.over']);
    await world.owner.query("update offer set expires_on = '2099-01-01' where id = $1", [offer.id]);
    expect((await step(offer.id, 'acceptance')).status).toBe(200);
    await world.owner.query("update offer set expires_on = '2020-01-01' where id = $1", [offer.id]);
    expect(await refused(offer.id)).toEqual([200, undefined]);
    await world.owner.query("update placement set state = 'started', started_on = starts_on where candidacy_id = $1", [
      candidacyId,
    ]);
    expect(await refused(offer.id)).toEqual([409, 'urn:longlist:offer.started']);
    await world.owner.query(
      "update placement set state = 'awaiting_start', started_on = null where candidacy_id = $1",
      [candidacyId],
    );
    expect((await step(offer.id, 'reneging')).body.abilities).not.toContain('summarize');
    expect(await refused(offer.id)).toEqual([409, 'urn:longlist:offer.not-told']);
    const wrong = await take(member, offer.id, 'fr');
    expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([400, '?language']);
  });

  it('is for who sees offers of the agency, and leaves an event that tells nothing personal', async () => {
    const { agency, member, offer, candidacyId } = await told({ package: three });
    expect((await take(await agency.as('researcher'), offer.id)).status).toBe(403);
    const stranger = await (await world.agency()).as('owner');
    expect((await take(stranger, offer.id)).status).toBe(404);
    const events = async (): Promise<unknown[]> =>
      (
        await world.owner.query<{ data: unknown }>(
          "select data, actor_id from event where subject_id = $1 and type = 'offer.summarized' order by id",
          [offer.id],
        )
      ).rows;
    expect(await events()).toEqual([]);
    const hr = await agency.as('hr');
    await pages(hr, offer.id, 'zh');
    await until(async () => (await events()).length === 1);
    expect(await events()).toEqual([{ data: { candidacyId, number: 1, language: 'zh' }, actor_id: hr.id }]);
    const { body } = await member.get<OfferView>(`/api/v1/offers/${offer.id}`);
    expect(body.version).toBe(2);
  });

  it('stands whole however long and strange the names are', async () => {
    const { member, offer, searchId } = await told({
      package: { ...three, grants: [{ ...three.grants[0], grantor: `=1+1\u0007${'W'.repeat(290)}` }] },
    });
    await world.owner.query('update search set title = $2 where id = $1', [searchId, `${'长'.repeat(150)}\u202e\t=x`]);
    const all = await pages(member, offer.id, 'en');
    expect(all.at(-1)).toContain(`Page${all.length}of${all.length}`);
    expect(all.join('')).toContain('WWWW');
    expect(all.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
