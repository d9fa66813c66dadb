import type { Actor } from '../access/policy.js';
import { may } from '../access/policy.js';
import { Refusal } from '../refusal.js';

type ContactFacts = { readonly archivedAt: string | null };

/** Why an archived contact cannot be changed. */
export function whyNotChangeContact(contact: ContactFacts): Refusal | undefined {
  return contact.archivedAt === null ? undefined : new Refusal('contact.archived');
}

/** What the actor may do with this contact now: for `abilities`. */
export function contactAbilities(actor: Actor, contact: ContactFacts): string[] {
  if (!may(actor, 'contact.edit')) return [];
  return contact.archivedAt === null ? ['edit', 'archive'] : ['restore'];
}
