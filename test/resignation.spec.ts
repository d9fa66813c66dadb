import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '@domain/day.js';
import { offering } from './support/offering.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

type Row = { id: string; title: string; kind: string; due: string; version: number };

describe('the resignation window', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ WORKER: 'on' });
  });
  afterAll(() => world.close());

  const tasksOf = async (candidacyId: string): Promise<Row[]> => {
    const { rows } = await world.owner.query<Row>(
      `select id, title, kind, due_on::text as due, version from task where candidacy_id = $1 order by due_on, id`,
      [candidacyId],
    );
    return rows;
  };

  it('is carried by tasks of the lead from acceptance to the start, which are gone when the person does not come', async () => {
    const { agency, member, candidacyId, candidateId, searchId, draft, step } = await offering(world);
    await world.owner.query('update search set lead_id = $2 where id = $1', [searchId, member.id]);
    const notice = { candidate_id: candidateId, kind: 'notice', months: 1, starts_from: 'resignation' };
    await agency.insert('covenant', notice);
    const today = new Date().toISOString().slice(0, 10);
    const offer = await draft({ startsOn: addDays(addMonths(today, 1), 10) });
    await step(offer.id, 'extension');
    await step(offer.id, 'acceptance');
    await until(async () => (await tasksOf(candidacyId)).length > 0);
    const made = await tasksOf(candidacyId);
    expect(made[0]).toMatchObject({ due: addDays(today, 3), kind: 'other' });
    expect(made.filter(({ kind }) => kind === 'call').map(({ due }) => due)).toEqual(
      [7, 14, 21, 28, 35].map((days) => addDays(today, days)),
    );
    expect(made.map(({ due }) => due)).toContain(addMonths(today, 1));
    const [first] = made;
    const done = await member.post(`/api/v1/tasks/${first?.id}/completion`);
    expect(done.status).toBeLessThan(300);
    await step(offer.id, 'reneging');
    await until(async () => (await tasksOf(candidacyId)).length === 1);
    expect((await tasksOf(candidacyId)).map(({ id }) => id)).toEqual([first?.id]);
  }, 60_000);
});
