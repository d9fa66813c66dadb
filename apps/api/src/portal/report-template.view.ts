import type { Locale } from '@domain/agencies/agency.js';
import type { ReportSection } from '@domain/portal/report.js';

export class ReportTemplateRow {
  id: string;
  locale: Locale;
  name: string;
  letterhead: string | null;
  /** What stands in the report, in this order. */
  sections: ReportSection[];
  closing: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class ReportTemplateView extends ReportTemplateRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
