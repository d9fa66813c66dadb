const told = { needs: 'candidate.edit', visibility: 'agency' } as const;

export const bulkEvents = {
  'bulk-change.asked': { ...told, data: ['action'] },
  'bulk-change.done': { ...told, data: ['action', 'count'] },
  'bulk-change.failed': { ...told, data: ['action', 'code'] },
  'bulk-change.canceled': { ...told, data: ['action'] },
  'bulk-change.undo-asked': { ...told, data: ['action'] },
  'bulk-change.undone': { ...told, data: ['action', 'count'] },
} as const;
