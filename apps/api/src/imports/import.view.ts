import type { PrivacyLaw } from '@domain/candidates/candidate.js';
import type { ImportState, RowVerdict } from '@domain/imports/import.js';
import type { ImportFormat } from '@domain/imports/imported-row.js';

export class ImportCounts {
  /** Rows of the file. */
  rows: number;
  /** Rows that made their person. */
  created: number;
  /** Rows that added to a person. */
  joined: number;
  /** Rows that stood in the base already. */
  unchanged: number;
  rejected: number;
}

export class ImportMade {
  candidates: number;
  organizations: number;
  affiliations: number;
  publications: number;
}

export class ImportListRow {
  id: string;
  format: ImportFormat;
  fileName: string;
  fileBytes: number;
  source: string | null;
  law: PrivacyLaw;
  state: ImportState;
  /** From 0 to 1, of the step that runs. */
  progress: number;
  counts: ImportCounts;
  made: ImportMade;
  /** Rows that undo kept because someone had worked on them. */
  keptEdited: number;
  errorCode: string | null;
  errorDetail: string | null;
  createdBy: string;
  createdByName: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class CsvInspectionView {
  encoding: string;
  delimiter: string;
  header: string[];
  sample: string[][];
}

export class ImportView extends ImportListRow {
  /** For csv: column number → what it means. */
  mapping: Record<string, string> | null;
  inspection: CsvInspectionView | null;
  abilities: string[];
}

export class RowWarning {
  code: string;
  message: string;
  column?: string;
}

export class ImportRowView {
  id: string;
  row: number;
  line: number;
  name: string | null;
  verdict: RowVerdict;
  candidateId: string | null;
  rejectCode: string | null;
  rejectMessage: string | null;
  rejectColumn: string | null;
  warnings: RowWarning[];
  keptEdited: boolean;
}

export class CsvFieldView {
  name: string;
  many: boolean;
}

export class CsvFieldsView {
  items: CsvFieldView[];
}
