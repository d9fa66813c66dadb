export const attemptEvents = {
  'poaching-attempt.opened': {
    needs: 'poaching.read',
    visibility: 'agency',
    data: ['state', 'direction', 'channel', 'contactLogId'],
  },
  'poaching-attempt.changed': {
    needs: 'poaching.read',
    visibility: 'agency',
    data: ['from', 'to', 'fields', 'contactLogId'],
  },
  'poaching-attempt.voided': { needs: 'poaching.read', visibility: 'agency', data: ['contactLogId'] },
} as const;
