import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  comesOnce,
  gapLinesOf,
  isOfGrant,
  pathsAt,
  productOf,
  tellingMonths,
  withoutOneOffs,
} from './comparison-lines.rules.js';

const line = (what: 'base' | 'one_off' | 'make_whole' | 'claw_back' | 'equity' | 'waiting', amount: string) => ({
  what,
  amount,
  index: null,
  label: null,
  count: null,
  each: null,
});

describe('the lines of a comparison', () => {
  it('of four years leave out what comes once: 2,240,000 + 3 × 2,040,000, less 300,000, and the 100,000 repaid put back', () => {
    // pay.md, example 10: 8,360,000 with a sign-on of 300,000 and 100,000 repaid; without both 8,160,000.
    const later = { amount: '2040000', lines: [line('base', '1440000'), line('equity', '600000')] };
    const first = {
      amount: '2240000',
      lines: [...later.lines, line('one_off', '300000'), line('claw_back', '-100000')],
    };
    expect(withoutOneOffs({ years: [first, later, later, later] })).toBe('8160000');
  });

  it('of a gap are what closes it and the other one-offs, each once and none that is nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('one_off', 'make_whole', 'claw_back'), fc.integer({ min: -2, max: 2 }))),
        (drawn) => {
          const lines = drawn.map(([what, amount]) => line(what, String(amount)));
          const { closing, others } = gapLinesOf(lines);
          expect(new Set([...closing, ...others])).toEqual(new Set(lines.filter(({ amount }) => amount !== '0')));
          expect(others.every(({ what }) => what === 'one_off')).toBe(true);
          expect(closing.some(({ what }) => what === 'one_off')).toBe(false);
        },
      ),
    );
  });

  it('are products where something other than money itself is counted', () => {
    expect(productOf({ count: '750', each: '150' })).toEqual({ count: '750', each: '150' });
    expect(productOf({ count: '750', each: '1.00' })).toBeUndefined();
    expect(productOf({ count: null, each: '150' })).toBeUndefined();
    expect([comesOnce('claw_back'), comesOnce('equity'), isOfGrant('equity'), isOfGrant('base')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('the months that tell why one is ahead', () => {
  it('are the first time level, the last month behind with the one after it, and the ends of the years', () => {
    expect(tellingMonths({ first: 1, lasting: 30 })).toEqual([1, 12, 24, 29, 30, 36, 48]);
    expect(tellingMonths({ first: 1, lasting: 1 })).toEqual([1, 12, 24, 36, 48]);
    expect(tellingMonths({ first: null, lasting: null })).toEqual([12, 24, 36, 48]);
  });

  it('show both paths and the first less the second, exact', () => {
    const [mine, theirs] = [{ path: ['0.10', '0.30'] }, { path: ['0.20', '0.10'] }];
    expect(pathsAt(mine, theirs, 1)).toEqual(['0.10', '0.20', '-0.1']);
    expect(pathsAt(mine, theirs, 2)).toEqual(['0.30', '0.10', '0.2']);
  });
});
