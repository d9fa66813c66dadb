import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BoardColumn, carried, moved, neighbor, placeOf, targetAt } from './board-model.js';

type Card = { id: string };

const column = (id: string, ids: string, total = ids.length): BoardColumn<Card> => ({
  id,
  name: id,
  tone: '',
  total,
  hasMore: total > ids.length,
  cards: [...ids].map((card) => ({ id: card })),
});
const board = [column('one', 'abc'), column('two', ''), column('three', 'de', 10)];
const words = (columns: readonly BoardColumn<Card>[]) =>
  columns.map(({ cards, total }) => `${cards.map(({ id }) => id).join('')}:${total}`);

describe('a board', () => {
  it('moves a card between columns and within one', () => {
    expect(words(moved(board, new Set(['b']), { column: 'three', index: 1 }))).toEqual(['ac:2', ':0', 'dbe:11']);
    expect(words(moved(board, new Set(['a']), { column: 'one', index: 2 }))).toEqual(['bca:3', ':0', 'de:10']);
    expect(words(moved(board, new Set(['e', 'a']), { column: 'two', index: 0 }))).toEqual(['bc:2', 'ae:2', 'd:9']);
  });

  it('loses and doubles nothing, whatever is moved', () => {
    const ids = fc.subarray(['a', 'b', 'c', 'd', 'e']);
    fc.assert(
      fc.property(ids, fc.constantFrom('one', 'two', 'three'), fc.nat(9), (moving, to, index) => {
        const after = moved(board, new Set(moving), { column: to, index });
        expect(
          after
            .flatMap(({ cards }) => cards.map(({ id }) => id))
            .sort()
            .join(''),
        ).toBe('abcde');
        expect(after.reduce((sum, { total }) => sum + total, 0)).toBe(13);
      }),
    );
  });

  it('names the neighbors that stay', () => {
    expect(targetAt(board, new Set(['b']), { column: 'one', index: 1 })).toEqual({
      column: 'one',
      index: 1,
      after: 'a',
      before: 'c',
    });
    expect(targetAt(board, new Set(['b']), { column: 'three', index: 99 })).toEqual({
      column: 'three',
      index: 2,
      after: 'e',
      before: undefined,
    });
    expect(targetAt(board, new Set(['b']), { column: 'two', index: 0 })).toEqual({
      column: 'two',
      index: 0,
      after: undefined,
      before: undefined,
    });
  });

  it('carries a card through empty columns and to the ends', () => {
    expect(carried(board, 'c', { column: 'one', index: 2 }, 'right')).toEqual({ column: 'two', index: 0 });
    expect(carried(board, 'c', { column: 'three', index: 2 }, 'down')).toEqual({ column: 'three', index: 2 });
    expect(carried(board, 'a', { column: 'one', index: 0 }, 'left')).toEqual({ column: 'one', index: 0 });
  });

  it('looks past empty columns', () => {
    expect(neighbor(board, { column: 'one', index: 2 }, 'right')?.id).toBe('e');
    expect(neighbor(board, { column: 'three', index: 0 }, 'left')?.id).toBe('a');
    expect(neighbor(board, { column: 'one', index: 2 }, 'down')).toBeUndefined();
    expect(placeOf(board, 'e')).toEqual({ column: 'three', index: 1 });
  });
});
