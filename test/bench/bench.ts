import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@platform/db/embedded.js';
import { copyOf, fill, type Ground, signIn } from './ground.js';
import { exporting } from './exporting.js';
import { copyBare, importOurs } from './importing.js';
import { load, median, type Shot } from './load.js';
import { type Served, serveBare, serveOurs, serveStart } from './processes.js';
import { board, create, deepPage, listPage, move, person, profile, searches, type Work } from './works.js';

/** A line of the table. `ours` and `bare` are requests a second unless the work says otherwise. */
type Line = { work: string; ours: number; bare: number; ratio: number; bar: string; ok: boolean };

type Side = { port: number; shot: (n: number) => Shot };

const turns = 3;
const turnSeconds = 2;
const lines: Line[] = [];
const began = performance.now();
const say = (text: string): void =>
  void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);

function note(work: string, ours: number, bare: number, least: number, most?: number): void {
  const ratio = most === undefined ? ours / bare : bare === 0 ? Number.NaN : ours / bare;
  const ok = most === undefined ? ratio >= least : ratio <= most;
  lines.push({ work, ours, bare, ratio, bar: most === undefined ? `≥ ${least}` : `≤ ${most}`, ok });
  say(`${work}: ${shown(ours)} to ${shown(bare)} = ${ratio.toFixed(2)} (${lines.at(-1)?.bar}${ok ? '' : ', missed'})`);
}

/** Loads both sides in turns; answers the middle rate of each. */
async function inTurns(one: Side, other: Side): Promise<[number, number]> {
  const rates: [number[], number[]] = [[], []];
  const numbers = [0, 0];
  for (let round = -1; round < turns; round += 1) {
    for (const [index, { port, shot }] of [one, other].entries()) {
      const seconds = round < 0 ? turnSeconds / 4 : turnSeconds;
      const { perSecond, failed } = await load(port, () => shot((numbers[index] = (numbers[index] ?? 0) + 1)), seconds);
      if (failed > 0) throw new Error(`${shot(0).method} ${shot(0).path}: ${failed} requests failed`);
      if (round >= 0) rates[index]?.push(perSecond);
    }
  }
  return [median(rates[0]), median(rates[1])];
}

const as =
  (headers: Record<string, string>, shot: (n: number) => Shot) =>
  (n: number): Shot => ({ ...shot(n), headers });

async function against(ours: Served, headers: Record<string, string>, bare: Served, work: Work): Promise<number> {
  const rates = await inTurns({ port: ours.port, shot: as(headers, work.ours) }, { port: bare.port, shot: work.bare });
  note(work.name, ...rates, work.bar);
  return rates[0];
}

