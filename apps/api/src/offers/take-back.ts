import { Injectable } from '@nestjs/common';
import { type Actor, mustTakeBack } from '@domain/access/policy.js';
import { openOfferStates, type OfferState, type RivalOfferState } from '@domain/offers/offer.js';
import { standingBy, stepNeeds, whyNotTakeBack } from '@domain/offers/offer-log.rules.js';
import { whyNotEnd } from '@domain/offers/offer.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { PlacementsService } from '../candidacies/placements.service.js';
import { StageSteps } from '../candidacies/stage-steps.js';
import { Offer, OfferStep, RivalOffer } from './offer.entity.js';
import type { VoidedOfferStep } from './offer.view.js';
import { OffersQueries } from './offers.queries.js';

/** Takes back the latest step of an offer or of a bid against it, with all that the step brought about. */
@Injectable()
export class TakeBack {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly placements: PlacementsService,
    private readonly stages: StageSteps,
    private readonly queries: OffersQueries,
  ) {}

  /** In one write or not at all: the step stays and is voided; offer, stage and placement stand as before it. */
  async step(actor: Actor, stepId: string): Promise<VoidedOfferStep> {
    const step = await this.db.get(OfferStep, stepId);
    mustTakeBack(actor, stepNeeds(step), step);
    const { offerId, rivalOfferId } = step;
    const state =
      offerId === null
        ? await this.rival(actor, step, await this.db.lock(RivalOffer, rivalOfferId ?? ''))
        : await this.offer(actor, step, await this.db.lock(Offer, offerId));
    return { id: stepId, offerId, rivalOfferId, state };
  }

  /** The candidacy came back from an exit that had ended its offer: the offer stands as before, where it still can. */
  async followingExit(actor: Actor, exitEntryId: string): Promise<void> {
    for (const step of await this.db.all(OfferStep, { exitEntryId })) {
      const offer = await this.db.lock(Offer, step.offerId ?? '');
      const steps = await this.db.all(OfferStep, { offerId: offer.id });
      const { today, expiresOn } = this.on(actor, offer);
      if (whyNotTakeBack(step, steps, { today, expiresOn, together: true })) continue;
      if (!(await this.queries.open(offer.candidacyId))) await this.offer(actor, step, offer, true);
    }
  }

  private async offer(actor: Actor, step: OfferStep, offer: Offer, together = false): Promise<OfferState> {
    const { id, candidacyId, state: from } = offer;
    const steps = await this.db.all(OfferStep, { offerId: id });
    refuseIf(whyNotTakeBack(step, steps, { ...this.on(actor, offer), together }));
    const standing = standingBy(steps.filter((one) => one.id !== step.id));
    const to = standing.state as OfferState;
    if (isOpen(to) && !isOpen(from) && (await this.queries.open(candidacyId))) throw new Refusal('offer.open');
    if (from === 'accepted') await this.withoutPlacement(actor, candidacyId);
    refuseIf(await this.stages.undoAdvance(actor.memberId, { offerStepId: step.id }));
    if (step.placementId !== null) await this.placements.expectAgain(actor, step.placementId);
    await this.strike(actor, step);
    await this.db.change(offer, { ...standing, state: to });
    await this.events.record('offer.voided', { about: offer, data: { candidacyId, from, to } });
    return to;
  }

  /** A bid that was accepted had ended our offer: that comes back with it. */
  private async rival(actor: Actor, step: OfferStep, rival: RivalOffer): Promise<RivalOfferState> {
    const { id, candidacyId, kind, state: from } = rival;
    const steps = await this.db.all(OfferStep, { rivalOfferId: id });
    refuseIf(whyNotTakeBack(step, steps, this.on(actor, { expiresOn: null })));
    const standing = standingBy(steps.filter((one) => one.id !== step.id));
    const to = standing.state as RivalOfferState;
    for (const made of await this.db.all(OfferStep, { madeById: step.id })) {
      await this.offer(actor, made, await this.db.lock(Offer, made.offerId ?? ''), true);
    }
    refuseIf(await this.stages.undoAdvance(actor.memberId, { offerStepId: step.id }));
    await this.strike(actor, step);
    await this.db.change(rival, { ...standing, state: to });
    await this.events.record('rival-offer.voided', { about: rival, data: { candidacyId, kind, from, to } });
    return to;
  }

  private async withoutPlacement(actor: Actor, candidacyId: string): Promise<void> {
    const { waitingId, startedOn } = await this.queries.placement(candidacyId);
    refuseIf(whyNotEnd(startedOn));
    if (waitingId !== null) await this.placements.withdraw(actor, waitingId);
  }

  private async strike({ memberId }: Actor, { id }: OfferStep): Promise<void> {
    const at = this.clock.now().toISOString();
    const struck = await this.db.write(
      'offer_step',
      'offer_step_void',
      'update offer_step set voided_at = $2, voided_by = $3 where id = $1 and voided_at is null returning id',
      [id, at, memberId],
    );
    if (struck.length === 0) throw new Refusal('offer-step.voided');
  }

  private on(actor: Actor, { expiresOn }: Pick<Offer, 'expiresOn'>): { today: string; expiresOn: string | null } {
    return { today: this.clock.today(actor.timeZone), expiresOn };
  }
}

const isOpen = (state: OfferState): boolean => openOfferStates.some((one) => one === state);
