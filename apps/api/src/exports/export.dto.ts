import { type Locale, locales } from '@domain/agencies/agency.js';
import { type ExportFormat, exportFormats, type ExportReport, exportReports } from '@domain/exports/export.js';
import { Flag, Freeform, OneOf, Texts } from '@platform/http/fields.js';

export class AskExport {
  @OneOf(exportReports) report: ExportReport;
  /** Candidates come as csv, a comparison as xlsx or pdf. */
  @OneOf(exportFormats) format: ExportFormat;
  /**
   * Of candidates: parameters of the list by their names, its order among them; all rows that it finds. Of a comparison: `candidacyId`, and
   * what is assumed as `POST /candidacies/{id}/comparison` takes it.
   */
  @Freeform({ optional: true }) filters?: Record<string, unknown>;
  /** Whether people whose privacy notice is overdue are in it; they are left out when absent. */
  @Flag({ optional: true }) overdueNotices?: boolean;
  /** In which language a comparison is written; one's own when absent. */
  @OneOf(locales, { optional: true }) locale?: Locale;
  /** Names of columns in their order; all that one may read when absent. Of candidates alone, as are their headers. */
  @Texts(60, 60, { optional: true, example: ['displayName'] }) columns?: string[];
  /** What the file calls the columns, one for each; their names when absent. */
  @Texts(60, 100, { optional: true, example: ['Name'] }) headers?: string[];
}
