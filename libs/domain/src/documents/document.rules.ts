import { type Actor, may } from '../access/policy.js';
import { Refusal } from '../refusal.js';
import { type DocumentFacts, type DocumentKind, type DocumentMedia, mediaOf } from './document.js';

/** Whether the actor sees documents of this kind: an offer's letter says what it pays. */
export function seesKind(actor: Actor, kind: DocumentKind): boolean {
  return kind !== 'offer_letter' || may(actor, 'offer.read');
}

/** What kind a document is: the letter of an offer is one. */
export function kindOf(asked: DocumentKind | undefined, offerId: string | undefined): DocumentKind {
  return offerId === undefined ? (asked ?? 'cv') : 'offer_letter';
}

/** Why a removed document cannot be changed. */
export function whyNotChange({ archivedAt }: DocumentFacts): Refusal | undefined {
  return archivedAt === null ? undefined : new Refusal('document.removed');
}

/** Why a document cannot be removed or brought back: it is so already. */
export function whyNotArchive({ archivedAt }: DocumentFacts, archived: boolean): Refusal | undefined {
  return (archivedAt !== null) === archived ? new Refusal('document.state') : undefined;
}

/** Why this file cannot be added: the person has it already, under the name that is told. */
export function whyNotTwice(first: { readonly id: string; readonly name: string } | undefined): Refusal | undefined {
  if (!first) return undefined;
  return new Refusal('document.duplicate', undefined, {
    documentId: first.id,
    name: first.name,
    errors: [{ pointer: '/file', message: `is here already as ${first.name}` }],
  });
}

/** The name under which a document is saved elsewhere: its own, with the ending that its content has. */
export function savedName(name: string, media: DocumentMedia): string {
  const { ending } = mediaOf[media];
  const same = media === 'jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${ending}$`, 'i');
  const clean = name.replace(/[\p{C}/\\:*?"<>|]/gu, '_').replace(/^\.+/, '_');
  return same.test(clean) ? clean : `${clean}.${ending}`;
}

/** What the actor may do with this document now: for `abilities`. */
export function documentAbilities(actor: Actor, document: DocumentFacts): string[] {
  if (!may(actor, 'document.edit')) return [];
  return document.archivedAt === null ? ['edit', 'remove'] : ['restore'];
}
