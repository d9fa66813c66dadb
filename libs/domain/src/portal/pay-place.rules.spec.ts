import { describe, expect, it } from '@jest/globals';
import { packageSources } from '../compensation/package.js';
import { bannedAt, payMayBeAsked, payMayBeShown, payPlacesOf } from './pay-place.rules.js';

const at = (city: string | null, country: string | null) => ({ city, country });

describe('places that ban pay history', () => {
  it.each([
    ['San Francisco', 'USA', true],
    ['旧金山', '美国', true],
    ['Palo Alto, CA', 'United States', true],
    ['New York', 'US', true],
    ['Seattle', 'USA', false],
    [null, 'Vereinigte Staaten', true],
    ['Berlin', 'Germany', true],
    ['München', 'Deutschland', true],
    ['巴黎', '法国', true],
    ['Shanghai', 'China', false],
    ['London', 'United Kingdom', false],
    ['San Francisco', 'Philippines', false],
    [null, null, false],
  ])('know %s, %s by themselves', (city, country, banned) => {
    expect(payMayBeAsked(at(city, country), [])).toBe(!banned);
  });

  it('are the agency’s to turn off and to add', () => {
    const off = { shipped: 'eu', name: 'EU', words: [], banned: false } as const;
    const own = { shipped: null, name: 'Washington State', words: ['Seattle', '西雅图'], banned: true } as const;
    expect(payMayBeAsked(at('Berlin', 'Germany'), [off])).toBe(true);
    expect(payMayBeAsked(at('New York', 'USA'), [off])).toBe(false);
    expect(bannedAt(at('seattle ', 'USA'), [off, own])).toEqual([own]);
    expect(payMayBeAsked(at('Seattle', 'USA'), [{ ...own, banned: false }])).toBe(true);
    expect(payPlacesOf([off, own]).map(({ name }) => name)).toEqual([
      'california',
      'new_york',
      'EU',
      'Washington State',
    ]);
  });

  it('show current pay there only when it was volunteered for that client: the whole table', () => {
    for (const place of [at('Berlin', 'Germany'), at('Shanghai', 'China')]) {
      for (const source of packageSources) {
        for (const volunteeredForClient of [true, false]) {
          const allowed = place.country === 'China' || (source === 'volunteered' && volunteeredForClient);
          expect(payMayBeShown(place, [], { source, volunteeredForClient })).toBe(allowed);
        }
      }
    }
  });
});
