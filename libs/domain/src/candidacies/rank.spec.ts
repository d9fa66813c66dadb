import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { middleRank, rankBetween, ranksAfter } from './rank.js';

const shape = /^[0-9A-Za-z]{6}([0-9A-Za-z]*[1-9A-Za-z])?$/;

describe('rank', () => {
  it('always finds room: any sequence of insertions keeps the order and the shape', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 300 }), (places) => {
        const column: string[] = [];
        for (const place of places) {
          const at = place % (column.length + 1);
          const rank = rankBetween(column[at - 1] ?? null, column[at] ?? null);
          expect(rank).toMatch(shape);
          column.splice(at, 0, rank);
        }
        expect(column).toEqual([...column].sort());
        expect(new Set(column).size).toBe(column.length);
      }),
      { numRuns: 300 },
    );
  });

  it('stays short at both ends, whatever comes', () => {
    expect(ranksAfter(null, 2000).every((rank) => rank.length === 6)).toBe(true);
    let first = middleRank;
    for (let index = 0; index < 2000; index += 1) first = rankBetween(null, first);
    expect(first).toHaveLength(6);
  });

  it('grows slowly in the same gap', () => {
    const [low, high] = ranksAfter(null, 2) as [string, string];
    let after = low;
    for (let index = 0; index < 400; index += 1) after = rankBetween(after, high);
    expect(after.length).toBeLessThan(100);
    let before = high;
    for (let index = 0; index < 400; index += 1) before = rankBetween(low, before);
    expect(before.length).toBeLessThan(100);
    expect(low < after && after < high && low < before && before < high).toBe(true);
  });

  it('goes on beyond the first and the last whole part', () => {
    const least = rankBetween(null, '0000001');
    expect(least < '0000001' && least > '000000').toBe(true);
    expect(rankBetween('zzzzzz', null) > 'zzzzzz').toBe(true);
  });

  it('refuses neighbours that are out of order', () => {
    expect(() => rankBetween('V00001', 'V00000')).toThrow('no rank');
    expect(() => rankBetween('V00000', 'V00000')).toThrow('no rank');
  });
});
