const told = { needs: 'export.run', visibility: 'agency' } as const;

export const exportEvents = {
  'export.asked': { ...told, data: ['report', 'format'] },
  'export.done': { ...told, data: ['report', 'rows'] },
  'export.failed': { ...told, data: ['report', 'code'] },
  'export.canceled': { ...told, data: ['report'] },
  'export.downloaded': { ...told, data: ['report', 'rows'] },
} as const;
