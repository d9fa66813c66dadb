import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, newDataDir, Product } from './support/product.js';
import { writeRoster } from './support/roster.js';

const real = resolve('../shared/data/public/roster/authorships_2021_2023.csv.gz');
const mostMemoryMb = 300;

type Ran = { code: number; said: string; drawn: string; peakMb: number; seconds: number };

const [, ...command] = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { longlist: string } }
).scripts.longlist.split(' ');

describe.each(existsSync(real) ? ['made', 'real'] : ['made'])('longlist import of a %s roster', (roster) => {
  const dir = newDataDir();
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(dir, await freePort(), { DEMO: 'off', WORKER: roster === 'made' ? 'on' : 'off' });
    await product.found();
  }, 60_000);
  afterAll(() => product.stop());

  /** Runs the command beside the product, as a user would, and watches its memory. */
  async function run(...args: string[]): Promise<Ran> {
    const { PATH = '', HOME = '' } = process.env;
    const began = performance.now();
    const child = spawn(process.execPath, [...command, 'import', ...args], {
      env: { PATH, HOME, DATA_DIR: dir, DEMO: 'off' },
    });
    let [said, drawn, peakMb] = ['', '', 0];
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (drawn += piece.toString()));
    const watch = setInterval(() => {
      const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
      peakMb = Math.max(peakMb, Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024));
    }, 50);
    const code = await new Promise<number>((done) => child.once('close', (ended) => done(ended ?? -1)));
    clearInterval(watch);
    return { code, said, drawn, peakMb, seconds: (performance.now() - began) / 1000 };
  }

  type Expected = { rows: number; people: number; rejected: number };

  /** Imports the file, and with `again` once more. */
  async function walk(path: string, expected: Expected, again: boolean): Promise<void> {
    const words = [path, '--format', 'authorships', '--agency', 'the-first'];
    const first = await run(...words);
    expect(first).toMatchObject({ code: 0, drawn: expect.stringMatching(/Check 100 %[^]*Write 100 %/) });
    const joined = expected.rows - expected.people - expected.rejected;
    expect(first.said).toContain(
      `${expected.rows} rows: ${expected.people} created, ${joined} joined, 0 unchanged, ${expected.rejected} rejected`,
    );
    process.stdout.write(
      `  ${expected.rows} rows by the command: ${Math.round(expected.rows / first.seconds)} a second, ${first.peakMb} MB at most\n`,
    );
    expect(first.peakMb).toBeGreaterThan(50);
    expect(first.peakMb).toBeLessThan(mostMemoryMb);
    if (!again) return;
    const second = await run(...words);
    expect(second.said).toContain(
      `${expected.rows} rows: 0 created, 0 joined, ${expected.rows - expected.rejected} unchanged, ${expected.rejected} rejected`,
    );
  }

  it('says what became of each row, with a bar and in little memory', async () => {
    if (roster === 'real') return walk(real, { rows: 36_200, people: 22_646, rejected: 37 }, false);
    const path = join(mkdtempSync(join(tmpdir(), 'longlist-roster-')), 'roster.csv.gz');
    return walk(path, await writeRoster(path, { papers: 300, seed: 21 }), true);
  }, 300_000);

  if (roster === 'real') return;
  it.each([
    ['a file that is not there', ['nowhere.csv', '--format', 'csv', '--agency', 'the-first'], 'There is no file'],
    ['an agency that is not there', ['package.json', '--format', 'csv', '--agency', 'nobody'], 'There is no agency'],
    ['a format that is not known', ['package.json', '--format', 'xml', '--agency', 'the-first'], 'Usage'],
  ])('tells in a line of %s', async (_, args, told) => {
    const { code, drawn } = await run(...args);
    expect(code).toBe(1);
    expect(drawn).toContain(told);
    expect(drawn).not.toContain('    at ');
  });
});

if (!existsSync(real)) process.stdout.write('The real roster is not here: the made one stands in for it.\n');
