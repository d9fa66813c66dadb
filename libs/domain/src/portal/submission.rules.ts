import { type Actor, may, mayTakeBack } from '../access/policy.js';
import { whyNotWork } from '../candidacies/candidacy.rules.js';
import type { CandidacyFacts } from '../candidacies/candidacy.js';
import { noticeClock } from '../candidates/notice.rules.js';
import { addDays, addMonths, type Day, daysBetween } from '../day.js';
import { Refusal, type RefusalCode } from '../refusal.js';
import type { DisclosureLevel, Evidence, SubmissionFacts, SubmissionGround, SubmissionState } from './submission.js';

/** So many people of the base share what a report without a name shows. */
export const leastSharing = 5;

/** Whether the level shows nothing that leads to one person. */
export function isBlind(level: DisclosureLevel): boolean {
  return level === 'L0' || level === 'L1' || level === 'L2';
}

/** Whether the level gives the client data of one person: notice, and consent under PIPL, come first. */
export function isPersonal(level: DisclosureLevel): boolean {
  return level !== 'L0' && level !== 'L1';
}

/** Every reason why this person cannot be submitted so now, the gravest first; each says what lifts it. Empty when nothing stands against it. */
export function whyNotSubmit(ground: SubmissionGround): Refusal[] {
  const { candidacy, searchState, person, level, occurredOn, recommendation, sharing } = ground;
  return [
    whyNotWork(searchState),
    whyNotInPipeline(candidacy),
    person.archivedAt === null ? undefined : new Refusal('candidate.archived'),
    person.doNotContact
      ? fault('submission.do-not-contact', '/candidacyId', 'lifted when the person withdraws the wish on their profile')
      : undefined,
    whyNotTold(ground),
    whyNotPermitted(ground.permission, occurredOn),
    whyNotConsented(ground),
    whyNotGiven('/payVolunteered/givenOn', ground.payVolunteered, occurredOn),
    isBlind(level) && recommendation !== null
      ? fault(
          'submission.free-text',
          '/recommendation',
          'goes with L3 and L4 alone; leave it out or choose such a level',
        )
      : undefined,
    !isPersonal(level) && sharing < leastSharing
      ? fault(
          'submission.too-few',
          '/level',
          `${sharing} of the least ${leastSharing} people share role family, seniority and country; leave one of them empty on the profile, or choose L2 with notice and consent`,
          { count: sharing, least: leastSharing },
        )
      : undefined,
  ].filter((why) => why !== undefined);
}

/** The last protected day: so many months after the day of the submission; null where no months are agreed. */
export function protectedUntil(occurredOn: Day, months: number): Day | null {
  return months === 0 ? null : addMonths(occurredOn, months);
}

/** How a submission stands on the day `today`. */
export function submissionState(submission: SubmissionFacts, today: Day): SubmissionState {
  if (submission.voidedAt !== null) return 'voided';
  if (submission.withdrawnAt !== null) return 'withdrawn';
  if (submission.answeredOn !== null) return 'already_known';
  if (submission.protectedUntil === null) return 'sent';
  return submission.protectedUntil >= today ? 'protected' : 'expired';
}

/** Why the client's "we knew them" does not count: said too late, before the submission or in the future, or the submission is over. */
export function whyNotKnown(
  submission: SubmissionFacts,
  occurredOn: Day,
  answeredOn: Day,
  knownSince: Day | null,
  { answerDays, today }: { readonly answerDays: number; readonly today: Day },
): Refusal | undefined {
  const over = whyNotOpen(submission);
  if (over) return over;
  if (submission.answeredOn !== null) return new Refusal('submission.answered');
  if (answeredOn > today) return fault('submission.day', '/answeredOn', 'must not be in the future');
  if (answeredOn < occurredOn) return fault('submission.day', '/answeredOn', `must not be before ${occurredOn}`);
  if (knownSince !== null && knownSince > occurredOn) {
    return fault(
      'submission.day',
      '/knownSince',
      `must be ${occurredOn} or before: who came later was presented by us`,
    );
  }
  if (daysBetween(occurredOn, answeredOn) > answerDays) {
    const last = addDays(occurredOn, answerDays);
    return fault(
      'submission.answer-late',
      '/answeredOn',
      `must be ${last} or before, ${answerDays} days after the submission; the agency sets the days`,
      { last, answerDays },
    );
  }
  return undefined;
}

/** Why an answer cannot be taken back: there is none. */
export function whyNotUnanswer(submission: SubmissionFacts): Refusal | undefined {
  return (
    whyNotOpen(submission) ?? (submission.answeredOn === null ? new Refusal('submission.not-answered') : undefined)
  );
}

