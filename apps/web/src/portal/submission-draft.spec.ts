import { describe, expect, it } from '@jest/globals';
import { askedOf, type Draft, isNamed, missingOf } from './submission-draft.js';

const draft: Draft = {
  level: 'L3',
  locale: 'zh',
  contactId: 'c',
  channel: 'wechat',
  permission: { givenOn: '2026-01-10', how: 'call', evidence: ' Yes. ' },
  consent: {},
  payVolunteered: {},
  recommendation: ' Good. ',
};

describe('a submission as it is filled in', () => {
  it('sends whole groups alone, trimmed', () => {
    expect(askedOf(draft)).toEqual({
      level: 'L3',
      locale: 'zh',
      contactId: 'c',
      channel: 'wechat',
      permission: { givenOn: '2026-01-10', how: 'call', evidence: 'Yes.' },
      recommendation: 'Good.',
    });
    expect(askedOf({ ...draft, permission: { ...draft.permission, evidence: '' } })).not.toHaveProperty('permission');
    expect(askedOf({ ...draft, consent: { givenOn: '2026-01-10' } })).not.toHaveProperty('consent');
  });

  it('sends no free text where nobody is named, and keeps it for a level that names', () => {
    expect(askedOf({ ...draft, level: 'L2' })).not.toHaveProperty('recommendation');
    expect(['L0', 'L1', 'L2', 'L3', 'L4'].map((level) => isNamed(level as 'L0'))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('sends volunteered pay only where that is said', () => {
    const told: Draft = { ...draft, payVolunteered: { givenOn: '2026-01-10', evidence: 'Told us.' } };
    expect(askedOf(told)).not.toHaveProperty('payVolunteered');
    expect(askedOf({ ...told, volunteered: true }).payVolunteered).toEqual({
      givenOn: '2026-01-10',
      evidence: 'Told us.',
    });
  });

  it('knows what is missing', () => {
    expect(missingOf({ ...draft, contactId: null, channel: ' ' }, ['contactId', 'channel', 'permission.how'])).toEqual([
      'contactId',
      'channel',
    ]);
  });
});
