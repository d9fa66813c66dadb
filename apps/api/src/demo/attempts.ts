import { type Hook, hooks, type Objection, objections } from '@domain/poaching/attempt.js';
import { standingOf } from '@domain/poaching/attempt.rules.js';
import type { ContactChannel, ContactDirection, ContactOutcome } from '@domain/poaching/contact-log.js';

/** A logged contact as far as an attempt follows from it. */
type Contact = {
  candidate_id: string;
  search_id: string;
  channel: ContactChannel;
  direction: ContactDirection;
  outcome: ContactOutcome;
  occurred_at: string;
  member_id: string;
};

/** The attempt that the one contact of a candidacy opened, as it stands today, and what it told; drawn from the candidacy's id alone. */
export function attemptOf(
  candidacyId: string,
  contact: Contact,
  employerId: string | null,
  today: string,
): { attempt: Record<string, unknown>; told: { attempt_id: string; hook: Hook; objections: Objection[] | null } } {
  const id = candidacyId.slice(0, 24) + [...candidacyId.slice(24)].toReversed().join('');
  const drawn = Number.parseInt(id.slice(-6), 16);
  const hook = hooks[drawn % hooks.length] ?? 'compute';
  const objection = objections[drawn % objections.length] ?? 'pay';
  const told = {
    attempt_id: id,
    hook,
    objections: ['not_now', 'declined'].includes(contact.outcome) ? [objection] : null,
  };
  const { occurred_at: at, channel, direction, outcome } = contact;
  const on = at.slice(0, 10);
  const happening = { id, kind: 'contact', at, on, until: null, voidedAt: null, channel, direction, outcome } as const;
  const standing = standingOf([{ ...happening, ...told }], today, null);
  return {
    told,
    attempt: {
      id,
      candidate_id: contact.candidate_id,
      search_id: contact.search_id,
      employer_id: employerId,
      owner_id: contact.member_id,
      state: standing?.state,
      direction: standing?.direction,
      channel: standing?.channel,
      hook,
      objections: `{${(told.objections ?? []).join(',')}}`,
      contacts: 1,
      first_approached_at: standing?.firstApproachedAt ?? null,
      answered_at: standing?.answeredAt ?? null,
      decided_at: standing?.decidedAt ?? null,
      last_at: at,
      not_now_until: standing?.notNowUntil ?? null,
      created_at: at,
      updated_at: at,
    },
  };
}
