import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { keptSecret } from '../config/kept-secret.js';
import { AlreadyRunning, EmbeddedError } from './embedded-error.js';
import { isAlive, type KeeperTask, type Postmaster, runningPostmaster } from './embedded-keeper.js';
import { findPlace, makeOwned, moveUnlessThere, type Place, runBinary } from './embedded-place.js';

export interface Embedded {
  /** A login that owns the database `longlist` and is no superuser. */
  url: string;
  /** Keeps the address that a second start on the same folder is told. */
  announce(httpUrl: string): void;
  /** Stops PostgreSQL cleanly; answers when it is down, or after 8 s, when the keeper goes on alone. */
  stop(): Promise<void>;
}

interface Files {
  address: string;
  keeper: string;
  log: string;
  port: string;
}

/** What @types/pg leaves out: whether the connection keeps the process alive. */
type LockClient = Client & { ref(): void; unref(): void };

/** The key of the advisory lock that the one process serving a folder holds. */
const SERVING = [1_819_242_356, 1] as const;
const KEEPER_PATIENCE_MS = 10_000;
const SLOW_PATIENCE_MS = 60_000;
const SETTLE_MS = 500;
const STOP_PATIENCE_MS = 8_000;
const RETRY_MS = 200;
/** A process that is being killed still holds its lock for a moment. */
const SECOND_LOOK_MS = 250;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '100',
  wal_compression: 'on',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
};

/** Starts the PostgreSQL of `dataDir`, made at the first start, for this process alone; throws AlreadyRunning where another one serves the folder. It stops when this process ends, however it ends, and is started again when it dies. */
export async function startEmbedded(
  dataDir: string,
  say: (line: string) => void,
  settings: Record<string, string> = {},
): Promise<Embedded> {
  const place = await findPlace(dataDir, say);
  const password = keptSecret(dataDir, 'database-password', 24);
  const files = filesIn(dataDir);
  if (!existsSync(place.data)) createDatabase(place, password, settings['fsync'] === 'off' ? ['--no-sync'] : [], say);

  for (;;) {
    const server = await serverToAdopt(place.data, password, files);
    const port = server?.port ?? (await freePort(files.port));
    const task: KeeperTask = {
      ...place,
      settings: { ...SETTINGS, ...settings },
      port,
      adopt: server !== undefined,
      logFile: files.log,
      pidFile: files.keeper,
    };
    const keeper = await startKeeper(task);
    if (!keeper) continue;
    const url = urlOf(password, keeper.port);
    const lock = await holdLock(url);
    if (!lock) {
      keeper.abandon();
      throw new AlreadyRunning(readText(files.address));
    }
    rmSync(files.address, { force: true });
    return {
      url,
      announce: (httpUrl) => writeFileSync(files.address, `${httpUrl}\n`),
      stop: async () => {
        rmSync(files.address, { force: true });
        await lock.release();
        await keeper.stop();
      },
    };
  }
}

/** The PostgreSQL of `dataDir` beside the process that serves it, or started here when none does; `stop` ends only what was started here. */
export async function joinEmbedded(dataDir: string, say: (line: string) => void): Promise<Embedded> {
  try {
    return await startEmbedded(dataDir, say);
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    const { data } = await findPlace(dataDir, say);
    const server = runningPostmaster(data);
    if (!server) throw error;
    const url = urlOf(keptSecret(dataDir, 'database-password', 24), server.port);
    return { url, announce: () => {}, stop: () => Promise.resolve() };
  }
}

function filesIn(dataDir: string): Files {
  return {
    address: join(dataDir, 'address'),
    keeper: join(dataDir, 'postgres-keeper'),
    log: join(dataDir, 'postgres.log'),
    port: join(dataDir, 'postgres-port'),
  };
}

