import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

const dist = join(process.cwd(), 'apps/web/dist');
const html = { accept: 'text/html,*/*;q=0.8' };
const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const;

describe('the web as the API serves it', () => {
  let world: World;
  const get = (url: string, headers: Record<string, string>) =>
    world.app.inject({ method: 'GET', url, headers }).then((reply) => reply);
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  it.each(['/', '/candidates', '/searches/01900000-0000-7000-8000-000000000000/board?as=list'])(
    'answers a browser that asks for %s with the one page, packed as it can read',
    async (url) => {
      const plain = await get(url, html);
      expect([plain.statusCode, plain.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(plain.headers['cache-control']).toBe('no-cache');
      expect(plain.body).toContain('<div id="root">');
      for (const coding of ['br', 'gzip'] as const) {
        const packed = await get(url, { ...html, 'accept-encoding': coding });
        expect([packed.statusCode, packed.headers['content-encoding']]).toEqual([200, coding]);
        expect(unpack[coding](packed.rawPayload).toString()).toBe(plain.body);
      }
    },
  );

  it('answers scripts and styles packed, to be kept for good', async () => {
    const name = readdirSync(join(dist, 'assets')).find((file) => /^index-.*\.js$/.test(file)) ?? '';
    const script = await get(`/assets/${name}`, { 'accept-encoding': 'br, gzip' });
    expect([script.statusCode, script.headers['content-encoding']]).toEqual([200, 'br']);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toContain('javascript');
    expect((await get('/assets/nothing.js', {})).statusCode).toBe(404);
  });

  it('answers what is below /api, and who does not ask for a page, with a problem', async () => {
    for (const url of ['/api/nothing', '/api', '/api/v1/nothing']) {
      const { statusCode, headers } = await get(url, html);
      expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    }
    expect((await get('/nothing', { accept: 'application/json' })).statusCode).toBe(404);
    expect((await get('/..%2f..%2fpackage.json', html)).body).not.toContain('"dependencies"');
  });

  it('lets no page run what is not its own', async () => {
    const { headers } = await get('/', html);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
