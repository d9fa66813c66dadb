import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CsvMapping } from '@domain/imports/csv-fields.js';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { ImportFormat, ParsedRow } from '@domain/imports/imported-row.js';
import type { CsvInspection } from './csv.js';
import type { ParseFrame, ParseTask } from './parse-task.js';

/** What a parsing child may take: resident memory in bytes, and milliseconds without an answer while one is awaited. */
export interface ParseLimits {
  memory: number;
  silence: number;
}

export interface ParseOptions {
  format: ImportFormat;
  /** For csv; without it the header's guess holds. */
  mapping?: CsvMapping;
  /** The name that the user's file has, which tells conference and year of a json roster; by default that of the path. */
  fileName?: string;
  signal?: AbortSignal;
  /** Told before each batch which share of the file was read, 0 to 1. */
  onShare?: (share: number) => void;
  limits?: ParseLimits;
}

const LIMITS: ParseLimits = { memory: 260 * 1024 * 1024, silence: 10_000 };
const WATCH_EVERY = 50;
const HEAP_MB = 128;

const extension = extname(import.meta.url);
const CHILD = [
  '--permission',
  '--allow-fs-read=*',
  `--max-old-space-size=${HEAP_MB}`,
  '--max-semi-space-size=16',
  ...(extension === '.ts' ? ['--import', new URL('./from-source.mjs', import.meta.url).href] : []),
  fileURLToPath(new URL(`./child${extension}`, import.meta.url)),
];

/**
 * The rows of a file in batches of up to 1,000, in file order; every row of the file comes once, read or rejected. Parsing
 * runs in a child process that waits while a batch is being worked on and is killed when the loop ends or the signal
 * aborts. Throws `ImportRefusal` when the whole file is refused, and the signal's reason.
 */
export async function* parseFile(path: string, options: ParseOptions): AsyncGenerator<ParsedRow[], void, undefined> {
  const { format, mapping, fileName = basename(path) } = options;
  const task: ParseTask =
    format === 'csv'
      ? { kind: 'rows', format, path, ...(mapping && { mapping }) }
      : { kind: 'rows', format, path, fileName };
  for await (const frame of framesOf(task, options.limits ?? LIMITS, options.signal)) {
    if (!('rows' in frame)) continue;
    options.onShare?.(frame.share);
    yield frame.rows;
  }
}

/** Encoding, delimiter, header, up to 20 rows and the guessed mapping of a csv; throws `ImportRefusal`. */
export async function inspectCsv(path: string, signal?: AbortSignal): Promise<CsvInspection> {
  for await (const frame of framesOf({ kind: 'inspect', path }, LIMITS, signal)) {
    if ('inspection' in frame) return frame.inspection;
  }
  throw new ImportRefusal('import.failed', 'The file could not be read');
}

async function* framesOf(task: ParseTask, limits: ParseLimits, signal?: AbortSignal): AsyncGenerator<ParseFrame> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, CHILD, { env: {}, stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      complaint = error.message;
      resolve();
    });
  });
  const watch = watchOver(child, limits, signal);
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2_000)));
  child.stdin.on('error', () => undefined).end(JSON.stringify(task));
  try {
    for await (const frame of linesOf(child.stdout, watch)) {
      signal?.throwIfAborted();
      if ('refusal' in frame) throw new ImportRefusal(frame.refusal.code, frame.refusal.detail);
      if ('isEnd' in frame) return;
      yield frame;
    }
    await ended;
    signal?.throwIfAborted();
    if (watch.isOver() || child.signalCode) {
      throw new ImportRefusal('import.child-limits', 'Reading the file takes more memory or time than is allowed');
    }
    throw new ImportRefusal('import.failed', 'The file could not be read', { cause: new Error(complaint) });
  } finally {
    watch.stop();
    child.kill('SIGKILL');
    await ended;
  }
}

interface Watch {
  wait(): void;
  heard(): void;
  isOver(): boolean;
  stop(): void;
}

function watchOver(child: ChildProcess, limits: ParseLimits, signal?: AbortSignal): Watch {
  let silentSince: number | undefined;
  let isOver = false;
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setInterval(() => {
    const isSilent = silentSince !== undefined && performance.now() - silentSince > limits.silence;
    if (!isSilent && residentMemoryOf(child.pid) <= limits.memory) return;
    isOver = true;
    kill();
  }, WATCH_EVERY);
  signal?.addEventListener('abort', kill, { once: true });
  return {
    wait: () => (silentSince = performance.now()),
    heard: () => (silentSince = undefined),
    isOver: () => isOver,
    stop() {
      clearInterval(timer);
      signal?.removeEventListener('abort', kill);
    },
  };
}

/** Bytes; 0 where the system does not tell, and V8's own heap limit is the only bound. */
function residentMemoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function* linesOf(stdout: AsyncIterable<Buffer>, watch: Watch): AsyncGenerator<ParseFrame> {
  let parts: Buffer[] = [];
  watch.wait();
  for await (const chunk of stdout) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...parts, chunk.subarray(from, end)]);
      parts = [];
      from = end + 1;
      watch.heard();
      yield JSON.parse(line.toString()) as ParseFrame;
      watch.wait();
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
}
