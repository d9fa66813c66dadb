import pg from 'pg';

/** A moment as PostgreSQL writes it, in ISO 8601; `infinity` and `-infinity` stay as they are. */
export function momentOf(text: string): string {
  if (text.endsWith('infinity')) return text;
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}

/** Days stay text, int8 becomes a number, numeric stays text (exact), timestamps are ISO texts. Set once a process. */
export function setTypeParsers(): void {
  const { builtins } = pg.types;
  pg.types.setTypeParser(builtins.DATE, (text) => text);
  pg.types.setTypeParser(builtins.INT8, Number);
  pg.types.setTypeParser(builtins.NUMERIC, (text) => text);
  pg.types.setTypeParser(builtins.TIMESTAMPTZ, momentOf);
}
