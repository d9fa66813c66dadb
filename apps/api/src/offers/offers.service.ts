import { Injectable } from '@nestjs/common';
import { type Actor, must } from '@domain/access/policy.js';
import { stageGroups } from '@domain/agencies/pipeline.js';
import type { Day } from '@domain/day.js';
import type { OfferState } from '@domain/offers/offer.js';
import {
  exitAfter,
  offerTransitions,
  type OfferWay,
  whyNotApprove,
  whyNotChange,
  whyNotDate,
  whyNotDays,
  whyNotEnd,
  whyNotOffer,
  whyNotStill,
} from '@domain/offers/offer.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { CandidaciesService } from '../candidacies/candidacies.service.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { PlacementsService } from '../candidacies/placements.service.js';
import { StageSteps } from '../candidacies/stage-steps.js';
import { PackagesService } from '../candidates/packages.service.js';
import { KeepFee } from './keep-fee.js';
import type { AcceptOffer, ApproveOffer, DecideOffer, MakeOffer, PatchOffer } from './offer.dto.js';
import { Offer, OfferStep } from './offer.entity.js';
import type { OfferView } from './offer.view.js';
import { type Around, OfferSteps } from './offer-steps.js';
import { OffersQueries } from './offers.queries.js';

const told = {
  tell: 'offer.told',
  extend: 'offer.extended',
  accept: 'offer.accepted',
  decline: 'offer.declined',
  expire: 'offer.expired',
  withdraw: 'offer.withdrawn',
  revise: 'offer.superseded',
  renege: 'offer.reneged',
  rescind: 'offer.rescinded',
} as const satisfies Record<OfferWay, string>;