function createDatabase(place: Place, password: string, sync: string[], say: (line: string) => void): void {
  const began = performance.now();
  const draft = `${place.data}.${process.pid}`;
  const passwordFile = join(draft, 'password');
  const cluster = join(draft, 'cluster');
  makeOwned(draft, place.account);
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8'];
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    runBinary(place, 'initdb', [`--pgdata=${cluster}`, '--encoding=UTF8', ...locale, ...access, ...sync]);
    runBinary(
      place,
      'postgres',
      ['--single', '-D', cluster, 'postgres'],
      `create role longlist login createrole createdb password '${password}';\ncreate database longlist owner longlist;\n`,
    );
    moveUnlessThere(cluster, place.data);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  say(`Made the database in ${place.data} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

/** The server that an earlier process left behind, once its keeper had the time to stop it; none when there is no server. */
async function serverToAdopt(data: string, password: string, files: Files): Promise<Postmaster | undefined> {
  const began = Date.now();
  for (;;) {
    const server = runningPostmaster(data);
    if (!server) return undefined;
    const url = urlOf(password, server.port);
    if (await isServed(url)) {
      await sleep(SECOND_LOOK_MS);
      if (await isServed(url)) throw new AlreadyRunning(readText(files.address));
      continue;
    }
    const keeper = Number(readText(files.keeper) ?? 0);
    const patience = !server.ready ? SLOW_PATIENCE_MS : keeper && isAlive(keeper) ? KEEPER_PATIENCE_MS : SETTLE_MS;
    if (Date.now() - began > patience) return server;
    await sleep(50);
  }
}

interface Keeper {
  port: number;
  stop(): Promise<void>;
  /** Ends the keeper and leaves the server to the process that serves the folder. */
  abandon(): void;
}

/** A keeper whose server is ready; none where another process was faster to start one. */
async function startKeeper(task: KeeperTask): Promise<Keeper | undefined> {
  let stopping = false;
  let child = spawnKeeper(task);
  const exit = once(child, 'exit').then(() => 'failed');
  const lines = createInterface({ input: child.stdout });
  const said = await Promise.race([once(lines, 'line').then(([line]) => String(line)), exit]);
  if (said === 'taken') return undefined;
  if (!said.startsWith('ready ')) {
    throw new EmbeddedError(`The embedded database does not start: ${lastLineOf(task.logFile)}`);
  }
  const port = Number(said.slice('ready '.length));
  const watch = () => {
    child.stdout.resume();
    for (const handle of [child, child.stdin as Socket, child.stdout as Socket]) handle.unref();
    child.once('exit', () => {
      if (stopping) return;
      setTimeout(() => {
        if (stopping) return;
        child = spawnKeeper({ ...task, port, adopt: true });
        watch();
      }, RETRY_MS).unref();
    });
  };
  watch();
  return {
    port,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.ref();
      child.stdin.end();
      await Promise.race([ended, sleep(STOP_PATIENCE_MS, undefined, { ref: false })]);
    },
    abandon: () => {
      stopping = true;
      child.kill('SIGKILL');
    },
  };
}

function spawnKeeper(task: KeeperTask): ChildProcessByStdio<Writable, Readable, null> {
  const script = fileURLToPath(new URL(`./embedded-keeper${extname(import.meta.url)}`, import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    cwd: dirname(task.logFile),
    env: {},
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => {});
  return child;
}

async function isServed(url: string): Promise<boolean> {
  const client = newClient(url);
  try {
    await client.connect();
    const { rowCount } = await client.query(
      `select from pg_locks where locktype = 'advisory' and granted and classid = $1 and objid = $2`,
      [...SERVING],
    );
    return rowCount !== 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Holds the lock of the serving process, and takes it again after PostgreSQL died; none when another process holds it. */
async function holdLock(url: string): Promise<{ release(): Promise<void> } | undefined> {
  let released = false;
  let held = await lockedClient(url);
  if (!held) return undefined;
  const takeAgain = async () => {
    held = undefined;
    while (!released && !held) {
      await sleep(RETRY_MS, undefined, { ref: false });
      held = await lockedClient(url).catch(() => undefined);
    }
    if (released) await held?.end();
    else held?.once('end', () => void takeAgain());
  };
  held.once('end', () => void takeAgain());
  return {
    release: async () => {
      released = true;
      held?.ref();
      await held?.end();
    },
  };
}

async function lockedClient(url: string): Promise<LockClient | undefined> {
  const client = newClient(url) as LockClient;
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [...SERVING]);
    if (rows[0]?.held) {
      client.unref();
      return client;
    }
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  await client.end();
  return undefined;
}

function newClient(url: string): Client {
  const client = new Client({ connectionString: url, application_name: 'longlist serving', ssl: false });
  return client.on('error', () => {});
}

function urlOf(password: string, port: number): string {
  return `postgres://longlist:${password}@127.0.0.1:${port}/longlist`;
}

async function freePort(file: string): Promise<number> {
  const port = (await listenable(Number(readText(file) ?? 0))) ?? (await listenable(0));
  if (port === undefined) throw new EmbeddedError('No port is free on 127.0.0.1 for the embedded database');
  writeFileSync(file, `${port}\n`);
  return port;
}

async function listenable(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() || undefined : undefined;
}

function lastLineOf(logFile: string): string {
  return readText(logFile)?.split('\n').at(-1) ?? 'it said nothing';
}
