import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParsedRow } from '@domain/imports/imported-row.js';
import { writeRoster } from '../../../../../test/support/roster.js';
import { inspectCsv, parseFile, type ParseOptions } from './parse-file.js';

const archives = join(import.meta.dirname, '../../../../../../shared/data/badinput/archives');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longlist parse-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: string | Buffer, name = 'people.csv'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const people = (count: number): string =>
  `Name,Email\n${Array.from({ length: count }, (_, index) => `Person ${index},p${index}@example.org`).join('\n')}\n`;

async function rowsOf(path: string, options: ParseOptions): Promise<ParsedRow[]> {
  const found: ParsedRow[] = [];
  for await (const rows of parseFile(path, options)) found.push(...rows);
  return found;
}

/** The children of this process that run, by their ids. */
function children(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('formats/child') &&
          readFileSync(`/proc/${pid}/status`, 'utf8').includes(`PPid:\t${process.pid}\n`)
        );
      } catch {
        return false;
      }
    });
}

describe('parsing in a child', () => {
  it('gives rows in batches with the share that was read', async () => {
    const path = await fileOf(people(2_500));
    const [sizes, shares]: [number[], number[]] = [[], []];
    for await (const rows of parseFile(path, { format: 'csv', onShare: (share) => shares.push(share) }))
      sizes.push(rows.length);
    expect(sizes).toEqual([1_000, 1_000, 500]);
    expect(shares).toHaveLength(3);
    expect(shares.at(-1)).toBe(1);
    expect(children()).toEqual([]);
  });

  it('reads a packed roster by the name that the user gave it', async () => {
    const expected = await writeRoster(join(folder, 'corl2022.json.gz'), { papers: 140, seed: 3 });
    const upload = await fileOf(readFileSync(join(folder, 'corl2022.json.gz')), '0f3c');
    const rows = await rowsOf(upload, { format: 'authorships', fileName: 'corl2022.json.gz' });
    expect(rows).toHaveLength(expected.rows);
    expect(rows[0]?.key).toMatch(/^corl\/2022\//);
    await expect(rowsOf(upload, { format: 'authorships' })).rejects.toMatchObject({ code: 'import.venue-unknown' });
  });

  it('inspects a csv', async () => {
    const path = await fileOf(people(3));
    await expect(inspectCsv(path)).resolves.toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      header: ['Name', 'Email'],
    });
    await expect(inspectCsv(await fileOf(''))).rejects.toMatchObject({ code: 'import.empty' });
  });

  it('ends its child when the reader stops early, and when the signal aborts', async () => {
    const path = await fileOf(people(50_000));
    for await (const rows of parseFile(path, { format: 'csv' })) {
      expect(rows).toHaveLength(1_000);
      expect(children()).toHaveLength(1);
      break;
    }
    expect(children()).toEqual([]);
    const cancel = new AbortController();
    const reading = (async () => {
      for await (const rows of parseFile(path, { format: 'csv', signal: cancel.signal })) {
        if (rows[0]?.row === 1) cancel.abort(new Error('canceled by a colleague'));
      }
    })();
    await expect(reading).rejects.toThrow('canceled by a colleague');
    expect(children()).toEqual([]);
  });

  it('ends its child on the signal while the reader is busy', async () => {
    const cancel = new AbortController();
    const batches = parseFile(await fileOf(people(50_000)), { format: 'csv', signal: cancel.signal });
    await batches.next();
    expect(children()).toHaveLength(1);
    cancel.abort();
    for (let tries = 0; tries < 300 && children().length > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(children()).toEqual([]);
    await expect(batches.next()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('lets the child wait while a batch is worked on', async () => {
    const path = await fileOf(people(200_000));
    let shown = 0;
    for await (const rows of parseFile(path, { format: 'csv', onShare: (share) => (shown = share) })) {
      if (rows[0]?.row !== 1) break;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(shown).toBeLessThan(0.5);
  });

  it('ends a child that takes too much memory or time', async () => {
    const path = await fileOf(people(50_000));
    await expect(rowsOf(path, { format: 'csv', limits: { memory: 1, silence: 10_000 } })).rejects.toMatchObject({
      code: 'import.child-limits',
    });
    await expect(rowsOf(path, { format: 'csv', limits: { memory: 1e9, silence: 0 } })).rejects.toMatchObject({
      code: 'import.child-limits',
    });
    expect(children()).toEqual([]);
  });

  it.each([
    ['import.archive', 'a zip', Buffer.from('PK\u0003\u0004'.padEnd(200, '\0'))],
    ['import.archive', 'packed twice', gzipSync(gzipSync(people(3)))],
    ['import.archive', 'a packed zip', gzipSync(Buffer.from('PK\u0003\u0004'.padEnd(200, '\0')))],
    ['import.damaged', 'cut off', gzipSync(people(3_000)).subarray(0, 5_000)],
    ['import.too-large', 'a bomb of spaces', gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))],
    ['import.empty', 'nothing packed', gzipSync('')],
  ])('is refused, %s: %s', async (code, _, content) => {
    const path = await fileOf(content);
    await expect(rowsOf(path, { format: 'csv' })).rejects.toMatchObject({ code });
    await expect(rowsOf(path, { format: 'authorships' })).rejects.toMatchObject({ code });
  });

  it('survives json that nests without end', async () => {
    const path = await fileOf('['.repeat(15_000_000), 'corl2023.json');
    await expect(rowsOf(path, { format: 'authorships' })).rejects.toMatchObject({ code: 'import.not-authorships' });
  });

  it('says so when a file is not there', async () => {
    await expect(rowsOf(join(folder, 'missing'), { format: 'csv' })).rejects.toMatchObject({ code: 'import.failed' });
  });

  if (existsSync(archives)) {
    it('refuses every archive of the corpus', async () => {
      for (const name of readdirSync(archives)) {
        await expect(rowsOf(join(archives, name), { format: 'csv' })).rejects.toMatchObject({ code: 'import.archive' });
      }
    });
  } else {
    console.log('the archives are not here: only the synthetic ones are refused');
  }
});
