import { type NoticeChoice, type NoticeKind, noticeKinds } from './notice.js';

/** What holds for every kind of notice of which a member chose nothing: told in the app, never mailed unasked. */
export const defaultChoice = { inApp: true, mail: 'off' } as const;

/** The choice of each kind, in their order: the member's own, or what holds without one. */
export function choicesOf(own: readonly NoticeChoice[]): NoticeChoice[] {
  return noticeKinds.map((kind) => own.find((choice) => choice.kind === kind) ?? { kind, ...defaultChoice });
}

/** What a notice is about, as far as it says where to go. */
export type NoticeSubjects = {
  readonly kind: NoticeKind;
  readonly importId: string | null;
  readonly candidateId: string | null;
  readonly organizationId: string | null;
  readonly searchId: string | null;
};

/** A page of one record. */
export type NoticeTarget = {
  readonly page: 'imports' | 'searches' | 'candidates' | 'organizations';
  readonly id: string;
};

/** The record that a notice leads to: a mention to whom it speaks of, a step to its search; undefined where there is none. */
export function targetOf(notice: NoticeSubjects): NoticeTarget | undefined {
  const { kind, importId, candidateId, organizationId, searchId } = notice;
  if (importId) return { page: 'imports', id: importId };
  if (searchId && kind !== 'mention') return { page: 'searches', id: searchId };
  if (candidateId) return { page: 'candidates', id: candidateId };
  if (organizationId) return { page: 'organizations', id: organizationId };
  return searchId ? { page: 'searches', id: searchId } : undefined;
}

/** Notices by kind, in the order of the kinds; kinds without any are left out. */
export function byKind<T extends { readonly kind: NoticeKind }>(
  notices: readonly T[],
): { kind: NoticeKind; notices: T[] }[] {
  return noticeKinds
    .map((kind) => ({ kind, notices: notices.filter((notice) => notice.kind === kind) }))
    .filter((group) => group.notices.length > 0);
}
