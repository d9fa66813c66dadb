import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addImport, runImport } from './support/imports.js';
import { writeRoster } from './support/roster.js';
import { World } from './support/world.js';

const real = resolve('../shared/data/public/roster/authorships_2021_2023.csv.gz');

describe('import of an authorship roster', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const count = async (agencyId: string, table: string, where = 'true'): Promise<number> => {
    const { rows } = await world.owner.query<{ n: number }>(
      `select count(*)::int as n from ${table} where agency_id = $1 and ${where}`,
      [agencyId],
    );
    return rows[0]?.n ?? 0;
  };

  async function walk(
    path: string,
    expected: { rows: number; people: number; rejected: number; positional?: number },
  ): Promise<void> {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const began = performance.now();
    const first = await addImport(world, headhunter, path, 'authorships');
    const checked = await runImport(world, headhunter, first, 'check');
    expect(checked.state).toBe('checked');
    expect(checked.counts).toMatchObject({
      rows: expected.rows,
      created: expected.people,
      rejected: expected.rejected,
      unchanged: 0,
    });
    const between = performance.now();
    const done = await runImport(world, headhunter, first, 'commit');
    process.stdout.write(
      `  ${expected.rows} rows: checked in ${Math.round(between - began)} ms, written in ${Math.round(performance.now() - between)} ms\n`,
    );
    expect(done.state).toBe('done');
    const { created, joined, unchanged, rejected } = done.counts;
    expect(created + joined + unchanged + rejected).toBe(expected.rows);
    expect(created).toBe(expected.people);
    expect(done.made.candidates).toBe(expected.people);
    expect(await count(agency.id, 'candidate')).toBe(expected.people);
    if (expected.positional !== undefined) {
      expect(await count(agency.id, 'affiliation', "confidence = 'sure'")).toBeGreaterThan(0);
      expect(
        await count(
          agency.id,
          'candidate_identifier',
          "confidence = 'sure' and kind in ('orcid', 'dblp', 'google_scholar')",
        ),
      ).toBeGreaterThan(0);
    }

    const tables = [
      'candidate',
      'organization',
      'affiliation',
      'publication',
      'authorship',
      'candidate_identifier',
      'event',
    ];
    const before = await Promise.all(
      tables.map((table) => count(agency.id, table, table === 'event' ? "type not like 'import.%'" : 'true')),
    );
    const second = await addImport(world, headhunter, path, 'authorships');
    const again = await runImport(world, headhunter, second, 'check');
    expect(again.counts).toEqual({
      rows: expected.rows,
      created: 0,
      joined: 0,
      unchanged: expected.rows - expected.rejected,
      rejected: expected.rejected,
    });
    await runImport(world, headhunter, second, 'commit');
    expect(
      await Promise.all(
        tables.map((table) => count(agency.id, table, table === 'event' ? "type not like 'import.%'" : 'true')),
      ),
    ).toEqual(before);

    const undone = await runImport(world, headhunter, first, 'undo');
    expect(undone).toMatchObject({ state: 'undone', keptEdited: 0 });
    for (const table of [
      'candidate',
      'organization',
      'affiliation',
      'publication',
      'authorship',
      'candidate_identifier',
      'candidate_search',
      'import_key',
    ]) {
      expect([table, await count(agency.id, table)]).toEqual([table, 0]);
    }
  }

  it('accounts for every row, changes nothing the second time, and undo leaves nothing', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'roster-')), 'authorships.csv.gz');
    const expected = await writeRoster(path, { papers: 300, seed: 7 });
    await walk(path, expected);
  });

  it('is checked once by two workers at the same time', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const path = join(await mkdtemp(join(tmpdir(), 'roster-')), 'authorships.csv');
    const expected = await writeRoster(path, { papers: 1_500, seed: 5 });
    const id = await addImport(world, headhunter, path, 'authorships');
    const checked = await Promise.all([
      runImport(world, headhunter, id, 'check'),
      runImport(world, headhunter, id, 'check'),
    ]);
    const done = checked.find(({ state }) => state === 'checked');
    expect(done?.counts).toMatchObject({ rows: expected.rows, created: expected.people, rejected: expected.rejected });
    const { rows } = await world.owner.query<{ n: number }>(
      'select count(*)::int as n from import_row where import_id = $1',
      [id],
    );
    expect(rows[0]?.n).toBe(expected.rows);
  }, 60_000);

  it('keeps what someone has worked on, and says so', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const path = join(await mkdtemp(join(tmpdir(), 'roster-')), 'authorships.csv');
    const { people } = await writeRoster(path, { papers: 20, seed: 3 });
    const id = await addImport(world, headhunter, path, 'authorships');
    await runImport(world, headhunter, id, 'check');
    await runImport(world, headhunter, id, 'commit');
    const { rows } = await world.owner.query<{ id: string; version: number }>(
      'select id, version from candidate where agency_id = $1 order by id limit 3',
      [agency.id],
    );
    const [edited, noted, barred] = rows;
    await headhunter.patch(`/api/v1/candidates/${edited?.id}`, edited?.version ?? 1, { headline: 'Met in Vienna' });
    await headhunter.post('/api/v1/notes', {
      subjectType: 'candidate',
      subjectId: noted?.id,
      visibility: 'agency',
      body: 'Call in May.',
    });
    const { rows: employers } = await world.owner.query<{ id: string }>(
      'select id from organization where agency_id = $1 order by id limit 1',
      [agency.id],
    );
    for (const on of [{ candidateId: barred?.id }, { organizationId: employers[0]?.id }]) {
      const values = { level: 'block', reason: 'own_decision', ...on };
      expect((await headhunter.post('/api/v1/off-limits-policies', values)).status).toBe(201);
    }
    const undone = await runImport(world, headhunter, id, 'undo');
    expect(undone.state).toBe('undone');
    expect(undone.keptEdited).toBeGreaterThanOrEqual(2);
    expect(await count(agency.id, 'candidate')).toBe(3);
    expect(await count(agency.id, 'off_limits_policy')).toBe(2);
    expect(people).toBeGreaterThan(3);
    const kept = await headhunter.get<{ headline: string }>(`/api/v1/candidates/${edited?.id}`);
    expect(kept.body.headline).toBe('Met in Vienna');
  });

  if (existsSync(real)) {
    it('takes the real roster: 36,200 rows, 22,646 people, 37 rejected', async () => {
      let peak = 0;
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100);
      await walk(real, { rows: 36_200, people: 22_646, rejected: 37, positional: 33_250 });
      clearInterval(watch);
      process.stdout.write(`  peak memory of the process with its test runner: ${Math.round(peak / 1024 / 1024)} MB\n`);
    }, 300_000);
  } else process.stdout.write('The real roster is not here: the synthetic one stands in for it.\n');
});