/** The cursors of ten pages around page `number`. */
async function cursorsAt(port: number, headers: Record<string, string>, number: number): Promise<string[]> {
  const cursors: string[] = [];
  let cursor = '';
  for (let row = 0; cursors.length < 10;) {
    const limit = Math.min(200, Math.max(50, (number - 1) * 50 - row));
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/candidates?limit=${limit}&cursor=${cursor}`, {
      headers,
    });
    const { nextCursor } = (await answer.json()) as { nextCursor: string | null };
    if (nextCursor === null) break;
    cursor = nextCursor;
    row += limit;
    if (row >= (number - 1) * 50) cursors.push(cursor);
  }
  return cursors;
}

async function readAndWrite(ground: Ground, dataDir: string): Promise<void> {
  const bare = await serveBare(ground.url, ground.agencyId, ground.memberId);
  const ours = await serveOurs(ground.url, dataDir);
  const headers = await signIn(ours.port);
  const candidates =
    (await ground.owner.query<{ n: number }>('select count(*)::int as n from candidate')).rows[0]?.n ?? 0;
  const first = await against(ours, headers, bare, listPage);
  const number = Math.min(1000, Math.floor(candidates / 50 / 2));
  const deep = await against(ours, headers, bare, deepPage(number, await cursorsAt(ours.port, headers, number)));
  note(`page ${number.toLocaleString('en')} to page 1`, deep, first, 0.83);
  const { hit, miss, chinese, pinyin } = await searches(ground);
  const hits = await against(ours, headers, bare, hit);
  note('no hit to a hit', await against(ours, headers, bare, miss), hits, 1);
  await against(ours, headers, bare, chinese);
  await against(ours, headers, bare, pinyin);
  await against(ours, headers, bare, await profile(ground));
  await against(ours, headers, bare, await board(ground));
  await twoProcesses(ground, ours, headers, dataDir);
  await against(ours, headers, bare, create);
  await reset(ground);
  await against(ours, headers, bare, await move(ground));
  await Promise.all([ours.stop(), bare.stop()]);
}

/** What a test wrote goes before the next one, and the planner knows it. */
async function reset({ owner }: Ground): Promise<void> {
  await owner.query("delete from event where type = 'candidate.created' and at > now() - interval '10 minutes'");
  await owner.query("delete from candidate where display_name like 'Ada Bench%'");
  await owner.query('vacuum analyze');
}

async function twoProcesses(
  ground: Ground,
  one: Served,
  headers: Record<string, string>,
  dataDir: string,
): Promise<void> {
  const other = await serveOurs(ground.url, dataDir);
  const shot = as(headers, listPage.ours);
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < turns; round += 1) {
    alone.push((await load(one.port, shot, turnSeconds)).perSecond);
    const both = await Promise.all([one, other].map(({ port }) => load(port, shot, turnSeconds)));
    together.push(both.reduce((sum, { perSecond }) => sum + perSecond, 0));
  }
  await other.stop();
  note(
    `two processes to one (${availableParallelism()} cores for them, PostgreSQL and the load)`,
    median(together),
    median(alone),
    1.7,
  );
}

/** What ten times the rows cost: the same work on both bases, in turns. */
async function growth(small: Ground, large: Ground, dataDir: string): Promise<void> {
  const sides = await Promise.all(
    [large, small].map(async (ground) => {
      const server = await serveOurs(ground.url, dataDir);
      return { ground, server, headers: await signIn(server.port) };
    }),
  );
  for (const workOf of [() => Promise.resolve(listPage), person, move]) {
    const works = await Promise.all(sides.map(({ ground }) => workOf(ground)));
    const [big, little] = await inTurns(
      ...(sides.map(({ server, headers }, index) => ({
        port: server.port,
        shot: as(headers, (works[index] as Work).ours),
      })) as [Side, Side]),
    );
    note(`10 × the rows, time of: ${works[0]?.name}`, 1000 / big, 1000 / little, 0, 1.3);
  }
  await Promise.all(sides.map(({ server }) => server.stop()));
}

async function importing(small: Ground, clusterUrl: string, dataDir: string, rows: number): Promise<void> {
  const [into, beside] = [
    await copyOf(small, clusterUrl, 'import_ours'),
    await copyOf(small, clusterUrl, 'import_bare'),
  ];
  const { seconds, againSeconds, againUnchanged, peakMb } = await importOurs(into, dataDir, rows);
  const copied = await copyBare(into, beside);
  note(
    `import of ${rows.toLocaleString('en')} csv rows, checked and matched, seconds (bare: COPY)`,
    seconds,
    copied,
    0,
    2,
  );
  note('the import’s memory, MB (bar: 300)', peakMb, 300, 0, 1);
  note(`the same file again: rows unchanged (${againSeconds.toFixed(0)} s)`, againUnchanged, rows, 1);
  await Promise.all([into.owner.end(), beside.owner.end()]);
}

/** Ready from the second start on, in seconds; beside it the bar. */
async function starting(dataDir: string): Promise<void> {
  await (await serveStart(dataDir)).stop();
  const times: number[] = [];
  for (let round = 0; round < turns; round += 1) {
    const from = performance.now();
    const server = await serveStart(dataDir);
    times.push((performance.now() - from) / 1000);
    await server.stop();
  }
  note('start, seconds to ready (bar: 3)', median(times), 3, 0, 1);
}

const shown = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

function table(candidates: number): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores for the servers, PostgreSQL and the load, Node ${process.versions.node}`;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with ${candidates.toLocaleString('en')} candidates on ${machine}.`,
    '',
    '| Work | Longlist | bare | ratio | bar | |',
    '|---|--:|--:|--:|--:|---|',
    ...lines.map(
      ({ work, ours, bare, ratio, bar, ok }) =>
        `| ${work} | ${shown(ours)} | ${shown(bare)} | ${ratio.toFixed(2)} | ${bar} | ${ok ? '' : 'missed'} |`,
    ),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { candidates: { type: 'string', default: '100000' }, json: { type: 'string' }, keep: { type: 'string' } },
  });
  const candidates = Number(values.candidates);
  if (!Number.isInteger(candidates) || candidates < 5000)
    throw new Error('--candidates must be a whole number from 5000 on');
  const dir = mkdtempSync(join(tmpdir(), 'longlist-bench-'));
  chmodSync(dir, 0o755);
  const dataDir = join(dir, 'files');
  await starting(join(dir, 'start'));
  const server = await startEmbedded(join(dir, 'base'), say);
  try {
    const filled = async (name: string, count: number): Promise<Ground> => {
      const ground = await fill(server.url, name, count, say);
      say(`${name}: ${count.toLocaleString('en')} candidates`);
      return ground;
    };
    const small = await filled('small', candidates / 10);
    await importing(small, server.url, dataDir, candidates);
    const large = await filled('large', candidates);
    const exported = await exporting(large, dataDir);
    const what = `export of ${exported.rows.toLocaleString('en')} candidates as csv, seconds (bare: COPY TO)`;
    note(what, exported.seconds, exported.copied, 0, 2);
    note('the export’s memory, MB (bar: 200)', exported.peakMb, 200, 0, 1);
    await readAndWrite(large, dataDir);
    await growth(small, large, dataDir);
    await Promise.all([small.owner.end(), large.owner.end()]);
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  process.stdout.write(`${table(candidates)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(lines, null, 2)}\n`);
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(1);
});
