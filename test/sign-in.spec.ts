import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMigrations } from 'better-auth/db/migration';
import { Auth } from '@platform/access/auth.js';
import { FoundAgency } from '../apps/api/src/agencies/found-agency.js';
import { sessionCookie } from './support/client.js';
import { mailsTo, totpOf, Visitor } from './support/visitor.js';
import { World } from './support/world.js';

const password = 'a long enough password';

type Problem = { type: string; errors?: { pointer: string }[] };

/** A new agency whose owner signs in with `password`. */
async function owner(world: World, locale: 'en' | 'zh' | 'de' = 'en'): Promise<{ email: string; agencyId: string }> {
  const email = `${randomUUID()}@example.com`;
  const found = await world.app
    .get(FoundAgency)
    .found({ name: 'Northern Search', locale, owner: { name: 'Wei Lin', email, password } });
  const { rows } = await world.owner.query<{ agency_id: string }>('select agency_id from member where id = $1', [
    found.id,
  ]);
  return { email, agencyId: rows[0]?.agency_id ?? '' };
}

async function signedIn(world: World): Promise<{ visitor: Visitor; email: string }> {
  const { email } = await owner(world);
  const visitor = new Visitor(world);
  expect((await visitor.signIn(email, password)).status).toBe(200);
  return { visitor, email };
}

const me = async (visitor: Visitor): Promise<number> => (await visitor.get('/api/v1/me')).status;
const session = async (visitor: Visitor): Promise<number> => (await visitor.get('/api/auth/get-session')).status;

