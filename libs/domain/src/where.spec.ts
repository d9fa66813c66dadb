import { describe, expect, it } from '@jest/globals';
import { conditionsIn, isGroup, partsOf, readWhere, type WhereGroup } from './where.js';

const city = { field: 'city', op: 'is', value: 'Bern' };
const nested = (depth: number): object => (depth === 1 ? { all: [city] } : { any: [nested(depth - 1)] });
const read = (raw: unknown) => readWhere(JSON.stringify(raw));

describe('a nested filter', () => {
  it('is read as it stands', () => {
    const group = {
      all: [
        city,
        {
          any: [
            { field: 'ownerId', op: 'empty' },
            { field: 'n', op: 'anyOf', value: [1, 2] },
          ],
        },
      ],
    };
    expect(read(group)).toEqual({ group });
    expect(conditionsIn(group as WhereGroup)).toBe(3);
    expect(partsOf({ any: [] })).toEqual(['any', []]);
    expect(isGroup({ field: 'all', op: 'empty' })).toBe(false);
  });

  it.each([
    ['no JSON', '{', ''],
    ['a list', '[]', ''],
    ['both joins', '{"all":[],"any":[]}', ''],
    ['an empty group', '{"all":[]}', '/all'],
    ['a part that is none', '{"all":[1]}', '/all/0'],
    ['a group inside that is none', '{"all":[{"any":[{"some":[]}]}]}', '/all/0/any/0'],
    ['a stray name', '{"all":[{"field":"a","op":"is","value":1,"x":1}]}', '/all/0'],
    ['a field that is no name', '{"any":[{"field":1,"op":"is","value":1}]}', '/any/0/field'],
    ['an unknown comparison', '{"all":[{"field":"a","op":"like","value":"x"}]}', '/all/0/op'],
    ['no value', '{"all":[{"field":"a","op":"is"}]}', '/all/0/value'],
    ['null', '{"all":[{"field":"a","op":"is","value":null}]}', '/all/0/value'],
    ['one value for a list', '{"all":[{"field":"a","op":"anyOf","value":"x"}]}', '/all/0/value'],
    ['a value where none is compared', '{"all":[{"field":"a","op":"empty","value":1}]}', '/all/0/value'],
  ])('with %s is refused where it is wrong', (_, text, path) => {
    expect(readWhere(text)).toMatchObject({ fault: { path } });
  });

  it('has its limits', () => {
    expect(read(nested(3))).toHaveProperty('group');
    expect(read(nested(4))).toMatchObject({ fault: { path: '/any/0/any/0/any/0' } });
    expect(read({ all: Array.from({ length: 30 }, () => city) })).toHaveProperty('group');
    expect(
      read({ all: [{ any: Array.from({ length: 16 }, () => city) }, { any: Array.from({ length: 15 }, () => city) }] }),
    ).toMatchObject({ fault: { path: '' } });
    expect(read({ all: [{ field: 'a', op: 'anyOf', value: Array.from({ length: 101 }, () => 'x') }] })).toMatchObject({
      fault: { path: '/all/0/value' },
    });
  });
});
