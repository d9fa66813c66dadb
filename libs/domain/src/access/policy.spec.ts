import { describe, expect, it } from '@jest/globals';
import { type Actor, mayTakeBack, mustTakeBack, permissionsOf } from './policy.js';
import { type Role, roles } from './roles.js';

const acting = (role: Role): Actor => ({
  kind: 'member',
  agencyId: 'a',
  memberId: 'me',
  sessionId: null,
  name: 'Hanna',
  role,
  clientId: null,
  timeZone: 'UTC',
  permissions: permissionsOf(role, null),
});
const own = { memberId: 'me' };
const colleagues = { memberId: 'other' };

describe('who takes back what was done', () => {
  it('is whoever did it and may still do it', () => {
    expect(mayTakeBack(acting('headhunter'), 'candidacy.move', own)).toBe(true);
    expect(mayTakeBack(acting('hr'), 'candidacy.move', own)).toBe(false);
  });

  it('is with a colleague’s only who holds the permission for that', () => {
    expect(mayTakeBack(acting('owner'), 'candidacy.move', colleagues)).toBe(true);
    const narrow = { ...acting('owner'), permissions: new Set(['candidacy.void'] as const) };
    expect(mayTakeBack(narrow, 'candidacy.move', colleagues)).toBe(false);
    const without = { ...acting('owner'), permissions: new Set(['candidacy.move'] as const) };
    expect(mayTakeBack(without, 'candidacy.move', colleagues)).toBe(false);
  });

  it('is refused exactly where it is not offered', () => {
    const isRefused = (actor: Actor, done: { memberId: string }): boolean => {
      try {
        mustTakeBack(actor, 'candidacy.move', done);
        return false;
      } catch {
        return true;
      }
    };
    for (const role of roles) {
      for (const done of [own, colleagues]) {
        const actor = acting(role);
        expect(isRefused(actor, done)).toBe(!mayTakeBack(actor, 'candidacy.move', done));
      }
    }
  });
});
