import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../access/policy.js';
import { type ContactLogFacts, type ContactTrace, contactDirections, contactOutcomes } from './contact-log.js';
import { contactLogAbilities, lastContactWithout, noticedWithout, stepsAfter } from './contact-log.rules.js';

const end = (log: ContactLogFacts, group: 'longlist' | 'contacted' | 'presented'): string =>
  stepsAfter(log).reduce<string>(
    (here, { from, to }) => ((from as readonly string[]).includes(here) ? to : here),
    group,
  );

describe('where a contact takes a candidacy', () => {
  it('goes from the longlist to contacted once we reached out, and on when they are interested', () => {
    expect(end({ direction: 'outbound', outcome: 'no_answer' }, 'longlist')).toBe('contacted');
    expect(end({ direction: 'outbound', outcome: 'interested' }, 'longlist')).toBe('qualified');
    expect(end({ direction: 'inbound', outcome: 'interested' }, 'longlist')).toBe('qualified');
    expect(end({ direction: 'inbound', outcome: 'talked' }, 'longlist')).toBe('longlist');
  });

  it('stays where a wrong number reached nobody', () => {
    for (const direction of contactDirections) {
      expect(stepsAfter({ direction, outcome: 'wrong_number' })).toEqual([]);
    }
  });

  it('never takes anybody back', () => {
    const log = fc.record({
      direction: fc.constantFrom(...contactDirections),
      outcome: fc.constantFrom(...contactOutcomes),
    });
    fc.assert(fc.property(log, (one) => end(one, 'presented') === 'presented' && end(one, 'contacted') !== 'longlist'));
  });
});

const trace = (id: string, values: Partial<ContactTrace> = {}): ContactTrace => ({
  id,
  outcome: 'talked',
  occurredAt: `2026-03-0${id}T09:00:00.000Z`,
  voidedAt: null,
  formerContactAt: null,
  noticedOn: null,
  formerNoticedOn: null,
  ...values,
});
const voided = (log: ContactTrace): ContactTrace => ({ ...log, voidedAt: '2026-03-09T09:00:00.000Z' });

describe('when a person was last in contact without a log', () => {
  it('is the latest moment of the logs that count, whenever they were written', () => {
    const [one, two, three] = [trace('1'), trace('2', { occurredAt: '2026-02-01T09:00:00.000Z' }), trace('3')];
    expect(lastContactWithout(three, [three, one, two])).toBe(one.occurredAt);
    expect(lastContactWithout(three, [voided(one), two, three])).toBe(two.occurredAt);
    expect(lastContactWithout(three, [voided(one), trace('2', { outcome: 'wrong_number' }), three])).toBeNull();
  });

  it('is what stood there before the first log where none counts', () => {
    const before = '2025-12-01T09:00:00.000Z';
    const one = trace('1', { formerContactAt: before });
    const two = trace('2', { formerContactAt: one.occurredAt });
    expect(lastContactWithout(two, [voided(one), two])).toBe(before);
    expect(lastContactWithout(one, [one])).toBe(before);
  });
});

describe('the day of notice without a log', () => {
  it('is what stood there before it', () => {
    expect(noticedWithout(trace('1', { noticedOn: '2026-03-01' }), [])).toBeNull();
    const byHand = trace('2', { noticedOn: '2026-03-01', formerNoticedOn: '2026-03-01' });
    expect(noticedWithout(byHand, [byHand])).toBe('2026-03-01');
  });

  it('is the earliest that a later log gave', () => {
    const one = trace('1', { noticedOn: '2026-03-01' });
    const two = trace('2', { noticedOn: '2026-03-05', formerNoticedOn: '2026-03-01' });
    const three = trace('3', { noticedOn: '2026-03-03', formerNoticedOn: '2026-03-01' });
    expect(noticedWithout(one, [one, two, three])).toBe('2026-03-03');
    expect(noticedWithout(one, [one, two, voided(three)])).toBe('2026-03-05');
  });

  it('is not that of a log taken back before', () => {
    const one = voided(trace('1', { noticedOn: '2026-03-08', formerNoticedOn: '2026-03-20' }));
    const two = trace('2', { noticedOn: '2026-03-12', formerNoticedOn: '2026-03-08' });
    const three = trace('3', { noticedOn: '2026-03-01', formerNoticedOn: '2026-03-08' });
    expect(noticedWithout(three, [one, three])).toBe('2026-03-20');
    expect(noticedWithout(three, [one, two, three])).toBe('2026-03-12');
  });
});

describe('a logged contact', () => {
  const actor: Actor = {
    kind: 'member',
    agencyId: 'a',
    memberId: 'me',
    sessionId: null,
    name: 'Hanna',
    role: 'headhunter',
    clientId: null,
    timeZone: 'UTC',
    permissions: new Set(['contact-log.write']),
  };

  it('is taken back by whoever logged it, once', () => {
    expect(contactLogAbilities(actor, { memberId: 'me', voidedAt: null })).toEqual(['void']);
    expect(contactLogAbilities(actor, { memberId: 'me', voidedAt: '2026-03-09T09:00:00.000Z' })).toEqual([]);
    expect(contactLogAbilities(actor, { memberId: 'other', voidedAt: null })).toEqual([]);
  });
});
