import { Refusal } from '../refusal.js';
import type { Permission } from './permissions.js';
import { rolePermissions, type Role } from './roles.js';

/** Who acts. The permissions of a key narrow those of its member; `system` is a job of the agency itself. */
export type Actor = {
  readonly kind: 'member' | 'api_key' | 'system';
  readonly agencyId: string;
  readonly memberId: string | null;
  readonly sessionId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly clientId: string | null;
  readonly timeZone: string;
  readonly permissions: ReadonlySet<Permission>;
};

/** The permissions of a role, narrowed by those of a key where there is one. */
export function permissionsOf(role: Role, key: readonly string[] | null): ReadonlySet<Permission> {
  const all = rolePermissions[role];
  return key === null ? all : new Set([...all].filter((permission) => key.includes(permission)));
}

/** What a row says about who may change it; absent properties decide nothing. */
export type Owned = {
  readonly id?: string;
  readonly authorId?: string | null;
  readonly memberId?: string | null;
  readonly assigneeId?: string | null;
  readonly createdBy?: string | null;
  readonly visibility?: string;
};

type RowRule = (actor: Actor, row: Owned) => boolean;

const isManager = (actor: Actor): boolean => actor.role === 'owner' || actor.role === 'admin';

/** Row rules beyond the role: permission → who may, of those who have it. */
const rowRules: Partial<Record<Permission, RowRule>> = {
  'note.read': (actor, note) => note.visibility !== 'private' || note.authorId === actor.memberId,
  'note.write': (actor, note) =>
    note.authorId === undefined ||
    note.authorId === actor.memberId ||
    (isManager(actor) && note.visibility !== 'private'),
};

/** Whether the actor may do this, to this row where one is given. The one place that says so. */
export function may(actor: Actor, permission: Permission, row?: Owned): boolean {
  if (!actor.permissions.has(permission)) return false;
  const rule = rowRules[permission];
  return row === undefined || rule === undefined || rule(actor, row);
}

/** What was done, and by whom. */
type Done = { readonly memberId: string | null };

/** Whether the actor may take back what was done with this permission: what they did themselves, or a colleague's by `colleagues`. */
export function mayTakeBack(
  actor: Actor,
  permission: Permission,
  done: Done,
  colleagues: Permission = 'candidacy.void',
): boolean {
  return may(actor, permission) && (done.memberId === actor.memberId || may(actor, colleagues));
}

/** Refuses with 403 what the actor may not take back. */
export function mustTakeBack(
  actor: Actor,
  permission: Permission,
  done: Done,
  colleagues: Permission = 'candidacy.void',
): void {
  must(actor, permission);
  if (done.memberId !== actor.memberId) must(actor, colleagues);
}

/** Refuses with 403 what the actor may not do. */
export function must(actor: Actor, permission: Permission, row?: Owned): void {
  if (!may(actor, permission, row)) throw new Refusal('access.denied', undefined, { permission });
}
