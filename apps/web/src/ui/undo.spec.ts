import { beforeEach, describe, expect, it } from '@jest/globals';
import { beforeUndo, offerUndo, undoLast } from './undo.js';

describe('undo', () => {
  const taken: string[] = [];
  beforeEach(() => {
    taken.length = 0;
  });

  it('takes back the latest first, each once', async () => {
    offerUndo(() => taken.push('first'));
    offerUndo(() => taken.push('second'));
    expect([await undoLast(), await undoLast(), await undoLast()]).toEqual([true, true, false]);
    expect(taken).toEqual(['second', 'first']);
  });

  it('leaves what is no longer offered', async () => {
    offerUndo(() => taken.push('kept'));
    const withdraw = offerUndo(() => taken.push('gone'));
    withdraw();
    withdraw();
    await undoLast();
    expect(taken).toEqual(['kept']);
  });

  it('waits for a write under way and takes that back, not the change before it', async () => {
    offerUndo(() => taken.push('before'));
    const sent = Promise.withResolvers<void>();
    const write = beforeUndo(sent.promise.then(() => void offerUndo(() => taken.push('under way'))));
    const undone = undoLast();
    expect(taken).toEqual([]);
    sent.resolve();
    await write;
    await undone;
    expect(taken).toEqual(['under way']);
    await undoLast();
  });

  it('goes on with the change before when the write fails', async () => {
    offerUndo(() => taken.push('before'));
    await expect(beforeUndo(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    await undoLast();
    expect(taken).toEqual(['before']);
  });
});
