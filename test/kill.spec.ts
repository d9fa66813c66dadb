import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, newDataDir, Product, Remote, until } from './support/product.js';
import { writeRoster } from './support/roster.js';

type Import = {
  id: string;
  state: string;
  progress: number;
  counts: { rows: number; created: number; joined: number; unchanged: number; rejected: number };
};
type Entry = { kind: string; toStageId: string };

const lanes = 10;
const candidaciesOfLane = 4;
const movesOfCandidacy = 25;

describe('a process that is killed', () => {
  const dir = newDataDir();
  let port: number;
  let product: Product;
  let owner: Remote;
  const again = async (): Promise<void> => {
    product = await Product.start(dir, port, { DEMO: 'off' });
    owner = await Remote.signIn(product.url, 'olga@example.com', 'a long enough password');
  };
  beforeAll(async () => {
    port = await freePort();
    product = await Product.start(dir, port, { DEMO: 'off' });
    owner = await product.found();
  }, 60_000);
  afterAll(() => product.stop());

  it('loses and doubles none of 1,000 moves that were acknowledged', async () => {
    const { id: organizationId } = await owner.post<{ id: string }>('/organizations', { kind: 'company', name: 'C' });
    const search = await owner.post<{ id: string; stages: { id: string; group: string }[] }>('/searches', {
      organizationId,
      title: 'A search',
      type: 'retained',
    });
    const [from, to] = search.stages.slice(0, 2).map(({ id }) => id) as [string, string];
    const people: string[] = [];
    for (let number = 0; number < lanes * candidaciesOfLane; number += 1) {
      people.push((await owner.post<{ id: string }>('/candidates', { displayName: `Person ${number}` })).id);
    }
    const { items } = await owner.post<{ items: { candidacyId: string }[] }>(`/searches/${search.id}/candidacies`, {
      candidateIds: people,
    });
    const work = items.map(({ candidacyId }) =>
      Array.from({ length: movesOfCandidacy }, (_, index) => ({
        candidacyId,
        stageId: index % 2 === 0 ? to : from,
        key: `${candidacyId}-${index}`,
      })),
    );
    let acknowledged = 0;
    const run = async (): Promise<void> => {
      await Promise.all(
        Array.from({ length: lanes }, async (_, lane) => {
          for (const moves of work.slice(lane * candidaciesOfLane, (lane + 1) * candidaciesOfLane)) {
            for (let move = moves[0]; move; move = moves[0]) {
              const { candidacyId, stageId, key } = move;
              await owner.post(`/candidacies/${candidacyId}/moves`, { stageId }, { 'idempotency-key': key });
              moves.shift();
              acknowledged += 1;
            }
          }
        }),
      );
    };
    const cut = run();
    await until(async () => Promise.resolve(acknowledged > 300 || undefined));
    await product.kill();
    await expect(cut).rejects.toThrow('fetch failed');
    expect(acknowledged).toBeLessThan(1_000);
    await again();
    await run();
    expect(acknowledged).toBe(1_000);
    for (const { candidacyId } of items) {
      const history = await owner.get<{ items: Entry[] }>(`/candidacies/${candidacyId}/history`);
      const moved = history.items.filter(({ kind }) => kind === 'moved');
      expect(moved).toHaveLength(movesOfCandidacy);
      expect(await owner.get(`/candidacies/${candidacyId}`)).toMatchObject({ stageId: to });
    }
  }, 120_000);

  it('goes on with an import where it was, and ends with each row once', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'longlist-roster-')), 'roster.csv.gz');
    const expected = await writeRoster(path, { papers: 1_500, seed: 11 });
    const upload = async (): Promise<Import> => {
      const body = new FormData();
      body.set('format', 'authorships');
      body.set('file', new Blob([readFileSync(path)]), 'roster.csv.gz');
      return owner.post<Import>('/imports', body);
    };
    const reaches = (id: string, state: string, seconds = 60): Promise<Import> =>
      until(async () => {
        const one = await owner.get<Import>(`/imports/${id}`);
        return one.state === state ? one : undefined;
      }, seconds);
    const { id } = await upload();
    await reaches(id, 'checked');
    await owner.post(`/imports/${id}/commit`);
    await until(async () => {
      const { progress } = await owner.get<Import>(`/imports/${id}`);
      return progress > 0 || undefined;
    });
    await product.kill();
    await again();
    expect((await owner.get<Import>(`/imports/${id}`)).state).toBe('committing');
    const done = await reaches(id, 'done', 120);
    expect(done.counts).toMatchObject({ rows: expected.rows, created: expected.people, rejected: expected.rejected });
    const { created, joined, unchanged, rejected } = done.counts;
    expect(created + joined + unchanged + rejected).toBe(expected.rows);
    const people = { total: expected.people };
    expect(await owner.get('/candidates?limit=1&total=true')).toMatchObject({ total: people.total + 40 });
    const second = await upload();
    const checked = await reaches(second.id, 'checked');
    expect(checked.counts).toMatchObject({ created: 0, joined: 0, rejected });
    expect(await owner.get('/candidates?limit=1&total=true')).toMatchObject({ total: people.total + 40 });
  }, 240_000);
});
