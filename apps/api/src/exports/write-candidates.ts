import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import { type CandidateColumn, columnsFor } from '@domain/exports/export.js';
import { csvCell, exportFilters, whyNotColumns, whyNotHeaders } from '@domain/exports/export.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { unit } from '@platform/db/unit.js';
import { Units } from '@platform/db/units.js';
import type { AskExport } from './export.dto.js';
import type { Export } from './export.entity.js';
import { ExportsQueries } from './exports.queries.js';
import type { GoesOn, Order, ReportWriter, Written } from './report-writer.js';

/** So many lines come over at once. */
const batch = 2_000;
const timeout = 120_000;

/** The list of candidates as csv: a batch in memory at a time. */
@Injectable()
export class WriteCandidates implements ReportWriter {
  constructor(
    private readonly units: Units,
    private readonly queries: ExportsQueries,
  ) {}

  async order(actor: Actor, { columns, headers, overdueNotices, ...asked }: AskExport): Promise<Order> {
    const filters = exportFilters(asked.filters ?? {}, overdueNotices ?? false);
    const known = columnsFor((permission) => may(actor, permission));
    const chosen = columns && columns.length > 0 ? columns : known;
    refuseIf(whyNotColumns(chosen, known) ?? whyNotHeaders(headers, chosen.length));
    this.queries.lines(actor, filters, chosen as CandidateColumn[]);
    return { filters, columns: chosen, headers: headers ?? chosen };
  }

  count(actor: Actor, { filters }: Export): Promise<number> {
    return this.queries.count(actor, filters);
  }

  async write(
    actor: Actor,
    { filters, columns, headers }: Export,
    path: string,
    goesOn: GoesOn,
  ): Promise<Written | undefined> {
    const file = await open(path, 'w', 0o600);
    try {
      let rows = 0;
      let bytes = (await file.write(`\ufeff${headers.map(csvCell).join(',')}\r\n`)).bytesWritten;
      const whole = await this.units.run(
        actor,
        async () => {
          const { client } = unit();
          const { text, values } = this.queries.lines(actor, filters, columns as CandidateColumn[]);
          await client.query('set local cursor_tuple_fraction = 1');
          await client.query({ text: `declare lines no scroll cursor for ${text}`, values });
          const fetch = () =>
            client.query<[string]>({ name: 'export_lines', text: `fetch ${batch} from lines`, rowMode: 'array' });
          for (let next = fetch(); ;) {
            const { rows: lines } = await next;
            if (lines.length === 0) return true;
            next = fetch();
            next.catch(() => {});
            rows += lines.length;
            bytes += (await file.write(`${lines.join('\r\n')}\r\n`)).bytesWritten;
            if (!(await goesOn(rows))) return false;
          }
        },
        { readOnly: true, timeout },
      );
      return whole ? { rows, bytes } : undefined;
    } finally {
      await file.close();
    }
  }
}
