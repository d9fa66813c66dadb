import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@domain/refusal.js';
import type { CheckAnswer, CheckTask } from './checked-file.js';

/** What a checking child may take: resident memory in bytes, and milliseconds once it has started. */
export type CheckLimits = { readonly memory: number; readonly time: number };

const limitsByDefault: CheckLimits = { memory: 300 * 1024 * 1024, time: 10_000 };
type Media = Exclude<CheckAnswer, { refusal: unknown }>['media'];

const watchEvery = 50;
const startsWithin = 60_000;
const mostAtOnce = 2;

const child = fileURLToPath(new URL(`./check-file.child${extname(import.meta.url)}`, import.meta.url));

let running = 0;
const queue: (() => void)[] = [];

/**
 * Looks at a file from outside in a child process with limits: what it is by its content. A picture is made anew in its
 * place. 422 at `/file` for what is not taken, is damaged, carries programs, or takes too much to be read.
 */
export async function checkFile(path: string, limits: CheckLimits = limitsByDefault): Promise<Media> {
  const looked = await lookForPdf(path);
  if (looked !== undefined) return mediaOf(looked);
  if (running >= mostAtOnce) await new Promise<void>((free) => queue.push(free));
  running += 1;
  const clean = `${path}.clean`;
  try {
    const answer = await ask({ path, clean }, limits);
    if ('rewritten' in answer && answer.rewritten) await rename(clean, path);
    return mediaOf(answer);
  } finally {
    running -= 1;
    queue.shift()?.();
    await rm(clean, { force: true });
  }
}

function mediaOf(answer: CheckAnswer): Media {
  if (!('refusal' in answer)) return answer.media;
  throw new Refusal(answer.refusal, undefined, { errors: [{ pointer: '/file', message: answer.message }] });
}

/** A PDF is known by its first and last bytes: nothing parses it here, so it needs no child. Undefined for another file. */
async function lookForPdf(path: string): Promise<CheckAnswer | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, 16));
    const tail = Buffer.alloc(Math.min(size, 2048));
    await file.read(head, 0, head.length, 0);
    if (!head.toString('latin1').startsWith('%PDF-')) return undefined;
    await file.read(tail, 0, tail.length, size - tail.length);
    const whole =
      /^%PDF-[12]\.\d/.test(head.toString('latin1')) && /startxref\s+\d+\s+%%EOF\s*$/.test(tail.toString('latin1'));
    return whole ? { media: 'pdf', rewritten: false } : { refusal: 'file.damaged', message: 'is damaged or cut off' };
  } finally {
    await file.close();
  }
}

/** The child reads everything, writes beside the file alone, and has nothing of our environment. */
function ask(task: CheckTask, { memory, time }: CheckLimits): Promise<CheckAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<CheckAnswer>();
  const flags = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${dirname(task.path)}`, '--allow-addons'];
  const began = spawn(
    process.execPath,
    [...flags, '--disable-warning=SecurityWarning', '--max-old-space-size=128', child],
    {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const said: Buffer[] = [];
  const kill = (): void => void began.kill('SIGKILL');
  let timer = setTimeout(kill, startsWithin);
  const watch = setInterval(() => {
    if (residentMemoryOf(began.pid) > memory) kill();
  }, watchEvery);
  began.stdout.once('data', () => {
    clearTimeout(timer);
    timer = setTimeout(kill, time);
  });
  began.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  began.stdin.on('error', () => undefined).end(JSON.stringify(task));
  began.once('error', reject);
  began.once('close', (code) => {
    clearTimeout(timer);
    clearInterval(watch);
    if (code === 0) resolve(JSON.parse(Buffer.concat(said).toString()) as CheckAnswer);
    else resolve({ refusal: 'file.limits', message: 'takes too much to be read' });
  });
  return promise;
}

/** Bytes; 0 where the system does not tell, and the limits of time and of V8's heap are the only bounds. */
function residentMemoryOf(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
