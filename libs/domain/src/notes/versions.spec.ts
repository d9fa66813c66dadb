import { describe, expect, it } from '@jest/globals';
import { versionsOf } from './versions.js';

const authorName = 'Anna';

describe('the versions of a note', () => {
  it('begin when the one before was replaced and say what changed', () => {
    const edits = [
      { id: '2', body: 'one two', visibility: 'agency', authorName, replacedAt: '2026-03-03' } as const,
      { id: '1', body: 'one', visibility: 'private', authorName, replacedAt: '2026-02-02' } as const,
    ];
    const note = { body: 'two', visibility: 'agency', authorName, createdAt: '2026-01-01', edits } as const;
    expect(versionsOf(note)).toEqual([
      {
        body: 'two',
        visibility: 'agency',
        authorName,
        at: '2026-03-03',
        pieces: [
          { kind: 'removed', text: 'one ' },
          { kind: 'same', text: 'two' },
        ],
      },
      {
        body: 'one two',
        visibility: 'agency',
        authorName,
        at: '2026-02-02',
        pieces: [
          { kind: 'same', text: 'one' },
          { kind: 'added', text: ' two' },
        ],
        shownBefore: 'private',
      },
      { body: 'one', visibility: 'private', authorName, at: '2026-01-01' },
    ]);
  });

  it('are one where nothing was changed', () => {
    const note = { body: 'x', visibility: 'agency', authorName, createdAt: '2026-01-01', edits: [] } as const;
    expect(versionsOf(note)).toEqual([{ body: 'x', visibility: 'agency', authorName, at: '2026-01-01' }]);
  });
});
