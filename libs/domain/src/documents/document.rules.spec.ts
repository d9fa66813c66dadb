import { describe, expect, it } from '@jest/globals';
import { type Actor, permissionsOf } from '../access/policy.js';
import type { Role } from '../access/roles.js';
import { documentKinds } from './document.js';
import { kindOf, savedName, seesKind, whyNotArchive, whyNotChange, whyNotTwice } from './document.rules.js';

const actorOf = (role: Role): Actor => ({
  kind: 'member',
  agencyId: 'a',
  memberId: 'm',
  sessionId: 's',
  name: 'Somebody',
  role,
  clientId: null,
  timeZone: 'UTC',
  permissions: permissionsOf(role, null),
});

describe('documents', () => {
  it.each([
    ['cv.pdf', 'pdf', 'cv.pdf'],
    ['CV.PDF', 'pdf', 'CV.PDF'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['photo.png', 'jpeg', 'photo.png.jpg'],
    ['cv.exe', 'pdf', 'cv.exe.pdf'],
    ['赵宏 简历', 'docx', '赵宏 简历.docx'],
    ['..htaccess', 'png', '_htaccess.png'],
    ['a/b\\c:d"e', 'webp', 'a_b_c_d_e.webp'],
    ['cv\u202Efdp.pdf', 'pdf', 'cv_fdp.pdf'],
  ] as const)('%s of kind %s is saved as %s', (name, media, saved) => {
    expect(savedName(name, media)).toBe(saved);
  });

  it('that say what an offer pays are seen by who sees offers', () => {
    for (const role of ['owner', 'headhunter', 'hr', 'researcher'] as const) {
      const actor = actorOf(role);
      const seen = documentKinds.filter((kind) => seesKind(actor, kind));
      expect(seen).toEqual(documentKinds.filter((kind) => kind !== 'offer_letter' || role !== 'researcher'));
    }
  });

  it('of an offer are its letter, others what they are called, a CV where nothing is said', () => {
    expect([kindOf('cv', 'an offer'), kindOf('letter', undefined), kindOf(undefined, undefined)]).toEqual([
      'offer_letter',
      'letter',
      'cv',
    ]);
  });

  it('stay as they are while they are removed', () => {
    expect(whyNotChange({ archivedAt: null })).toBeUndefined();
    expect(whyNotChange({ archivedAt: '2026-01-01T00:00:00Z' })?.code).toBe('document.removed');
    expect(whyNotArchive({ archivedAt: null }, true)).toBeUndefined();
    expect(whyNotArchive({ archivedAt: null }, false)?.code).toBe('document.state');
  });

  it('are on a person once, and the refusal names the first', () => {
    expect(whyNotTwice(undefined)).toBeUndefined();
    expect(whyNotTwice({ id: '1', name: 'cv.pdf' })?.facts).toMatchObject({
      name: 'cv.pdf',
      errors: [{ pointer: '/file', message: 'is here already as cv.pdf' }],
    });
  });
});
