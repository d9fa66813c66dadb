export const contactEvents = {
  'contact.created': { needs: 'contact.read', visibility: 'agency', data: ['kind'] },
  'contact.changed': { needs: 'contact.read', visibility: 'agency', data: ['fields'] },
  'contact.archived': { needs: 'contact.read', visibility: 'agency', data: [] },
  'contact.restored': { needs: 'contact.read', visibility: 'agency', data: [] },
} as const;