/** Why a submission cannot be withdrawn: it is taken back or withdrawn already. */
export function whyNotOpen({ voidedAt, withdrawnAt }: SubmissionFacts): Refusal | undefined {
  if (voidedAt !== null) return new Refusal('submission.voided');
  return withdrawnAt === null ? undefined : new Refusal('submission.withdrawn');
}

/** What the actor may do with a submission: for `abilities`. */
export function submissionAbilities(
  actor: Actor,
  submission: SubmissionFacts & { readonly memberId: string; readonly showsPay: boolean },
): string[] {
  const open = whyNotOpen(submission) === undefined;
  const making = may(actor, 'submission.make') && open;
  return [
    ...(mayRead(actor, submission) ? ['report'] : []),
    ...(making ? ['withdraw', submission.answeredOn === null ? 'answer' : 'unanswer'] : []),
    ...(submission.voidedAt === null && mayTakeBack(actor, 'submission.make', submission, 'submission.void')
      ? ['void']
      : []),
  ];
}

/** Whether the actor may open the report: one that shows pay is for those who see pay. */
export function mayRead(actor: Actor, { showsPay }: { readonly showsPay: boolean }): boolean {
  return may(actor, 'submission.read') && (!showsPay || may(actor, 'package.read'));
}

/** Whether a hire looks like one behind the agency's back: employed by the client since the submission, while it protects; a withdrawn one still does. */
export function isBackdoorHire(
  submission: SubmissionFacts & { readonly occurredOn: Day },
  hire: { readonly startedOn: Day | null; readonly placed: boolean },
  today: Day,
): boolean {
  const { voidedAt, answeredOn, protectedUntil: until, occurredOn } = submission;
  const protects = voidedAt === null && answeredOn === null && until !== null && until >= today;
  return protects && !hire.placed && (hire.startedOn === null || hire.startedOn >= occurredOn);
}

/** What the task of a hire without a placement says, in the agency's language. */
export function hireTaskTitle(locale: 'en' | 'zh' | 'de'): string {
  return {
    en: 'Hired without us? A protected person now works at the client: check and claim the fee',
    zh: '疑似飞单：受保护的人选已入职客户，请核实并主张服务费',
    de: 'Ohne uns eingestellt? Eine geschützte Person arbeitet jetzt beim Kunden: prüfen und Honorar geltend machen',
  }[locale];
}

function whyNotInPipeline(candidacy: CandidacyFacts): Refusal | undefined {
  if (candidacy.role !== 'candidate') return new Refusal('candidacy.role');
  return candidacy.exitedAt === null ? undefined : new Refusal('candidacy.exited');
}

function whyNotTold({ person, level, today }: SubmissionGround): Refusal | undefined {
  const clock = noticeClock(person, today);
  if (clock.state === 'overdue') {
    const message = `was due on ${clock.dueOn}; lifted when the notice is recorded on the profile`;
    return fault('submission.notice-overdue', '/candidacyId', message, { dueOn: clock.dueOn });
  }
  const gdpr = person.law === 'gdpr' || person.law === 'both';
  if (!gdpr || person.noticedOn !== null || !isPersonal(level)) return undefined;
  return fault(
    'submission.notice-missing',
    '/level',
    'L2 and above need the notice first; record it, or choose L0 or L1',
  );
}

function whyNotPermitted(permission: Evidence | undefined, occurredOn: Day): Refusal | undefined {
  if (permission) return whyNotGiven('/permission/givenOn', permission, occurredOn);
  const message = 'says when and how the person allowed it, with evidence';
  return fault('submission.permission', '/permission', message);
}

function whyNotConsented({ person, level, consent, consented, occurredOn }: SubmissionGround): Refusal | undefined {
  const pipl = person.law === 'pipl' || person.law === 'both';
  if (consent) return whyNotGiven('/consent/givenOn', consent, occurredOn);
  if (!pipl || !isPersonal(level) || consented) return undefined;
  const message = 'PIPL asks for a separate consent that names this client; record it, or choose L0 or L1';
  return fault('submission.consent', '/consent', message);
}

function whyNotGiven(pointer: string, given: Evidence | undefined, occurredOn: Day): Refusal | undefined {
  return given && given.givenOn > occurredOn
    ? fault('submission.day', pointer, `must be ${occurredOn} or before, the day of the submission`)
    : undefined;
}

function fault(code: RefusalCode, pointer: string, message: string, facts: Record<string, unknown> = {}): Refusal {
  return new Refusal(code, undefined, { errors: [{ pointer, message }], ...facts });
}
