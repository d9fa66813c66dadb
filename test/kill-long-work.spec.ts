import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, newDataDir, Product, Remote, until } from './support/product.js';
import { writeRoster } from './support/roster.js';

type Work = { id: string; state: string; progress: number };
type Bulk = Work & { counts: { rows: number; done: number; unchanged: number } };
type Export = Work & { rows: number };

describe('long work of a process that is killed', () => {
  const dir = newDataDir();
  let port: number;
  let product: Product;
  let owner: Remote;
  let people: number;

  const again = async (): Promise<void> => {
    product = await Product.start(dir, port, { DEMO: 'off' });
    owner = await Remote.signIn(product.url, 'olga@example.com', 'a long enough password');
  };
  const reaches = <T extends Work>(path: string, state: string, seconds: number): Promise<T> =>
    until(async () => {
      const one = await owner.get<T>(path);
      return one.state === state ? one : undefined;
    }, seconds);
  const begins = (path: string): Promise<Work> =>
    until(async () => {
      const one = await owner.get<Work>(path);
      return one.state === 'running' && one.progress > 0 ? one : undefined;
    });

  beforeAll(async () => {
    port = await freePort();
    product = await Product.start(dir, port, { DEMO: 'off' });
    owner = await product.found();
    const path = join(mkdtempSync(join(tmpdir(), 'longlist-roster-')), 'roster.csv.gz');
    people = (await writeRoster(path, { papers: 2_500, seed: 5 })).people;
    const body = new FormData();
    body.set('format', 'authorships');
    body.set('file', new Blob([readFileSync(path)]), 'roster.csv.gz');
    const { id } = await owner.post<Work>('/imports', body);
    await reaches(`/imports/${id}`, 'checked', 60);
    await owner.post(`/imports/${id}/commit`);
    await reaches(`/imports/${id}`, 'done', 120);
  }, 240_000);
  afterAll(() => product.stop());

  it('goes on with a change of many where it was, and does it to each once', async () => {
    const tag = await owner.post<{ id: string }>('/settings/tags', { name: 'Everyone' });
    const { change } = await owner.post<{ change: Work }>('/candidates/bulk', {
      action: 'tag',
      tagId: tag.id,
      matching: {},
    });
    const path = `/candidates/bulk/${change.id}`;
    await begins(path);
    await product.kill();
    await again();
    const done = await reaches<Bulk>(path, 'done', 120);
    expect(done.counts).toMatchObject({ rows: people, done: people, unchanged: 0 });
    const { total } = await owner.get<{ total: number }>(`/candidates?tagId=${tag.id}&limit=1&total=true`);
    expect(total).toBe(Math.min(people, 10_000));
  }, 200_000);

  it('writes an export anew, and the file holds each row once', async () => {
    const { id } = await owner.post<Export>('/exports', { report: 'candidates', format: 'csv', columns: ['id'] });
    await product.kill();
    await again();
    const done = await reaches<Export>(`/exports/${id}`, 'done', 120);
    expect(done.rows).toBe(people);
    const file = await fetch(`${product.url}/api/v1/exports/${id}/file`, { headers: { cookie: owner.cookie } });
    const ids = (await file.text()).trimEnd().split('\r\n').slice(1);
    expect(new Set(ids).size).toBe(people);
    expect(ids).toHaveLength(people);
  }, 200_000);
});
