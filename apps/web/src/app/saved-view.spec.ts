import { describe, expect, it } from '@jest/globals';
import { differs, inOrder, type SavedView, searchOfView, viewQuery } from './saved-view.js';

describe('a saved view', () => {
  it('keeps filters, order and columns, whatever their order', () => {
    const query = viewQuery({
      sort: '-updatedAt',
      q: 'infra',
      view: 'x',
      create: true,
      columns: ['a', 'b'],
      none: undefined,
    });
    expect(query).toBe('columns=a&columns=b&q=infra&sort=-updatedAt');
    expect(differs({ query: 'sort=-updatedAt&q=infra&columns=a&columns=b' }, searchOfView({ id: 'x', query }))).toBe(
      false,
    );
    expect(differs({ query }, { q: 'infra', view: 'x' })).toBe(true);
    expect(viewQuery({ view: 'x' })).toBe('');
  });

  it('stands by pins, then by whose it is', () => {
    const view = (name: string, memberId: string, pinned: boolean) => ({ name, memberId, pinned }) as SavedView;
    const views = [view('theirs', 'b', false), view('mine', 'a', false), view('pinned', 'b', true)];
    expect(inOrder(views, 'a').map(({ name }) => name)).toEqual(['pinned', 'mine', 'theirs']);
  });
});
