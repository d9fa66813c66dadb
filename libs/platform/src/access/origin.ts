import type { FastifyRequest } from 'fastify';
import { Refusal } from '@domain/refusal.js';

/** A cookie is sent by any page; only our own, at `publicUrl` or at the host asked, may change something with it. */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  const known = [host, new URL(publicUrl).host];
  if (!URL.canParse(origin) || !known.includes(new URL(origin).host)) {
    throw new Refusal('access.denied', 'This origin may not act for you.');
  }
}
