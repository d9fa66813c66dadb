import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSearch, stringifySearch } from '../app/search-params.js';
import {
  type Assumed,
  assumedCount,
  assumedOf,
  type ComparisonSearch,
  questionOf,
  searchOf,
  withEntry,
} from './assumed.js';

const offer = '01900000-0000-7000-8000-000000000001';
const rival = '01900000-0000-7000-8000-000000000002';
const nothing: Assumed = { starts: new Map(), growth: new Map(), haircut: new Map() };
const throughAddress = (assumed: Assumed): Assumed =>
  assumedOf(parseSearch(stringifySearch(searchOf(assumed))) as ComparisonSearch);

describe('assumptions in the address of a comparison', () => {
  it('are nothing where nothing is assumed', () => {
    expect(stringifySearch(searchOf(nothing))).toBe('');
    expect(assumedOf({})).toEqual(nothing);
    expect(questionOf(nothing)).toEqual({ starts: [], grantors: [] });
    expect(assumedCount(nothing)).toBe(0);
  });

  it('are written as they can be read', () => {
    const assumed: Assumed = {
      currency: 'USD',
      rateOn: '2026-06-30',
      lastDay: '2026-08-31',
      starts: new Map([
        [offer, '2026-12-01'],
        [rival, '2027-01-04'],
      ]),
      growth: new Map([['Northstar AI', 10]]),
      haircut: new Map([['北辰, Ltd: B', 37.5]]),
    };
    expect(searchOf(assumed)).toEqual({
      currency: 'USD',
      rateOn: '2026-06-30',
      lastDay: '2026-08-31',
      starts: `${offer}:2026-12-01,${rival}:2027-01-04`,
      growth: 'Northstar%20AI:10',
      haircut: '%E5%8C%97%E8%BE%B0%2C%20Ltd%3A%20B:37.5',
    });
    expect(throughAddress(assumed)).toEqual(assumed);
    expect(assumedCount(assumed)).toBe(7);
  });

  it('come back as they went, whatever grantors are called', () => {
    const names = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
    const percent = (least: number, most: number) =>
      fc.integer({ min: least * 100, max: most * 100 }).map((hundredths) => hundredths / 100);
    const map = (value: fc.Arbitrary<number>) =>
      fc.array(fc.tuple(names, value), { maxLength: 5 }).map((entries) => new Map(entries));
    fc.assert(
      fc.property(map(percent(-90, 1000)), map(percent(0, 100)), (growth, haircut) => {
        expect(throughAddress({ ...nothing, growth, haircut })).toEqual({ ...nothing, growth, haircut });
      }),
    );
  });

  it('pass over what cannot be', () => {
    expect(
      assumedOf({
        currency: 'dollars',
        rateOn: '2026-02-30',
        lastDay: 'soon',
        starts: `${offer}:2026-13-01,x:2026-12-01,${rival},${rival}:2027-01-04:1,`,
        growth: 'A:-91,B:1e3,C:,:5,%E5%8C:5,D:12.345,E:5',
        haircut: 'A:-1,B:100.5,C:100',
      }),
    ).toEqual({ ...nothing, growth: new Map([['E', 5]]), haircut: new Map([['C', 100]]) });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => assumedOf({ currency: text, starts: text, growth: text, haircut: text })).not.toThrow();
      }),
    );
  });

  it('ask for each grantor once', () => {
    const assumed = {
      ...nothing,
      growth: new Map([['A', 10]]),
      haircut: new Map([
        ['B', 40],
        ['A', 0],
      ]),
    };
    expect(questionOf({ ...assumed, currency: 'CNY', starts: new Map([[offer, '2026-12-01']]) })).toEqual({
      currency: 'CNY',
      starts: [{ id: offer, startsOn: '2026-12-01' }],
      grantors: [
        { name: 'A', growth: 10, haircut: 0 },
        { name: 'B', haircut: 40 },
      ],
    });
  });

  it('are set and taken away one at a time', () => {
    const one = withEntry<number>(nothing.growth, 'A', 10);
    expect([...one]).toEqual([['A', 10]]);
    expect([...withEntry(one, 'A', undefined)]).toEqual([]);
    expect(nothing.growth.size).toBe(0);
  });
});
