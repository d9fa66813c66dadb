import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { welcomeHours } from '@domain/agencies/agency.js';
import { keyHash } from '@platform/access/credentials.js';
import type { Clock } from '@platform/clock/clock.js';

/** A new one-time link that makes the first agency and its owner, good for 24 hours; links made before are void. `pool` is sign-in's. */
export async function welcomeLink(pool: Pool, publicUrl: string, clock: Clock): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(clock.now().getTime() + welcomeHours * 3_600_000).toISOString();
  await pool.query('delete from auth.welcome where used_at is null');
  await pool.query('insert into auth.welcome (token_hash, expires_at) values ($1, $2)', [keyHash(token), expiresAt]);
  return `${publicUrl}/welcome?token=${token}`;
}

/** Whether nobody founded an agency yet. */
export async function isNew(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query('select from agency limit 1');
  return rowCount === 0;
}