/** The hiring organization's package: from draft through its decision to the first day. */
@Injectable()
export class OffersService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly packages: PackagesService,
    private readonly candidacies: CandidaciesService,
    private readonly placements: PlacementsService,
    private readonly stages: StageSteps,
    private readonly steps: OfferSteps,
    private readonly fees: KeepFee,
    private readonly queries: OffersQueries,
  ) {}

  async make(actor: Actor, candidacyId: string, values: MakeOffer): Promise<OfferView> {
    must(actor, 'offer.edit');
    const candidacy = await this.db.lock(Candidacy, candidacyId);
    const { searchState, last } = await this.queries.ground(candidacy);
    refuseIf(whyNotOffer(candidacy, searchState));
    if (await this.queries.open(candidacyId)) throw new Refusal('offer.open');
    return this.queries.view(actor, await this.draft(actor, candidacy, values, last + 1));
  }

  async patch(actor: Actor, id: string, { package: pay, startsOn, ...values }: PatchOffer): Promise<OfferView> {
    const offer = await this.offer(actor, id, 'offer.edit');
    const { resignedOn, resignationConfirmedOn, lastDayOn, ...own } = values;
    const accepted = offer.state === 'accepted';
    const terms = given({ ...own, package: pay, ...(!accepted && { startsOn }) });
    const days = given({ resignedOn, resignationConfirmedOn, lastDayOn, ...(accepted && { startsOn }) });
    const today = this.clock.today(actor.timeZone);
    if (Object.keys(terms).length > 0) refuseIf(whyNotChange(offer.state));
    if (Object.keys(days).length > 0) {
      const { startedOn } = await this.queries.placement(offer.candidacyId);
      refuseIf(whyNotDate({ state: offer.state, startedOn }));
      refuseIf(whyNotDays({ ...offer, ...days }, today));
    }
    if (accepted && startsOn === null) throw missing('/startsOn');
    if (pay === null) throw missing('/package');
    if (pay) {
      const owner = { candidateId: offer.candidateId, kind: 'offered', offerId: id } as const;
      await this.packages.replace(owner, pay, today, '/package');
    }
    const { package: _, ...columns } = { ...terms, ...days };
    await this.db.change(offer, columns);
    if (accepted && startsOn) await this.place(actor, offer.candidacyId, startsOn);
    const fields = Object.keys({ ...terms, ...days });
    await this.events.record('offer.changed', { about: offer, data: { candidacyId: offer.candidacyId, fields } });
    return this.queries.view(actor, id);
  }

  /** Keeps that the client approved it; nothing waits for it. */
  async approve(actor: Actor, id: string, { approvedBy, approvedOn }: ApproveOffer): Promise<OfferView> {
    const offer = await this.offer(actor, id, 'offer.edit');
    const today = this.clock.today(actor.timeZone);
    const day = approvedOn ?? today;
    refuseIf(whyNotApprove(offer.state, day, today));
    await this.db.change(offer, { approvedBy, approvedOn: day });
    const data = { candidacyId: offer.candidacyId, approvedOn: day };
    await this.events.record('offer.approved', { about: offer, data });
    return this.queries.view(actor, id);
  }

  /** Tells it by word of mouth, or hands it over: the candidacy stands in an offer stage from then on. */
  async give(actor: Actor, id: string, way: 'tell' | 'extend', values: DecideOffer): Promise<OfferView> {
    const offer = await this.offer(actor, id, 'offer.edit');
    await this.mustBeInside(offer);
    if (way === 'extend') refuseIf(whyNotStill(offer.expiresOn, this.clock.today(actor.timeZone)));
    const { id: offerStepId, occurredAt } = await this.pass(offer, way, values);
    await this.stages.advance(offer.candidacyId, groupsBefore('offer'), 'offer', { occurredAt, offerStepId });
    return this.queries.view(actor, id);
  }

  /** The person said yes: the candidacy is accepted, and where the first day is known a placement waits for it; the fee is kept. */
  async accept(actor: Actor, id: string, { startsOn, ...values }: AcceptOffer): Promise<OfferView> {
    const offer = await this.offer(actor, id, 'offer.decide');
    await this.mustBeInside(offer);
    const at = values.occurredAt === undefined ? this.clock.now() : new Date(values.occurredAt);
    refuseIf(whyNotStill(offer.expiresOn, this.clock.dayOf(at, actor.timeZone)));
    const first = startsOn === undefined ? offer.startsOn : startsOn;
    const { candidacyId } = offer;
    const { id: offerStepId, occurredAt } = await this.pass(offer, 'accept', values, { startsOn: first });
    await this.stages.advance(candidacyId, groupsBefore('accepted'), 'accepted', { occurredAt, offerStepId });
    if (first !== null) await this.place(actor, candidacyId, first);
    await this.fees.keep(offer);
    return this.queries.view(actor, id);
  }

  /** Ends it: declined, withdrawn, or after acceptance reneged or rescinded, which ends the placement and the candidacy too. */
  async end(
    actor: Actor,
    id: string,
    way: 'decline' | 'withdraw' | 'renege' | 'rescind',
    values: DecideOffer,
  ): Promise<OfferView> {
    const offer = await this.offer(actor, id, 'offer.decide');
    await this.endAs(actor, offer, way, values, exitAfter(way));
    return this.queries.view(actor, id);
  }

  /** Ends our open offer because of what happened elsewhere, and the candidacy with it. */
  async endAs(
    actor: Actor,
    offer: Offer,
    way: OfferWay,
    values: DecideOffer,
    exit: ReturnType<typeof exitAfter>,
    madeBy: Around = {},
  ): Promise<void> {
    const { candidacyId } = offer;
    const { waitingId, startedOn } = await this.queries.placement(candidacyId);
    if (way === 'renege' || way === 'rescind') refuseIf(whyNotEnd(startedOn));
    const placementId = exit ? waitingId : null;
    const { id: offerStepId } = await this.pass(offer, way, values, {}, {}, { ...madeBy, placementId });
    if (!exit) return;
    if (placementId !== null) await this.placements.noShow(actor, placementId);
    const candidacy = await this.db.get(Candidacy, candidacyId);
    if (candidacy.exitedAt === null) await this.candidacies.exit(actor, candidacyId, exit, { offerStepId });
  }

  /** A new version: the former is superseded, and the new one begins as a draft with what is given. */
  async revise(actor: Actor, id: string, values: MakeOffer): Promise<OfferView> {
    const offer = await this.offer(actor, id, 'offer.edit');
    const candidacy = await this.db.lock(Candidacy, offer.candidacyId);
    const { searchState, last } = await this.queries.ground(candidacy);
    refuseIf(whyNotOffer(candidacy, searchState));
    await this.pass(offer, 'revise', {}, {}, { number: last + 1 });
    return this.queries.view(actor, await this.draft(actor, candidacy, values, last + 1));
  }

  /** Expires what was to be answered by yesterday. */
  async expire(actor: Actor): Promise<void> {
    for (const { id } of await this.queries.expired(this.clock.today(actor.timeZone))) {
      const offer = await this.db.lock(Offer, id);
      if (offer.state === 'extended') await this.pass(offer, 'expire', {});
    }
  }

  /** Lets the placement wait for this first day, and makes it where the candidacy is accepted and has none. */
  private async place(actor: Actor, candidacyId: string, startsOn: Day): Promise<void> {
    const { waitingId } = await this.queries.placement(candidacyId);
    if (waitingId !== null) await this.placements.reschedule(actor, waitingId, startsOn);
    else if (await this.queries.isAccepted(candidacyId)) await this.placements.make(actor, candidacyId, startsOn);
  }

  /** Nobody who left the search, or whose search is closed, is told of an offer or takes one. */
  private async mustBeInside({ candidacyId }: Offer): Promise<void> {
    const candidacy = await this.db.get(Candidacy, candidacyId);
    const { searchState } = await this.queries.ground(candidacy);
    refuseIf(whyNotOffer(candidacy, searchState));
  }

  private async draft(actor: Actor, candidacy: Candidacy, values: MakeOffer, number: number): Promise<string> {
    const { package: pay, ...own } = values;
    const { organizationId } = await this.queries.ground(candidacy);
    const now = this.clock.now().toISOString();
    const { id: candidacyId, candidateId, searchId } = candidacy;
    const offer = await this.db.insert(Offer, {
      ...own,
      candidacyId,
      candidateId,
      searchId,
      organizationId,
      number,
      steppedAt: now,
      memberId: actor.memberId,
    });
    const owner = { candidateId, kind: 'offered', offerId: offer.id } as const;
    await this.packages.add(owner, pay, this.clock.today(actor.timeZone), '/package');
    await this.db.insert(OfferStep, { offerId: offer.id, toState: 'draft', occurredAt: now, memberId: actor.memberId });
    await this.events.record('offer.made', { about: offer, data: { candidacyId, number } });
    return offer.id;
  }

  /** Goes one way of the table and keeps the step. */
  private async pass(
    offer: Offer,
    way: OfferWay,
    { reasons, note, occurredAt }: DecideOffer,
    values: Partial<Offer> = {},
    data: Record<string, unknown> = {},
    around: Around = {},
  ): Promise<OfferStep> {
    const from = offer.state;
    refuseIf(whyNotPass<OfferState>(offerTransitions[way], from, 'offer.state'));
    const { to } = offerTransitions[way];
    const said = { from, to, reasons, note, occurredAt };
    const step = await this.steps.write({ offerId: offer.id }, offer, said, around);
    await this.db.change(offer, { ...values, state: to, steppedAt: step.occurredAt, reasons });
    await this.events.record(told[way], {
      about: offer,
      data: { candidacyId: offer.candidacyId, from, to, ...(reasons && reasons.length > 0 && { reasons }), ...data },
    });
    return step;
  }

  private async offer(actor: Actor, id: string, permission: 'offer.edit' | 'offer.decide'): Promise<Offer> {
    const offer = await this.db.lock(Offer, id);
    must(actor, permission, { id });
    return offer;
  }
}

/** The groups of stages that lie before one. */
const groupsBefore = (group: (typeof stageGroups)[number]): (typeof stageGroups)[number][] =>
  stageGroups.slice(0, stageGroups.indexOf(group));

/** What of these values is given. */
const given = <Values extends object>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;

const missing = (pointer: string): Refusal =>
  new Refusal('request.invalid', undefined, { errors: [{ pointer, message: 'cannot be cleared' }] });
