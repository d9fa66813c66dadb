import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Units } from '@platform/db/units.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { ownDatabaseUrl } from './support/database.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

describe('reactions and jobs', () => {
  let world: World;
  let second: World;
  const seen: RecordedEvent[] = [];
  const worked: string[] = [];
  let failures = 1;

  beforeAll(async () => {
    const settings = { WORKER: 'on', DATABASE_URL: await ownDatabaseUrl() };
    world = await World.open(settings);
    second = await World.open(settings);
    for (const { app } of [world, second]) {
      app.get(Reactions).on('organization.created', 'test.see', (event) => {
        if (failures > 0) {
          failures -= 1;
          return Promise.reject(new Error('not this time'));
        }
        seen.push(event);
        return Promise.resolve();
      });
      app.get(Reactions).start('organization.archived', 'test.work', (event) => {
        worked.push(event.id);
        return Promise.resolve();
      });
    }
  });
  afterAll(async () => {
    await world.close();
    await second.close();
  });

  it('reacts to each event once, whichever of two workers takes it, and again after a failure', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        headhunter.post<{ id: string }>('/api/v1/organizations', { kind: 'company', name: `Number ${index}` }),
      ),
    );
    const own = (): RecordedEvent[] => seen.filter(({ agencyId }) => agencyId === agency.id);
    await until(() => own().length >= 20);
    await sleep(500);
    expect(
      own()
        .map(({ organizationId }) => organizationId)
        .sort(),
    ).toEqual(made.map(({ body }) => body.id).sort());
    const { rows } = await world.owner.query('select from outbox where agency_id = $1', [agency.id]);
    expect(rows).toHaveLength(0);
  });

  it('starts long work after its event', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const { id } = await agency.organization();
    await headhunter.post(`/api/v1/organizations/${id}/archival`);
    await until(() => worked.length > 0);
    expect(worked).toHaveLength(1);
  });

  it('leaves nothing in the outbox when the request is rolled back', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const before = seen.length;
    await headhunter.post('/api/v1/organizations', { kind: 'company', name: 'Twice', parentId: agency.id });
    await sleep(300);
    expect(seen).toHaveLength(before);
  });

  it('forgets first answers after the day in which a repeat gets them', async () => {
    const agency = await world.agency();
    const { id: member_id } = await agency.as('headhunter');
    const keep = (key: string, created_at: string): Promise<unknown> =>
      agency.insert('idempotency', { member_id, key, request_hash: 'a', created_at });
    await keep('old', new Date(Date.now() - 25 * 3_600_000).toISOString());
    await keep('young', new Date(Date.now() - 23 * 3_600_000).toISOString());
    const sweep = world.app.get(Reactions).clockworks.get('idempotency.sweep');
    const units = world.app.get(Units);
    await units.run(units.systemActor(agency.id), async () => sweep?.run(agency.id));
    const { rows } = await world.owner.query('select key from idempotency where agency_id = $1', [agency.id]);
    expect(rows).toEqual([{ key: 'young' }]);
  });
});
