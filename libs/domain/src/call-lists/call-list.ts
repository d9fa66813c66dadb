/** Where the people of a call list come from: a list of candidates as it is filtered, a stage of a board, follow-ups that are due. */
export const callListSources = ['view', 'stage', 'follow_ups'] as const;
export type CallListSource = (typeof callListSources)[number];

/** How far one person of a call list is. */
export const callListStates = ['waiting', 'done', 'skipped'] as const;
export type CallListState = (typeof callListStates)[number];

/** So many people a call list holds at most. */
export const mostCalls = 500;
