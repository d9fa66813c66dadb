import type { Locale } from '@domain/agencies/agency.js';
import type { ExportFormat, ExportReport, ExportState } from '@domain/exports/export.js';

export class ExportRow {
  id: string;
  report: ExportReport;
  format: ExportFormat;
  fileName: string;
  /** Null while there is no file. */
  fileBytes: number | null;
  state: ExportState;
  /** From 0 to 1. */
  progress: number;
  /** Rows written so far; in the end, the rows of the file. */
  rows: number;
  rowsTotal: number;
  errorCode: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class ExportView extends ExportRow {
  locale: Locale;
  filters: Record<string, unknown>;
  columns: string[];
  abilities: string[];
}
