import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rolePermissions, roles } from '@domain/access/roles.js';
import { addDays, addMonths } from '@domain/day.js';
import type { CounterofferRiskView } from '../apps/api/src/offers/counteroffer-risk.view.js';
import { TestClient } from './support/client.js';
import { offering, pay } from './support/offering.js';
import { World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const today = new Date().toISOString().slice(0, 10);

/** Someone with 600,000 a year in a plan that vests, who asks for more, about to leave an employer that fights. */
async function leaving() {
  const ground = await offering(world);
  const { agency, member, candidateId, searchId } = ground;
  await world.owner.query(
    `update search set city = '上海', country = '中国', band_low = 2000000, band_high = 3000000, band_currency = 'CNY' where id = $1`,
    [searchId],
  );
  const { rows } = await world.owner.query<{ employer: string }>(
    'select current_organization_id as employer from candidate where id = $1',
    [candidateId],
  );
  const employer = rows[0]?.employer ?? '';
  const plan = {
    kind: 'cash_plan',
    amount: '2400000',
    grantor: 'Northstar AI',
    vestStart: addMonths(today, -20),
    vestMonths: 48,
    vestEveryMonths: 12,
  };
  const put = await member.put(`/api/v1/candidates/${candidateId}/package`, {
    current: { ...pay, baseAmount: '60000', oneOffs: [], grants: [plan], source: 'asked' },
    expected: { ...pay, baseAmount: '90000', oneOffs: [], source: 'asked' },
  });
  if (put.status !== 200) throw new Error(put.text);
  await agency.insert('covenant', { candidate_id: candidateId, kind: 'notice', months: 2, starts_from: 'resignation' });
  const ask = async (client: TestClient = member): Promise<CounterofferRiskView> => {
    const answer = await client.get<CounterofferRiskView>(
      `/api/v1/candidacies/${ground.candidacyId}/counteroffer-risk`,
    );
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  return { ...ground, employer, ask };
}
const found = ({ reasons }: CounterofferRiskView, what: string) => reasons.find((one) => one.what === what);

describe('the risk of a counteroffer', () => {
  it('is told in plain reasons with their figures, and what nobody knows', async () => {
    const { ask, rival, draft, agency, candidateId, member } = await leaving();
    await draft({ startsOn: addMonths(today, 3) });
    await rival('counteroffers', { package: { ...pay, baseAmount: '72000', oneOffs: [] } });
    await agency.insert('poaching_attempt', {
      candidate_id: candidateId,
      owner_id: member.id,
      objections: ['loyalty', 'unvested_equity'],
    });
    const risk = await ask();
    expect([risk.payHidden, risk.unknown]).toEqual([false, ['record']]);
    const lastDay = addMonths(today, 2);
    expect(found(risk, 'unvested')).toMatchObject({
      amount: { amount: '1800000.00', currency: 'CNY' },
      beside: { amount: '600000.00' },
      until: lastDay,
    });
    expect(found(risk, 'raise')).toMatchObject({
      amount: { amount: '1440000.00' },
      beside: { amount: '960000.00' },
      multiple: '1.50',
    });
    expect(found(risk, 'below_band')).toMatchObject({
      amount: { amount: '2000000.00' },
      beside: { amount: '960000.00' },
    });
    expect(found(risk, 'counteroffer')).toMatchObject({
      state: 'expected',
      amount: { amount: '1152000.00' },
      from: today,
    });
    expect(found(risk, 'notice')).toMatchObject({ from: today, until: lastDay });
    expect(found(risk, 'wait')).toMatchObject({ until: addMonths(today, 3) });
    expect(found(risk, 'objections')).toMatchObject({ count: 1, objections: ['loyalty', 'unvested_equity'] });
    expect(Object.keys(risk).sort()).toEqual(['candidacyId', 'payHidden', 'reasons', 'unknown']);
  });

  it('counts how often the employer countered other people who were there when the offer was made', async () => {
    const { ask, agency, employer } = await leaving();
    const away = { type: 'employment', organization_id: employer };
    const other = async (state: string, affiliation: object, countered?: string) => {
      const { id, candidate_id, search_id } = await agency.candidacy({});
      await agency.insert('affiliation', { ...away, candidate_id, ...affiliation });
      const { rows } = await world.owner.query<{ client: string }>(
        'select organization_id as client from search where id = $1',
        [search_id],
      );
      const of = { candidacy_id: id, candidate_id, search_id };
      const at = new Date();
      await agency.insert('offer', { ...of, organization_id: rows[0]?.client, number: 1, state, stepped_at: at });
      if (countered === undefined) return;
      const bid = await agency.insert('rival_offer', {
        ...of,
        kind: 'counteroffer',
        organization_id: employer,
        state: 'refused',
        stepped_at: at,
      });
      await agency.insert('offer_step', { rival_offer_id: bid.id, to_state: countered, occurred_at: at });
    };
    await other('accepted', {}, 'received');
    await other('declined', { started_on: '2020-01-01' }, 'expected');
    await other('reneged', { ended_on: addDays(today, 3) }, 'received');
    await other('extended', {}, 'received');
    await other('accepted', { ended_on: '2020-01-01' });
    await other('accepted', { type: 'study' });
    expect(found(await ask(), 'record')).toMatchObject({ count: 2, of: 3 });
  });

  it('says nothing of pay where its history is banned and was not volunteered for the client, nor to who may not see pay', async () => {
    const { ask, searchId, agency, candidacyId, candidateId, member } = await leaving();
    const payReasons = ['unvested', 'raise', 'below_band'];
    const hides = (risk: CounterofferRiskView) => {
      expect(risk.payHidden).toBe(true);
      for (const what of payReasons) expect(found(risk, what)).toBeUndefined();
      expect(risk.unknown).not.toContain('current_pay');
      expect(JSON.stringify(risk)).not.toMatch(/960000|1800000|Northstar/);
    };
    const owner = await agency.as('owner');
    const key = await owner.post<{ key: string }>('/api/v1/api-keys', { name: 'K', permissions: ['offer.read'] });
    hides(await ask(new TestClient(world.app, { authorization: `Bearer ${key.body.key}` })));
    await world.owner.query(`update search set city = 'San Francisco', country = 'USA' where id = $1`, [searchId]);
    hides(await ask());
    await member.put(`/api/v1/candidates/${candidateId}/package`, {
      current: { ...pay, baseAmount: '60000', oneOffs: [], source: 'volunteered' },
    });
    hides(await ask());
    const { rows } = await world.owner.query<{ client: string }>(
      'select organization_id as client from search where id = $1',
      [searchId],
    );
    const { id: contact_id } = await agency.contact({ organization_id: rows[0]?.client });
    await agency.insert('submission', {
      ...{
        candidacy_id: candidacyId,
        candidate_id: candidateId,
        search_id: searchId,
        organization_id: rows[0]?.client,
        contact_id,
      },
      ...{ permission_on: today, permission_how: 'call', permission_evidence: 'Said so', member_id: member.id },
      ...{ file_bytes: 1, file_sha256: Buffer.alloc(32), code: 'C', level: 'L2', locale: 'en', channel: 'email' },
      ...{ occurred_at: new Date(), pay_volunteered_on: today, pay_volunteered_evidence: 'On the phone' },
    });
    const told = await ask();
    expect([told.payHidden, found(told, 'raise')?.multiple]).toEqual([false, '1.50']);
  });

  it('is for who may see offers alone', async () => {
    const { agency, candidacyId } = await leaving();
    for (const role of roles) {
      const { status } = await (await agency.as(role)).get(`/api/v1/candidacies/${candidacyId}/counteroffer-risk`);
      expect([role, status]).toEqual([role, rolePermissions[role].has('offer.read') ? 200 : 403]);
    }
  });
});
