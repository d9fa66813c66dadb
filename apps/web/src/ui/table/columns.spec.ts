import { describe, expect, it } from '@jest/globals';
import {
  arranged,
  besides,
  chosenAs,
  type Column,
  editableAfter,
  laidOut,
  nextSort,
  placedAt,
  tracks,
  visibility,
  withWidth,
} from './columns.js';

const columns: Column<never>[] = [
  { id: 'name', header: 'Name', width: 200, grow: true, fixed: true, cell: () => null },
  { id: 'city', header: 'City', width: 120, cell: () => null },
  { id: 'updated', header: 'Updated', width: 100, hidden: true, cell: () => null },
];

describe('columns', () => {
  it('are shown as chosen, fixed ones always', () => {
    expect(visibility(columns, undefined)).toEqual({ name: true, city: true, updated: false });
    expect(visibility(columns, ['updated'])).toEqual({ name: true, city: false, updated: true });
  });

  it('take their tracks, after that of the checkbox', () => {
    expect(tracks(columns, visibility(columns, undefined), true)).toBe('44px minmax(200px, 1fr) 120px');
    expect(tracks(columns, visibility(columns, []), false)).toBe('minmax(200px, 1fr)');
  });

  it('stand in the order chosen, a fixed one at its end', () => {
    const last: Column<never> = { id: 'actions', header: 'Actions', width: 80, fixed: true, cell: () => null };
    const all = [...columns, last];
    const order = (chosen: string[] | undefined) => arranged(all, chosen).map(({ id }) => id);
    expect(order(undefined)).toEqual(['name', 'city', 'updated', 'actions']);
    expect(order(['actions', 'updated', 'city', 'name'])).toEqual(['name', 'updated', 'city', 'actions']);
    expect(order(['updated'])).toEqual(['name', 'updated', 'city', 'actions']);
    expect(placedAt(all, ['city', 'updated'], 'updated', 'city', 'before')).toEqual([
      'name',
      'updated',
      'city',
      'actions',
    ]);
    expect(placedAt(all, undefined, 'city', 'name', 'before')).toBeUndefined();
    expect(besides(all, ['city', 'updated'], 'city', 1)).toBe('updated');
    expect([besides(all, undefined, 'city', -1), besides(all, undefined, 'city', 1)]).toEqual([undefined, undefined]);
    expect([besides(all, undefined, 'name', 1), besides(all, undefined, 'updated', -1)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(chosenAs(all, ['city', 'name', 'actions'])).toBeUndefined();
    expect(chosenAs(all, [])).toEqual(['name', 'actions']);
  });

  it('are as wide as chosen, within what can be read; what is no width is passed over', () => {
    expect(withWidth(columns, undefined, 'city', 200.4)).toEqual(['city:200']);
    expect(withWidth(columns, ['city:200'], 'name', 3)).toEqual(['name:64', 'city:200']);
    expect(withWidth(columns, ['city:200', 'gone:3', 'updated:x'], 'city', 9999)).toEqual(['city:640']);
    const laid = laidOut(columns, ['updated'], ['name:150', 'updated:140', 'city:1']);
    expect(tracks(laid, visibility(columns, ['updated']), true)).toBe('44px 150px 140px');
    expect(tracks(laidOut(columns, undefined, ['__proto__:9']), visibility(columns, undefined), false)).toBe(
      'minmax(200px, 1fr) 120px',
    );
  });

  it('are edited one after the other, those that are shown', () => {
    const edit = {
      field: { name: 'x', label: 'X', kind: 'text' },
      value: () => null,
      save: () => Promise.resolve(),
    } as const;
    const some = [
      { ...columns[0], id: 'a', edit },
      { ...columns[0], id: 'b' },
      { ...columns[0], id: 'c', edit },
    ] as Column<never>[];
    const shown = { a: true, b: true, c: true };
    expect(editableAfter(some, shown, undefined, 1)).toBe('a');
    expect(editableAfter(some, shown, 'a', 1)).toBe('c');
    expect(editableAfter(some, shown, 'c', 1)).toBeUndefined();
    expect(editableAfter(some, shown, 'c', -1)).toBe('a');
    expect(editableAfter(some, { ...shown, c: false }, 'a', 1)).toBeUndefined();
  });

  it('sort up, down, then not', () => {
    expect(nextSort('name', undefined)).toBe('name');
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('name', '-name')).toBeUndefined();
    expect(nextSort('name', 'city')).toBe('name');
  });
});
