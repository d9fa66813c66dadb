import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceOf } from './difference.js';

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(differenceOf('Moves for pay, not now', 'Moves for compute, not now')).toEqual([
      { kind: 'same', text: 'Moves for ' },
      { kind: 'removed', text: 'pay' },
      { kind: 'added', text: 'compute' },
      { kind: 'same', text: ', not now' },
    ]);
    expect(differenceOf('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(differenceOf('', 'new')).toEqual([{ kind: 'added', text: 'new' }]);
  });

  it('is told by the character in Chinese', () => {
    expect(differenceOf('想去北京', '想去上海')).toEqual([
      { kind: 'same', text: '想去' },
      { kind: 'removed', text: '北京' },
      { kind: 'added', text: '上海' },
    ]);
  });

  it('is told as a whole where the texts are long and share little', () => {
    const [a, b] = ['a ', 'b '].map((word) => word.repeat(3_000));
    expect(differenceOf(a ?? '', `${b}c`)).toHaveLength(2);
  });

  it('makes both texts again, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '字', '😀', 'x1', '.'), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [former, later] = [one.join(''), other.join('')];
        const pieces = differenceOf(former, later);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([former, later]);
      }),
    );
  });
});
