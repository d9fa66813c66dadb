import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LevelDraft, LevelRange } from './level.js';
import { correspond, levelKey, levelOf, levelsIn, whyNotLevels } from './level.rules.js';

const ladder = ['junior', 'mid', 'senior', 'staff', 'principal'];
const level = (code: string, fromStepId: string, toStepId = fromStepId): LevelDraft => ({ code, fromStepId, toStepId });
const faults = (levels: readonly LevelDraft[]) => {
  const refusal = whyNotLevels(levels, ladder);
  return refusal && [refusal.code, ...(refusal.facts.errors ?? []).map(({ pointer }) => pointer)];
};

const range = fc
  .tuple(fc.nat(20), fc.nat(20))
  .map(([one, other]): LevelRange => ({ from: Math.min(one, other), to: Math.max(one, other) }));

/** Every place that a range takes. */
const places = ({ from, to }: LevelRange): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('levels that correspond', () => {
  it('are on a step that both take, and on no other', () => {
    fc.assert(
      fc.property(range, range, (one, other) => {
        const shared = places(one).some((place) => places(other).includes(place));
        expect(correspond(one, other)).toBe(shared);
      }),
    );
  });

  it('correspond both ways, and each to itself', () => {
    fc.assert(
      fc.property(range, range, (one, other) => {
        expect(correspond(one, one)).toBe(true);
        expect(correspond(one, other)).toBe(correspond(other, one));
      }),
    );
  });
});

describe('a written level', () => {
  const known = [{ code: 'P6' }, { code: 'P7' }, { code: 'IC 5' }, { code: '高级 专家' }];

  it.each([
    ['p7', 'P7'],
    [' P 7 ', 'P7'],
    ['Ｐ７', 'P7'],
    ['ic5', 'IC 5'],
    ['高级专家', '高级 专家'],
  ])('%j names %s', (written, code) => {
    expect(levelOf(written, known)?.code).toBe(code);
  });

  it.each(['', 'P', 'P77', 'P-7', 'T7'])('%j names none', (written) => {
    expect(levelOf(written, known)).toBeUndefined();
  });

  it('is matched the same however it is spaced and cased', () => {
    const spaced = fc
      .array(fc.tuple(fc.constantFrom(...'abPT789级'), fc.boolean(), fc.constantFrom('', ' ', '\t', '\u3000')))
      .map((parts) => ({
        plain: parts.map(([sign]) => sign).join(''),
        written: parts
          .map(([sign, upper, space]) => (upper ? sign.toUpperCase() : sign.toLowerCase()) + space)
          .join(''),
      }));
    fc.assert(fc.property(spaced, ({ plain, written }) => expect(levelKey(written)).toBe(plain.toLowerCase())));
  });
});

describe('the levels of an organization', () => {
  it('stand on steps of the ladder, one or several', () => {
    expect(faults([])).toBeUndefined();
    expect(faults([level('P6', 'senior'), level('P7', 'staff', 'principal')])).toBeUndefined();
  });

  it('are named once each, however the code is written', () => {
    expect(faults([level('P6', 'mid'), level('p 6', 'mid'), level('P7', 'mid'), level('Ｐ7', 'mid')])).toEqual([
      'organization.levels',
      '/levels/1/code',
      '/levels/3/code',
    ]);
  });

  it('span upwards', () => {
    expect(faults([level('P6', 'mid', 'senior'), level('P7', 'staff', 'senior')])).toEqual([
      'organization.levels',
      '/levels/1/toStepId',
    ]);
  });

  it('stand on no step of another ladder', () => {
    expect(faults([level('P6', 'mid'), level('P7', 'elsewhere', 'mid')])).toEqual([
      'reference.unknown',
      '/levels/1/fromStepId',
    ]);
    expect(faults([level('P7', 'mid', 'elsewhere')])).toEqual(['reference.unknown', '/levels/0/toStepId']);
  });
});

describe('levels in a pasted text', () => {
  it.each<[string, [string, string | null][]]>([
    [
      'P6 Senior; P7 Staff',
      [
        ['P6', 'Senior'],
        ['P7', 'Staff'],
      ],
    ],
    [
      'P6, P7\nP8',
      [
        ['P6', null],
        ['P7', null],
        ['P8', null],
      ],
    ],
    [
      'T3-2: Senior engineer；T3-3 - Staff',
      [
        ['T3-2', 'Senior engineer'],
        ['T3-3', 'Staff'],
      ],
    ],
    [
      'P7技术专家、P8 高级专家',
      [
        ['P7', '技术专家'],
        ['P8', '高级专家'],
      ],
    ],
    ['高级专家=P8', [['高级专家', 'P8']]],
    [' ;\n ', []],
  ])('are those of %j', (text, levels) => {
    expect(levelsIn(text).map(({ code, title }) => [code, title])).toEqual(levels);
  });

  it('have codes and titles that say something', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const { code, title } of levelsIn(text)) {
          expect(code.trim()).not.toBe('');
          expect(title).not.toBe('');
        }
      }),
    );
  });
});
