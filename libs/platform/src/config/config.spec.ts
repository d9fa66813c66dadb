import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';

const EXTERNAL = { DATABASE_URL: 'postgres://owner:pw@db/longlist', SECRET: 's'.repeat(32) };
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'longlist-config-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function faultOf(env: Record<string, string>): string {
  try {
    loadConfig({ DATA_DIR: dir, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('loadConfig', () => {
  it('stands on nothing but defaults with the embedded database', () => {
    const config = loadConfig({ DATA_DIR: dir });
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: dir,
      demo: true,
      worker: true,
      publicUrl: 'http://127.0.0.1:3000',
      logLevel: 'info',
      rateLimit: true,
      nodeEnv: 'production',
    });
    expect(config.databaseUrl).toBeUndefined();
  });

  it('makes the secrets once and keeps them for their owner alone', () => {
    const first = loadConfig({ DATA_DIR: dir });
    const second = loadConfig({ DATA_DIR: dir });
    expect(Buffer.from(first.secret, 'base64url')).toHaveLength(48);
    expect(second.secret).toBe(first.secret);
    expect(second.demoPassword).toBe(first.demoPassword);
    for (const name of ['secret', 'demo-password']) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dir, 'demo-password'), 'utf8').trim()).toBe(first.demoPassword);
  });

  it('makes an emptied secret file anew', () => {
    writeFileSync(join(dir, 'secret'), '');
    expect(loadConfig({ DATA_DIR: dir }).secret.length).toBeGreaterThanOrEqual(32);
  });

  it('takes another database with its own logins, without demo', () => {
    const config = loadConfig({ ...EXTERNAL, DATA_DIR: dir, APP_DATABASE_URL: 'postgresql://app:pw@db/longlist' });
    expect(config).toMatchObject({ demo: false, databaseUrl: EXTERNAL.DATABASE_URL, secret: EXTERNAL.SECRET });
    expect(config.demoPassword).toBeUndefined();
  });

  it('takes an empty value as unset', () => {
    expect(loadConfig({ DATA_DIR: dir, PORT: '', DATABASE_URL: ' ', SMTP_URL: '' }).port).toBe(3000);
  });

  it('allows RATE_LIMIT=off under test', () => {
    expect(loadConfig({ DATA_DIR: dir, NODE_ENV: 'test', RATE_LIMIT: 'off' }).rateLimit).toBe(false);
  });

  it('writes the public address without a slash at its end, and one that can be reached', () => {
    expect(loadConfig({ DATA_DIR: dir, PUBLIC_URL: 'https://x.example/' }).publicUrl).toBe('https://x.example');
    expect(loadConfig({ DATA_DIR: dir, HOST: '0.0.0.0', PORT: '81' }).publicUrl).toBe('http://127.0.0.1:81');
    expect(loadConfig({ DATA_DIR: dir, HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  it.each([
    ['PORT', { PORT: '80x' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '3e3' }],
    ['HOST', { HOST: 'a b' }],
    ['DATABASE_URL', { ...EXTERNAL, DATABASE_URL: 'mysql://x' }],
    ['DATABASE_URL', { ...EXTERNAL, DATABASE_URL: 'nonsense' }],
    ['APP_DATABASE_URL', { ...EXTERNAL, APP_DATABASE_URL: 'http://x' }],
    ['PORTAL_DATABASE_URL', { ...EXTERNAL, PORTAL_DATABASE_URL: 'x' }],
    ['AUTH_DATABASE_URL', { ...EXTERNAL, AUTH_DATABASE_URL: 'x' }],
    ['APP_DATABASE_URL', { APP_DATABASE_URL: 'postgres://a:b@c/d' }],
    ['DEMO', { DEMO: 'yes' }],
    ['DEMO', { ...EXTERNAL, DEMO: 'on' }],
    ['DEMO_PASSWORD', { DEMO_PASSWORD: 'short' }],
    ['SECRET', { SECRET: 'short' }],
    ['SECRET', { DATABASE_URL: EXTERNAL.DATABASE_URL }],
    ['WORKER', { WORKER: 'true' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example' }],
    ['S3_URL', { S3_URL: 'https://host/bucket' }],
    ['S3_URL', { S3_URL: 's3://pw:pw@host/bucket' }],
    ['S3_URL', { S3_URL: 'https://key:pw@host/' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'longlist.example' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['RATE_LIMIT', { RATE_LIMIT: 'off' }],
    ['RATE_LIMIT', { RATE_LIMIT: 'maybe' }],
    ['NODE_ENV', { NODE_ENV: 'staging' }],
    ['DATA_DIR', { DATA_DIR: '/dev/null/x' }],
  ])('refuses a wrong %s in one line that names it: %j', (name, env) => {
    const fault = faultOf(env);
    expect(fault).toMatch(new RegExp(`^${name} must [^\\n]+$`));
    expect(fault).not.toContain('pw@');
  });
});
