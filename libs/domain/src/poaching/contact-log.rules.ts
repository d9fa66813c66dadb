import { type Actor, mayTakeBack } from '../access/policy.js';
import type { StageGroup } from '../agencies/pipeline.js';
import type { Day } from '../day.js';
import { Refusal } from '../refusal.js';
import type { ContactLogFacts, ContactTrace } from './contact-log.js';

/** Why a log that names these two is not with exactly one person. */
export function whyNotWith(
  candidateId: string | null | undefined,
  contactId: string | null | undefined,
): Refusal | undefined {
  const candidate = (candidateId ?? null) !== null;
  const contact = (contactId ?? null) !== null;
  if (candidate !== contact) return undefined;
  const pointer = candidate ? '/contactId' : '/candidateId';
  const message = 'exactly one of candidateId and contactId says with whom';
  return new Refusal('request.invalid', undefined, { errors: [{ pointer, message }] });
}

/** Whether the log reached the person: a wrong number reaches nobody. */
export function reached(log: Pick<ContactLogFacts, 'outcome'>): boolean {
  return log.outcome !== 'wrong_number';
}

/** Where a log takes a candidacy, one step after the other: from stages of which groups to the first stage of which. */
export function stepsAfter(
  log: ContactLogFacts,
): readonly { from: readonly StageGroup[]; to: 'contacted' | 'qualified' }[] {
  return [
    ...(log.direction === 'outbound' && reached(log) ? [{ from: ['longlist'], to: 'contacted' } as const] : []),
    ...(log.outcome === 'interested' ? [{ from: ['longlist', 'contacted'], to: 'qualified' } as const] : []),
  ];
}

/** Why it cannot have happened then: moments are ISO texts, and `occurredAt` is not after `now`. */
export function whyNotThen(occurredAt: string, now: Date): Refusal | undefined {
  if (Date.parse(occurredAt) <= now.getTime()) return undefined;
  return new Refusal('contact-log.occurred-future', undefined, {
    errors: [{ pointer: '/occurredAt', message: 'must not be in the future' }],
  });
}

/** What the actor may do with a log: for `abilities`. It is never changed, only taken back. */
export function contactLogAbilities(
  actor: Actor,
  log: { readonly memberId: string; readonly voidedAt: string | null },
): string[] {
  return log.voidedAt === null && mayTakeBack(actor, 'contact-log.write', log) ? ['void'] : [];
}

/** When the person was last in contact by all logs but this one: moments are ISO texts, voided logs count for nothing. */
export function lastContactWithout(log: ContactTrace, logs: readonly ContactTrace[]): string | null {
  const inOrder = logs.filter(reached).toSorted(asWritten);
  const counting = inOrder.filter(({ id, voidedAt }) => id !== log.id && voidedAt === null);
  const moments = [inOrder[0]?.formerContactAt ?? null, ...counting.map(({ occurredAt }) => occurredAt)];
  return (
    moments
      .filter((moment) => moment !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The day of notice without this log: what stood there before it, or an earlier day that a later log gave. */
export function noticedWithout(log: ContactTrace, logs: readonly ContactTrace[]): Day | null {
  const others = logs.filter(({ id }) => id !== log.id).toSorted(asWritten);
  const former = others.findLast(
    ({ id, voidedAt, noticedOn }) =>
      id < log.id && voidedAt !== null && noticedOn !== null && noticedOn === log.formerNoticedOn,
  );
  if (former) return noticedWithout(former, others);
  const later = others.filter(({ id, voidedAt }) => id > log.id && voidedAt === null);
  const days = [log.formerNoticedOn, ...later.map(({ noticedOn }) => noticedOn)];
  return days.filter((day) => day !== null).toSorted()[0] ?? null;
}

function asWritten(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
