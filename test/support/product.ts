import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const start = join(process.cwd(), 'apps/api/start.mjs');

/** A new folder for a product's data, with a space in its path. */
export function newDataDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'longlist start '));
  chmodSync(root, 0o755);
  const dir = join(root, 'its data');
  mkdirSync(dir);
  return dir;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the answer is not undefined; fails after `seconds`. */
export async function until<T>(ask: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(25)) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  throw new Error(`it did not come about in ${seconds} s`);
}

/** The whole product as a process of its own: what `npm start` runs. */
export class Product {
  readonly said: string[] = [];
  readonly ended: Promise<number>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly dataDir: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.said.push(...String(chunk).split('\n').filter(Boolean)));
    }
    this.ended = once(child, 'exit').then(([code, signal]) => (signal === null ? Number(code) : -1));
  }

  /** Starts it without waiting. Lines of the log are left out of what it says. */
  static spawn(dataDir: string, port: number, env: Record<string, string> = {}): Product {
    const { PATH = '', HOME = '', LANG = '' } = process.env;
    const child = spawn(process.execPath, [start], {
      env: { PATH, HOME, LANG, LOG_LEVEL: 'silent', DATA_DIR: dataDir, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Product(child, `http://127.0.0.1:${port}`, dataDir);
  }

  /** Starts it and waits until it says where it runs. */
  static async start(dataDir: string, port: number, env: Record<string, string> = {}): Promise<Product> {
    const product = Product.spawn(dataDir, port, env);
    await product.line(/^Longlist runs at /);
    return product;
  }

  /** The first line like this, said already or to come. */
  async line(pattern: RegExp): Promise<string> {
    const said = (): string | undefined => this.said.find((line) => pattern.test(line));
    const found = until(() => Promise.resolve(said()), 60);
    const over = this.ended.then((code) => {
      const last = said();
      if (last === undefined) throw new Error(`it ended with ${code}: ${this.said.join('\n')}`);
      return last;
    });
    return Promise.race([found, over]);
  }

  /** Asks it to stop; answers its exit code. */
  stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<number> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Makes the first agency by the printed link; answers a client of its owner. */
  async found(): Promise<Remote> {
    const link = new URL((await this.line(/^Make your agency at /)).replace('Make your agency at ', ''));
    const token = link.searchParams.get('token');
    const owner = { name: 'Olga Owner', email: 'olga@example.com', password: 'a long enough password' };
    const made = await fetch(`${this.url}/api/auth/welcome`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify({ token, agencyName: 'The First', ...owner }),
    });
    if (!made.ok) throw new Error(await made.text());
    return Remote.signIn(this.url, owner.email, owner.password);
  }

  /** The password of the demo's users. */
  demoPassword(): string {
    return readFileSync(join(this.dataDir, 'demo-password'), 'utf8').trim();
  }
}

/** A signed-in user over the network. */
export class Remote {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<Remote> {
    const answer = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
    return new Remote(url, cookies.join('; '));
  }

  /** Asks and answers what was answered; throws where no answer came, and where it was no success. */
  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const form = body instanceof FormData;
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    return this.send('POST', path, body, headers);
  }
}
