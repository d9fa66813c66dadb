/** What a change of policies or overrides makes stale. */
export const offLimitsStale = ['/off-limits', '/blocked-universe', '/timeline'] as const;
