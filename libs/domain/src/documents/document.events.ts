const seen = { needs: 'document.read', visibility: 'agency' } as const;

export const documentEvents = {
  'document.added': { ...seen, data: ['kind'] },
  'document.changed': { ...seen, data: ['fields'] },
  'document.removed': { ...seen, data: ['kind'] },
  'document.restored': { ...seen, data: ['kind'] },
  'document.downloaded': { ...seen, data: ['kind'] },
  'document.erased': { ...seen, data: ['kind'] },
} as const;
