import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Embedded, joinEmbedded, startEmbedded } from './embedded.js';
import { AlreadyRunning } from './embedded-error.js';
import { isAlive, runningPostmaster } from './embedded-keeper.js';

const FIRST = 'http://127.0.0.1:3210';
const FAST = { fsync: 'off', shared_buffers: '16MB' };
const LOADER = new URL('../../../../test/support/typescript.mjs', import.meta.url).href;
const quiet = (): void => {};

let root: string;
let dir: string;
const children: ChildProcess[] = [];
const servers: Embedded[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'longlist embedded-'));
  chmodSync(root, 0o755);
  dir = join(root, 'data');
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of children.splice(0)) child.kill('SIGTERM');
  await until(() => !runningPostmaster(join(dir, 'postgres')));
  rmSync(root, { recursive: true, force: true });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error('It did not come about in 20 s');
}

function kill(pid: number | undefined): void {
  if (!pid) throw new Error('There is no such process');
  process.kill(pid, 'SIGKILL');
}

/** Serves `dir` from this process. */
async function serve(settings = {}, say: (line: string) => void = quiet): Promise<Embedded> {
  const server = await startEmbedded(dir, say, { ...FAST, ...settings });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', quiet);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Serves `dir` from a process of its own and answers the database's URL. */
async function serveElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const module = new URL('./embedded.ts', import.meta.url).href;
  const script = `import { startEmbedded } from ${JSON.stringify(module)};
    const { url, announce, stop } = await startEmbedded(${JSON.stringify(dir)}, () => {}, ${JSON.stringify(FAST)});
    announce('${FIRST}');
    process.on('SIGTERM', async () => { await stop(); process.exit(0); });
    setInterval(() => {}, 1000);
    console.log(url);`;
  const args = ['--import', LOADER, '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: String(line).trim() };
}

describe('the embedded database', () => {
  it('is made once, keeps its data and its port, and is down after stop', async () => {
    const lines: string[] = [];
    const first = await serve({}, (line) => lines.push(line));
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(runningPostmaster(join(dir, 'postgres'))).toBeUndefined();
    expect(existsSync(join(dir, 'postgres', 'postmaster.pid'))).toBe(false);

    const second = await serve({}, (line) => lines.push(line));
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(second.url).toBe(first.url);
    await second.stop();
    expect(lines.filter((line) => line.startsWith('Made the database'))).toHaveLength(1);
    expect(statSync(join(dir, 'database-password')).mode & 0o777).toBe(0o600);
  });

  it('speaks UTF-8 in an order that no machine changes, in UTC, on the loopback alone, to a login that is no superuser', async () => {
    const { url } = await serve();
    const [row] = await query(
      url.replace('longlist:', 'postgres:'),
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone, current_setting('jit') as jit,
        current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        (select rolsuper from pg_roles where rolname = 'longlist') as super,
        (select string_agg(name, ' ' order by name) from (values ('b'), ('a'), ('B'), ('ä'), ('赵')) as t(name)) as names,
        to_tsvector('simple', '赵宏') is distinct from '' as knows_chinese, lower('Ä') as low`,
    );
    expect(row).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      jit: 'off',
      addresses: '127.0.0.1',
      sockets: '',
      super: false,
      names: 'B a b ä 赵',
      knows_chinese: true,
      low: 'ä',
    });
  });

  it('tells a second start where the first one is, and lets others join it', async () => {
    const { url } = await serveElsewhere();
    const second = startEmbedded(dir, quiet, FAST);
    await expect(second).rejects.toThrow(new AlreadyRunning(FIRST));
    await expect(second).rejects.toThrow(`already running at ${FIRST}`);

    const joined = await joinEmbedded(dir, quiet);
    expect(joined.url).toBe(url);
    await joined.stop();
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('lets exactly one of two first starts at the same moment have the folder', async () => {
    const starts = await Promise.allSettled([1, 2].map(() => startEmbedded(dir, quiet, FAST)));
    const won = starts.filter((start) => start.status === 'fulfilled');
    const lost = starts.filter((start) => start.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(lost.map((start) => start.reason as unknown)).toEqual([expect.any(AlreadyRunning)]);
    expect(await query(won[0]?.value.url ?? '', 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await won[0]?.value.stop();
  });

  it('stops by itself when its process is killed, and the next start has the data', async () => {
    const { child, url } = await serveElsewhere();
    await query(url, 'create table kept as select generate_series(1, 1000) as n');
    child.kill('SIGKILL');

    const next = await serve();
    expect(await query(next.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    expect(readFileSync(join(dir, 'postgres.log'), 'utf8')).not.toContain('automatic recovery in progress');
  });

  it('is down shortly after its process is killed, without another start', async () => {
    const { child } = await serveElsewhere();
    child.kill('SIGKILL');
    await until(() => !runningPostmaster(join(dir, 'postgres')));
  });

  it('takes over the server when process and keeper are both killed', async () => {
    const { child, url } = await serveElsewhere();
    const keeper = Number(readFileSync(join(dir, 'postgres-keeper'), 'utf8'));
    const server = runningPostmaster(join(dir, 'postgres'));
    kill(keeper);
    child.kill('SIGKILL');
    await until(() => !isAlive(keeper));

    const next = await serve();
    expect(next.url).toBe(url);
    expect(runningPostmaster(join(dir, 'postgres'))?.pid).toBe(server?.pid);
    await next.stop();
    expect(runningPostmaster(join(dir, 'postgres'))).toBeUndefined();
  });

  it('gets a new keeper when the keeper is killed', async () => {
    const { url, stop } = await serve();
    const keeper = () => Number(readFileSync(join(dir, 'postgres-keeper'), 'utf8'));
    const killed = keeper();
    kill(killed);
    await until(() => keeper() !== killed);
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await stop();
    expect(runningPostmaster(join(dir, 'postgres'))).toBeUndefined();
  });

  it('is started again when PostgreSQL is killed: what was committed is there, and the folder is still ours', async () => {
    const { url } = await serve({ fsync: 'on' });
    await query(url, 'create table kept as select generate_series(1, 1000) as n');
    const killed = runningPostmaster(join(dir, 'postgres'))?.pid;
    kill(killed);
    await until(() =>
      query(url, 'select count(*)::int as n from kept').then(
        ([row]) => row?.['n'] === 1000,
        () => false,
      ),
    );
    expect(runningPostmaster(join(dir, 'postgres'))?.pid).not.toBe(killed);
    const isHeld = () =>
      query(url, `select from pg_locks where locktype = 'advisory'`).then((rows) => rows.length === 1);
    await until(isHeld);
    await expect(serve()).rejects.toThrow(AlreadyRunning);
  });

  it('starts after a crash that left the number of a process that is now another program', async () => {
    const first = await serve();
    const file = join(dir, 'postgres', 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, left.replace(/^\d+/, String(process.pid)));

    const next = await serve();
    expect(await query(next.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('says in one line why it cannot start', async () => {
    const impossible = serve({ shared_buffers: 'nonsense' });
    await expect(impossible).rejects.toThrow(/^The embedded database does not start: .*shared_buffers.*$/);
  });
});
