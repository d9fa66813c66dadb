import { type Actor, may } from '../access/policy.js';
import { clientRoles, type Role } from '../access/roles.js';
import { Refusal } from '../refusal.js';
import type { SubjectType } from '../notes/subject.js';
import type { TaskFacts } from './task.js';

/** Why a done task cannot be changed. */
export function whyNotChange(task: TaskFacts): Refusal | undefined {
  return task.doneAt === null ? undefined : new Refusal('task.done');
}

/** Why a task cannot become done (or open again). */
export function whyNotComplete(task: TaskFacts, done: boolean): Refusal | undefined {
  return (task.doneAt !== null) === done ? new Refusal('task.state') : undefined;
}

/** Why this user cannot be given a task: suspended, of a client, or not there at all. */
export function whyNotAssign(member: { role: Role; suspended: boolean } | undefined): Refusal | undefined {
  const errors = (message: string) => ({ errors: [{ pointer: '/assigneeId', message }] });
  if (!member) return new Refusal('reference.unknown', undefined, errors('does not exist'));
  return member.suspended || clientRoles.includes(member.role)
    ? new Refusal('task.assignee', undefined, errors('is not a colleague at work'))
    : undefined;
}

/** Why the two halves of a subject do not go together: both or none. */
export function whyNotAbout(type: SubjectType | null | undefined, id: string | null | undefined): Refusal | undefined {
  if ((type ?? null) !== null && (id ?? null) === null) return half('/subjectId');
  if ((type ?? null) === null && (id ?? null) !== null) return half('/subjectType');
  return undefined;
}

function half(pointer: string): Refusal {
  return new Refusal('request.invalid', undefined, {
    errors: [{ pointer, message: 'subjectType and subjectId go together' }],
  });
}

/** What the actor may do with this task now: for `abilities`. */
export function taskAbilities(actor: Actor, task: TaskFacts): string[] {
  if (!may(actor, 'task.write')) return [];
  return task.doneAt === null ? ['edit', 'complete', 'remove'] : ['reopen', 'remove'];
}
