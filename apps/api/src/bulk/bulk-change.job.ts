import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { bulkTransitions } from '@domain/bulk/bulk-change.rules.js';
import { Refusal } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Actors } from '@platform/access/actors.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import type { RecordedEvent } from '@platform/jobs/reactions.js';
import { BulkChange } from './bulk-change.entity.js';
import { BulkChangesQueries } from './bulk-changes.queries.js';
import { ChangeMany, type DeedResult } from './change-many.js';

/** So many people are changed, or changed back, in one transaction. */
const chunk = 500;

type Asked = Pick<RecordedEvent, 'agencyId' | 'subjectId'>;

/**
 * Chooses whom it is about once, then changes them a chunk a transaction as the one who asked: a killed one begins again at the
 * first that is not done. Undo goes the same way back.
 */
@Injectable()
export class BulkChangeJob {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly actors: Actors,
    private readonly events: Events,
    private readonly queries: BulkChangesQueries,
    private readonly many: ChangeMany,
  ) {}

  run(asked: Asked, signal: AbortSignal): Promise<void> {
    return this.asTheOneWhoAsked(asked, async (actor, id) => {
      await this.unit(actor, () => this.choose(actor, id));
      for (let more = true; more;) {
        signal.throwIfAborted();
        more = await this.unit(actor, () => this.step(actor, id));
      }
    });
  }

  undo(asked: Asked, signal: AbortSignal): Promise<void> {
    return this.asTheOneWhoAsked(asked, async (actor, id) => {
      for (let more = true; more;) {
        signal.throwIfAborted();
        more = await this.unit(actor, () => this.stepBack(actor, id));
      }
    });
  }

  private async asTheOneWhoAsked(
    { agencyId, subjectId }: Asked,
    work: (actor: Actor, id: string) => Promise<void>,
  ): Promise<void> {
    const system = this.units.systemActor(agencyId);
    const found = await this.unit(system, () => this.db.find(BulkChange, { id: subjectId ?? '' }));
    if (!found) return;
    const actor = await this.actors.ofWork(agencyId, found.createdBy, found.permissions);
    try {
      if (!actor) throw new Refusal('access.suspended');
      await work(actor, found.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.unit(system, () => this.fail(found.id, error.code));
    }
  }

  private unit<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.units.run(actor, work, { timeout: 120_000 });
  }

  private async choose(actor: Actor, id: string): Promise<void> {
    const found = await this.db.lock(BulkChange, id);
    if (found.state !== 'queued') return;
    const { text, order, values } = this.queries.whom(actor, found.matching);
    const change = `$${values.length + 1}::uuid`;
    const { rowCount } = await unit().client.query(
      `insert into bulk_change_row (change_id, candidate_id, place)
        select ${change}, chosen.id, row_number() over () from (${text} ${order}) as chosen`,
      [...values, id],
    );
    await this.db.change(found, { state: bulkTransitions.begin.to, rowsTotal: rowCount ?? 0 });
  }

  /** Changes one chunk; false when nothing is left. */
  private async step(actor: Actor, id: string): Promise<boolean> {
    const found = await this.db.lock(BulkChange, id);
    if (found.state !== 'running') return false;
    const rows = await this.db.rows<{ id: string }>(
      'bulk_next',
      `select candidate_id as id from bulk_change_row where change_id = $1 and outcome is null order by place limit ${chunk}`,
      [id],
    );
    if (rows.length === 0) {
      await this.db.change(found, { state: bulkTransitions.finish.to });
      const data = { action: found.action, count: found.doneCount };
      await this.events.record('bulk-change.done', { about: found, data });
      return false;
    }
    const results = await this.many.run(
      actor,
      rows.map((row) => row.id),
      found,
    );
    await this.keep(id, results);
    const count = (...outcomes: string[]): number => results.filter((one) => outcomes.includes(one.outcome)).length;
    await this.db.change(found, {
      rowsDone: found.rowsDone + rows.length,
      doneCount: found.doneCount + count('done'),
      unchangedCount: found.unchangedCount + count('unchanged'),
      archivedCount: found.archivedCount + count('archived', 'not_found'),
    });
    return true;
  }

  private async stepBack(actor: Actor, id: string): Promise<boolean> {
    const found = await this.db.lock(BulkChange, id);
    if (found.state !== 'undoing') return false;
    const rows = await this.db.rows<DeedResult>(
      'bulk_next_back',
      `select candidate_id as id, outcome, former_owner_id as "formerOwnerId", made_id as "madeId" from bulk_change_row
        where change_id = $1 and outcome = 'done' order by place limit ${chunk}`,
      [id],
    );
    if (rows.length === 0) {
      await this.db.change(found, { state: bulkTransitions.finishUndo.to });
      const data = { action: found.action, count: found.doneCount - found.keptCount };
      await this.events.record('bulk-change.undone', { about: found, data });
      return false;
    }
    const back = await this.many.takeBack(actor, rows, found);
    await this.db.write(
      'bulk_change_row',
      'bulk_back',
      `update bulk_change_row set outcome = case when candidate_id = any($3::uuid[]) then 'undone' else 'kept' end
        where change_id = $1 and candidate_id = any($2::uuid[])`,
      [id, rows.map((row) => row.id), back],
    );
    await this.db.change(found, {
      rowsDone: Math.min(found.rowsTotal, found.rowsDone + rows.length),
      keptCount: found.keptCount + rows.length - back.length,
    });
    return true;
  }

  private async keep(id: string, results: readonly DeedResult[]): Promise<void> {
    await this.db.write(
      'bulk_change_row',
      'bulk_keep',
      `update bulk_change_row r set outcome = k.outcome, former_owner_id = k.former, made_id = k.made
        from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) as k (id, outcome, former, made)
        where r.change_id = $1 and r.candidate_id = k.id`,
      [
        id,
        results.map((one) => one.id),
        results.map((one) => one.outcome),
        results.map((one) => one.formerOwnerId ?? null),
        results.map((one) => one.madeId ?? null),
      ],
    );
  }

  private async fail(id: string, code: string): Promise<void> {
    const found = await this.db.lock(BulkChange, id);
    if (whyNotPass(bulkTransitions.fail, found.state, 'bulk-change.state')) return;
    await this.db.change(found, { state: bulkTransitions.fail.to, errorCode: code });
    await this.events.record('bulk-change.failed', { about: found, data: { action: found.action, code } });
  }
}
