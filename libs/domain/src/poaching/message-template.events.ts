export const messageTemplateEvents = {
  'message-template.added': { needs: 'settings.read', visibility: 'agency', data: ['locale', 'purpose'] },
  'message-template.changed': { needs: 'settings.read', visibility: 'agency', data: ['fields'] },
  'message-template.removed': { needs: 'settings.read', visibility: 'agency', data: ['locale', 'purpose'] },
} as const;
