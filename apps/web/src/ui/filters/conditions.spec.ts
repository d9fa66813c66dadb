import { describe, expect, it } from '@jest/globals';
import {
  conditionCount,
  type ConditionField,
  draftCount,
  draftOf,
  newCondition,
  newGroup,
  opsOf,
  whereOf,
  withPart,
} from './conditions.js';

const city = { id: 'city', label: 'City', kind: 'text', nullable: true } as const;
const flag = { id: 'gone', label: 'Gone', kind: 'flag' } as const;
const pay = { id: 'cash', label: 'Cash', kind: 'number' } as const;
const seen = { id: 'seenAt', label: 'Seen', kind: 'time' } as const;
const fields: readonly ConditionField[] = [city, flag, pay, seen];

const there = (text: string) => {
  const draft = draftOf(text, fields);
  return draft && whereOf(draft, fields);
};

describe('conditions', () => {
  it('go to the address and come back as they were', () => {
    const text = JSON.stringify({
      any: [
        { field: 'city', op: 'anyOf', value: ['Bern', '杭州'] },
        {
          all: [
            { field: 'city', op: 'empty' },
            { field: 'gone', op: 'is', value: false },
          ],
        },
        { field: 'cash', op: 'from', value: 90000 },
        { field: 'seenAt', op: 'to', value: new Date('2026-03-31T23:59:59.999').toISOString() },
      ],
    });
    expect(there(text)).toBe(text);
    expect(conditionCount(text)).toBe(5);
  });

  it('count once they are complete', () => {
    const group = newGroup('all', city);
    expect(whereOf(group, fields)).toBeUndefined();
    const [first] = group.parts;
    const filled = withPart(group, first?.key ?? 0, (part) => ({ ...part, value: ' Bern ' }));
    expect(whereOf(filled, fields)).toBe('{"all":[{"field":"city","op":"is","value":"Bern"}]}');
    expect(there('{"all":[{"field":"elsewhere","op":"is","value":1}]}')).toBeUndefined();
    const wrong = withPart(newGroup('all', pay), -1, () => undefined);
    expect(whereOf({ ...wrong, parts: [{ ...newCondition(pay), value: 'much' }] }, fields)).toBeUndefined();
  });

  it('take their group with them when the last one goes', () => {
    const inner = newGroup('any', city);
    const outer = { ...newGroup('all', flag), parts: [newCondition(flag), inner] };
    expect(draftCount(outer)).toBe(2);
    const left = withPart(outer, inner.parts[0]?.key ?? 0, () => undefined);
    expect(left.parts).toEqual([outer.parts[0]]);
  });

  it('compare as their kind allows', () => {
    expect(opsOf(city)).toEqual(['is', 'isNot', 'anyOf', 'empty', 'notEmpty']);
    expect(opsOf(flag)).toEqual(['is']);
    expect(opsOf(seen)).toEqual(['from', 'to']);
  });
});
