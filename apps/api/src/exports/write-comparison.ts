import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { whyNotColumns, whyNotTold } from '@domain/exports/export.rules.js';
import type { ComparisonFile } from '@domain/offers/comparison-file.js';
import { comparisonFileOf } from '@domain/offers/comparison-file.rules.js';
import { Refusal, refusalAt, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Units } from '@platform/db/units.js';
import { ComparisonsQueries } from '../offers/comparisons.queries.js';
import { LeavingQueries } from '../portal/leaving.queries.js';
import { comparisonPdf } from './render-comparison-pdf.js';
import { comparisonXlsx } from './render-comparison-xlsx.js';
import type { AskExport } from './export.dto.js';
import type { Export } from './export.entity.js';
import type { GoesOn, Order, ReportWriter, Written } from './report-writer.js';

const place = '/filters';

/** The comparison of a candidacy as a sheet or a paper. Where its file must not hold today's pay, it is compared without it. */
@Injectable()
export class WriteComparison implements ReportWriter {
  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly comparisons: ComparisonsQueries,
    private readonly leaving: LeavingQueries,
  ) {}

  async order(actor: Actor, asked: AskExport): Promise<Order> {
    const { filters = {}, columns = [], headers = [], overdueNotices = false } = asked;
    refuseIf(whyNotColumns(columns, []) ?? whyNotColumns(headers, [], '/headers'));
    const { candidacyId, ...assumed } = await this.comparisons.asked(place, filters);
    try {
      const { payHidden, person } = await this.leaving.of(candidacyId);
      refuseIf(whyNotTold(person, overdueNotices, this.clock.today(actor.timeZone)));
      await this.comparisons.compare(actor, candidacyId, assumed, { withoutStay: payHidden });
    } catch (error) {
      throw error instanceof Refusal ? refusalAt(error, place, '/candidacyId') : error;
    }
    return { filters, columns: [], headers: [] };
  }

  count(): Promise<number> {
    return Promise.resolve(0);
  }

  async write(actor: Actor, kept: Export, path: string, goesOn: GoesOn): Promise<Written | undefined> {
    const file = await this.units.run(actor, () => this.file(actor, kept), { readOnly: true });
    if (!(await goesOn(0))) return undefined;
    const bytes = await (kept.format === 'pdf' ? comparisonPdf(file) : comparisonXlsx(file));
    await writeFile(path, bytes, { mode: 0o600 });
    return { rows: file.groups.flatMap(({ rows }) => rows).length, bytes: bytes.length };
  }

  private async file(actor: Actor, { filters, locale }: Export): Promise<ComparisonFile> {
    const { candidacyId, ...assumed } = await this.comparisons.asked(place, filters);
    const { payHidden } = await this.leaving.of(candidacyId);
    const comparison = await this.comparisons.compare(actor, candidacyId, assumed, { withoutStay: payHidden });
    return comparisonFileOf(comparison, { locale, today: this.clock.today(actor.timeZone), payHidden });
  }
}
