import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@platform/clock/clock.js';
import { until } from './support/product.js';
import { World } from './support/world.js';

describe('limits over two processes', () => {
  let one: World;
  let two: World;
  let now = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  beforeAll(async () => {
    one = await World.open({ RATE_LIMIT: 'on' });
    two = await World.open({ RATE_LIMIT: 'on' });
    for (const { app } of [one, two]) app.get(Clock).now = () => now;
  });
  afterAll(async () => {
    await one.close();
    await two.close();
  });

  it('count the requests of a member together, and say when the next may come', async () => {
    const agency = await one.agency();
    const owner = await agency.as('owner');
    const elsewhere = two.clientOf(owner);
    const ask = async (client: typeof elsewhere, count: number): Promise<number[]> => {
      const statuses: number[] = [];
      for (let sent = 0; sent < count; sent += 50) {
        const answers = await Promise.all(Array.from({ length: 50 }, () => client.get('/api/v1/me')));
        statuses.push(...answers.map(({ status }) => status));
      }
      return statuses;
    };
    const counted = (hits: number): Promise<true> =>
      until(async () => {
        const found = await one.auth.query('select from auth.rate where key = $1 and hits >= $2', [
          `member:${owner.id}`,
          hits,
        ]);
        return found.rowCount === 0 ? undefined : true;
      });
    expect(new Set(await ask(owner, 1_600))).toEqual(new Set([200]));
    await counted(1_600);
    expect(new Set(await ask(elsewhere, 100))).toEqual(new Set([200]));
    await counted(1_700);
    const later = await ask(elsewhere, 1_500);
    expect(later.filter((status) => status === 200)).toHaveLength(1_300);
    expect(later.filter((status) => status === 429)).toHaveLength(200);
    const refused = await elsewhere.get('/api/v1/me');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ type: 'urn:longlist:rate.exceeded' });
    expect(refused.headers['retry-after']).toBe('60');
    await until(async () => ((await owner.get('/api/v1/me')).status === 429 ? true : undefined));
    const colleague = await agency.as('headhunter');
    expect((await colleague.get('/api/v1/me')).status).toBe(200);
    now = new Date(now.getTime() + 60_000);
    for (const client of [owner, elsewhere]) expect((await client.get('/api/v1/me')).status).toBe(200);
  }, 120_000);

  it('stop guessing at one account after ten failures, from any process and any address', async () => {
    const guess = (world: World, index: number, email = 'guessed@example.com'): Promise<number> =>
      world.anonymous
        .post(
          '/api/auth/sign-in/email',
          { email, password: `wrong password ${index}` },
          { headers: { origin: world.config.publicUrl } },
        )
        .then(({ status }) => status);
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) statuses.push(await guess(index % 2 === 0 ? one : two, index));
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect(await guess(two, 99, 'another@example.com')).toBe(401);
  }, 60_000);
});
