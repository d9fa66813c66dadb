import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from './compensation/exact.js';
import { cutTo, oneLine, writtenDay, writtenNumber } from './written.js';

describe('what is written in a file', () => {
  it('is a day and a number as the language writes them, with every digit', () => {
    expect((['en', 'zh', 'de'] as const).map((locale) => writtenDay('2026-09-01', locale))).toEqual([
      '1 Sept 2026',
      '2026年9月1日',
      '01.09.2026',
    ]);
    expect(writtenNumber('1234567890123456789.01', 'en', 2)).toBe('1,234,567,890,123,456,789.01');
    expect(writtenNumber('-0.5', 'de', 2)).toBe('-0,50');
    const amounts = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(amounts, ([units, places]) => {
        const exact = new Exact(units.toString()).div(new Exact(10).pow(places)).toFixed();
        expect(new Exact(writtenNumber(exact, 'en').replaceAll(',', '')).eq(exact)).toBe(true);
      }),
    );
  });

  it('is one line of signs that have a form, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(oneLine(line)).toBe(line);
      }),
    );
    expect(oneLine('\ud800 Zhao\u0007\n\u202eHong 赵宏\t')).toBe('\ufffd Zhao Hong 赵宏');
  });

  it('is cut between signs, never within one', () => {
    expect(cutTo('赵宏😀😀', 4)).toBe('赵宏😀😀');
    expect(cutTo('赵宏😀😀', 3)).toBe('赵宏…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const cut = cutTo(text, most);
        expect([...cut].length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(text.startsWith(cut.replace(/…$/, '')) || cut === text).toBe(true);
      }),
    );
  });
});
