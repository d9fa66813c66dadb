import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exitParties } from '../candidacies/exit-reasons.js';
import { offerStates, openOfferStates, type OfferState } from './offer.js';
import { endedByExit, type OfferStepFacts, standingBy, stepNeeds, whyNotTakeBack } from './offer-log.rules.js';
import { offerTransitions, rivalOfferTransitions } from './offer.rules.js';

const step = (n: number, fromState: string | null, toState: string, more: Partial<OfferStepFacts> = {}) => ({
  id: String(n).padStart(4, '0'),
  fromState,
  toState,
  reasons: [],
  occurredAt: `2026-01-0${n}T00:00:00Z`,
  madeById: null,
  exitEntryId: null,
  voidedAt: null,
  ...more,
});
const on = { today: '2026-02-01', expiresOn: null };
const why = (one: OfferStepFacts, all: OfferStepFacts[], when: Parameters<typeof whyNotTakeBack>[2] = on) =>
  whyNotTakeBack(one, all, when)?.code;

const at = (steps: OfferStepFacts[], n: number): OfferStepFacts => {
  const found = steps[n];
  if (!found) throw new Error(`there is no step ${n}`);
  return found;
};

/** Any way through the table from a draft, as steps. */
const walks = fc.array(fc.nat(), { maxLength: 6 }).map((choices) => {
  const steps = [step(1, null, 'draft')];
  for (const choice of choices) {
    const state = steps.at(-1)?.toState as OfferState;
    const ways = Object.values(offerTransitions).filter(({ from }) => from.some((one) => one === state));
    const way = ways[choice % Math.max(ways.length, 1)];
    if (way) steps.push(step(steps.length + 1, state, way.to));
  }
  return steps;
});

describe('a step of an offer', () => {
  it('taken back leaves the state from which it came; only the latest can be', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const last = at(steps, steps.length - 1);
        expect(standingBy(steps).state).toBe(last.toState);
        for (const one of steps.slice(0, -1)) expect(why(one, steps)).toMatch(/first|not-latest|revised/);
        if (last.fromState === null) return expect(why(last, steps)).toBe('offer-step.first');
        if (last.toState === 'superseded') return expect(why(last, steps)).toBe('offer-step.revised');
        expect(why(last, steps)).toBeUndefined();
        const voided = steps.map((one) => (one === last ? { ...one, voidedAt: '2026-02-01T00:00:00Z' } : one));
        expect(standingBy(voided).state).toBe(last.fromState);
        expect(why(at(voided, voided.length - 1), voided)).toBe('offer-step.voided');
      }),
    );
  });

  it('that another one or an exit made goes only together with that; one of the clock while the offer still stands', () => {
    for (const made of [{ madeById: 'x' }, { exitEntryId: 'x' }]) {
      const steps = [step(1, null, 'draft'), step(2, 'draft', 'withdrawn', made)];
      expect(why(at(steps, 1), steps)).toBe('offer-step.follows');
      expect(why(at(steps, 1), steps, { ...on, together: true })).toBeUndefined();
    }
    const steps = [step(1, null, 'draft'), step(2, 'draft', 'extended'), step(3, 'extended', 'expired')];
    expect(why(at(steps, 2), steps, { today: '2026-02-01', expiresOn: '2026-01-31' })).toBe('offer.over');
    expect(why(at(steps, 2), steps, { today: '2026-02-01', expiresOn: '2026-02-01' })).toBeUndefined();
  });

  it('is taken back by who may go that way', () => {
    for (const { from, to, needs } of [...Object.values(offerTransitions), ...Object.values(rivalOfferTransitions)]) {
      for (const fromState of from) expect(stepNeeds({ fromState, toState: to })).toBe(needs);
    }
  });
});

describe('an exit', () => {
  it('ends every open offer by a way that its state allows, and no other', () => {
    for (const state of offerStates) {
      for (const party of exitParties) {
        const way = endedByExit(state, party);
        if (!openOfferStates.some((one) => one === state)) expect(way).toBeUndefined();
        else expect(way && offerTransitions[way].from).toContain(state);
      }
    }
    expect(endedByExit('extended', 'candidate')).toBe('decline');
    expect(endedByExit('accepted', 'client')).toBe('rescind');
  });
});
