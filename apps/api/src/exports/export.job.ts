import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { reportTerms } from '@domain/exports/export.js';
import { exportTransitions } from '@domain/exports/export.rules.js';
import { Refusal } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Actors } from '@platform/access/actors.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Files } from '@platform/files/files.js';
import type { RecordedEvent } from '@platform/jobs/reactions.js';
import { Export } from './export.entity.js';
import type { Written } from './report-writer.js';
import { ReportWriters } from './report-writers.js';

const tellEveryMs = 250;
const timeout = 120_000;

type Asked = Pick<RecordedEvent, 'agencyId' | 'subjectId'>;

/** Where the file of an export lies. */
export function fileKey(agencyId: string, id: string): string {
  return `${agencyId}/export-${id}`;
}

/** Writes the report to a file as the one who asked may read it. A killed one begins its file anew. */
@Injectable()
export class ExportJob {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly actors: Actors,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly files: Files,
    private readonly writers: ReportWriters,
  ) {}

  async run({ agencyId, subjectId }: Asked, signal: AbortSignal): Promise<void> {
    const system = this.units.systemActor(agencyId);
    const found = await this.units.run(system, () => this.db.find(Export, { id: subjectId ?? '' }));
    if (!found) return;
    const path = this.files.path(fileKey(agencyId, found.id));
    const part = `${path}.part`;
    try {
      const actor = await this.actors.ofWork(agencyId, found.createdBy, found.permissions);
      if (!actor) throw new Refusal('access.suspended');
      must(actor, 'export.run');
      must(actor, reportTerms[found.report].needs);
      if (!(await this.units.run(actor, () => this.begin(actor, found.id), { timeout }))) return;
      const written = await this.write(actor, found, part, signal);
      if (written) await this.units.run(actor, () => this.finish(found.id, part, path, written));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.units.run(system, () => this.fail(found.id, error.code));
    } finally {
      await rm(part, { force: true });
    }
  }

  private async begin(actor: Actor, id: string): Promise<boolean> {
    const found = await this.db.lock(Export, id);
    if (whyNotPass(exportTransitions.begin, found.state, 'export.state')) return false;
    await this.db.change(found, {
      state: exportTransitions.begin.to,
      startedAt: this.clock.now().toISOString(),
      rowsDone: 0,
      rowsTotal: await this.writers.of[found.report].count(actor, found),
    });
    return true;
  }

  /** Answers how much was written; nothing where it was canceled meanwhile. */
  private async write(actor: Actor, kept: Export, path: string, signal: AbortSignal): Promise<Written | undefined> {
    await mkdir(dirname(path), { recursive: true });
    let told = performance.now();
    return this.writers.of[kept.report].write(actor, kept, path, async (rows) => {
      signal.throwIfAborted();
      if (performance.now() - told < tellEveryMs) return true;
      told = performance.now();
      return this.units.run(this.units.systemActor(actor.agencyId), () => this.tell(kept.id, rows));
    });
  }

  /** Tells how far it is; false where it is to stop. */
  private async tell(id: string, rows: number): Promise<boolean> {
    const told = await this.db.write(
      'export',
      'export_tell',
      "update export set rows_done = $2, updated_at = now() where id = $1 and state = 'running' returning id",
      [id, rows],
    );
    return told.length > 0;
  }

  private async finish(id: string, part: string, path: string, { rows, bytes }: Written): Promise<void> {
    const found = await this.db.lock(Export, id);
    if (whyNotPass(exportTransitions.finish, found.state, 'export.state')) return;
    await rename(part, path);
    await this.db.change(found, {
      state: exportTransitions.finish.to,
      finishedAt: this.clock.now().toISOString(),
      rowsDone: rows,
      rowsTotal: rows,
      fileBytes: bytes,
    });
    await this.events.record('export.done', { about: found, data: { report: found.report, rows } });
  }

  private async fail(id: string, code: string): Promise<void> {
    const found = await this.db.lock(Export, id);
    if (whyNotPass(exportTransitions.fail, found.state, 'export.state')) return;
    await this.db.change(found, {
      state: exportTransitions.fail.to,
      finishedAt: this.clock.now().toISOString(),
      errorCode: code,
    });
    await this.events.record('export.failed', { about: found, data: { report: found.report, code } });
  }
}
