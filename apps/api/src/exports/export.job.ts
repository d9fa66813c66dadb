import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import type { CandidateColumn } from '@domain/exports/export.js';
import { csvCell, exportTransitions } from '@domain/exports/export.rules.js';
import { Refusal } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Actors } from '@platform/access/actors.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Files } from '@platform/files/files.js';
import type { RecordedEvent } from '@platform/jobs/reactions.js';
import { Export } from './export.entity.js';
import { ExportsQueries } from './exports.queries.js';

/** So many lines come over at once. */
const batch = 2_000;
const tellEveryMs = 250;
const timeout = 120_000;

type Asked = Pick<RecordedEvent, 'agencyId' | 'subjectId'>;

/** Where the file of an export lies. */
export function fileKey(agencyId: string, id: string): string {
  return `${agencyId}/export-${id}`;
}

/** Writes the list to a file as the one who asked may read it: a batch in memory at a time. A killed one begins its file anew. */
@Injectable()
export class ExportJob {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly actors: Actors,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly files: Files,
    private readonly queries: ExportsQueries,
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
      rowsTotal: await this.queries.count(actor, found.filters),
    });
    return true;
  }

  /** Answers how much was written; nothing where it was canceled meanwhile. */
  private async write(
    actor: Actor,
    { id, filters, columns, headers }: Export,
    path: string,
    signal: AbortSignal,
  ): Promise<{ rows: number; bytes: number } | undefined> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w', 0o600);
    try {
      let rows = 0;
      let bytes = (await file.write(`\ufeff${headers.map(csvCell).join(',')}\r\n`)).bytesWritten;
      let told = performance.now();
      const goesOn = async (): Promise<boolean> => {
        signal.throwIfAborted();
        if (performance.now() - told < tellEveryMs) return true;
        told = performance.now();
        return this.units.run(this.units.systemActor(actor.agencyId), () => this.tell(id, rows));
      };
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
            if (!(await goesOn())) return false;
          }
        },
        { readOnly: true, timeout },
      );
      return whole ? { rows, bytes } : undefined;
    } finally {
      await file.close();
    }
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

  private async finish(
    id: string,
    part: string,
    path: string,
    { rows, bytes }: { rows: number; bytes: number },
  ): Promise<void> {
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
