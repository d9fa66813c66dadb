import { describe, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Chunk = { file: string; imports?: string[]; css?: string[]; isEntry?: boolean };

const dist = join(process.cwd(), 'apps/web/dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
const chunk = (key: string): Chunk => {
  const found = manifest[key];
  if (!found) throw new Error(`The build has no ${key}`);
  return found;
};

/** The keys of a chunk and of all that loads with it. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  chunk(key).imports?.forEach((next) => closure(next, seen));
  return seen;
}

/** Bytes of the files as sent with gzip. */
const gzipped = (files: Iterable<string>): number =>
  [...new Set(files)].reduce((sum, file) => sum + sizeOf(join(dist, file)), 0);
const sizeOf = (path: string): number =>
  statSync(statSync(`${path}.gz`, { throwIfNoEntry: false }) ? `${path}.gz` : path).size;
const js = (...keys: string[]) => gzipped(keys.flatMap((key) => [...closure(key)].map((one) => chunk(one).file)));
const css = (...keys: string[]) =>
  gzipped(keys.flatMap((key) => [...closure(key)].flatMap((one) => chunk(one).css ?? [])));

const kB = 1000;
const entry = 'index.html';
/** What every signed-in page loads besides its own code. */
const frame = [entry, 'src/app/shell/shell.tsx', 'src/locales/en.ts'];

const script = { budget: 225, bytes: () => js(entry) };
const style = { budget: 35, bytes: () => css(entry) };
const page = (file: string) => ({ budget: 290, bytes: () => js(...frame, file) });

/** At most so many kB, as sent with gzip. */
const bars = {
  'script of the entry': script,
  'style of the entry': style,
  home: page('src/home/home-page.tsx'),
  board: page('src/candidacies/board-page.tsx'),
  candidates: page('src/candidates/candidates-page.tsx'),
  'candidate profile': page('src/candidates/candidate-page.tsx'),
  'call list': page('src/call-lists/call-list-page.tsx'),
};

describe('the build', () => {
  it.each(Object.entries(bars))('%s stays within its bar', (name, { budget, bytes }) => {
    const size = bytes() / kB;
    process.stdout.write(`${name}: ${size.toFixed(1)} kB of ${budget}\n`);
    expect(size).toBeLessThanOrEqual(budget);
  });

  it('compresses every text file ahead', () => {
    const { file } = chunk(entry);
    expect(statSync(join(dist, `${file}.br`)).size).toBeLessThan(statSync(join(dist, `${file}.gz`)).size);
    expect(statSync(join(dist, 'index.html')).size).toBeGreaterThan(0);
  });
});