describe('sign-in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('needs nothing of the database that is not there', async () => {
    const { toBeAdded, toBeCreated } = await getMigrations(world.app.get(Auth).library.options);
    expect([toBeAdded, toBeCreated]).toEqual([[], []]);
  });

  it('takes the right password in any writing of the address, and tells who one is', async () => {
    const { email } = await owner(world);
    const visitor = new Visitor(world);
    const answer = await visitor.signIn(` ${email.toUpperCase()} `, password);
    expect([answer.status, answer.body]).toEqual([200, { twoFactorRedirect: false }]);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^longlist\.session_token=.*HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect((await visitor.get<{ email: string; role: string }>('/api/v1/me')).body).toMatchObject({
      email,
      role: 'owner',
      twoFactor: false,
      agency: { name: 'Northern Search', timeZone: 'UTC', currency: 'CNY' },
    });
  });

  it('refuses a wrong password and an unknown address in the same bytes', async () => {
    const { email } = await owner(world);
    const wrong = await new Visitor(world).signIn(email, 'not the password');
    const unknown = await new Visitor(world).signIn('nobody@example.com', 'not the password');
    expect(wrong.status).toBe(401);
    expect(wrong.body.type).toBe('urn:longlist:sign-in.failed');
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('knows no other path of the library, and nobody signs up', async () => {
    const values = { name: 'X', email: 'x@example.com', password };
    for (const path of ['sign-up/email', 'update-user', 'delete-user', 'two-factor/send-otp', 'ok']) {
      const answer = await world.anonymous.post<Problem>(`/api/auth/${path}`, values);
      expect([path, answer.status, answer.body.type]).toEqual([path, 404, 'urn:longlist:resource.not-found']);
    }
    expect((await world.anonymous.get('/api/auth/list-sessions')).status).toBe(404);
  });

  it('names the field that is wrong', async () => {
    const bad = await world.anonymous.post<Problem>('/api/auth/sign-in/email', { email: 'no', password: 7, x: 1 });
    expect(bad.status).toBe(400);
    expect(bad.body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/email', '/password', '/x']);
    const odd = await world.anonymous.post('/api/auth/reset-password', { token: 'a\u0000', newPassword: password });
    expect(odd.status).toBe(400);
  });

  it('does not act for the pages of others', async () => {
    const { visitor, email } = await signedIn(world);
    const headers = { origin: 'https://elsewhere.example' };
    const foreign = await visitor.post<Problem>('/api/auth/revoke-sessions', {}, { headers });
    expect([foreign.status, foreign.body.type]).toEqual([403, 'urn:longlist:access.denied']);
    const entering = await new Visitor(world).post('/api/auth/sign-in/email', { email, password }, { headers });
    expect(entering.status).toBe(403);
    expect(await me(visitor)).toBe(200);
    const own = { origin: world.config.publicUrl };
    expect((await visitor.post('/api/auth/sign-out', {}, { headers: own })).status).toBe(200);
  });

  it('our guard and the library agree on sessions that are valid, signed out, expired, altered', async () => {
    const { visitor, email } = await signedIn(world);
    expect([await me(visitor), await session(visitor)]).toEqual([200, 200]);

    const other = new Visitor(world);
    await other.signIn(email, password);
    const { cookie } = other;
    expect((await other.post('/api/auth/sign-out')).status).toBe(200);
    expect(other.cookie).toBe('');
    const replayed = { headers: { cookie } };
    expect((await other.get('/api/v1/me', replayed)).status).toBe(401);
    expect((await other.get('/api/auth/get-session', replayed)).status).toBe(401);
    expect([await me(visitor), await session(visitor)]).toEqual([200, 200]);

    const value = decodeURIComponent(visitor.cookie.slice('longlist.session_token='.length));
    const [token = '', signature = ''] = value.split('.');
    const altered = [`${token}x.${signature}`, `${token}.${signature.slice(1)}A`, token, `.${signature}`, '%'];
    for (const text of altered) {
      const headers = { cookie: `longlist.session_token=${encodeURIComponent(text)}` };
      const statuses = [
        (await world.anonymous.get('/api/v1/me', { headers })).status,
        (await world.anonymous.get('/api/auth/get-session', { headers })).status,
      ];
      expect([text, ...statuses]).toEqual([text, 401, 401]);
    }
    expect(visitor.cookie).toBe(sessionCookie(token, world.config.secret));

    await world.auth.query(`update auth.session set "expiresAt" = now() - interval '1 second' where token = $1`, [
      token,
    ]);
    expect([await me(visitor), await session(visitor)]).toEqual([401, 401]);
  });

  it('signs out everywhere', async () => {
    const { visitor, email } = await signedIn(world);
    const phone = new Visitor(world);
    await phone.signIn(email, password);
    expect((await visitor.post('/api/auth/revoke-sessions')).status).toBe(200);
    expect([await me(visitor), await me(phone)]).toEqual([401, 401]);
  });

  it('changes the password for the one who knows it, and ends the other sessions', async () => {
    const { visitor, email } = await signedIn(world);
    const phone = new Visitor(world);
    await phone.signIn(email, password);
    const url = '/api/auth/change-password';
    const wrong = await visitor.post<Problem>(url, { currentPassword: 'not this one', newPassword: `${password}!` });
    expect([wrong.status, wrong.body.type]).toEqual([422, 'urn:longlist:password.wrong']);
    const short = await visitor.post<Problem>(url, { currentPassword: password, newPassword: 'short' });
    expect(short.body.errors?.[0]?.pointer).toBe('/newPassword');
    expect((await world.anonymous.post(url, { currentPassword: password, newPassword: `${password}!` })).status).toBe(
      401,
    );
    const changed = await visitor.post(url, { currentPassword: password, newPassword: `${password}!` });
    expect(changed.status).toBe(200);
    expect([await me(visitor), await me(phone)]).toEqual([200, 401]);
    expect((await phone.signIn(email, password)).status).toBe(401);
    expect((await phone.signIn(email, `${password}!`)).status).toBe(200);
  });

  it('sends a link for a new password, which works once and ends all sessions', async () => {
    const { visitor, email } = await signedIn(world);
    const asked = await world.anonymous.post('/api/auth/request-password-reset', { email });
    const unknown = await world.anonymous.post('/api/auth/request-password-reset', { email: 'nobody@example.com' });
    expect([asked.status, asked.text]).toEqual([unknown.status, unknown.text]);
    const [letter = ''] = await mailsTo(world, email);
    const token = /\/reset-password\?token=(\S+)/.exec(letter)?.[1];
    expect(letter).toContain(`${world.config.publicUrl}/reset-password?token=`);
    const values = { token, newPassword: 'another long password' };
    expect((await world.anonymous.post('/api/auth/reset-password', values)).status).toBe(200);
    expect(await me(visitor)).toBe(401);
    expect((await visitor.signIn(email, password)).status).toBe(401);
    expect((await visitor.signIn(email, 'another long password')).status).toBe(200);
    const again = await world.anonymous.post<Problem>('/api/auth/reset-password', values);
    expect([again.status, again.body.type]).toEqual([409, 'urn:longlist:reset.invalid']);
    expect(await mailsTo(world, email)).toHaveLength(2);
    expect(await mailsTo(world, 'nobody@example.com')).toEqual([]);
  });

  it('keeps mail that was not sent from other users of the machine', async () => {
    const { email } = await owner(world);
    await world.anonymous.post('/api/auth/request-password-reset', { email });
    await mailsTo(world, email);
    const folder = join(world.config.dataDir, 'mail');
    const files = await readdir(folder);
    expect(files[0]).toMatch(/^\d{4}-\d\d-\d\dT.*Z-[0-9a-f]{8}\.eml$/);
    for (const name of files) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  });

  it('writes in the language of the one it writes to', async () => {
    const { email } = await owner(world, 'zh');
    await world.anonymous.post('/api/auth/request-password-reset', { email });
    expect((await mailsTo(world, email))[0]).toContain('链接一小时内有效');
  });

  it('sets up an authenticator app and asks for its code from then on', async () => {
    const { visitor, email } = await signedIn(world);
    const wrong = await visitor.post<Problem>('/api/auth/two-factor/enable', { password: 'not this one' });
    expect(wrong.body.type).toBe('urn:longlist:password.wrong');
    const setUp = await visitor.post<{ totpURI: string; backupCodes: string[] }>('/api/auth/two-factor/enable', {
      password,
    });
    const { totpURI, backupCodes } = setUp.body;
    expect(totpURI).toMatch(/^otpauth:\/\/totp\/Longlist/);
    expect((await new Visitor(world).signIn(email, password)).body.twoFactorRedirect).toBe(false);
    const off = await visitor.post<Problem>('/api/auth/two-factor/verify-totp', { code: '000000' });
    expect([off.status, off.body.type]).toEqual([422, 'urn:longlist:two-factor.code']);
    expect((await visitor.post('/api/auth/two-factor/verify-totp', { code: totpOf(totpURI) })).status).toBe(200);
    expect((await visitor.get<{ twoFactor: boolean }>('/api/v1/me')).body.twoFactor).toBe(true);

    const phone = new Visitor(world);
    expect((await phone.signIn(email, password)).body).toEqual({ twoFactorRedirect: true });
    expect(await me(phone)).toBe(401);
    expect((await phone.post('/api/auth/two-factor/verify-totp', { code: '12345' })).status).toBe(422);
    expect((await phone.post('/api/auth/two-factor/verify-totp', { code: totpOf(totpURI) })).status).toBe(200);
    expect(await me(phone)).toBe(200);

    const lost = new Visitor(world);
    await lost.signIn(email, password);
    const code = backupCodes[0];
    expect((await lost.post('/api/auth/two-factor/verify-backup-code', { code })).status).toBe(200);
    expect(await me(lost)).toBe(200);
    const again = new Visitor(world);
    await again.signIn(email, password);
    expect((await again.post('/api/auth/two-factor/verify-backup-code', { code })).status).toBe(422);
    const stranger = await world.anonymous.post<Problem>('/api/auth/two-factor/verify-totp', { code: '123456' });
    expect([stranger.status, stranger.body.type]).toEqual([401, 'urn:longlist:two-factor.expired']);

    expect((await visitor.post('/api/auth/two-factor/disable', { password })).status).toBe(200);
    expect((await new Visitor(world).signIn(email, password)).body.twoFactorRedirect).toBe(false);
  });

  it('keeps passwords as argon2id', async () => {
    const { email } = await owner(world);
    const { rows } = await world.auth.query<{ password: string }>(
      'select a.password from auth.account a join auth."user" u on u.id = a."userId" where u.email = $1',
      [email],
    );
    expect(rows[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('sends cookies over https alone where the product is reached by https', async () => {
    const secure = await World.open({ PUBLIC_URL: 'https://longlist.example' });
    try {
      const { email } = await owner(secure);
      const visitor = new Visitor(secure);
      const answer = await visitor.signIn(email, password);
      expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-longlist\.session_token=.*Secure/);
      expect(await me(visitor)).toBe(200);
    } finally {
      await secure.close();
    }
  });
});

describe('limits of sign-in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ RATE_LIMIT: 'on' });
  });
  afterAll(() => world.close());

  it('ten wrong passwords close an account for a quarter of an hour, also to the right one, and no other account', async () => {
    const { email } = await owner(world);
    const other = await owner(world);
    const attempts = await Promise.all(
      Array.from({ length: 14 }, () => new Visitor(world).signIn(email, 'not the password')),
    );
    const statuses = attempts.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
    const closed = await new Visitor(world).signIn(email, password);
    expect([closed.status, closed.body.type]).toEqual([429, 'urn:longlist:rate.exceeded']);
    expect(Number(closed.headers['retry-after'])).toBeGreaterThan(800);
    expect((await new Visitor(world).signIn(other.email, password)).status).toBe(200);
    const { rows } = await world.auth.query<{ text: string }>('select f::text as text from auth.failure f');
    expect(JSON.stringify(rows)).not.toContain(email);
    await world.auth.query(
      `update auth.failure set moments = array(select m - interval '16 minutes' from unnest(moments) m)`,
    );
    expect((await new Visitor(world).signIn(email, password)).status).toBe(200);
  });

  it('a success forgets the failures before it', async () => {
    const { email } = await owner(world);
    for (let round = 0; round < 2; round += 1) {
      for (let turn = 0; turn < 9; turn += 1) await new Visitor(world).signIn(email, 'not the password');
      expect((await new Visitor(world).signIn(email, password)).status).toBe(200);
    }
  });

  it('one address tries sixty times a minute', async () => {
    const remoteAddress = '203.0.113.9';
    const statuses: number[] = [];
    for (let turn = 0; turn < 130; turn += 1) {
      const reply = await world.app.inject({
        method: 'POST',
        url: '/api/auth/two-factor/verify-totp',
        remoteAddress,
        payload: { code: '123456' },
      });
      statuses.push(reply.statusCode);
    }
    const refused = statuses.filter((status) => status === 429).length;
    expect(refused).toBeGreaterThanOrEqual(10);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
  });
});
