import type { Actor } from '@domain/access/policy.js';
import type { AskExport } from './export.dto.js';
import type { Export } from './export.entity.js';

/** What is kept of what was asked: enough to write the file later, and again. */
export type Order = Pick<Export, 'filters' | 'columns' | 'headers'>;

export type Written = { readonly rows: number; readonly bytes: number };

/** Tells how far the file is; false where it is to stop. */
export type GoesOn = (rows: number) => Promise<boolean>;

/** How one report becomes a file: one entry of `ReportWriters`. All of it is done as the one who asked. */
export interface ReportWriter {
  /** What is kept of what is asked. Refuses what could not be written, by its place in the request. */
  order(actor: Actor, asked: AskExport): Promise<Order>;
  /** How many rows the file will have; 0 where nobody knows before it is written. */
  count(actor: Actor, kept: Export): Promise<number>;
  /** Writes the file at `path`; answers nothing where it was told to stop. */
  write(actor: Actor, kept: Export, path: string, goesOn: GoesOn): Promise<Written | undefined>;
}
