const told = { needs: 'import.run', visibility: 'agency' } as const;
const seen = { needs: 'candidate.read', visibility: 'agency' } as const;

export const importEvents = {
  'import.uploaded': { ...told, data: ['format'] },
  'import.mapped': { ...told, data: [] },
  'import.checked': { ...told, data: ['rows'] },
  'import.committed': { ...told, data: ['rows'] },
  'import.done': { ...told, data: ['rows'] },
  'import.failed': { ...told, data: ['code'] },
  'import.canceled': { ...told, data: [] },
  'import.undo-asked': { ...told, data: [] },
  'import.undone': { ...told, data: [] },
  'candidate.imported': { ...seen, data: ['importId'] },
  'candidate.import-joined': { ...seen, data: ['importId'] },
  'candidate.import-undone': { ...seen, data: ['importId'] },
} as const;
