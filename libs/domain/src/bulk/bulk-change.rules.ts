import type { Permission } from '../access/permissions.js';
import type { Actor } from '../access/policy.js';
import { Refusal } from '../refusal.js';
import { passable, type Transitions } from '../transitions.js';
import type { BulkAction, BulkState } from './bulk-change.js';

/** What is done with a long change → where it leads. */
export const bulkTransitions = {
  begin: { from: ['queued'], to: 'running', needs: 'candidate.edit' },
  finish: { from: ['running'], to: 'done', needs: 'candidate.edit' },
  fail: { from: ['queued', 'running', 'undoing'], to: 'failed', needs: 'candidate.edit' },
  cancel: { from: ['queued', 'running'], to: 'canceled', needs: 'candidate.edit' },
  undo: { from: ['done', 'canceled', 'failed'], to: 'undoing', needs: 'candidate.edit' },
  finishUndo: { from: ['undoing'], to: 'undone', needs: 'candidate.edit' },
} as const satisfies Transitions<BulkState>;

/** What an action needs of the one who asks for it. */
export const bulkNeeds: Readonly<Record<BulkAction, Permission>> = {
  tag: 'candidate.edit',
  untag: 'candidate.edit',
  owner: 'candidate.edit',
  archive: 'candidate.edit',
  restore: 'candidate.edit',
  task: 'task.write',
  add_to_search: 'candidacy.add',
};

/** Whether an action has an opposite: people who stand on a search leave it by an exit with a reason, one by one. */
export function isUndoable(action: BulkAction): boolean {
  return action !== 'add_to_search';
}

/** Why a change cannot be taken back. */
export function whyNotUndo(action: BulkAction): Refusal | undefined {
  return isUndoable(action) ? undefined : new Refusal('bulk-change.not-undoable');
}

/** What the actor may do with their change now: for `abilities`. */
export function bulkAbilities(actor: Actor, state: BulkState, action: BulkAction, done: number): string[] {
  return passable(actor, bulkTransitions, state).filter(
    (name) => name === 'cancel' || (name === 'undo' && isUndoable(action) && done > 0),
  );
}

/** What is asked of many. */
export type BulkAsked = {
  readonly action: BulkAction;
  readonly ids?: readonly string[] | undefined;
  readonly matching?: object | undefined;
  readonly tagId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly searchId?: string | null | undefined;
  readonly title?: string | null | undefined;
};

/** Why this cannot be asked: it names whom by ids or by a question, and what its action needs. */
export function whyNotAsk(asked: BulkAsked): Refusal | undefined {
  if ((asked.ids === undefined) === (asked.matching === undefined)) {
    return fault('request.invalid', '/ids', 'either ids or matching says whom');
  }
  switch (asked.action) {
    case 'tag':
    case 'untag':
      return asked.tagId ? undefined : fault('reference.unknown', '/tagId', 'names the tag');
    case 'owner':
      return asked.ownerId === undefined
        ? fault('reference.unknown', '/ownerId', 'names the colleague, or is null')
        : undefined;
    case 'add_to_search':
      return asked.searchId ? undefined : fault('reference.unknown', '/searchId', 'names the search');
    case 'task':
      return asked.title ? undefined : fault('request.invalid', '/title', 'says what is to be done');
    default:
      return undefined;
  }
}

function fault(code: 'request.invalid' | 'reference.unknown', pointer: string, message: string): Refusal {
  return new Refusal(code, undefined, { errors: [{ pointer, message }] });
}
