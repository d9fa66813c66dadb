import { describe, expect, it } from '@jest/globals';
import { clashes, keysOf, type Shortcut, shortcuts } from './shortcuts.js';

const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
  keysOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('shortcuts', () => {
  it('do not clash', () => {
    expect(clashes(shortcuts)).toEqual([]);
  });

  it('clash when keys are the same in one place, or one begins the other', () => {
    const one: Shortcut = { keys: 'g', scopes: ['list'], group: 'lists' };
    const other: Shortcut = { keys: 'g h', scopes: ['global'], group: 'go' };
    const apart: Shortcut = { keys: 'g', scopes: ['record'], group: 'records' };
    expect(clashes({ one, other })).toEqual([['one', 'other']]);
    expect(clashes({ one, apart })).toEqual([]);
  });

  it('are read from the keyboard as the table writes them', () => {
    expect(key('k', { ctrlKey: true })).toBe('mod+k');
    expect(key('K', { metaKey: true })).toBe('mod+k');
    expect(key('?', { shiftKey: true })).toBe('?');
    expect(key(' ')).toBe('space');
    expect(key('J', { shiftKey: true })).toBe('shift+j');
    expect(key('Control', { ctrlKey: true })).toBeUndefined();
    expect(key('e', { altKey: true })).toBeUndefined();
  });
});
