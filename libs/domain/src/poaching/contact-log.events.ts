export const contactLogEvents = {
  'contact-log.added': {
    needs: 'contact-log.read',
    visibility: 'agency',
    data: ['channel', 'direction', 'outcome', 'noticeGiven', 'contactId', 'candidacyId', 'followUpTaskId'],
  },
  'contact-log.voided': {
    needs: 'contact-log.read',
    visibility: 'agency',
    data: ['contactId', 'candidacyId', 'kept'],
  },
} as const;
