import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** What a request proves itself by: a session's token or the hash of an API key. */
export type Credentials = { session: string } | { key: string };

const cookieName = /(?:^|;\s*)(?:__Secure-)?longlist\.session_token=([^;]+)/;

/** Reads the cookie that sign-in set (checked by its signature) or `Authorization: Bearer ll_…`. */
export function credentialsOf(request: FastifyRequest, secret: string): Credentials | undefined {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    const key = /^Bearer (ll_[A-Za-z0-9_-]{20,100})$/.exec(authorization)?.[1];
    return key === undefined ? undefined : { key: keyHash(key) };
  }
  const value = cookieName.exec(cookie ?? '')?.[1];
  if (value === undefined) return undefined;
  const signed = decode(value);
  const dot = signed.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? { session: token } : undefined;
}

/** The form in which keys and one-time links are stored. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
