import { Injectable } from '@nestjs/common';
import { type Actor, must, mustTakeBack } from '@domain/access/policy.js';
import { counting } from '@domain/candidacies/stage-log.rules.js';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Search, Stage } from '../searches/search.entity.js';
import { SearchPartsService } from '../searches/search-parts.service.js';
import { SearchesQueries } from '../searches/searches.queries.js';
import type { EmptyStage } from './candidacy.dto.js';
import { Candidacy, StageEntry, StageRemoval } from './candidacy.entity.js';
import type { RemovedStage, RestoredStage } from './candidacy.view.js';
import { StageLog } from './stage-log.js';
import { StageSteps } from './stage-steps.js';

/** Takes a stage in which people stand out of a search, and brings it back. */
@Injectable()
export class RemoveStage {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: StageLog,
    private readonly steps: StageSteps,
    private readonly parts: SearchPartsService,
    private readonly searches: SearchesQueries,
  ) {}

  /** Takes everybody out of a stage and then the stage out of the search, in one go; those who left keep the other stage to come back to. */
  async remove(
    actor: Actor,
    searchId: string,
    stageId: string,
    { toStageId, note }: EmptyStage,
  ): Promise<RemovedStage> {
    const search = await this.db.get(Search, searchId);
    must(actor, 'search.edit', search);
    must(actor, 'candidacy.move', search);
    const { memberId } = actor;
    if (memberId === null) throw new Refusal('access.denied');
    const stage = await this.db.find(Stage, { id: stageId, searchId });
    if (!stage) throw new Refusal('resource.not-found');
    if (toStageId === stageId) throw new Refusal('candidacy.same-stage');
    await this.log.stage(searchId, toStageId, '/toStageId');
    const { name, group, position } = stage;
    const removal = await this.db.insert(StageRemoval, { searchId, stageId, name, group, position, memberId });
    const there = await this.db.all(Candidacy, { searchId, stageId });
    const inOrder = there.toSorted((one, other) => (one.rank < other.rank ? -1 : 1));
    for (const candidacy of inOrder) {
      if (candidacy.exitedAt !== null) await this.db.change(candidacy, { stageId: toStageId });
      else await this.steps.step(candidacy, { stageId: toStageId, ...(note && { note }) }, { removalId: removal.id });
    }
    return { ...(await this.parts.removeStage(actor, searchId, stageId)), removalId: removal.id };
  }

  /** Brings a removed stage back in its place: who still stands where the removal put them, or left from the stage, is in it again. */
  async undo(actor: Actor, id: string): Promise<RestoredStage> {
    const removal = await this.db.lock(StageRemoval, id);
    const { searchId, stageId, name, group, position } = removal;
    const search = await this.db.get(Search, searchId);
    must(actor, 'search.edit', search);
    mustTakeBack(actor, 'candidacy.move', removal);
    if (removal.undoneAt !== null) throw new Refusal('stage-removal.undone');
    await this.db.change(removal, { undoneAt: this.clock.now().toISOString() });
    await this.parts.restoreStage(actor, searchId, { id: stageId, name, group, position });
    let stayed = 0;
    for (const step of counting(await this.db.all(StageEntry, { removalId: id }))) {
      if (await this.steps.takeBack(actor.memberId, step)) stayed += 1;
    }
    for (const candidacyId of await this.log.leftFrom(searchId, stageId)) {
      await this.db.change(await this.db.lock(Candidacy, candidacyId), { stageId });
    }
    return { ...(await this.searches.view(actor, searchId)), stayed };
  }
}
