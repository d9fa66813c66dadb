import { randomBytes, randomUUID } from 'node:crypto';
import type { Permission } from '@domain/access/permissions.js';
import { allPermissions } from '@domain/access/permissions.js';
import { clientRoles, type Role, rolePermissions, roles } from '@domain/access/roles.js';
import { keyHash } from '@platform/access/credentials.js';
import type { Agency, Member } from './agency.js';
import { type Answer, TestClient } from './client.js';
import type { Operation } from './openapi.js';

/** Who asks, and what the role file says about an operation for them. */
export type Caller = {
  readonly name: string;
  readonly client: TestClient;
  /** Present for the roles of an agency, whose calls may succeed. */
  readonly role?: Role;
  /** 401, 403 or `through`: past the guard. */
  readonly expected: (operation: Operation) => 401 | 403 | 'through';
};

const byRole =
  (role: Role) =>
  (operation: Operation): 403 | 'through' =>
    allowed(operation.permission, role) ? 'through' : 403;

/** Whether the one role file lets the role do this. */
export function allowed(permission: Operation['permission'], role: Role): boolean {
  return permission !== undefined && permission !== 'public' && rolePermissions[role].has(permission);
}

/** Everyone who may stand before an operation: nobody, each role, managers of two clients, a suspended user. */
export async function callersOf(agency: Agency): Promise<Caller[]> {
  const callers: Caller[] = [{ name: 'anonymous', client: agency.world.anonymous, expected: () => 401 }];
  for (const role of roles) {
    if (!clientRoles.includes(role)) {
      callers.push({ name: role, role, client: await agency.as(role), expected: byRole(role) });
      continue;
    }
    for (const which of ['of the presented client', 'of another client']) {
      callers.push({ name: `${role} ${which}`, role, client: await agency.member(role), expected: byRole(role) });
    }
  }
  const suspended = await agency.member('owner');
  await agency.world.owner.query('update member set suspended_at = now() where id = $1', [suspended.id]);
  return [...callers, { name: 'suspended owner', client: suspended, expected: () => 403 }];
}

/** What a success is, and otherwise what came instead. */
export function success({ status, text }: Answer<unknown>): string {
  return status >= 200 && status < 300 ? 'success' : `${status} ${text}`;
}

/** A key of the member with these permissions alone. */
export async function keyOf(member: Member, permissions: readonly Permission[]): Promise<TestClient> {
  const key = `ll_${randomBytes(32).toString('base64url')}`;
  const { agency } = member;
  await agency.insert('api_key', {
    name: `Key ${randomUUID()}`,
    prefix: key.slice(0, 8),
    key_hash: keyHash(key),
    permissions: [...permissions],
    member_id: member.id,
  });
  return new TestClient(agency.world.app, { authorization: `Bearer ${key}` });
}

/** All permissions but one. */
export function allBut(permission: Permission): Permission[] {
  return allPermissions.filter((one) => one !== permission);
}
