import type { Permission } from '../access/permissions.js';
import type { Actor } from '../access/policy.js';
import { Refusal } from '../refusal.js';

/** Why the actor cannot make a key with these permissions and this end: a key never does more than its maker. */
export function whyNotKey(
  actor: Pick<Actor, 'permissions'>,
  permissions: readonly Permission[],
  expiresAt: string | null | undefined,
  now: Date,
): Refusal | undefined {
  if (permissions.length === 0) return refuse('/permissions', 'must have at least one');
  const beyond = permissions.find((permission) => !actor.permissions.has(permission));
  if (beyond !== undefined) return refuse('/permissions', `must not have ${beyond}`);
  if (expiresAt && Date.parse(expiresAt) <= now.getTime()) {
    const errors = [{ pointer: '/expiresAt', message: 'must lie in the future' }];
    return new Refusal('value.out-of-range', undefined, { errors });
  }
  return undefined;
}

function refuse(pointer: string, message: string): Refusal {
  return new Refusal('api-key.permissions', undefined, { errors: [{ pointer, message }] });
}
