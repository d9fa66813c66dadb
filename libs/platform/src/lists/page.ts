/** A page of a list as PostgreSQL wrote it: JSON text `{ items, nextCursor, total? }` that goes out unread. */
export class Page {
  constructor(readonly json: string) {}

  /** The page as a value, for code that reads it. */
  read<T>(): { items: T[]; nextCursor: string | null; total?: number; totalIsFloor?: boolean } {
    return JSON.parse(this.json) as { items: T[]; nextCursor: string | null };
  }
}
