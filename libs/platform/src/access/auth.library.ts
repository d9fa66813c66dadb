import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { password } from '@domain/agencies/agency.js';
import type { Config } from '../config/config.js';
import { hashPassword, verifyPassword } from './auth.passwords.js';

/** Whom the library tells that someone asked for a new password, or got one. */
export type PasswordEvents = {
  asked(userId: string, token: string): Promise<void>;
  changed(userId: string): Promise<void>;
};

/** Header by which the handler passes the client's address on; it is never taken from outside. */
export const addressHeader = 'x-longlist-address';

/** How long the link of a mail for a new password is good, in seconds. */
export const resetSeconds = 3600;

/** The sign-in library, closed: no sign-up, no limiter and no log of its own, nothing told to its makers. */
export function openLibrary(pool: Pool, config: Pick<Config, 'publicUrl' | 'secret'>, events: PasswordEvents) {
  return betterAuth({
    appName: 'Longlist',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secret,
    database: pool,
    trustedOrigins: [config.publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    onAPIError: { throw: true },
    session: { expiresIn: 14 * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: password.min,
      maxPasswordLength: password.max,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: resetSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => events.asked(user.id, token),
      onPasswordReset: ({ user }) => events.changed(user.id),
    },
    plugins: [twoFactor({ issuer: 'Longlist' })],
    databaseHooks: {
      session: { create: { before: ({ userId }) => refuseSuspended(pool, userId) } },
    },
    advanced: {
      cookiePrefix: 'longlist',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  });
}

/** Who is suspended, or no longer a user anywhere, gets no session. */
async function refuseSuspended(pool: Pool, userId: string): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'active_member',
    text: 'select from member where auth_user_id = $1 and suspended_at is null',
    values: [userId],
  });
  if (rowCount === 0) throw new APIError('FORBIDDEN', { code: 'MEMBER_SUSPENDED', message: 'suspended' });
}
