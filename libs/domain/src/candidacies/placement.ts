/** The life of a placement. */
export const placementStates = [
  'awaiting_start',
  'started',
  'guarantee_passed',
  'no_show',
  'fell_off',
  'replaced',
  'refunded',
  'waived',
] as const;
export type PlacementState = (typeof placementStates)[number];

/** States in which the person holds an opening of the search. */
export const livePlacementStates: readonly PlacementState[] = ['awaiting_start', 'started', 'guarantee_passed'];

/** How a placement that fell off is settled. */
export const placementOutcomes = ['replaced', 'refunded', 'waived'] as const;
export type PlacementOutcome = (typeof placementOutcomes)[number];

/** Who ended the employment. */
export const leavers = ['candidate', 'client'] as const;
export type Leaver = (typeof leavers)[number];
