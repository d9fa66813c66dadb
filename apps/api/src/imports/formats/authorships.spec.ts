import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { ParsedRow } from '@domain/imports/imported-row.js';
import { writeRoster } from '../../../../../test/support/roster.js';
import { authorshipRows } from './authorships.js';
import { openText } from './text-input.js';

const realRoster = join(import.meta.dirname, '../../../../../../shared/data/public/roster');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longlist-roster-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(path: string): Promise<ParsedRow[]> {
  const found: ParsedRow[] = [];
  for await (const rows of authorshipRows(await openText(path), basename(path))) found.push(...rows);
  return found;
}

const idOf = (row: ParsedRow): string | undefined => row.person?.identifiers[0]?.value;
const openreviewIds = (row: ParsedRow): string[] =>
  (row.person?.identifiers ?? []).filter(({ kind }) => kind === 'openreview').map(({ value }) => value);

function countsOf(rows: ParsedRow[]) {
  return {
    rows: rows.length,
    people: new Set(rows.flatMap((row) => idOf(row) ?? [])).size,
    rejected: rows.filter(({ reject }) => reject).length,
  };
}

/** Compares rows of a json with those of the csv by key: the affiliation agrees, or is missing, or is wrong. */
function agreement(json: ParsedRow[], csv: ParsedRow[]) {
  const byKey = new Map(csv.map((row) => [row.key, row]));
  const counts = { rows: 0, agree: 0, missing: 0, wrong: 0, otherPerson: 0 };
  for (const row of json) {
    const twin = byKey.get(row.key);
    counts.rows += 1;
    const [mine, theirs] = [row.affiliations, twin?.affiliations].map((each) => JSON.stringify(each));
    if (mine === theirs) counts.agree += 1;
    else if (mine === undefined) counts.missing += 1;
    else counts.wrong += 1;
    if (!twin || !(openreviewIds(twin).some((id) => openreviewIds(row).includes(id)) || (row.reject && twin.reject))) {
      counts.otherPerson += 1;
    }
  }
  return counts;
}

describe('a roster of authorships', () => {
  it.each(['roster.csv', 'roster.csv.gz'])('is read whole from %s', async (name) => {
    const path = join(folder, name);
    const expected = await writeRoster(path, { papers: 400, seed: 7 });
    const rows = await rowsOf(path);
    expect(expected.rejected).toBeGreaterThan(5);
    expect(countsOf(rows)).toEqual({ rows: expected.rows, people: expected.people, rejected: expected.rejected });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(expected.rows);
    const unsure = rows.filter(({ affiliations }) => affiliations?.some(({ confidence }) => confidence === 'unsure'));
    expect(unsure.every(({ publication }) => publication?.venue !== 'corl')).toBe(true);
    expect(rows.some(({ affiliations }) => affiliations?.length === 2)).toBe(true);
  });

  it('is the same from json, where merged profiles stand in another order', async () => {
    const csv = join(folder, 'twin.csv');
    await writeRoster(csv, { papers: 700, seed: 11 });
    const rows = await rowsOf(csv);
    for (const meeting of ['corl2021', 'corl2023', 'iclr2021', 'icml2023']) {
      const json = join(folder, `${meeting}.json.gz`);
      const expected = await writeRoster(json, { papers: 700, seed: 11 });
      const found = await rowsOf(json);
      expect(countsOf(found)).toMatchObject({ rows: expected.rows, rejected: expected.rejected });
      const counts = agreement(found, rows);
      expect([meeting, counts.wrong, counts.otherPerson]).toEqual([meeting, 0, 0]);
      expect(counts.agree / counts.rows).toBeGreaterThan(0.98);
    }
  });

  it.each([
    ['import.not-authorships', 'roster.csv', 'Name,Email\nAda,a@example.org\n'],
    ['import.not-authorships', 'corl2023.json', '[1, 2'],
    ['import.not-authorships', 'corl2023.json', '{"papers": []}'],
    ['import.not-authorships', 'corl2023.json', '[{"name": "Ada"}]'],
    ['import.empty', 'corl2023.json', '[]'],
    ['import.venue-unknown', 'papers.json', '[{"id":"1","title":"T","author":"Ada","authorids":"~Ada1"}]'],
    ['import.too-large', 'corl2023.json', `[${' '.repeat(17 * 1024 * 1024)}]`],
  ])('is refused: %s for %s', async (code, name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    await expect(rowsOf(path)).rejects.toMatchObject({ code });
    await expect(rowsOf(path)).rejects.toBeInstanceOf(ImportRefusal);
  });

  it('accounts for papers that are no papers', async () => {
    const path = join(folder, 'corl2022.json');
    const paper = { id: '1', title: 'T', author: 'Ada;Bodo', authorids: '~Ada1;~Bodo1' };
    await writeFile(
      path,
      JSON.stringify([paper, 7, null, [], {}, { ...paper, authorids: '~Ada1' }, { ...paper, title: 3 }]),
    );
    const rows = await rowsOf(path);
    expect(rows.map(({ row, line, reject }) => [row, line, reject?.code])).toEqual([
      [1, 1, undefined],
      [2, 1, undefined],
      ...[2, 3, 4, 5, 6, 7].map((line) => [line + 1, line, 'authorship.unreadable']),
    ]);
  });

  it('does not mistake brackets in a title for depth', async () => {
    const path = join(folder, 'icml2023.json');
    const title = `${'['.repeat(40)} "quoted" \\ ${'{'.repeat(40)}`;
    await writeFile(path, JSON.stringify([{ id: '1', title, author: 'Ada', authorids: '~Ada1' }]));
    expect((await rowsOf(path))[0]?.publication?.title).toBe(title);
  });

  it('leaves the affiliation empty where columns have fewer entries than authors', async () => {
    const path = join(folder, 'nips2021.json');
    const columns = { aff: 'Tidewater AI', position: 'Researcher;Intern', aff_domain: 'a.org' };
    await writeFile(
      path,
      JSON.stringify([{ id: '1', title: 'T', author: 'Ada;Bodo', authorids: '~Ada1;~Bodo1', ...columns }]),
    );
    expect((await rowsOf(path)).map(({ affiliations }) => affiliations)).toEqual([undefined, undefined]);
  });

  if (existsSync(realRoster)) {
    it('accounts for all of the real one, and its json agrees', async () => {
      const rows = await rowsOf(join(realRoster, 'authorships_2021_2023.csv.gz'));
      expect(countsOf(rows)).toEqual({ rows: 36_200, people: 22_646, rejected: 37 });
      expect(rows.filter(({ publication, reject }) => reject ?? publication?.venue !== 'corl')).toHaveLength(33_250);
      expect(rows.filter(({ reject }) => reject?.code === 'authorship.several-people')).toHaveLength(36);
      for (const meeting of ['corl2021', 'corl2022', 'corl2023', 'iclr2021', 'nips2021', 'icml2023', 'emnlp2023']) {
        const counts = agreement(await rowsOf(join(realRoster, `json/${meeting}.json.gz`)), rows);
        console.log(`${meeting}: ${JSON.stringify(counts)}`);
        expect([meeting, counts.wrong, counts.missing, counts.otherPerson]).toEqual([meeting, 0, 0, 0]);
      }
    });
  } else {
    console.log('the real roster is not here: only the synthetic one is read');
  }
});
