import { Injectable } from '@nestjs/common';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import type { RecordedEvent } from '@platform/jobs/reactions.js';
import { CandidateSearch } from '../candidates/candidate.search.js';
import { Import } from './import.entity.js';
import { type StagedRow, WritePeople } from './write-people.js';

const chunk = 2_000;
const nobody = '00000000-0000-0000-0000-000000000000';

/** Tables that a large import makes stale for the planner. */
const grown = [
  'candidate',
  'candidate_identifier',
  'candidate_channel',
  'candidate_topic',
  'affiliation',
  'organization',
  'organization_alias',
  'publication',
  'authorship',
  'import_key',
  'event',
];

/** Writes the staged rows, a chunk a transaction: a killed one begins again at the first row that is not written. */
@Injectable()
export class ImportCommitJob {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly events: Events,
    private readonly people: WritePeople,
    private readonly search: CandidateSearch,
  ) {}

  async run(
    { agencyId, subjectId }: Pick<RecordedEvent, 'agencyId' | 'subjectId'>,
    signal: AbortSignal,
  ): Promise<void> {
    const actor = this.units.systemActor(agencyId);
    const id = subjectId ?? '';
    const organizations = new Map<string, string>();
    const unit = <T>(work: () => Promise<T>): Promise<T> => this.units.run(actor, work, { timeout: 120_000 });
    let first = true;
    for (let more = true; more; first = false) {
      signal.throwIfAborted();
      more = (await unit(() => this.write(id, organizations))) === chunk;
      if (first && more) await unit(() => this.analyze());
    }
    await unit(() => this.analyze());
    for (let after: string | undefined = nobody; after !== undefined;) {
      signal.throwIfAborted();
      const from: string = after;
      after = await unit(() => this.makeFindable(id, from));
    }
    await unit(() => this.finish(id));
  }

  private async write(id: string, organizations: Map<string, string>): Promise<number> {
    const found = await this.db.lock(Import, id);
    if (found.state !== 'committing') return 0;
    const rows = await this.db.rows<StagedRow>(
      'import_chunk',
      `select row, row_key as "rowKey", content_hash as "contentHash", content, verdict, candidate_id as "candidateId"
        from import_row where import_id = $1 and verdict in ('create', 'join') order by row limit ${chunk}`,
      [id],
    );
    if (rows.length === 0) return 0;
    const { created, joined, made } = await this.people.write(found, rows, organizations);
    await this.db.change(found, {
      rowsDone: found.rowsDone + rows.length,
      rowsCreated: found.rowsCreated + created - rows.filter(({ verdict }) => verdict === 'create').length,
      rowsJoined: found.rowsJoined + joined - rows.filter(({ verdict }) => verdict === 'join').length,
      madeCandidates: found.madeCandidates + made.candidates,
      madeOrganizations: found.madeOrganizations + made.organizations,
      madeAffiliations: found.madeAffiliations + made.affiliations,
      madePublications: found.madePublications + made.publications,
    });
    return rows.length;
  }

  /** Writes the search rows of the next people; answers the last one, or nothing when all are written. */
  private async makeFindable(id: string, after: string): Promise<string | undefined> {
    const found = await this.db.lock(Import, id);
    if (found.state !== 'committing') return undefined;
    const people = await this.db.rows<{ id: string }>(
      'import_people',
      `select distinct candidate_id as id from import_row where import_id = $1 and verdict in ('created', 'joined') and candidate_id > $2
        order by candidate_id limit ${chunk}`,
      [id, after],
    );
    await this.search.refresh(people.map((one) => one.id));
    return people.length === chunk ? people.at(-1)?.id : undefined;
  }

  /** Without it the planner knows nothing of what was just written. */
  private async analyze(): Promise<void> {
    for (const table of grown) await this.db.rows(`analyze_${table}`, `analyze ${table}`);
  }

  private async finish(id: string): Promise<void> {
    const found = await this.db.lock(Import, id);
    if (found.state !== 'committing') return;
    await this.db.rows('analyze_candidate_search', 'analyze candidate_search');
    await this.db.change(found, { state: 'done', rowsDone: found.rowsTotal });
    await this.events.record('import.done', { about: found, data: { rows: found.rowsTotal } });
  }
}
