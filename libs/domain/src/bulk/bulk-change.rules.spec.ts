import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type Actor } from '../access/policy.js';
import { bulkActions, bulkStates } from './bulk-change.js';
import { bulkAbilities, bulkNeeds, whyNotAsk, whyNotUndo } from './bulk-change.rules.js';

const actor: Actor = {
  kind: 'member',
  agencyId: 'a',
  memberId: 'm',
  sessionId: null,
  name: 'Hanna',
  role: 'headhunter',
  clientId: null,
  timeZone: 'UTC',
  permissions: permissionsOf('headhunter', null),
};

describe('a change of many', () => {
  it('can be canceled while it runs, and taken back when it has done something that has an opposite', () => {
    const able = bulkStates.map((state) => [state, bulkAbilities(actor, state, 'tag', 3)]);
    expect(able).toEqual([
      ['queued', ['cancel']],
      ['running', ['cancel']],
      ['done', ['undo']],
      ['failed', ['undo']],
      ['canceled', ['undo']],
      ['undoing', []],
      ['undone', []],
    ]);
    expect(bulkAbilities(actor, 'done', 'tag', 0)).toEqual([]);
    expect(bulkAbilities(actor, 'done', 'add_to_search', 3)).toEqual([]);
    expect(whyNotUndo('add_to_search')?.code).toBe('bulk-change.not-undoable');
    expect(whyNotUndo('archive')).toBeUndefined();
  });

  it('says whom in one way, and has what its action needs', () => {
    const pointer = (asked: Parameters<typeof whyNotAsk>[0]): string | undefined =>
      whyNotAsk(asked)?.facts.errors?.[0]?.pointer;
    expect(pointer({ action: 'archive' })).toBe('/ids');
    expect(pointer({ action: 'archive', ids: [], matching: {} })).toBe('/ids');
    expect(pointer({ action: 'archive', matching: {} })).toBeUndefined();
    expect(pointer({ action: 'tag', ids: [] })).toBe('/tagId');
    expect(pointer({ action: 'owner', ids: [] })).toBe('/ownerId');
    expect(pointer({ action: 'owner', ids: [], ownerId: null })).toBeUndefined();
    expect(pointer({ action: 'task', ids: [] })).toBe('/title');
    expect(pointer({ action: 'add_to_search', matching: {} })).toBe('/searchId');
  });

  it('needs a permission for each action', () => {
    expect(bulkActions.filter((action) => !actor.permissions.has(bulkNeeds[action]))).toEqual([]);
  });
});
