import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@domain/day.js';
import { Units } from '@platform/db/units.js';
import { FeeJob } from '../apps/api/src/offers/fee.job.js';
import type { OfferView } from '../apps/api/src/offers/offer.view.js';
import { dayOfNow, hiring, instalmentLines } from './support/hiring.js';
import { pay } from './support/offering.js';
import type { Refused } from './support/submitting.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open({ WORKER: 'on' });
});
afterAll(() => world.close());

const today = dayOfNow();

describe('the fee of a candidacy', () => {
  it('says what is missing for it, and by the open offer what it would be', async () => {
    const { read, agree, draft, searchId } = await hiring(world);
    expect(await read()).toMatchObject({ standing: 'no_terms', amount: null, instalments: [] });
    await agree();
    await world.owner.query(
      `update search set band_low = 1000000, band_high = 1600000, band_currency = 'CNY' where id = $1`,
      [searchId],
    );
    const before = await read();
    expect(before).toMatchObject({
      standing: 'no_offer',
      hire: 'open',
      amount: null,
      estimate: { low: '250000.00', high: '400000.00', currency: 'CNY' },
      abilities: [],
    });
    expect(before.instalments[0]).toMatchObject({
      id: null,
      state: 'due',
      dueOn: addDays(today, -60),
      amount: null,
      estimate: { low: '83332.50', high: '133332.00' },
    });
    const { id } = await draft();
    const proposed = await read();
    expect(proposed).toMatchObject({
      standing: 'proposed',
      offerId: id,
      offerNumber: 1,
      acceptedOn: null,
      amount: { amount: '360000.00', currency: 'CNY' },
      estimate: null,
      working: {
        basis: 'annual_cash',
        base: { amount: '1440000.00' },
        lines: [{ what: 'share', amount: '360000.00' }],
      },
    });
    expect(instalmentLines(proposed)).toEqual([
      `start due ${addDays(today, -60)} 119998.80`,
      'accepted waiting – 119998.80',
      'guarantee_passed waiting – 120002.40',
    ]);
  });

  it('is kept at acceptance with its working, its instalments and whose they are, whatever the terms become', async () => {
    const { read, agree, accept, rows, member, colleague } = await hiring(world);
    await agree();
    const offer = await accept();
    const kept = await read();
    expect(kept).toMatchObject({
      standing: 'kept',
      hire: 'accepted',
      offerId: offer.id,
      acceptedOn: today,
      amount: { amount: '360000.00', currency: 'CNY' },
      rate: 25,
      abilities: ['pay'],
    });
    expect(instalmentLines(kept)).toEqual([
      `start due ${addDays(today, -60)} 119998.80`,
      `accepted due ${today} 119998.80`,
      `guarantee_passed waiting ${addDays(today, 120)} 120002.40`,
    ]);
    // 60 % of 119,998.80 = 71,999.28, twice; 60 % of 120,002.40 = 72,001.44
    expect(kept.credits.map(({ memberId, amount }) => [memberId, amount?.amount])).toEqual([
      [member.id, '216000.00'],
      [colleague.id, '144000.00'],
    ]);
    await agree({ fee: { kind: 'fixed', amount: '1', currency: 'EUR' }, instalments: [], credits: [] });
    expect(await read()).toEqual(kept);
    expect((await rows()).map(({ credits }) => credits.map(({ amount }) => amount?.amount))).toEqual([
      ['71999.28', '47999.52'],
      ['71999.28', '47999.52'],
      ['72001.44', '48000.96'],
    ]);
    const { rows: events } = await world.owner.query<{ type: string }>(
      `select type from event where type like 'fee.%' and search_id = (select search_id from offer where id = $1)`,
      [offer.id],
    );
    expect(events.map(({ type }) => type)).toEqual(['fee.kept']);
  });

  it('follows the hire to the end of the guarantee', async () => {
    const { read, agree, accept, placement, stands } = await hiring(world, { guarantee: { guarantee_days: 10 } });
    await agree();
    await accept();
    await placement('start', { startedOn: addDays(today, -20) });
    expect(instalmentLines(await read())[2]).toBe(`guarantee_passed waiting ${addDays(today, -10)} 120002.40`);
    await placement('guarantee-passing');
    expect(instalmentLines(await read())[2]).toBe(`guarantee_passed due ${addDays(today, -10)} 120002.40`);
    await until(async () => (await stands()).includes('guarantee_passed due 120002.40'));
  });

  it('is given back by the day after a fall-off, less what never becomes due; under a replacement nothing is', async () => {
    for (const kind of ['refund_pro_rata', 'replacement']) {
      const { read, agree, accept, placement, stands } = await hiring(world, { guarantee: { guarantee_kind: kind } });
      await agree();
      await accept();
      await placement('start', { startedOn: addDays(today, -30) });
      await placement('falling-off', { leftBy: 'candidate', leftOn: today });
      const fallen = await read();
      expect([fallen.standing, fallen.hire]).toEqual(['kept', 'fell_off']);
      expect(instalmentLines(fallen)[2]).toBe('guarantee_passed void – 120002.40');
      // 360,000 × 60 ÷ 90 = 240,000; less 120,002.40
      expect(fallen.refund).toEqual(
        kind === 'replacement'
          ? null
          : {
              daysLeft: 60,
              guaranteeDays: 90,
              amount: { amount: '240000.00', currency: 'CNY' },
              notDue: { amount: '120002.40', currency: 'CNY' },
              payBack: { amount: '119997.60', currency: 'CNY' },
            },
      );
      await until(async () => (await stands()).includes('guarantee_passed void 120002.40'));
    }
  });

  it.each(['reneging', 'rescinding'])('is void after %s; the next takes over what the search owes', async (way) => {
    const { read, agree, accept, step, stands, rows, member, candidacyId, stages } = await hiring(world);
    await agree();
    const first = await accept();
    const [start] = await rows();
    await member.post(`/api/v1/fees/${start?.id}/payment`, {});
    await step(first.id, way);
    expect(await read()).toMatchObject({ standing: 'void', hire: 'gone', abilities: ['pay'] });
    expect(instalmentLines(await read())).toEqual([
      `start paid ${addDays(today, -60)} 119998.80`,
      'accepted void – 119998.80',
      'guarantee_passed void – 120002.40',
    ]);
    await until(async () => (await stands()).includes('accepted void 119998.80'));
    await member.post(`/api/v1/candidacies/${candidacyId}/reopening`, { stageId: stages[3] });
    await accept({}, { package: { ...pay, baseAmount: '100000' } });
    // 25 % of 1,600,000 = 400,000; a third was paid as 119,998.80
    expect((await read()).amount?.amount).toBe('400000.00');
    expect(
      instalmentLines(await read()).map((line) =>
        line
          .split(' ')
          .filter((_, index) => index !== 2)
          .join(' '),
      ),
    ).toEqual(['start paid 119998.80', 'accepted due 133332.00', 'guarantee_passed waiting 146669.20']);
    expect((await stands()).filter((line) => line.startsWith('start'))).toEqual(['start paid 119998.80']);
  });

  it('waits for an exchange rate without holding up the acceptance, and is kept by that of the day when it comes', async () => {
    const { read, agree, accept, member, rows } = await hiring(world, {
      fee: { kind: 'rate', rate: 20, basis: 'base', currency: 'USD', minimum: '10000' },
    });
    await agree();
    expect((await accept()).state).toBe('accepted');
    const waiting = await read();
    expect(waiting).toMatchObject({
      standing: 'needs_rate',
      amount: null,
      working: null,
      missingRate: { from: 'CNY', to: 'USD', on: today },
      abilities: [],
    });
    expect(instalmentLines(waiting)[1]).toBe(`accepted due ${today} –`);
    const [first] = await rows();
    const refused = await member.post<Refused>(`/api/v1/fees/${first?.id}/payment`, {});
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:longlist:fee.unknown']);
    await member.post('/api/v1/exchange-rates', {
      from: 'USD',
      to: 'CNY',
      on: addDays(today, -7),
      rate: '7.2',
      source: 'ECB',
    });
    await until(async () => (await read()).standing === 'kept');
    const kept = await read();
    // 90,000 × 12 ÷ 7.2 = 150,000; 20 %
    expect([kept.amount, kept.missingRate]).toEqual([{ amount: '30000.00', currency: 'USD' }, null]);
    expect(kept.working).toMatchObject({
      base: { amount: '1080000.00', currency: 'CNY' },
      of: { amount: '150000.00', currency: 'USD' },
      rates: [{ from: 'USD', to: 'CNY', on: addDays(today, -7), rate: '7.2' }],
    });
    await until(async () => (await rows()).every(({ amount }) => amount?.currency === 'USD'));
    await member.post('/api/v1/exchange-rates', { from: 'USD', to: 'CNY', on: today, rate: '6.9', source: 'ECB' });
    expect((await read()).amount?.amount).toBe('30000.00');
  });

  it('is kept late where its search had no terms at acceptance, the whole due on the first day where nothing else is agreed', async () => {
    const { read, agree, accept } = await hiring(world, { instalments: [] });
    await accept({ occurredAt: undefined });
    expect(await read()).toMatchObject({ standing: 'no_terms', acceptedOn: today });
    await agree();
    await until(async () => (await read()).standing === 'kept');
    expect(instalmentLines(await read())).toEqual([`started waiting ${addDays(today, 30)} 360000.00`]);
  });

  it('knows the slate by the third person presented, and a day when it comes', async () => {
    const ground = await hiring(world, {
      fee: { kind: 'fixed', amount: '90000', currency: 'EUR' },
      instalments: [
        { trigger: 'slate', share: 50 },
        { trigger: 'day', share: 50, dueOn: addDays(today, 1) },
      ],
    });
    const { read, agree, agency, searchId, accept, rows, member } = ground;
    await agree();
    const { id: organization_id } = await agency.organization();
    const { id: contact_id } = await agency.contact({ organization_id });
    const present = async (daysAgo: number) => {
      const { id, candidate_id } = await agency.candidacy({ search_id: searchId });
      const permission = { permission_on: today, permission_how: 'call', permission_evidence: 'Said so' };
      const file = { file_bytes: 1, file_sha256: Buffer.alloc(32), code: 'C' };
      await agency.insert('submission', {
        ...permission,
        ...file,
        candidacy_id: id,
        candidate_id,
        search_id: searchId,
        organization_id,
        contact_id,
        member_id: member.id,
        level: 'L2',
        locale: 'en',
        channel: 'email',
        occurred_at: `${addDays(today, -daysAgo)}T10:00:00Z`,
      });
    };
    await present(20);
    await present(5);
    expect(instalmentLines(await read())).toEqual([
      'slate waiting – 45000.00',
      `day waiting ${addDays(today, 1)} 45000.00`,
    ]);
    await present(10);
    expect(instalmentLines(await read())[0]).toBe(`slate due ${addDays(today, -5)} 45000.00`);
    await accept();
    await world.owner.query(
      `update fee_instalment set agreed_on = $2, due_on = $2 where fee_id = $1 and trigger = 'day'`,
      [(await rows())[0]?.feeId, today],
    );
    const job = world.app.get(FeeJob);
    await world.app.get(Units).run(world.app.get(Units).systemActor(agency.id), () => job.run(agency.id));
    expect((await rows('&state=due')).map(({ trigger }) => trigger).sort()).toEqual(['day', 'slate']);
  });

  it('of an acceptance that was taken back is void, and comes back with it; the next acceptance keeps a fee of its own', async () => {
    const { agree, accept, step, rows, member } = await hiring(world);
    await agree();
    const takeBack = async (offer: OfferView): Promise<void> => {
      const { status } = await member.post(`/api/v1/offer-steps/${offer.steps[0]?.id}/voiding`);
      expect(status).toBe(200);
    };
    const states = async () => (await rows()).map(({ feeState, state }) => `${feeState} ${state}`).sort();
    const kept = ['kept due', 'kept due', 'kept waiting'];
    const accepted = await accept();
    const { id } = accepted;
    const reneged = await step(id, 'reneging');
    await until(async () => (await states()).join() === 'void due,void void,void void');
    await takeBack(reneged.body);
    await until(async () => (await states()).join() === kept.join());
    await takeBack(accepted);
    await until(async () => (await states()).join() === 'void due,void void,void void');
    expect((await step(id, 'acceptance')).status).toBe(200);
    const now = await rows('&feeState=kept');
    expect(now.map(({ trigger }) => trigger)).toEqual(['start', 'accepted', 'guarantee_passed']);
    expect(new Set(now.map(({ amount }) => amount?.amount))).toEqual(new Set(['119998.80', '120002.40']));
  });
});
