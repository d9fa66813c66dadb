import { describe, expect, it } from '@jest/globals';
import { openOfferStates, offerStates, type OfferState } from './offer.js';
import {
  endedBy,
  exitAfter,
  offerActions,
  offerTransitions,
  whyNotApprove,
  whyNotDate,
  whyNotDays,
  whyNotStepAt,
  whyNotStill,
} from './offer.rules.js';

const none = { resignedOn: null, resignationConfirmedOn: null, lastDayOn: null, startsOn: null };
const all = (): boolean => true;

describe('an offer', () => {
  it('comes to every state, and from those that are over it goes nowhere', () => {
    const ways = Object.values(offerTransitions);
    const reached = new Set<OfferState>(['draft', ...ways.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...offerStates].sort());
    const left = new Set<OfferState>(ways.flatMap(({ from }) => [...from]));
    expect([...left].sort()).toEqual([...openOfferStates].sort());
  });

  it('ends by the bid of another as far as it was', () => {
    expect(openOfferStates.map(endedBy)).toEqual(['withdraw', 'decline', 'decline', 'renege']);
    expect(endedBy('expired')).toBeUndefined();
    for (const state of openOfferStates) {
      const way = endedBy(state);
      expect(way && offerTransitions[way].from).toContain(state);
    }
  });

  it('takes the candidacy along only after it was accepted', () => {
    expect([exitAfter('renege')?.reason, exitAfter('rescind')?.reason]).toEqual(['reneged', 'offer_rescinded']);
    expect(exitAfter('decline')).toBeUndefined();
  });

  it('lets be done what its state and the rights allow, and nothing after the first day', () => {
    const at = (state: OfferState, startedOn: string | null = null) => offerActions(all, { state, startedOn });
    expect(at('draft')).toEqual(['edit', 'approve', 'tell', 'extend', 'withdraw', 'revise']);
    expect(at('extended')).toEqual(['approve', 'accept', 'decline', 'withdraw', 'revise', 'summarize']);
    expect(at('accepted')).toEqual(['date', 'renege', 'rescind', 'summarize']);
    expect(at('accepted', '2026-01-05')).toEqual([]);
    expect(at('superseded')).toEqual([]);
    const edits = (permission: string): boolean => permission === 'offer.edit';
    expect(offerActions(edits, { state: 'extended', startedOn: null })).toEqual(['approve', 'revise']);
  });

  it('is approved until it is decided, on a day that has come', () => {
    expect(whyNotApprove('extended', '2026-03-01', '2026-03-01')).toBeUndefined();
    expect(whyNotApprove('extended', '2026-03-02', '2026-03-01')?.code).toBe('offer.days');
    expect(whyNotApprove('accepted', '2026-03-01', '2026-03-01')?.code).toBe('offer.state');
  });

  it('is open through its last day', () => {
    expect(whyNotStill('2026-03-01', '2026-03-01')).toBeUndefined();
    expect(whyNotStill('2026-03-01', '2026-03-02')?.code).toBe('offer.over');
    expect(whyNotStill(null, '2030-01-01')).toBeUndefined();
  });

  it('has steps that follow each other and lie in the past', () => {
    const now = new Date('2026-03-02T00:00:00Z');
    const why = (at: string, last: string | null) => whyNotStepAt(at, last, now)?.facts.errors?.[0]?.message;
    expect(why('2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')).toBeUndefined();
    expect(why('2026-03-01T00:00:00Z', '2026-03-01T00:00:01Z')).toMatch(/before/);
    expect(why('2026-03-02T00:00:01Z', null)).toMatch(/future/);
  });

  it('has days that follow each other once it is accepted', () => {
    const faults = (days: Partial<typeof none> | Record<string, string>) =>
      whyNotDays({ ...none, ...days }, '2026-03-10')?.facts.errors?.map(({ pointer }) => pointer);
    const good = { resignedOn: '2026-03-01', resignationConfirmedOn: '2026-03-01', lastDayOn: '2026-03-31' };
    expect(faults({ ...good, startsOn: '2026-04-01' })).toBeUndefined();
    expect(faults({ ...good, startsOn: '2026-03-31' })).toEqual(['/startsOn']);
    expect(faults({ ...good, lastDayOn: '2026-02-28' })).toEqual(['/lastDayOn']);
    expect(faults({ resignedOn: '2026-03-11' })).toEqual(['/resignedOn']);
    expect(faults({ resignationConfirmedOn: '2026-03-01' })).toEqual(['/resignedOn']);
    expect(whyNotDate({ state: 'extended', startedOn: null })?.code).toBe('offer.state');
    expect(whyNotDate({ state: 'accepted', startedOn: '2026-03-01' })?.code).toBe('offer.started');
  });
});
