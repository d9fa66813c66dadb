import { Injectable } from '@nestjs/common';
import type { CandidacyRole } from '@domain/candidacies/candidacy.js';
import type { Surroundings } from '@domain/candidacies/candidacy.rules.js';
import { livePlacementStates } from '@domain/candidacies/placement.js';
import { rankBetween } from '@domain/candidacies/rank.js';
import { Refusal, type RefusalCode } from '@domain/refusal.js';
import type { SearchState } from '@domain/searches/search.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Stage } from '../searches/search.entity.js';
import { type Candidacy, StageEntry } from './candidacy.entity.js';

/** The latest step of a candidacy that counts: whose, when, and to which stage; null for one that left the pipeline. */
type LatestStep = { by: string | null; at: string; to: string | null };

/** Refusals that a colleague's faster step explains. */
const lost: readonly RefusalCode[] = ['row.changed', 'candidacy.exited', 'candidacy.same-stage'];

const latestSql = `select m.name as by, e.recorded_at as at, s.name as to
  from stage_entry e left join member m on m.agency_id = e.agency_id and m.id = e.member_id
    left join stage s on s.agency_id = e.agency_id and s.id = e.to_stage_id
  where e.candidacy_id = $1 and e.voided_at is null order by e.id desc limit 1`;

type Added = { id: string; candidateId: string; searchId: string };

/** The stage log and what stands around a candidacy: every move writes here, nothing is ever removed. */
@Injectable()
export class StageLog {
  constructor(private readonly db: Db) {}

