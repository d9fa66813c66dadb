import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '@domain/refusal.js';

/** Where the next page of one list in one order begins. */
export type Position = { key: string | number | boolean; id: string };

/** An opaque, signed cursor: it is good for the list, filters and order it was made for, and nothing can be read or guessed through it. */
export function sealCursor(position: Position, list: string, secret: string): string {
  const body = Buffer.from(JSON.stringify([position.key, position.id])).toString('base64url');
  return `${body}.${sign(body, list, secret)}`;
}

/** The position of a cursor. 400 when it was made elsewhere. */
export function openCursor(cursor: string, list: string, secret: string): Position {
  const [body = '', signature = ''] = cursor.split('.');
  const expected = sign(body, list, secret);
  if (signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) {
    const [key, id] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [Position['key'], string];
    return { key, id };
  }
  throw new Refusal('list.invalid-cursor', undefined, {
    errors: [
      { pointer: '?cursor', message: 'must be a cursor that this list answered, with the same filters and order' },
    ],
  });
}

function sign(body: string, list: string, secret: string): string {
  return createHmac('sha256', secret).update(`${list}\n${body}`).digest('base64url').slice(0, 22);
}
