import { Injectable } from '@nestjs/common';
import { type Actor, must } from '@domain/access/policy.js';
import {
  guaranteeUntil,
  placementReturn,
  placementTransitions,
  whyNotOn,
  whyNotPassed,
  whyNotPlace,
} from '@domain/candidacies/placement.rules.js';
import type { PlacementOutcome } from '@domain/candidacies/placement.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Search, Stage } from '../searches/search.entity.js';
import { SearchesService } from '../searches/searches.service.js';
import { CandidaciesQueries } from './candidacies.queries.js';
import type { FallOff } from './candidacy.dto.js';
import { Candidacy, Placement } from './candidacy.entity.js';
import type { PlacementView } from './candidacy.view.js';
import { StageLog } from './stage-log.js';

/** From acceptance through the first day to the end of the guarantee. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly log: StageLog,
    private readonly searches: SearchesService,
    private readonly queries: CandidaciesQueries,
  ) {}

  async make(actor: Actor, candidacyId: string, startsOn: string): Promise<PlacementView> {
    const candidacy = await this.db.get(Candidacy, candidacyId);
    must(actor, 'placement.edit', candidacy);
    const stage = await this.db.find(Stage, { id: candidacy.stageId ?? '' });
    refuseIf(whyNotPlace(candidacy, stage?.group ?? null, await this.log.around(candidacy)));
    const { searchId, candidateId } = candidacy;
    const placement = await this.db.insert(Placement, { candidacyId, searchId, candidateId, startsOn });
    await this.events.record('placement.made', { about: placement, data: { candidacyId, startsOn } });
    await this.searches.followPlacements(await this.searchOf(placement));
    return this.queries.placement(actor, placement.id);
  }

  /** Waits for another first day; does nothing where it is the same. */
  async reschedule(actor: Actor, id: string, startsOn: string): Promise<void> {
    const placement = await this.at(actor, id, 'start');
    if (placement.startsOn === startsOn) return;
    await this.db.change(placement, { startsOn });
    const data = { candidacyId: placement.candidacyId, fields: ['startsOn'] };
    await this.events.record('placement.changed', { about: placement, data });
  }

  async start(actor: Actor, id: string, startedOn: string | undefined): Promise<PlacementView> {
    const placement = await this.at(actor, id, 'start');
    const today = this.clock.today(actor.timeZone);
    const day = startedOn ?? today;
    refuseIf(whyNotOn(day, null, today, '/startedOn'));
    const { guaranteeDays } = await this.searchOf(placement);
    await this.db.change(placement, {
      state: 'started',
      startedOn: day,
      guaranteeUntil: guaranteeUntil(day, guaranteeDays),
    });
    return this.told(actor, placement, 'placement.started', { state: 'started' });
  }

  async noShow(actor: Actor, id: string): Promise<PlacementView> {
    const placement = await this.at(actor, id, 'noShow');
    await this.db.change(placement, { state: 'no_show' });
    return this.told(actor, placement, 'placement.no-show', { state: 'no_show' });
  }

  /** Takes away a placement that waits for its first day: what made it was taken back. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    const placement = await this.at(actor, id, 'start');
    await this.db.remove(Placement, { id });
    await this.events.record('placement.withdrawn', {
      about: placement,
      data: { candidacyId: placement.candidacyId },
    });
    await this.searches.followPlacements(await this.searchOf(placement));
  }

  /** Waits again for somebody of whom it was said that they would not come. */
  async expectAgain(actor: Actor, id: string): Promise<void> {
    const placement = await this.db.get(Placement, id);
    must(actor, placementReturn.needs, placement);
    refuseIf(whyNotPass(placementReturn, placement.state, 'placement.state'));
    const { candidacyId, searchId } = placement;
    if ((await this.log.around({ id: candidacyId, searchId })).placed) throw new Refusal('placement.exists');
    await this.db.change(placement, { state: placementReturn.to });
    await this.told(actor, placement, 'placement.expected', { state: placementReturn.to });
  }

  async passGuarantee(actor: Actor, id: string): Promise<PlacementView> {
    const placement = await this.at(actor, id, 'passGuarantee');
    refuseIf(whyNotPassed(placement.guaranteeUntil, this.clock.today(actor.timeZone)));
    await this.db.change(placement, { state: 'guarantee_passed' });
    return this.told(actor, placement, 'placement.guarantee-passed', { state: 'guarantee_passed' });
  }

  async fallOff(actor: Actor, id: string, { leftBy, reason, leftOn }: FallOff): Promise<PlacementView> {
    const placement = await this.at(actor, id, 'fallOff');
    const today = this.clock.today(actor.timeZone);
    const day = leftOn ?? today;
    refuseIf(whyNotOn(day, placement.startedOn, today, '/leftOn'));
    await this.db.change(placement, { state: 'fell_off', leftBy, leftOn: day, leftReason: reason ?? null });
    return this.told(actor, placement, 'placement.fell-off', { state: 'fell_off', leftBy });
  }

  async settle(actor: Actor, id: string, outcome: PlacementOutcome): Promise<PlacementView> {
    const placement = await this.at(actor, id, outcome);
    await this.db.change(placement, { state: outcome });
    return this.told(actor, placement, 'placement.settled', { state: outcome });
  }

  private async at(actor: Actor, id: string, way: keyof typeof placementTransitions): Promise<Placement> {
    const placement = await this.db.get(Placement, id);
    must(actor, 'placement.edit', placement);
    refuseIf(whyNotPass(placementTransitions[way], placement.state, 'placement.state'));
    return placement;
  }

  private async told(
    actor: Actor,
    placement: Placement,
    type:
      | 'placement.expected'
      | 'placement.started'
      | 'placement.no-show'
      | 'placement.guarantee-passed'
      | 'placement.fell-off'
      | 'placement.settled',
    data: Record<string, unknown>,
  ): Promise<PlacementView> {
    await this.events.record(type, { about: placement, data: { candidacyId: placement.candidacyId, ...data } });
    await this.searches.followPlacements(await this.searchOf(placement));
    return this.queries.placement(actor, placement.id);
  }

  private async searchOf(placement: Placement): Promise<Search> {
    const search = await this.db.find(Search, { id: placement.searchId });
    if (!search) throw new Error('a placement without a search');
    return search;
  }
}
