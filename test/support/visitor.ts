import { createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Mail } from '@platform/mail/mail.js';
import { type Answer, TestClient } from './client.js';
import type { World } from './world.js';

/** Someone in a browser: keeps the cookies that they are given. */
export class Visitor extends TestClient {
  private readonly jar = new Map<string, string>();

  constructor(world: World) {
    super(world.app);
  }

  /** The cookies as the browser would send them. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  override async send<T>(
    method: string,
    url: string,
    sending: Parameters<TestClient['send']>[2] = {},
  ): Promise<Answer<T>> {
    const headers = { ...(this.jar.size > 0 && { cookie: this.cookie }), ...sending.headers };
    const answer = await super.send<T>(method, url, { ...sending, headers });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = '', ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (attributes.some((attribute) => /max-age=0/i.test(attribute))) this.jar.delete(name);
      else this.jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  }

  signIn(email: string, password: string): Promise<Answer<{ twoFactorRedirect: boolean; type?: string }>> {
    return this.post('/api/auth/sign-in/email', { email, password });
  }
}

/** The texts of the mails to an address, in the order in which they were sent. */
export async function mailsTo(world: World, email: string): Promise<string[]> {
  await world.app.get(Mail).settled();
  const folder = join(world.config.dataDir, 'mail');
  const names = await readdir(folder).catch(() => []);
  const letters = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
  return letters.filter((letter) => letter.includes(`To: ${email}`)).map(textOf);
}

function textOf(letter: string): string {
  const body = letter.slice(letter.indexOf('\n\n') + 2);
  if (/^content-transfer-encoding: base64/im.test(letter)) return Buffer.from(body, 'base64').toString();
  if (!/^content-transfer-encoding: quoted-printable/im.test(letter)) return body;
  const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'));
}

/** The six digits that an authenticator app would show now for the address of its set-up. */
export function totpOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const code = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(code % 1_000_000).padStart(6, '0');
}
