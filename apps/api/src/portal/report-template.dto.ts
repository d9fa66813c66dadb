import { PartialType } from '@nestjs/swagger';
import { locales, type Locale } from '@domain/agencies/agency.js';
import { reportSections, type ReportSection } from '@domain/portal/report.js';
import { AnyOf, OneOf, Text } from '@platform/http/fields.js';

class ReportTemplateValues {
  @Text(80, { example: 'Short form' }) name: string;
  /** Stands above the report; nothing when null. */
  @Text(200, { nullable: true, example: 'Northern Search' }) letterhead: string | null;
  /** What stands in the report, in this order. */
  @AnyOf(reportSections, { example: ['profile', 'career', 'pay'] }) sections: ReportSection[];
  /** Lines below the report; nothing when null. */
  @Text(2000, { nullable: true, example: 'Confidential.' }) closing: string | null;
}

export class CreateReportTemplate extends ReportTemplateValues {
  @OneOf(locales) locale: Locale;
}

export class PatchReportTemplate extends PartialType(ReportTemplateValues, { skipNullProperties: false }) {}
