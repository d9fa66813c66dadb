import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callListStates } from './call-list.js';
import { eachOnce, nextWaiting, whyNotFrom, whyNotSkip } from './call-list.rules.js';

describe('a call list', () => {
  it('comes from one whole source', () => {
    const pointer = (source: Parameters<typeof whyNotFrom>[0]) =>
      (whyNotFrom(source)?.facts['errors'] as { pointer: string }[] | undefined)?.[0]?.pointer;
    expect(pointer({ kind: 'view', filters: {} })).toBeUndefined();
    expect(pointer({ kind: 'stage', searchId: 'a', stageId: 'b' })).toBeUndefined();
    expect(pointer({ kind: 'follow_ups' })).toBeUndefined();
    expect(pointer({ kind: 'stage', stageId: 'b' })).toBe('/source/searchId');
    expect(pointer({ kind: 'stage', searchId: 'a' })).toBe('/source/stageId');
    expect(pointer({ kind: 'view', searchId: 'a' })).toBe('/source/searchId');
    expect(pointer({ kind: 'follow_ups', stageId: 'b' })).toBe('/source/stageId');
    expect(pointer({ kind: 'follow_ups', filters: {} })).toBe('/source/filters');
  });

  it('skips those who wait and takes back those who were skipped', () => {
    const allowed = callListStates.flatMap((state) =>
      [true, false].filter((skipped) => !whyNotSkip(state, skipped)).map((skipped) => [state, skipped]),
    );
    expect(allowed).toEqual([
      ['waiting', true],
      ['skipped', false],
    ]);
  });

  it('has each person once, where they stood first', () => {
    const rows = ['a', 'b', 'a', 'c', 'b', 'd'].map((candidateId, place) => ({ candidateId, place }));
    expect(eachOnce(rows, 3).map(({ place }) => place)).toEqual([0, 1, 3]);
  });

  it('goes on to the next who waits, round once, and never to the one at hand', () => {
    expect(nextWaiting(['waiting', 'done', 'waiting'], 0)).toBe(2);
    expect(nextWaiting(['waiting', 'done', 'done'], 1)).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...callListStates), { minLength: 1 }), fc.nat(), (states, at) => {
        const from = at % states.length;
        const next = nextWaiting(states, from);
        if (next === undefined) {
          expect(states.filter((state, index) => index !== from && state === 'waiting')).toEqual([]);
        } else {
          expect([states[next], next === from]).toEqual(['waiting', false]);
        }
      }),
    );
  });
});
