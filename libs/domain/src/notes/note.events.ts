export const noteEvents = {
  'note.written': { needs: 'note.read', visibility: 'agency', data: ['subjectType', 'mentions', 'asTasks'] },
  'note.changed': { needs: 'note.read', visibility: 'agency', data: ['subjectType', 'fields', 'mentions'] },
  'note.withdrawn': { needs: 'note.read', visibility: 'agency', data: ['subjectType'] },
  'note.removed': { needs: 'note.read', visibility: 'agency', data: ['subjectType'] },
  'note-template.added': { needs: 'settings.read', visibility: 'agency', data: ['locale'] },
  'note-template.changed': { needs: 'settings.read', visibility: 'agency', data: ['fields'] },
  'note-template.removed': { needs: 'settings.read', visibility: 'agency', data: ['locale'] },
} as const;
