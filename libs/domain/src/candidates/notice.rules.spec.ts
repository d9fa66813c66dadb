import { describe, expect, it } from '@jest/globals';
import { legalBasesOf, noticeClock, noticeDueOn, noticeTaskTitle } from './notice.rules.js';

describe('the notice', () => {
  it('is due 30 days after the person was found, where GDPR applies', () => {
    expect(noticeDueOn({ law: 'gdpr', sourcedOn: '2026-01-31' })).toBe('2026-03-02');
    expect(noticeDueOn({ law: 'both', sourcedOn: '2024-02-01' })).toBe('2024-03-02');
    expect(noticeDueOn({ law: 'pipl', sourcedOn: '2026-01-31' })).toBeNull();
    expect(noticeDueOn({ law: 'none', sourcedOn: '2026-01-31' })).toBeNull();
  });

  it.each([
    [null, null, { state: 'none' }],
    ['2026-03-10', null, { state: 'running', days: 9, dueOn: '2026-03-10' }],
    ['2026-03-01', null, { state: 'running', days: 0, dueOn: '2026-03-01' }],
    ['2026-02-28', null, { state: 'overdue', days: 1, dueOn: '2026-02-28' }],
    ['2026-02-28', '2026-02-20', { state: 'given', on: '2026-02-20', late: false }],
    ['2026-02-28', '2026-03-01', { state: 'given', on: '2026-03-01', late: true }],
    [null, '2026-03-01', { state: 'given', on: '2026-03-01', late: false }],
  ] as const)('due on %s and given on %s stands at %j', (dueOn, noticedOn, clock) => {
    expect(noticeClock({ noticeDueOn: dueOn, noticedOn }, '2026-03-01')).toEqual(clock);
  });

  it('is asked for in the language of the agency', () => {
    expect(noticeTaskTitle('de', undefined)).toContain('Diese Person');
    expect(noticeTaskTitle('zh', 12)).toContain('12');
  });
});

describe('the legal bases', () => {
  it('of PIPL are consent and public information, alone or beside GDPR', () => {
    for (const law of ['pipl', 'both'] as const) expect(legalBasesOf(law)).toEqual(['consent', 'public_information']);
    for (const law of ['gdpr', 'none'] as const) expect(legalBasesOf(law)).toContain('legitimate_interest');
  });
});
