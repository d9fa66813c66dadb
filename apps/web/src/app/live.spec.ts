import { describe, expect, it } from '@jest/globals';
import { stalePaths } from './live.js';

describe('live events', () => {
  it('say which paths are stale', () => {
    expect([...stalePaths(['candidacy.moved', 'note.written'])]).toEqual([
      '/searches',
      '/candidacies',
      '/candidates',
      '/notes',
      '/timeline',
    ]);
    expect([...stalePaths(['unknown.thing'])]).toEqual([]);
  });
});
