import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { privacyLaws } from '../candidates/candidate.js';
import { addDays } from '../day.js';
import {
  isBackdoorHire,
  isPersonal,
  leastSharing,
  protectedUntil,
  submissionState,
  whyNotKnown,
  whyNotSubmit,
} from './submission.rules.js';
import { disclosureLevels, type SubmissionFacts, type SubmissionGround } from './submission.js';

const today = '2026-03-01';
const given = { givenOn: '2026-02-01', evidence: 'Said yes on the phone.' };
const free: SubmissionGround = {
  candidacy: { role: 'candidate', stageId: 's', exitedAt: null },
  searchState: 'open',
  person: { archivedAt: null, doNotContact: false, law: 'none', noticeDueOn: null, noticedOn: null },
  level: 'L3',
  occurredOn: today,
  today,
  permission: given,
  consent: undefined,
  consented: false,
  payVolunteered: undefined,
  recommendation: null,
  sharing: leastSharing,
};
const codes = (ground: Partial<SubmissionGround>): string[] =>
  whyNotSubmit({ ...free, ...ground }).map(({ code }) => code);

const sent: SubmissionFacts = {
  occurredAt: '2026-01-10T09:00:00Z',
  protectedUntil: '2027-01-10',
  answeredOn: null,
  withdrawnAt: null,
  voidedAt: null,
};

describe('the gates of a submission', () => {
  it('stand open for who is told, agrees and is in the pipeline', () => {
    expect(codes({})).toEqual([]);
  });

  it('each say what lifts them, beside a field', () => {
    const closed: Partial<SubmissionGround> = {
      person: { archivedAt: null, doNotContact: true, law: 'both', noticeDueOn: '2026-02-01', noticedOn: null },
      permission: undefined,
      level: 'L2',
      recommendation: 'Text',
    };
    for (const why of whyNotSubmit({ ...free, ...closed })) {
      expect(why.facts.errors?.[0]?.pointer).toMatch(/^\//);
      expect(why.facts.errors?.[0]?.message.length).toBeGreaterThan(20);
    }
    expect(codes(closed)).toEqual([
      'submission.do-not-contact',
      'submission.notice-overdue',
      'submission.permission',
      'submission.consent',
      'submission.free-text',
    ]);
  });

  it('ask for notice and consent by law and level, and for nothing else: the whole table', () => {
    for (const law of privacyLaws) {
      for (const level of disclosureLevels) {
        for (const noticedOn of [null, '2026-01-01']) {
          for (const consent of ['none', 'now', 'before'] as const) {
            const found = codes({
              level,
              person: {
                ...free.person,
                law,
                noticeDueOn: law === 'gdpr' || law === 'both' ? '2026-03-20' : null,
                noticedOn,
              },
              consent: consent === 'now' ? given : undefined,
              consented: consent === 'before',
            });
            const notice = (law === 'gdpr' || law === 'both') && noticedOn === null && isPersonal(level);
            const agreed = (law === 'pipl' || law === 'both') && consent === 'none' && isPersonal(level);
            expect([law, level, noticedOn, consent, ...found]).toEqual([
              law,
              level,
              noticedOn,
              consent,
              ...(notice ? ['submission.notice-missing'] : []),
              ...(agreed ? ['submission.consent'] : []),
            ]);
          }
        }
      }
    }
  });

  it('refuse after day 30 whatever the level, while nobody was told', () => {
    const overdue = { ...free.person, law: 'gdpr', noticeDueOn: '2026-02-28' } as const;
    for (const level of disclosureLevels)
      expect(codes({ level, person: overdue })).toEqual(['submission.notice-overdue']);
    expect(codes({ person: { ...overdue, noticeDueOn: today, noticedOn: null }, level: 'L1' })).toEqual([]);
    expect(codes({ person: { ...overdue, noticedOn: '2026-02-28' } })).toEqual([]);
  });

  it('ask for five who share what L0 and L1 show, and for none above', () => {
    for (const level of disclosureLevels) {
      for (const sharing of [0, 1, leastSharing - 1, leastSharing]) {
        const few = !isPersonal(level) && sharing < leastSharing;
        expect(codes({ level, sharing })).toEqual(few ? ['submission.too-few'] : []);
      }
    }
  });

  it('let nothing be given after the day of the submission', () => {
    const late = { ...given, givenOn: addDays(today, 1) };
    expect(codes({ permission: late })).toEqual(['submission.day']);
    expect(codes({ consent: late })).toEqual(['submission.day']);
    expect(codes({ payVolunteered: late })).toEqual(['submission.day']);
  });
});

describe('protection', () => {
  it('runs from the day of the submission for the months that are agreed', () => {
    expect(protectedUntil('2026-01-31', 1)).toBe('2026-02-28');
    expect(protectedUntil('2026-01-31', 0)).toBeNull();
  });

  it('shows one state on every day', () => {
    expect(submissionState(sent, '2027-01-10')).toBe('protected');
    expect(submissionState(sent, '2027-01-11')).toBe('expired');
    expect(submissionState({ ...sent, protectedUntil: null }, today)).toBe('sent');
    expect(submissionState({ ...sent, answeredOn: '2026-01-12' }, today)).toBe('already_known');
    expect(submissionState({ ...sent, answeredOn: '2026-01-12', withdrawnAt: 'x' }, today)).toBe('withdrawn');
    expect(submissionState({ ...sent, withdrawnAt: 'x', voidedAt: 'y' }, today)).toBe('voided');
  });

  it('ends by an answer that comes in the agreed days of the submission, and by no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 60 }), fc.integer({ min: 0, max: 40 }), (after, answerDays) => {
        const answeredOn = addDays('2026-01-10', after);
        const why = whyNotKnown(sent, '2026-01-10', answeredOn, null, { answerDays, today: '2026-03-31' });
        const expected = after < 0 ? 'submission.day' : after > answerDays ? 'submission.answer-late' : undefined;
        expect(why?.code).toBe(expected);
      }),
    );
  });

  it('sees a hire behind our back only while it runs, after the submission, without a placement', () => {
    const submission = { ...sent, occurredOn: '2026-01-10' };
    const hire = { startedOn: '2026-02-01', placed: false };
    expect(isBackdoorHire(submission, hire, today)).toBe(true);
    expect(isBackdoorHire({ ...submission, withdrawnAt: 'x' }, hire, today)).toBe(true);
    expect(isBackdoorHire(submission, { ...hire, startedOn: null }, today)).toBe(true);
    expect(isBackdoorHire(submission, { ...hire, startedOn: '2026-01-09' }, today)).toBe(false);
    expect(isBackdoorHire(submission, { ...hire, placed: true }, today)).toBe(false);
    expect(isBackdoorHire({ ...submission, answeredOn: '2026-01-12' }, hire, today)).toBe(false);
    expect(isBackdoorHire({ ...submission, voidedAt: 'x' }, hire, today)).toBe(false);
    expect(isBackdoorHire(submission, hire, '2027-01-11')).toBe(false);
  });
});
