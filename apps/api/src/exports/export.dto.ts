import { type ExportFormat, exportFormats, type ExportReport, exportReports } from '@domain/exports/export.js';
import { Flag, Freeform, OneOf, Texts } from '@platform/http/fields.js';

export class AskExport {
  @OneOf(exportReports) report: ExportReport;
  @OneOf(exportFormats) format: ExportFormat;
  /** Parameters of the list by their names, its order among them; all rows that it finds. */
  @Freeform({ optional: true }) filters?: Record<string, unknown>;
  /** Whether people whose privacy notice is overdue are in it; they are left out when absent. */
  @Flag({ optional: true }) overdueNotices?: boolean;
  /** Names of columns in their order; all that one may read when absent. */
  @Texts(60, 60, { optional: true, example: ['displayName'] }) columns?: string[];
  /** What the file calls the columns, one for each; their names when absent. */
  @Texts(60, 100, { optional: true, example: ['Name'] }) headers?: string[];
}
