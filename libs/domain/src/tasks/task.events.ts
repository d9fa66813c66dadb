export const taskEvents = {
  'task.made': { needs: 'task.read', visibility: 'agency', data: ['kind', 'assigneeId', 'subjectType'] },
  'task.changed': { needs: 'task.read', visibility: 'agency', data: ['fields', 'assigneeId', 'subjectType'] },
  'task.completed': { needs: 'task.read', visibility: 'agency', data: ['subjectType'] },
  'task.reopened': { needs: 'task.read', visibility: 'agency', data: ['subjectType'] },
  'task.removed': { needs: 'task.read', visibility: 'agency', data: ['subjectType'] },
} as const;
