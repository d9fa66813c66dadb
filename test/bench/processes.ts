import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that answers on its own port. */
export type Served = { port: number; pid: number; stop(): Promise<void> };

/** Servers end with the benchmark, however it ends. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** The built API as it is run in production, on this database; limits a minute are off, for they are what a load would measure. */
export async function serveOurs(databaseUrl: string, dataDir: string, worker: 'on' | 'off' = 'off'): Promise<Served> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    RATE_LIMIT: 'off',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SECRET: 'the secret of a benchmark that nobody else uses',
    PORT: String(port),
    WORKER: worker,
  };
  return served(spawn(process.execPath, ['dist/apps/api/src/main.js'], { env, stdio: 'ignore' }), port, '/readyz');
}

/** The bare server on this database. */
export async function serveBare(databaseUrl: string, agency: string, member: string): Promise<Served> {
  const port = await freePort();
  const args = ['dist/test/bench/bare.js', databaseUrl, String(port), agency, member];
  return served(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }), port, '/ready');
}

/** The product as `npm start` starts it, with its own database in `dataDir`. */
export async function serveStart(dataDir: string): Promise<Served> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, DEMO: 'off', PORT: String(port) };
  return served(spawn(process.execPath, ['apps/api/start.mjs'], { env, stdio: 'ignore' }), port, '/readyz');
}

/** The most memory that a process has had, in MB; NaN where the system does not tell. */
export function peakMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}

async function served(child: ChildProcess, port: number, path: string): Promise<Served> {
  running.add(child);
  child.once('exit', () => running.delete(child));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode} before it was ready`);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) break;
    await sleep(10);
  }
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
