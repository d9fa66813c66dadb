import { Injectable } from '@nestjs/common';
import type { StageGroup } from '@domain/agencies/pipeline.js';
import { momentOf, whyNotAt, whyNotMove } from '@domain/candidacies/candidacy.rules.js';
import { rankBetween } from '@domain/candidacies/rank.js';
import { counting, standingOf, whyNotVoid } from '@domain/candidacies/stage-log.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Stage } from '../searches/search.entity.js';
import type { MoveCandidacy } from './candidacy.dto.js';
import { Candidacy, StageEntry } from './candidacy.entity.js';
import { type Blocked, MoveGate } from './move-gate.js';
import { StageLog } from './stage-log.js';

/** What made a step, where nobody made it by itself. */
type MadeBy = { contactLogId?: string; submissionId?: string; removalId?: string; offerStepId?: string };

/** How a candidacy goes from stage to stage: by hand, by what happened elsewhere, and back. */
@Injectable()
export class StageSteps {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly log: StageLog,
    private readonly gate: MoveGate,
  ) {}

  /** Moves forward to the first stage of a group, for what a contact log, a submission or an offer says; does nothing when the candidacy is that far already. */
  async advance(
    id: string,
    from: readonly StageGroup[],
    group: StageGroup,
    { occurredAt: then, ...by }: { occurredAt: string } & MadeBy,
  ): Promise<void> {
    const candidacy = await this.db.find(Candidacy, { id });
    if (!candidacy || candidacy.exitedAt !== null || candidacy.stageId === null) return;
    const stages = await this.log.stages(candidacy.searchId);
    const here = stages.find((stage) => stage.id === candidacy.stageId);
    const there = stages.find((stage) => stage.group === group);
    if (!here || !there || !from.includes(here.group)) return;
    const around = await this.log.around(candidacy);
    if (whyNotMove(candidacy, here, there, around)) return;
    if (await this.gate.whyNot(candidacy, here.group, there.group)) return;
    const occurredAt = around.lastAt !== null && around.lastAt > then ? around.lastAt : then;
    await this.enter(candidacy, here, there, { ...by, occurredAt, lastAt: around.lastAt });
  }

  /** Undoes the steps that a contact log, a submission or a step of an offer made, the latest first; answers why one of them stays. */
  async undoAdvance(
    memberId: string | null,
    by: { contactLogId: string } | { submissionId: string } | { offerStepId: string },
  ): Promise<Refusal | undefined> {
    const steps = await this.db.all(StageEntry, by);
    for (const step of counting(steps).toReversed()) {
      const why = await this.takeBack(memberId, step);
      if (why) return why;
    }
    return undefined;
  }

  /** Voids a step, after which the candidacy stands where the rows before say; answers why it cannot be. */
  async takeBack(memberId: string | null, { id: entryId, candidacyId }: StageEntry): Promise<Refusal | undefined> {
    const candidacy = await this.db.lock(Candidacy, candidacyId);
    const entries = await this.db.all(StageEntry, { candidacyId });
    const entry = entries.find(({ id }) => id === entryId);
    if (!entry) throw new Refusal('resource.not-found');
    const why = whyNotVoid(entry, entries);
    if (why) return why;
    const standing = standingOf(entries.filter(({ id }) => id !== entryId));
    if (!standing) return new Refusal('stage-entry.first');
    if (standing.stageId !== null && !(await this.db.find(Stage, { id: standing.stageId })))
      return new Refusal('stage-entry.stage-gone');
    if ((await this.log.around(candidacy)).placed) return new Refusal('candidacy.placed');
    await this.log.strike(entryId, memberId, this.clock.now().toISOString());
    await this.db.change(candidacy, {
      stageId: standing.stageId,
      enteredStageAt: standing.enteredStageAt,
      exitedAt: standing.exitedAt,
      exitParty: standing.exitParty,
      exitReason: standing.exitReason,
    });
    await this.events.record('candidacy.voided', {
      about: candidacy,
      data: { entryId, kind: entry.kind, stageId: standing.stageId },
    });
    return undefined;
  }

  /** Moves to a stage, or within it to another place; `blocked`: asked before, for many. */
  async step(
    candidacy: Candidacy,
    { stageId, beforeId, afterId, occurredAt, note }: MoveCandidacy,
    { blocked, ...by }: MadeBy & { blocked?: Blocked } = {},
  ): Promise<void> {
    const placed = beforeId ?? afterId ?? null;
    const [to, from, around, last] = await Promise.all([
      this.log.stage(candidacy.searchId, stageId),
      candidacy.stageId === null ? undefined : this.db.find(Stage, { id: candidacy.stageId }),
      this.log.around(candidacy),
      placed === null ? this.log.lastRank(stageId) : null,
    ]);
    refuseIf(whyNotMove(candidacy, from ?? null, to, around));
    if (!by.removalId) refuseIf(await this.gate.whyNot(candidacy, from?.group ?? null, to.group, blocked));
    if (from?.id === to.id && placed === null) throw new Refusal('candidacy.same-stage');
    const rank =
      placed === null
        ? rankBetween(last, null)
        : await this.log.rankAt(to.id, candidacy.id, beforeId ?? null, afterId ?? null);
    if (from?.id === to.id) {
      await this.db.change(candidacy, { rank });
      await this.events.record('candidacy.reordered', { about: candidacy, data: { stageId: to.id } });
      return;
    }
    const at = momentOf(occurredAt, around.lastAt, this.clock.now());
    refuseIf(whyNotAt(at, around.lastAt, this.clock.now()));
    await this.enter(candidacy, from ?? null, to, {
      ...by,
      occurredAt: at,
      lastAt: around.lastAt,
      rank,
      note: note ?? null,
    });
  }

  private async enter(
    candidacy: Candidacy,
    from: Pick<Stage, 'id' | 'group'> | null,
    to: Pick<Stage, 'id' | 'group'>,
    how: { occurredAt: string; lastAt: string | null; rank?: string; note?: string | null } & MadeBy,
  ): Promise<void> {
    const rank = how.rank ?? rankBetween(await this.log.lastRank(to.id), null);
    await this.db.change(candidacy, { stageId: to.id, rank, enteredStageAt: how.occurredAt });
    const entry = await this.log.write(candidacy, {
      kind: 'moved',
      fromStageId: from?.id ?? null,
      fromGroup: from?.group ?? null,
      toStageId: to.id,
      toGroup: to.group,
      note: how.note ?? null,
      contactLogId: how.contactLogId ?? null,
      submissionId: how.submissionId ?? null,
      removalId: how.removalId ?? null,
      offerStepId: how.offerStepId ?? null,
      occurredAt: how.occurredAt,
    });
    await this.events.record('candidacy.moved', {
      about: candidacy,
      data: { entryId: entry.id, fromStageId: from?.id, toStageId: to.id, fromGroup: from?.group, toGroup: to.group },
    });
  }
}
