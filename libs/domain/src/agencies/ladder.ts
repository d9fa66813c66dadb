/** How many steps a ladder can have. */
export const mostSteps = 20;

/** The steps, by id, on which something stands: one, or all from the lower to the upper. */
export type LadderSpan = { readonly fromStepId: string; readonly toStepId: string };

/** A level of an organization that stands on the ladder. */
export type LevelOnLadder = LadderSpan & {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly code: string;
};
