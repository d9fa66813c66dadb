import { Injectable } from '@nestjs/common';
import { type Actor, must, mustTakeBack } from '@domain/access/policy.js';
import { momentOf, whyNotAt, whyNotExit, whyNotReopen, whyNotWork } from '@domain/candidacies/candidacy.rules.js';
import { whyNotReason } from '@domain/candidacies/exit-reasons.js';
import { rankBetween, ranksAfter } from '@domain/candidacies/rank.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Search, Stage } from '../searches/search.entity.js';
import { CandidaciesQueries } from './candidacies.queries.js';
import type { AddCandidacies, ExitCandidacy, MoveCandidacy, PatchCandidacy, ReopenCandidacy } from './candidacy.dto.js';
import { Candidacy, StageEntry } from './candidacy.entity.js';
import type { AddedCandidacies, CandidacyView, MovedCandidacies } from './candidacy.view.js';
import { MoveGate } from './move-gate.js';
import { StageLog } from './stage-log.js';
import { StageSteps } from './stage-steps.js';

@Injectable()
export class CandidaciesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly log: StageLog,
    private readonly gate: MoveGate,
    private readonly steps: StageSteps,
    private readonly queries: CandidaciesQueries,
  ) {}

  /** Puts people on a search; answers what happened to each, in the order asked. */
  async add(
    actor: Actor,
    searchId: string,
    { candidateIds, role = 'candidate', stageId, source }: AddCandidacies,
  ): Promise<AddedCandidacies> {
    const search = await this.db.get(Search, searchId);
    must(actor, 'candidacy.add', search);
    refuseIf(whyNotWork(search.state));
    const stage = role === 'candidate' ? await this.log.stage(searchId, stageId ?? null) : null;
    const occurredAt = this.clock.now().toISOString();
    const blocked = await this.gate.of(searchId, candidateIds, stage?.group ?? 'longlist');
    const free = candidateIds.filter((id) => !blocked.has(id));
    const last = stage ? await this.log.lastRank(stage.id) : null;
    const added = await this.log.add({
      searchId,
      candidateIds: free,
      ranks: ranksAfter(last, free.length),
      role,
      stage,
      source: source ?? null,
      ownerId: actor.memberId,
      occurredAt,
    });
    const there = await this.db.rows<{ candidateId: string; id: string }>(
      'candidacies_there',
      'select candidate_id as "candidateId", id from candidacy where search_id = $1 and candidate_id = any($2)',
      [searchId, candidateIds],
    );
    const ids = new Map(there.map(({ candidateId, id }) => [candidateId, id]));
    const fresh = new Set(added.map(({ id }) => id));
    await this.events.recordAll(
      'candidacy.added',
      added.map((candidacy) => ({
        about: { ...candidacy, organizationId: search.organizationId },
        data: { role, ...(stage && { stageId: stage.id, group: stage.group }) },
      })),
    );
    return {
      items: candidateIds.map((candidateId) => {
        const candidacyId = ids.get(candidateId) ?? null;
        const code = candidacyId === null ? blocked.get(candidateId)?.code : undefined;
        if (code !== undefined) return { candidateId, outcome: 'refused', candidacyId, code };
        const outcome = candidacyId === null ? 'not_found' : fresh.has(candidacyId) ? 'added' : 'already_there';
        return { candidateId, outcome, candidacyId };
      }),
    };
  }

  async patch(actor: Actor, id: string, values: PatchCandidacy): Promise<CandidacyView> {
    const candidacy = await this.db.get(Candidacy, id);
    must(actor, 'candidacy.move', candidacy);
    await this.db.change(candidacy, values);
    await this.events.record('candidacy.changed', { about: candidacy, data: { fields: Object.keys(values) } });
    return this.queries.view(actor, id);
  }

  /** Moves to a stage, or within it to another place. One of several who move at once wins; the others get 412. */
  async move(actor: Actor, id: string, values: MoveCandidacy): Promise<CandidacyView> {
    await this.log.orWho(id, async () => {
      const candidacy = await this.db.get(Candidacy, id);
      must(actor, 'candidacy.move', candidacy);
      await this.steps.step(candidacy, values);
    });
    return this.queries.view(actor, id);
  }

  /** Moves several to the end of a stage; each succeeds or is refused by itself. */
  async moveMany(
    actor: Actor,
    searchId: string,
    candidacyIds: readonly string[],
    stageId: string,
  ): Promise<MovedCandidacies> {
    const search = await this.db.get(Search, searchId);
    must(actor, 'candidacy.move', search);
    const { group } = await this.log.stage(searchId, stageId);
    const blocked = await this.gate.ofCandidacies(searchId, candidacyIds, group);
    const items: MovedCandidacies['items'] = [];
    for (const candidacyId of candidacyIds) {
      const candidacy = await this.db.find(Candidacy, { id: candidacyId, searchId });
      if (!candidacy) items.push({ candidacyId, outcome: 'not_found' });
      else if (candidacy.stageId === stageId) items.push({ candidacyId, outcome: 'unchanged' });
      else {
        try {
          await this.steps.step(candidacy, { stageId }, { blocked });
          items.push({ candidacyId, outcome: 'moved' });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          items.push({ candidacyId, outcome: 'refused', code: error.code });
        }
      }
    }
    return { items };
  }

  /** Leaves the pipeline; `by` names the step of an offer that made it so. */
  exit(actor: Actor, id: string, values: ExitCandidacy, by: { offerStepId?: string } = {}): Promise<CandidacyView> {
    return this.log.orWho(id, () => this.leave(actor, id, values, by));
  }

  private async leave(
    actor: Actor,
    id: string,
    { party, reason, note, occurredAt }: ExitCandidacy,
    by: { offerStepId?: string },
  ): Promise<CandidacyView> {
    const candidacy = await this.db.get(Candidacy, id);
    must(actor, 'candidacy.move', candidacy);
    refuseIf(whyNotReason(party, reason));
    const around = await this.log.around(candidacy);
    refuseIf(whyNotExit(candidacy, around));
    const at = momentOf(occurredAt, around.lastAt, this.clock.now());
    refuseIf(whyNotAt(at, around.lastAt, this.clock.now()));
    const stage = await this.db.find(Stage, { id: candidacy.stageId ?? '' });
    await this.db.change(candidacy, {
      exitedAt: at,
      exitParty: party,
      exitReason: reason,
      nextAction: null,
      nextActionOn: null,
    });
    const entry = await this.log.write(candidacy, {
      kind: 'exited',
      fromStageId: candidacy.stageId,
      fromGroup: stage?.group ?? null,
      exitParty: party,
      exitReason: reason,
      note: note ?? null,
      occurredAt: at,
      ...by,
    });
    const data = { entryId: entry.id, stageId: candidacy.stageId, group: stage?.group, party, reason };
    await this.events.record('candidacy.exited', { about: candidacy, data });
    return this.queries.view(actor, id);
  }

  /** Brings someone back into a stage; the exit stays in the log. */
  async reopen(actor: Actor, id: string, { stageId, note }: ReopenCandidacy): Promise<CandidacyView> {
    const candidacy = await this.db.get(Candidacy, id);
    must(actor, 'candidacy.move', candidacy);
    const stage = await this.log.stage(candidacy.searchId, stageId);
    const around = await this.log.around(candidacy);
    refuseIf(whyNotReopen(candidacy, stage, around));
    refuseIf(await this.gate.whyNot(candidacy, null, stage.group));
    const at = momentOf(undefined, around.lastAt, this.clock.now());
    const rank = rankBetween(await this.log.lastRank(stage.id), null);
    await this.db.change(candidacy, {
      stageId: stage.id,
      rank,
      enteredStageAt: at,
      exitedAt: null,
      exitParty: null,
      exitReason: null,
    });
    const entry = await this.log.write(candidacy, {
      kind: 'reopened',
      toStageId: stage.id,
      toGroup: stage.group,
      note: note ?? null,
      occurredAt: at,
    });
    await this.events.record('candidacy.reopened', {
      about: candidacy,
      data: { entryId: entry.id, stageId: stage.id, group: stage.group },
    });
    return this.queries.view(actor, id);
  }

  /** Undoes the latest step: its row is kept and voided, and the candidacy stands where the rows before say. */
  async voidEntry(actor: Actor, entryId: string): Promise<CandidacyView> {
    const entry = await this.db.get(StageEntry, entryId);
    mustTakeBack(actor, 'candidacy.move', entry);
    refuseIf(await this.steps.takeBack(actor.memberId, entry));
    return this.queries.view(actor, entry.candidacyId);
  }
}