  /** Does the work; who was slower than a colleague is told by whom, when and where to the candidacy was taken. */
  async orWho<T>(candidacyId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !lost.includes(thrown.code)) throw thrown;
      const latest = await this.db.row<LatestStep>('candidacy_latest_step', latestSql, [candidacyId]);
      throw new Refusal(thrown.code, thrown.detail, { ...thrown.facts, ...latest });
    }
  }

  /** Adds a row to the log of a candidacy. */
  write(candidacy: Candidacy, values: Partial<StageEntry>): Promise<StageEntry> {
    const { id, searchId, candidateId } = candidacy;
    return this.db.insert(StageEntry, {
      candidacyId: id,
      searchId,
      candidateId,
      memberId: unit().actor.memberId,
      ...values,
    });
  }

  /** Strikes a row through; it stays. */
  async strike(entryId: string, memberId: string | null, at: string): Promise<void> {
    const struck = await this.db.write(
      'stage_entry',
      'stage_entry_void',
      'update stage_entry set voided_at = $2, voided_by = $3 where id = $1 and voided_at is null returning id',
      [entryId, at, memberId],
    );
    if (struck.length === 0) throw new Refusal('stage-entry.voided');
  }

  /** Puts people on a search who are not on it yet and are not archived, in one statement each for rows and log. */
  async add(values: {
    searchId: string;
    candidateIds: readonly string[];
    ranks: readonly string[];
    role: CandidacyRole;
    stage: Pick<Stage, 'id' | 'group'> | null;
    source: string | null;
    ownerId: string | null;
    occurredAt: string;
  }): Promise<Added[]> {
    const { searchId, candidateIds, ranks, role, stage, source, ownerId, occurredAt } = values;
    return this.db.write<Added>(
      'candidacy',
      'candidacies_add',
      `with added as (
          insert into candidacy (search_id, candidate_id, role, stage_id, rank, source, owner_id, entered_stage_at)
          select $1, a.id, $4, $5, a.rank, $6, $7, $8
          from unnest($2::uuid[], $3::text[]) as a (id, rank) join candidate p on p.id = a.id and p.archived_at is null
          on conflict (agency_id, search_id, candidate_id) do nothing returning id, candidate_id, search_id),
        logged as (
          insert into stage_entry (candidacy_id, search_id, candidate_id, kind, to_stage_id, to_group, occurred_at, member_id)
          select id, search_id, candidate_id, 'added', $5, $9, $8, $7 from added where $5::uuid is not null)
        select id, candidate_id as "candidateId", search_id as "searchId" from added`,
      [searchId, candidateIds, ranks, role, stage?.id ?? null, source, ownerId, occurredAt, stage?.group ?? null],
    );
  }

  /** Those who have left the pipeline, from this stage by what their log says. */
  async leftFrom(searchId: string, stageId: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'candidacies_left_from',
      `select c.id from candidacy c where c.agency_id = current_agency() and c.search_id = $1 and c.exited_at is not null
          and c.stage_id <> $2 and $2 = (select e.to_stage_id from stage_entry e
            where e.agency_id = c.agency_id and e.candidacy_id = c.id and e.voided_at is null and e.to_stage_id is not null
            order by e.id desc limit 1)`,
      [searchId, stageId],
    );
    return rows.map(({ id }) => id);
  }

  /** The stages of a search in their order. */
  async stages(searchId: string): Promise<Stage[]> {
    const stages = await this.db.all(Stage, { searchId });
    return stages.sort((one, other) => one.position - other.position);
  }

  /** A stage of this search: the one named, else the first. 422 where the search has no such stage. */
  async stage(searchId: string, stageId: string | null, pointer = '/stageId'): Promise<Stage> {
    const stage =
      stageId === null ? (await this.stages(searchId))[0] : await this.db.find(Stage, { id: stageId, searchId });
    if (stage) return stage;
    throw new Refusal('reference.unknown', undefined, {
      errors: [{ pointer, message: 'is no stage of this search' }],
    });
  }

  /** What the rules ask of the surroundings of a candidacy: one round trip. */
  async around({ id, searchId }: Pick<Candidacy, 'id' | 'searchId'>): Promise<Surroundings> {
    const row = await this.db.row<{ searchState: SearchState; placed: boolean; lastAt: string | null }>(
      'candidacy_around',
      `select s.state as "searchState",
          exists (select from placement l where l.candidacy_id = $1 and l.state = any($3)) as placed,
          (select e.occurred_at from stage_entry e where e.candidacy_id = $1 and e.voided_at is null order by e.id desc limit 1) as "lastAt"
        from search s where s.id = $2`,
      [id, searchId, livePlacementStates],
    );
    return row ?? { searchState: 'closed', placed: false, lastAt: null };
  }

  /** The rank of the last card of a stage. */
  async lastRank(stageId: string): Promise<string | null> {
    const row = await this.db.row<{ rank: string }>(
      'stage_last_rank',
      'select rank from candidacy where stage_id = $1 order by rank desc limit 1',
      [stageId],
    );
    return row?.rank ?? null;
  }

  /** A rank in the stage right above `beforeId` or below `afterId`, else at its end. 409 where the neighbour stands elsewhere. */
  async rankAt(stageId: string, movingId: string, beforeId: string | null, afterId: string | null): Promise<string> {
    const neighbourId = beforeId ?? afterId;
    if (neighbourId === null) return rankBetween(await this.lastRank(stageId), null);
    const row = await this.db.row<{ own: string; above: string | null; below: string | null }>(
      'stage_rank_at',
      `select c.rank as own,
          (select o.rank from candidacy o where o.stage_id = $1 and o.rank < c.rank and o.id <> $3 order by o.rank desc limit 1) as above,
          (select o.rank from candidacy o where o.stage_id = $1 and o.rank > c.rank and o.id <> $3 order by o.rank limit 1) as below
        from candidacy c where c.id = $2 and c.stage_id = $1`,
      [stageId, neighbourId, movingId],
    );
    if (!row || neighbourId === movingId) {
      const pointer = beforeId === null ? '/afterId' : '/beforeId';
      throw new Refusal('candidacy.neighbour', undefined, {
        errors: [{ pointer, message: 'does not stand in that stage' }],
      });
    }
    return beforeId === null ? rankBetween(row.own, row.below) : rankBetween(row.above, row.own);
  }
}
