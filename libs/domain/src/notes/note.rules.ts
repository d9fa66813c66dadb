import { type Actor, may } from '../access/policy.js';
import { Refusal } from '../refusal.js';
import type { NoteFacts } from './note.js';

/** Why the actor cannot change these fields of a note: text and visibility are the author's alone. */
export function whyNotChange(actor: Actor, note: NoteFacts, fields: readonly string[]): Refusal | undefined {
  const authors = ['body', 'document', 'visibility'].some((field) => fields.includes(field));
  return authors && note.authorId !== actor.memberId ? new Refusal('note.not-yours') : undefined;
}

/** What the actor may do with this note now: for `abilities`. */
export function noteAbilities(actor: Actor, note: NoteFacts): string[] {
  if (!may(actor, 'note.write', note)) return [];
  return [...(note.authorId === actor.memberId ? ['edit'] : []), 'pin', 'remove'];
}
