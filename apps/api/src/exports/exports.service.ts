import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Injectable, StreamableFile } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { exportMedia, reportTerms } from '@domain/exports/export.js';
import { exportFileName, exportTransitions, whyNotFormat, whyNotOneMore } from '@domain/exports/export.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Clock } from '@platform/clock/clock.js';
import { Config } from '@platform/config/config.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Files } from '@platform/files/files.js';
import type { AskExport } from './export.dto.js';
import { Export } from './export.entity.js';
import { fileKey } from './export.job.js';
import type { ExportView } from './export.view.js';
import { ExportsQueries } from './exports.queries.js';
import { ReportWriters } from './report-writers.js';

@Injectable()
export class ExportsService {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly events: Events,
    private readonly files: Files,
    private readonly queries: ExportsQueries,
    private readonly writers: ReportWriters,
  ) {}

  /** Checks what is asked as its page would, and begins the work. */
  async ask(actor: Actor, asking: AskExport): Promise<ExportView> {
    const { report, format } = asking;
    must(actor, 'export.run');
    must(actor, reportTerms[report].needs);
    refuseIf(whyNotFormat(report, format));
    const order = await this.writers.of[report].order(actor, asking);
    if (actor.memberId === null) throw new Error('a member asks for an export');
    if (this.config.rateLimit) refuseIf(whyNotOneMore(await this.queries.recent(actor), this.clock.now()));
    const added = await this.db.insert(Export, {
      report,
      format,
      ...order,
      locale: asking.locale ?? (await this.queries.localeOf(actor.memberId)),
      fileName: exportFileName(report, this.clock.today(actor.timeZone), format),
      permissions: [...actor.permissions],
      createdBy: actor.memberId,
    });
    await this.events.record('export.asked', { about: added, data: { report, format } });
    return this.queries.view(actor, added.id);
  }

  async cancel(actor: Actor, id: string): Promise<ExportView> {
    const found = this.own(actor, await this.db.lock(Export, id));
    refuseIf(whyNotPass(exportTransitions.cancel, found.state, 'export.state'));
    await this.db.change(found, {
      state: exportTransitions.cancel.to,
      finishedAt: this.clock.now().toISOString(),
    });
    await this.events.record('export.canceled', { about: found, data: { report: found.report } });
    return this.queries.view(actor, id);
  }

  /** The finished file; who fetched it is recorded first. */
  async download(actor: Actor, id: string): Promise<StreamableFile> {
    const path = this.files.path(fileKey(actor.agencyId, id));
    const found = await this.units.run(actor, async () => {
      const one = this.own(actor, await this.db.get(Export, id));
      must(actor, 'export.run', one);
      must(actor, reportTerms[one.report].needs);
      const there = await stat(path).catch(() => undefined);
      if (one.state !== 'done' || one.fileBytes === null || !there) throw new Refusal('export.no-file');
      const data = { report: one.report, rows: one.rowsDone };
      await this.events.record('export.downloaded', { about: one, data });
      return { ...one, bytes: there.size };
    });
    return new StreamableFile(createReadStream(path), {
      type: exportMedia[found.format],
      disposition: `attachment; filename="${found.fileName.replace(/[^\w.-]/g, '_')}"`,
      length: found.bytes,
    });
  }

  /** The export of one's own; that of a colleague is not there. */
  private own(actor: Actor, found: Export): Export {
    if (found.createdBy !== actor.memberId) throw new Refusal('resource.not-found');
    return found;
  }
}
