import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the keeper is told as its one argument, in JSON. */
export interface KeeperTask {
  /** The folder of the database, an absolute path. */
  data: string;
  /** The folder that holds `bin/postgres`. */
  native: string;
  settings: Record<string, string>;
  port: number;
  /** A server that already runs is taken over; without it the keeper answers `taken` and ends. */
  adopt: boolean;
  logFile: string;
  /** Holds the number of the keeper's process from the moment that the server is ready. */
  pidFile: string;
  account?: { uid: number; gid: number };
}

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const PAUSE_MS = 100;
const QUICK_PAUSE_MS = 10;
const START_PATIENCE_MS = 5_000;
const STOP_PATIENCE_MS = 60_000;
const LOG_BYTES_KEPT = 5_000_000;

/** The server that `postmaster.pid` in the folder names, when its process lives; a file left behind by a process that is now another program is removed. */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, folder, , port, , , , status] = readFileSync(file, 'utf8').split('\n');
  if (!pid || !folder || !isAlive(Number(pid))) return undefined;
  const command = commandOf(Number(pid));
  if (command !== undefined) {
    if (!isPostgres(command)) {
      rmSync(file, { force: true });
      return undefined;
    }
    const isOurs = command.includes(folder) && (folder === data || !existsSync(folder));
    if (!isOurs) return undefined;
  }
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
}

function isPostgres(command: string): boolean {
  const program = command.split(process.platform === 'linux' ? '\0' : ' -D ')[0] ?? '';
  return basename(program).startsWith('postgres');
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') {
    const { status, stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return status === 0 ? stdout : undefined;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Keeps one PostgreSQL running until its own standard input closes, however the process at the other end died. */
async function keep(task: KeeperTask): Promise<void> {
  let stopping = false;
  let wasReady = false;
  let child: ChildProcess | undefined;
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const stop = () => {
    stopping = true;
    askToStop(task, child);
  };
  process.stdout.on('error', () => {});
  process.stdin.on('close', stop).on('error', stop).resume();
  process
    .on('SIGTERM', stop)
    .on('SIGINT', () => {})
    .on('SIGHUP', () => {});

  const patienceEnds = Date.now() + START_PATIENCE_MS;
  while (!stopping) {
    const found = runningPostmaster(task.data);
    if (found && !wasReady && !task.adopt) {
      tell('taken');
      return;
    }
    child = found ? undefined : startServer(task);
    const pid = found?.pid ?? child?.pid;
    while (pid !== undefined && (child ? runs(child) : runningPostmaster(task.data)?.pid === pid)) {
      const server = wasReady ? undefined : runningPostmaster(task.data);
      if (server?.pid === pid && server.ready) {
        wasReady = true;
        writeFileSync(task.pidFile, `${process.pid}\n`);
        tell(`ready ${server.port}`);
      }
      await sleep(wasReady ? PAUSE_MS : QUICK_PAUSE_MS);
    }
    if (stopping) break;
    if (!wasReady && Date.now() > patienceEnds) {
      // On a slow machine the server of another process can come up while the one started here finds the folder taken.
      tell(!task.adopt && runningPostmaster(task.data) ? 'taken' : 'failed');
      return;
    }
    await sleep(PAUSE_MS);
  }
  const stopEnds = Date.now() + STOP_PATIENCE_MS;
  while (((child && runs(child)) || runningPostmaster(task.data)) && Date.now() < stopEnds) await sleep(QUICK_PAUSE_MS);
}

function runs(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function startServer(task: KeeperTask): ChildProcess {
  if (existsSync(task.logFile) && statSync(task.logFile).size > LOG_BYTES_KEPT) {
    renameSync(task.logFile, `${task.logFile}.1`);
  }
  const log = openSync(task.logFile, 'a', 0o600);
  const settings = Object.entries(task.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(task.native, 'bin', 'postgres'), ['-D', task.data, '-p', String(task.port), ...settings], {
    ...task.account,
    cwd: task.native,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child.on('error', () => {});
}

function askToStop(task: KeeperTask, child: ChildProcess | undefined): void {
  const pid = child && runs(child) ? child.pid : runningPostmaster(task.data)?.pid;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn(join(task.native, 'bin', 'pg_ctl'), ['stop', '-D', task.data, '-m', 'fast', '-W'], { stdio: 'ignore' });
  } else {
    process.kill(pid, 'SIGINT');
  }
}

if (import.meta.main) {
  void keep(JSON.parse(process.argv[2] ?? '{}') as KeeperTask).then(() => process.exit());
}
