import { describe, expect, it } from '@jest/globals';
import { noticeKinds } from './notice.js';
import { byKind, choicesOf, defaultChoice, type NoticeSubjects, targetOf } from './notice.rules.js';

const nothing: NoticeSubjects = {
  kind: 'mention',
  importId: null,
  candidateId: null,
  organizationId: null,
  searchId: null,
};

describe('the choices of a member', () => {
  it('cover every kind: the own ones, and else in the app without mail', () => {
    const choices = choicesOf([{ kind: 'move', inApp: false, mail: 'digest' }]);
    expect(choices.map(({ kind }) => kind)).toEqual(noticeKinds);
    expect(choices.find(({ kind }) => kind === 'move')).toEqual({ kind: 'move', inApp: false, mail: 'digest' });
    expect(choices.find(({ kind }) => kind === 'exit')).toEqual({ kind: 'exit', ...defaultChoice });
  });
});

describe('where a notice leads', () => {
  it.each([
    ['an import', { importId: 'i', searchId: 's' }, { page: 'imports', id: 'i' }],
    ['a step', { kind: 'move', candidateId: 'c', searchId: 's' }, { page: 'searches', id: 's' }],
    ['a mention of a person', { candidateId: 'c', searchId: 's' }, { page: 'candidates', id: 'c' }],
    ['a mention at a company', { organizationId: 'o' }, { page: 'organizations', id: 'o' }],
    ['a mention on a search', { searchId: 's' }, { page: 'searches', id: 's' }],
    ['a task of its own', { kind: 'task_due' }, undefined],
  ] as const)('%s', (_, subjects, target) => {
    expect(targetOf({ ...nothing, ...subjects })).toEqual(target);
  });
});

describe('notices by kind', () => {
  it('stand in the order of the kinds, those of one kind as they came', () => {
    const notices = [
      { kind: 'exit', n: 1 } as const,
      { kind: 'mention', n: 2 } as const,
      { kind: 'exit', n: 3 } as const,
    ];
    expect(byKind(notices)).toEqual([
      { kind: 'mention', notices: [{ kind: 'mention', n: 2 }] },
      { kind: 'exit', notices: [notices[0], notices[2]] },
    ]);
  });
});
