export const offLimitsEvents = {
  'off-limits.policy-added': { needs: 'off-limits.read', visibility: 'agency', data: ['level', 'reason'] },
  'off-limits.policy-changed': { needs: 'off-limits.read', visibility: 'agency', data: ['fields'] },
  'off-limits.policy-ended': { needs: 'off-limits.read', visibility: 'agency', data: [] },
  'off-limits.policy-restored': { needs: 'off-limits.read', visibility: 'agency', data: [] },
  'off-limits.overridden': { needs: 'off-limits.read', visibility: 'agency', data: ['policyIds'] },
  'off-limits.override-ended': { needs: 'off-limits.read', visibility: 'agency', data: [] },
} as const;
