import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import type { BulkOutcome } from '@domain/bulk/bulk-change.js';
import type { EventName } from '@domain/events.js';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { CandidatesQueries } from './candidates.queries.js';

type Action = 'tag' | 'untag' | 'owner' | 'archive' | 'restore';

/** One thing that is done to many. */
export type CandidatesChange = { action: Action; tagId?: string | null; ownerId?: string | null };

/** What happened to one; `formerOwnerId` is whose it was. */
export type CandidateChanged = { id: string; outcome: BulkOutcome; formerOwnerId: string | null };

/** A candidate and the owner that it gets back. */
export type FormerOwner = { id: string; formerOwnerId: string | null };

type Known = { id: string; archived: boolean; ownerId: string | null; tagged: boolean };

const recorded: Record<Action, EventName> = {
  tag: 'candidate.tagged',
  untag: 'candidate.untagged',
  owner: 'candidate.changed',
  archive: 'candidate.archived',
  restore: 'candidate.restored',
};

/** Whether the candidate is already as the action would make it. */
const already: Record<Action, (candidate: Known, change: CandidatesChange) => boolean> = {
  tag: ({ tagged }) => tagged,
  untag: ({ tagged }) => !tagged,
  owner: ({ ownerId }, change) => ownerId === (change.ownerId ?? null),
  archive: ({ archived }) => archived,
  restore: ({ archived }) => !archived,
};

/** Does one thing to many candidates in one write. */
@Injectable()
export class ChangeCandidates {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: CandidatesQueries,
  ) {}

  /** Answers for each id what happened, in the order of the ids. An archived candidate can only be restored. */
  async run(actor: Actor, ids: readonly string[], change: CandidatesChange): Promise<CandidateChanged[]> {
    must(actor, 'candidate.edit');
    await this.refuseTag(change);
    const rows = await this.db.rows<Known>('candidates_known', knownSql, [ids, change.tagId ?? null]);
    const known = new Map(rows.map((candidate) => [candidate.id, candidate]));
    const results = ids.map((id) => {
      const candidate = known.get(id.toLowerCase());
      return { id, outcome: outcomeOf(candidate, change), formerOwnerId: candidate?.ownerId ?? null };
    });
    const done = results.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
    if (done.length > 0) {
      await this.write(change, done);
      await this.told(change, done);
    }
    return results;
  }

  /** 422 where the change names a tag that is not there. */
  async refuseTag({ tagId }: { tagId?: string | null | undefined }): Promise<void> {
    if (!tagId || (await this.queries.missingSettings('tag', [tagId])).length === 0) return;
    throw new Refusal('reference.unknown', undefined, { errors: [{ pointer: '/tagId', message: 'is no tag' }] });
  }

  /** Gives candidates back to whom they belonged, where they are still `ownerId`'s; answers those that were given back. */
  async giveBack(actor: Actor, rows: readonly FormerOwner[], ownerId: string | null): Promise<string[]> {
    must(actor, 'candidate.edit');
    const given = await this.db.write<{ id: string }>('candidate', 'candidates_give_back', giveBackSql, [
      rows.map(({ id }) => id),
      rows.map(({ formerOwnerId }) => formerOwnerId),
      ownerId,
    ]);
    const ids = given.map(({ id }) => id);
    await this.told({ action: 'owner' }, ids);
    return ids;
  }

  private told({ action, tagId }: CandidatesChange, ids: readonly string[]): Promise<void> {
    const data = action === 'owner' ? { fields: ['ownerId'] } : tagId && action.endsWith('tag') ? { tagId } : {};
    return this.events.recordAll(
      recorded[action],
      ids.map((id) => ({ about: { id }, data })),
    );
  }

  private async write({ action, tagId, ownerId }: CandidatesChange, ids: readonly string[]): Promise<void> {
    switch (action) {
      case 'tag':
        await this.db.write('candidate_tag', 'candidates_tag', tagSql, [ids, tagId]);
        break;
      case 'untag':
        await this.db.write('candidate_tag', 'candidates_untag', untagSql, [ids, tagId]);
        break;
      case 'owner':
        await this.db.write('candidate', 'candidates_owner', ownerSql, [ids, ownerId ?? null]);
        break;
      case 'archive':
        await this.db.write('candidate', 'candidates_archive', archiveSql, [ids, this.clock.now().toISOString()]);
        break;
      case 'restore':
        await this.db.write('candidate', 'candidates_archive', archiveSql, [ids, null]);
    }
  }
}

function outcomeOf(candidate: Known | undefined, change: CandidatesChange): BulkOutcome {
  if (!candidate) return 'not_found';
  if (candidate.archived && change.action !== 'archive' && change.action !== 'restore') return 'archived';
  return already[change.action](candidate, change) ? 'unchanged' : 'done';
}

const knownSql = `select c.id, c.archived_at is not null as archived, c.owner_id as "ownerId",
    exists (select from candidate_tag g where g.agency_id = c.agency_id and g.candidate_id = c.id and g.tag_id = $2::uuid) as tagged
  from candidate c where c.id = any($1::uuid[]) order by c.id for update`;
const tagSql = 'insert into candidate_tag (candidate_id, tag_id) select unnest($1::uuid[]), $2 on conflict do nothing';
const untagSql = 'delete from candidate_tag where candidate_id = any($1::uuid[]) and tag_id = $2';
const ownerSql = `update candidate set owner_id = $2, updated_at = now(), version = version + 1 where id = any($1::uuid[])`;
const archiveSql = `update candidate set archived_at = $2, updated_at = now(), version = version + 1 where id = any($1::uuid[])`;
const giveBackSql = `update candidate c set owner_id = m.id, updated_at = now(), version = c.version + 1
  from unnest($1::uuid[], $2::uuid[]) as r (id, former) left join member m on m.id = r.former
  where c.id = r.id and c.archived_at is null and c.owner_id is not distinct from $3::uuid returning c.id`;
