const seen = { needs: 'submission.read', visibility: 'agency' } as const;

export const submissionEvents = {
  'submission.made': {
    ...seen,
    data: ['candidacyId', 'contactId', 'level', 'channel', 'locale', 'protectedUntil', 'consentId'],
  },
  'submission.answered': { ...seen, data: ['candidacyId', 'answeredOn', 'knownSince'] },
  'submission.unanswered': { ...seen, data: ['candidacyId'] },
  'submission.withdrawn': { ...seen, data: ['candidacyId'] },
  'submission.voided': { ...seen, data: ['candidacyId', 'kept'] },
  'submission.report-taken': { ...seen, data: ['candidacyId', 'level'] },
  'submission.hired': { ...seen, data: ['candidacyId', 'taskId'] },
  'report-template.added': { needs: 'settings.read', visibility: 'agency', data: ['locale'] },
  'report-template.changed': { needs: 'settings.read', visibility: 'agency', data: ['fields'] },
  'report-template.removed': { needs: 'settings.read', visibility: 'agency', data: ['locale'] },
  'pay-place.added': { needs: 'settings.read', visibility: 'agency', data: ['shipped', 'banned'] },
  'pay-place.changed': { needs: 'settings.read', visibility: 'agency', data: ['fields'] },
  'pay-place.removed': { needs: 'settings.read', visibility: 'agency', data: ['shipped'] },
} as const;
