import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { runningPostmaster } from '@platform/db/embedded-keeper.js';
import { freePort, newDataDir, Product, Remote, until } from './support/product.js';

const alone = { DEMO: 'off' };

describe('npm start', () => {
  const running: Product[] = [];
  const start = async (dir: string, port: number, env: Record<string, string>): Promise<Product> => {
    const product = await Product.start(dir, port, env);
    running.push(product);
    return product;
  };
  afterEach(async () => {
    for (const product of running.splice(0)) await product.stop();
  });

  it('prints a link that makes the first agency once; stops cleanly, and has all of it after a kill', async () => {
    const dir = newDataDir();
    const port = await freePort();
    const first = await start(dir, port, alone);
    const owner = await first.found();
    await expect(first.found()).rejects.toThrow('welcome.invalid');
    const { id } = await owner.post<{ id: string }>('/organizations', { kind: 'company', name: 'Kept Inc' });
    const stream = await fetch(`${first.url}/api/v1/stream`, { headers: { cookie: owner.cookie } });
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const began = Date.now();
    expect(await first.stop('SIGINT')).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    await stream.text().catch(() => '');
    expect(runningPostmaster(join(dir, 'postgres'))).toBeUndefined();

    const second = await start(dir, port, alone);
    expect(second.said.some((line) => line.startsWith('Make your agency'))).toBe(false);
    await second.kill();
    const third = await start(dir, port, alone);
    const again = await Remote.signIn(third.url, 'olga@example.com', 'a long enough password');
    expect(await again.get(`/organizations/${id}`)).toMatchObject({ name: 'Kept Inc' });
    expect(statSync(join(dir, 'secret')).mode & 0o077).toBe(0);
  }, 120_000);

  it('comes back when PostgreSQL is killed', async () => {
    const dir = newDataDir();
    const product = await start(dir, await freePort(), alone);
    const owner = await product.found();
    const database = /^(\/\S.*)$/m.exec(product.said.join('\n'))?.[1];
    const { id } = await owner.post<{ id: string }>('/organizations', { kind: 'company', name: 'Kept Inc' });
    const data = [join(dir, 'postgres'), database ?? ''].find((place) => runningPostmaster(place) !== undefined) ?? '';
    process.kill(runningPostmaster(data)?.pid ?? 0, 'SIGKILL');
    const back = await until(() => owner.get<{ name: string }>(`/organizations/${id}`));
    expect(back.name).toBe('Kept Inc');
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  }, 120_000);

  it('tells a second start on the same folder where the first one is, and one on a busy port that it is busy', async () => {
    const dir = newDataDir();
    const port = await freePort();
    const first = await start(dir, port, alone);
    const same = Product.spawn(dir, await freePort(), alone);
    expect(await same.ended).not.toBe(0);
    expect(same.said.join('\n')).toContain(first.url);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const busy = Product.spawn(newDataDir(), (taken.address() as { port: number }).port, alone);
    expect(await busy.ended).not.toBe(0);
    expect(busy.said.filter((line) => line.includes('port'))).toHaveLength(1);
    expect(busy.said.join('\n')).not.toContain('    at ');
    taken.close();
  }, 120_000);

  it('fills the demo whole, also when the first fill was killed', async () => {
    const dir = newDataDir();
    const port = await freePort();
    const cut = Product.spawn(dir, port);
    await cut.line(/^Filling the demo agency …/);
    await sleep(700);
    await cut.kill();
    const product = await start(dir, port, {});
    expect(product.said.join('\n')).toContain('begins anew');
    const password = product.demoPassword();
    expect(product.said.join('\n')).toContain(password);
    const owner = await Remote.signIn(product.url, 'owner@demo.longlist.example', password);
    expect(await owner.get('/candidates?total=true&limit=1')).toMatchObject({ total: 2000 });
    const other = await Remote.signIn(product.url, 'headhunter@other.longlist.example', password);
    expect(await other.get('/candidates?total=true&limit=1')).toMatchObject({ total: 100 });
    const page = await fetch(product.url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<div id="root">');
    expect(readFileSync(join(dir, 'demo-password'), 'utf8').trim()).toBe(password);
  }, 120_000);

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['HOST', { HOST: 'not a host' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['SECRET', { SECRET: 'short' }],
    ['DEMO', { DEMO: 'maybe' }],
    ['WORKER', { WORKER: 'yes' }],
    ['SMTP_URL', { SMTP_URL: 'http://mail' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'longlist' }],
    ['RATE_LIMIT', { RATE_LIMIT: 'off' }],
  ])('stops at a wrong %s with one line that names it', async (name, env: Record<string, string>) => {
    const product = Product.spawn(newDataDir(), 1, env);
    expect(await product.ended).toBe(1);
    expect(product.said).toHaveLength(1);
    expect(product.said[0]).toContain(name);
  });
});
