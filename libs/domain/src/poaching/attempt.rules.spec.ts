import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../access/policy.js';
import { rolePermissions, roles } from '../access/roles.js';
import { addDays } from '../day.js';
import { whyNotPass } from '../transitions.js';
import { attemptOutcomes, attemptStates, type Happening, hooks } from './attempt.js';
import {
  attemptAbilities,
  attemptTransitions,
  standingOf,
  waysOf,
  wayOf,
  whyNotSay,
  whyNotUntil,
} from './attempt.rules.js';
import { contactChannels, contactDirections, contactOutcomes } from './contact-log.js';

type Contact = Extract<Happening, { kind: 'contact' }>;
type Word = Extract<Happening, { kind: 'word' }>;

const told = (on: string): Pick<Happening, 'at' | 'on'> => ({ at: `${on}T09:00:00.000Z`, on });
const contact = (id: string, on: string, values: Partial<Contact> = {}): Happening => ({
  kind: 'contact',
  id,
  ...told(on),
  channel: 'wechat',
  direction: 'outbound',
  outcome: 'no_answer',
  until: null,
  voidedAt: null,
  ...values,
});
const word = (id: string, on: string, values: Partial<Word> = {}): Happening => ({
  kind: 'word',
  id,
  ...told(on),
  outcome: null,
  until: null,
  voidedAt: null,
  ...values,
});
const stateOf = (happenings: Happening[], today = '2026-06-30'): string | undefined =>
  standingOf(happenings, today, null)?.state;

const happening: fc.Arbitrary<Happening> = fc
  .record({
    id: fc.uuid(),
    day: fc.integer({ min: 0, max: 400 }),
    kind: fc.constantFrom('contact' as const, 'word' as const),
    channel: fc.constantFrom(...contactChannels),
    direction: fc.constantFrom(...contactDirections),
    outcome: fc.constantFrom(...contactOutcomes),
    said: fc.constantFrom(null, ...attemptOutcomes),
    hook: fc.option(fc.constantFrom(...hooks)),
    wait: fc.option(fc.integer({ min: 1, max: 200 })),
    voided: fc.boolean(),
  })
  .map(({ id, day, kind, channel, direction, outcome, said, hook, wait, voided }) => {
    const on = addDays('2025-01-01', day);
    const until = wait === null ? null : addDays(on, wait);
    const common = { id, ...told(on), hook, until, voidedAt: voided ? '2026-05-01T09:00:00.000Z' : null };
    return kind === 'contact' ? { kind, ...common, channel, direction, outcome } : { kind, ...common, outcome: said };
  });

describe('the ways of an attempt', () => {
  const actorOf = (role: (typeof roles)[number]): Actor => ({
    kind: 'member',
    agencyId: 'a',
    memberId: 'me',
    sessionId: null,
    name: 'Hanna',
    role,
    clientId: null,
    timeZone: 'UTC',
    permissions: rolePermissions[role],
  });
  // As domain.md draws it: what can be said from where.
  const sayable: Record<string, readonly string[]> = {
    planned: ['withdrawn'],
    approached: ['no_response', 'withdrawn'],
    in_conversation: ['won', 'not_now', 'declined', 'no_response', 'withdrawn'],
    not_now: ['withdrawn'],
    won: [],
    declined: [],
    no_response: [],
    withdrawn: [],
  };

  it('are said from every state by whom the roles allow, and refused else with the state named', () => {
    for (const state of attemptStates) {
      for (const outcome of attemptOutcomes) {
        const refusal = whyNotSay(state, outcome, 'search');
        expect([state, outcome, refusal === undefined]).toEqual([state, outcome, sayable[state]?.includes(outcome)]);
        if (refusal) expect(refusal.facts).toMatchObject({ state });
      }
      for (const role of roles) {
        const writes = ['owner', 'admin', 'headhunter', 'researcher'].includes(role);
        const ways = (sayable[state] ?? []).map((outcome) => wayOf[outcome as keyof typeof wayOf]);
        expect([role, state, new Set(attemptAbilities(actorOf(role), { state }))]).toEqual([
          role,
          state,
          new Set(writes ? ['edit', ...ways] : []),
        ]);
      }
    }
  });

  it('are won for a search alone', () => {
    expect(whyNotSay('in_conversation', 'won', null)?.code).toBe('poaching-attempt.search-needed');
    expect(whyNotSay('in_conversation', 'declined', null)).toBeUndefined();
  });

  it('wait only with not_now, and for a day to come', () => {
    expect(whyNotUntil('not_now', '2026-03-31', '2026-03-30', '/until')).toBeUndefined();
    expect(whyNotUntil('not_now', '2026-03-30', '2026-03-30', '/until')?.code).toBe('poaching-attempt.until');
    expect(whyNotUntil('declined', '2026-03-31', '2026-03-30', '/until')?.code).toBe('poaching-attempt.until');
  });

  it('are gone by contacts as the table allows, whatever the state and the contact', () => {
    for (const from of attemptStates) {
      for (const direction of contactDirections) {
        for (const outcome of contactOutcomes) {
          let state: (typeof attemptStates)[number] = from;
          for (const way of waysOf(from, { direction, outcome })) {
            expect(whyNotPass(attemptTransitions[way], state, 'poaching-attempt.state')).toBeUndefined();
            state = attemptTransitions[way].to;
          }
        }
      }
    }
  });
});

