export const importFormats = ['csv', 'authorships'] as const;

/** Where an import stands. `canceled` keeps what was made up to then; it can be undone. */
export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'committing',
  'done',
  'failed',
  'undoing',
  'undone',
  'canceled',
] as const;
export type ImportState = (typeof importStates)[number];

/** What becomes of a row: the first two before the commit, `created` and `joined` after it. */
export const rowVerdicts = ['create', 'join', 'unchanged', 'rejected', 'created', 'joined'] as const;
export type RowVerdict = (typeof rowVerdicts)[number];
