import { Injectable } from '@nestjs/common';
import type { ExportReport } from '@domain/exports/export.js';
import type { ReportWriter } from './report-writer.js';
import { WriteCandidates } from './write-candidates.js';
import { WriteComparison } from './write-comparison.js';

/** Who writes which report; its formats and its permission stand in `reportTerms`. */
@Injectable()
export class ReportWriters {
  readonly of: Readonly<Record<ExportReport, ReportWriter>>;

  constructor(candidates: WriteCandidates, comparison: WriteComparison) {
    this.of = { candidates, comparison };
  }
}
