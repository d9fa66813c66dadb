import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rolePermissions, roles } from '@domain/access/roles.js';
import { addDays } from '@domain/day.js';
import { unit } from '@platform/db/unit.js';
import { Units } from '@platform/db/units.js';
import type { CandidacyFeeView, FeeInstalmentRow } from '../apps/api/src/offers/fee.view.js';
import { TestClient } from './support/client.js';
import { dayOfNow, hiring, type Rows } from './support/hiring.js';
import type { Refused } from './support/submitting.js';
import { World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const today = dayOfNow();

describe('instalments', () => {
  it('are paid on a day, with another amount where they were billed on an estimate, and taken back', async () => {
    const { agree, accept, rows, stands, member } = await hiring(world);
    await agree();
    await accept();
    const [start, accepted, last] = await rows();
    const pays = (id: string | undefined, values: object) =>
      member.post<FeeInstalmentRow & Refused>(`/api/v1/fees/${id}/payment`, values);
    const paid = await pays(start?.id, { paidOn: addDays(today, -3), amount: '100000' });
    expect([paid.status, paid.body]).toMatchObject([
      200,
      {
        state: 'paid',
        paidOn: addDays(today, -3),
        amount: { amount: '100000.00' },
        credits: [{ amount: { amount: '60000.00' } }, {}],
      },
    ]);
    expect(await stands()).toEqual([
      'start paid 100000.00',
      'accepted due 119998.80',
      'guarantee_passed waiting 140001.20',
    ]);
    expect([(await pays(start?.id, {})).status, (await pays(start?.id, {})).body.type]).toEqual([
      409,
      'urn:longlist:fee.state',
    ]);
    expect((await pays(accepted?.id, { paidOn: addDays(today, 1) })).body.errors?.[0]?.pointer).toBe('/paidOn');
    await pays(accepted?.id, {});
    expect((await pays(last?.id, { amount: '1' })).body.errors?.[0]?.pointer).toBe('/amount');
    expect((await rows('&open=true')).map(({ trigger }) => trigger)).toEqual(['guarantee_passed']);
    const back = await member.delete<FeeInstalmentRow>(`/api/v1/fees/${start?.id}/payment`);
    expect([back.status, back.body.state, back.body.amount?.amount]).toEqual([200, 'due', '119998.80']);
    expect((await stands())[2]).toBe('guarantee_passed waiting 120002.40');
  });

  it('are paid once, whoever records it at the same time', async () => {
    const { agree, accept, rows, member, colleague } = await hiring(world);
    await agree();
    await accept();
    const [start] = await rows();
    const answers = await Promise.all(
      [member, colleague, member, colleague].map((one) => one.post(`/api/v1/fees/${start?.id}/payment`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('are found by the month in which they are due and by who is credited, page by page', async () => {
    const { agree, accept, rows, colleague, member, searchId, agency } = await hiring(world);
    await agree();
    await accept();
    const other = await agency.member('headhunter');
    const of = async (query: string) => (await rows(query)).map(({ trigger }) => trigger);
    expect(await of(`&dueOnFrom=${today}&dueOnTo=${addDays(today, 31)}`)).toEqual(['accepted']);
    expect(await of(`&memberId=${colleague.id}&state=due`)).toEqual(['start', 'accepted']);
    expect(await of(`&memberId=${other.id}`)).toEqual([]);
    expect(await of('&sort=-dueOn')).toEqual(['guarantee_passed', 'accepted', 'start']);
    const page = await member.get<Rows & { nextCursor: string }>(`/api/v1/fees?searchId=${searchId}&limit=2`);
    const next = await member.get<Rows>(`/api/v1/fees?searchId=${searchId}&limit=2&cursor=${page.body.nextCursor}`);
    expect([...page.body.items, ...next.body.items].map(({ trigger }) => trigger)).toEqual([
      'start',
      'accepted',
      'guarantee_passed',
    ]);
  });

  it('are for who may see fees alone, and their working for who may see offers', async () => {
    const { agree, accept, agency, candidacyId, rows } = await hiring(world);
    await agree();
    await accept();
    const [start] = await rows();
    for (const role of roles) {
      const someone = await agency.as(role);
      const [reads, edits] = (['search.read-fee', 'search.edit-fee'] as const).map((one) =>
        rolePermissions[role].has(one),
      );
      for (const url of ['/api/v1/fees', `/api/v1/candidacies/${candidacyId}/fee`]) {
        const answer = await someone.get(url);
        expect([role, answer.status]).toEqual([role, reads ? 200 : 403]);
        if (!reads) expect(answer.text).not.toMatch(/360000|119998/);
      }
      if (!edits) expect((await someone.post(`/api/v1/fees/${start?.id}/payment`, {})).status).toBe(403);
    }
    const owner = await agency.as('owner');
    const key = await owner.post<{ key: string }>('/api/v1/api-keys', {
      name: 'Bills',
      permissions: ['search.read-fee'],
    });
    const bare = new TestClient(world.app, { authorization: `Bearer ${key.body.key}` });
    const seen = await bare.get<CandidacyFeeView>(`/api/v1/candidacies/${candidacyId}/fee`);
    expect([seen.status, seen.body.amount?.amount, seen.body.working]).toEqual([200, '360000.00', null]);
  });

  it('stay as they were kept: the working cannot be written again', async () => {
    const { agree, accept, agency } = await hiring(world);
    await agree();
    await accept();
    const units = world.app.get(Units);
    for (const sql of [`update fee_figure set amount = 1`, `update fee set rate = 1`, `delete from fee_figure`]) {
      await expect(
        units.run(units.systemActor(agency.id), async () => {
          await unit().client.query(sql);
        }),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
