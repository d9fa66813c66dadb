import { type Actor, may } from '../access/policy.js';
import { clientRoles, type Role } from '../access/roles.js';
import { Refusal } from '../refusal.js';

/** The part of a user that rules look at. */
export type MemberFacts = {
  readonly id: string;
  readonly role: Role;
  readonly clientId: string | null;
  readonly suspendedAt: string | null;
};

/** Why this role and client do not go together: exactly the roles of a client name one. */
export function whyNotRole(role: Role, clientId: string | null | undefined): Refusal | undefined {
  const needs = clientRoles.includes(role);
  if (needs === (typeof clientId === 'string')) return undefined;
  const message = needs ? 'must name the client' : 'must be absent for this role';
  return new Refusal('member.client', undefined, { errors: [{ pointer: '/clientId', message }] });
}

/** Why the user cannot get this role. `activeOwners` are the ids of the owners who are not suspended. */
export function whyNotChangeRole(
  actor: Pick<Actor, 'memberId'>,
  member: MemberFacts,
  role: Role,
  activeOwners: readonly string[],
): Refusal | undefined {
  if (role === member.role) return undefined;
  if (member.id === actor.memberId) return new Refusal('member.self', 'Someone else changes your role.');
  return whyNotWithout(member, activeOwners);
}

/** Why the user cannot be suspended, or let in again. */
export function whyNotSuspend(
  actor: Pick<Actor, 'memberId'>,
  member: MemberFacts,
  suspended: boolean,
  activeOwners: readonly string[],
): Refusal | undefined {
  if ((member.suspendedAt !== null) === suspended) return new Refusal('member.state');
  if (member.id === actor.memberId) return new Refusal('member.self');
  return suspended ? whyNotWithout(member, activeOwners) : undefined;
}

function whyNotWithout(member: MemberFacts, activeOwners: readonly string[]): Refusal | undefined {
  return activeOwners.length === 1 && activeOwners[0] === member.id ? new Refusal('member.last-owner') : undefined;
}

/** What the actor may do with this user now: for `abilities`. */
export function memberAbilities(actor: Actor, member: Pick<MemberFacts, 'id' | 'suspendedAt'>): string[] {
  if (!may(actor, 'user.manage')) return [];
  if (member.id === actor.memberId) return ['edit'];
  return ['edit', 'changeRole', member.suspendedAt === null ? 'suspend' : 'resume'];
}
