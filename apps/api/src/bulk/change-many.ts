import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import type { BulkAction, BulkOutcome } from '@domain/bulk/bulk-change.js';
import { bulkNeeds } from '@domain/bulk/bulk-change.rules.js';
import { Refusal } from '@domain/refusal.js';
import { CandidaciesService } from '../candidacies/candidacies.service.js';
import type { AddedCandidacy } from '../candidacies/candidacy.view.js';
import { ChangeCandidates } from '../candidates/change-candidates.js';
import { TasksService } from '../tasks/tasks.service.js';

/** What is done to each. */
export type Deed = {
  readonly action: BulkAction;
  readonly tagId?: string | null;
  readonly ownerId?: string | null;
  readonly searchId?: string | null;
  readonly title?: string | null;
  readonly dueOn?: string | null;
  readonly assigneeId?: string | null;
};

/** What became of one; `formerOwnerId` and `madeId` are what taking it back needs. */
export type DeedResult = { id: string; outcome: BulkOutcome; formerOwnerId?: string | null; madeId?: string | null };

const opposite = { tag: 'untag', untag: 'tag', archive: 'restore', restore: 'archive' } as const;

const ofAdding = { added: 'done', already_there: 'unchanged', not_found: 'archived', refused: 'unchanged' } as const;

/** Does one thing to up to 1,000 people at once, by the service that does it to one, and takes it back. */
@Injectable()
export class ChangeMany {
  constructor(
    private readonly candidates: ChangeCandidates,
    private readonly candidacies: CandidaciesService,
    private readonly tasks: TasksService,
  ) {}

  /** Refuses what can be refused before anyone is touched. */
  async check(actor: Actor, deed: Deed): Promise<void> {
    must(actor, bulkNeeds[deed.action]);
    if (deed.action === 'tag' || deed.action === 'untag') await this.candidates.refuseTag(deed);
    if (deed.action === 'add_to_search') await this.addTo(actor, deed.searchId ?? '', []);
    if (deed.action === 'task') await this.tasks.assign(actor, deed.assigneeId ?? undefined);
  }

  /** Answers for each id what happened, in the order of the ids. */
  async run(actor: Actor, ids: readonly string[], deed: Deed): Promise<DeedResult[]> {
    must(actor, bulkNeeds[deed.action]);
    switch (deed.action) {
      case 'task': {
        const { title, dueOn, assigneeId } = deed;
        const made = await this.tasks.addForEach(actor, ids, {
          title: title ?? '',
          dueOn: dueOn ?? null,
          ...(assigneeId && { assigneeId }),
        });
        return ids.map((id) => {
          const madeId = made.get(id.toLowerCase());
          return { id, madeId: madeId ?? null, outcome: madeId === undefined ? 'archived' : 'done' };
        });
      }
      case 'add_to_search': {
        const items = await this.addTo(actor, deed.searchId ?? '', ids);
        return items.map(({ candidateId, outcome, candidacyId }) => ({
          id: candidateId,
          outcome: ofAdding[outcome],
          madeId: candidacyId,
        }));
      }
      default:
        return this.candidates.run(actor, ids, {
          action: deed.action,
          ...(deed.tagId !== undefined && { tagId: deed.tagId }),
          ...(deed.ownerId !== undefined && { ownerId: deed.ownerId }),
        });
    }
  }

  /** Takes back what was done to each of these; answers the ids of those that are as before. What somebody changed since stays. */
  async takeBack(actor: Actor, rows: readonly DeedResult[], deed: Deed): Promise<string[]> {
    switch (deed.action) {
      case 'add_to_search':
        return [];
      case 'task': {
        const removed = new Set(
          await this.tasks.takeBack(
            actor,
            rows.flatMap(({ madeId }) => madeId ?? []),
          ),
        );
        return rows.filter(({ madeId }) => madeId && removed.has(madeId)).map(({ id }) => id);
      }
      case 'owner':
        return this.candidates.giveBack(
          actor,
          rows.map(({ id, formerOwnerId }) => ({ id, formerOwnerId: formerOwnerId ?? null })),
          deed.ownerId ?? null,
        );
      default: {
        const back = { action: opposite[deed.action], ...(deed.tagId && { tagId: deed.tagId }) };
        const ids = rows.map(({ id }) => id);
        const results = await this.candidates.run(actor, ids, back);
        return results.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
      }
    }
  }

  private async addTo(actor: Actor, searchId: string, ids: readonly string[]): Promise<AddedCandidacy[]> {
    try {
      return (await this.candidacies.add(actor, searchId, { candidateIds: [...ids] })).items;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'resource.not-found') throw error;
      const errors = [{ pointer: '/searchId', message: 'is no search' }];
      throw new Refusal('reference.unknown', undefined, { errors });
    }
  }
}
