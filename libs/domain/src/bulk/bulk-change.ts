/** What many candidates can be done to at once. */
export const bulkActions = ['tag', 'untag', 'owner', 'archive', 'restore', 'task', 'add_to_search'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** What becomes of one candidate. `archived`: an archived one can only be restored. */
export const bulkOutcomes = ['done', 'unchanged', 'not_found', 'archived'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** What became of a row of a long change: as above, and what its undo did. */
export const bulkRowOutcomes = [...bulkOutcomes, 'undone', 'kept'] as const;
export type BulkRowOutcome = (typeof bulkRowOutcomes)[number];

/** Where a long change stands. `canceled` keeps what was done up to then; it can be undone. */
export const bulkStates = ['queued', 'running', 'done', 'failed', 'canceled', 'undoing', 'undone'] as const;
export type BulkState = (typeof bulkStates)[number];

/** So many days a change is kept, and can be undone. */
export const bulkDays = 30;
