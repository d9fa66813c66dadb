import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flag, oneOf, parseSearch, someOf, stringifySearch, text, texts } from './search-params.js';

describe('search parameters', () => {
  it('are flat and leave out what is absent', () => {
    expect(
      stringifySearch({ q: 'Zhao Hong', tag: ['a', 'b'], open: true, none: undefined, off: false, empty: '' }),
    ).toBe('?q=Zhao+Hong&tag=a&tag=b&open=true');
    expect(stringifySearch({})).toBe('');
  });

  it('come back as they went', () => {
    const values = fc.oneof(fc.string({ minLength: 1 }), fc.array(fc.string({ minLength: 1 }), { minLength: 2 }));
    const names = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(names, values), (search) =>
        expect(parseSearch(stringifySearch(search))).toEqual({ ...search }),
      ),
    );
  });

  it('are read into what a list knows', () => {
    expect(text(['a', 'b'])).toBe('a');
    expect(text('')).toBeUndefined();
    expect(texts('a')).toEqual(['a']);
    expect(texts(undefined)).toBeUndefined();
    expect(oneOf(['open', 'closed'], 'gone')).toBeUndefined();
    expect(someOf(['open', 'closed'], ['closed', 'x'])).toEqual(['closed']);
    expect(flag('true')).toBe(true);
    expect(flag('1')).toBeUndefined();
  });
});
