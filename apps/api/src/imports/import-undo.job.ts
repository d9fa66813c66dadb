import { Injectable } from '@nestjs/common';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Bulk } from '@platform/db/bulk.js';
import { Events } from '@platform/events/events.js';
import type { RecordedEvent } from '@platform/jobs/reactions.js';
import { CandidateSearch } from '../candidates/candidate.search.js';
import { Import } from './import.entity.js';
import { Unmake } from './unmake-people.js';

const chunk = 2_000;

/** Takes back what an import made, a chunk of its people a transaction. What someone has worked on since stays and is told. */
@Injectable()
export class ImportUndoJob {
  constructor(
    private readonly db: Db,
    private readonly bulk: Bulk,
    private readonly units: Units,
    private readonly events: Events,
    private readonly search: CandidateSearch,
    private readonly unmake: Unmake,
  ) {}

  async run(
    { agencyId, subjectId }: Pick<RecordedEvent, 'agencyId' | 'subjectId'>,
    signal: AbortSignal,
  ): Promise<void> {
    const actor = this.units.systemActor(agencyId);
    const id = subjectId ?? '';
    for (let more = true; more;) {
      signal.throwIfAborted();
      more = await this.units.run(actor, () => this.take(id), { timeout: 120_000 });
    }
    await this.units.run(actor, () => this.finish(id), { timeout: 120_000 });
  }

  /** Takes back one chunk; false when nothing is left. */
  private async take(id: string): Promise<boolean> {
    const found = await this.db.lock(Import, id);
    if (found.state !== 'undoing') return false;
    const rows = await this.db.rows<{ row: number; candidate_id: string }>(
      'undo_chunk',
      `select row, candidate_id from import_row where import_id = $1 and verdict in ('created', 'joined') and not kept_edited
        order by candidate_id, row limit ${chunk}`,
      [id],
    );
    if (rows.length === 0) return false;
    const people = [...new Set(rows.map(({ candidate_id }) => candidate_id))];
    const kept = await this.unmake.people(id, people);
    await this.search.refresh(people);
    await this.bulk.add(
      'event',
      people.map((candidateId) => ({
        type: 'candidate.import-undone',
        actor_id: found.createdBy,
        actor_kind: 'member',
        candidate_id: candidateId,
        subject_id: candidateId,
        data: { importId: id },
      })),
    );
    await this.db.write(
      'import_row',
      'undo_rows',
      `update import_row set verdict = case when candidate_id = any($3) then verdict else 'create' end, kept_edited = candidate_id = any($3)
        where import_id = $1 and candidate_id = any($2) and verdict in ('created', 'joined')`,
      [id, people, kept],
    );
    await this.db.change(found, {
      rowsDone: Math.min(found.rowsTotal, found.rowsDone + rows.length),
      keptEdited: found.keptEdited + rows.filter(({ candidate_id }) => kept.includes(candidate_id)).length,
    });
    return true;
  }

  private async finish(id: string): Promise<void> {
    const found = await this.db.lock(Import, id);
    if (found.state !== 'undoing') return;
    await this.unmake.rest(id);
    await this.db.change(found, { state: 'undone', rowsDone: found.rowsTotal });
    await this.events.record('import.undone', { about: found });
  }
}