describe('how an attempt stands', () => {
  it('opens at approached when we reach out, at in_conversation when they do', () => {
    expect(stateOf([contact('1', '2026-03-01')])).toBe('approached');
    expect(stateOf([contact('1', '2026-03-01', { outcome: 'talked' })])).toBe('in_conversation');
    expect(stateOf([contact('1', '2026-03-01', { direction: 'inbound', outcome: 'left_message' })])).toBe(
      'in_conversation',
    );
    expect(stateOf([contact('1', '2026-03-01', { outcome: 'declined' })])).toBe('declined');
    expect(stateOf([contact('1', '2026-03-01', { outcome: 'wrong_number' })])).toBeUndefined();
  });

  it('is approached again after silence and a no, and never leaves what was won', () => {
    const first = contact('1', '2026-03-01', { outcome: 'declined' });
    expect(stateOf([first, contact('2', '2026-05-01')])).toBe('approached');
    const won = [contact('1', '2026-03-01', { outcome: 'talked' }), word('2', '2026-03-02', { outcome: 'won' })];
    expect(stateOf([...won, contact('3', '2026-04-01', { outcome: 'declined' })])).toBe('won');
  });

  it('waits until the day that was told, or 90 days, and is planned again on it', () => {
    const later = contact('1', '2026-03-01', { outcome: 'not_now' });
    expect(standingOf([later], '2026-05-29', null)).toMatchObject({ state: 'not_now', notNowUntil: '2026-05-30' });
    expect(standingOf([later], '2026-05-30', null)).toMatchObject({
      state: 'planned',
      notNowUntil: null,
      decidedAt: null,
    });
    const told = contact('1', '2026-03-01', { outcome: 'not_now', until: '2026-04-01' });
    expect(stateOf([told], '2026-03-31')).toBe('not_now');
    expect(stateOf([told], '2026-04-01')).toBe('planned');
    expect(stateOf([told, contact('2', '2026-03-10', { outcome: 'talked' })], '2026-03-31')).toBe('in_conversation');
  });

  it('follows when things happened, not when they were written', () => {
    const now = contact('1', '2026-03-10', { outcome: 'interested' });
    const before = contact('2', '2026-03-01', { channel: 'email' });
    expect(standingOf([now, before], '2026-06-30', null)).toMatchObject({
      state: 'in_conversation',
      channel: 'email',
      firstApproachedAt: before.at,
      answeredAt: now.at,
      lastAt: now.at,
    });
  });

  it('knows what was told last of each thing', () => {
    const happenings = [
      contact('1', '2026-03-01', { hook: 'compute', objections: ['family'] }),
      word('2', '2026-03-02', { hook: 'route', askedAmount: '900000', askedCurrency: 'CNY' }),
    ];
    expect(standingOf(happenings, '2026-06-30', { hook: 'pay' })).toMatchObject({
      hook: 'route',
      objections: ['family'],
      motives: [],
      askedAmount: '900000',
      askedCurrency: 'CNY',
    });
  });

  it('is as if what is voided had never been, in any order of writing', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), fc.boolean(), (happenings, planned) => {
        const plan = planned ? { hook: 'pay' as const } : null;
        const without = happenings.filter(({ voidedAt }) => voidedAt === null);
        const standing = standingOf(happenings, '2026-06-30', plan);
        expect(standing).toEqual(standingOf(without, '2026-06-30', plan));
        expect(standing).toEqual(standingOf(happenings.toReversed(), '2026-06-30', plan));
        expect(standing === undefined || (standing.state === 'not_now') === (standing.notNowUntil !== null)).toBe(true);
      }),
    );
  });
});
