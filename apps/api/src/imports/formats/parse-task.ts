import type { CsvMapping } from '@domain/imports/csv-fields.js';
import type { ImportRefusalCode } from '@domain/imports/import-refusal.js';
import type { ParsedRow } from '@domain/imports/imported-row.js';
import type { CsvInspection } from './csv.js';

/** What the parsing child is told, as json on its standard input. */
export type ParseTask =
  | { kind: 'inspect'; path: string }
  | { kind: 'rows'; format: 'csv'; path: string; mapping?: CsvMapping }
  | { kind: 'rows'; format: 'authorships'; path: string; fileName: string };

/** What the child answers, one json line each; the last one is `isEnd` or `refusal`. */
export type ParseFrame =
  | { rows: ParsedRow[]; share: number }
  | { inspection: CsvInspection }
  | { refusal: { code: ImportRefusalCode; detail: string } }
  | { isEnd: true };
