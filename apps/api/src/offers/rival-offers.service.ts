import { Injectable } from '@nestjs/common';
import { type Actor, must } from '@domain/access/policy.js';
import type { RivalOfferKind, RivalOfferState } from '@domain/offers/offer.js';
import {
  endedBy,
  exitFor,
  type RivalOfferWay,
  rivalOfferTransitions,
  whyNotOffer,
  whyNotStepAt,
} from '@domain/offers/offer.rules.js';
import { Refusal, refuseIf, unknownReference } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { CandidaciesService } from '../candidacies/candidacies.service.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { PackagesService } from '../candidates/packages.service.js';
import type { DecideOffer, NoteRivalOffer, PatchRivalOffer } from './offer.dto.js';
import { Offer, OfferStep, RivalOffer } from './offer.entity.js';
import type { RivalOfferView } from './offer.view.js';
import { OfferSteps } from './offer-steps.js';
import { OffersQueries } from './offers.queries.js';
import { OffersService } from './offers.service.js';

/** Counteroffers of the current employer and offers of rivals: rehearsed, received, and how they end. */
@Injectable()
export class RivalOffersService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly packages: PackagesService,
    private readonly candidacies: CandidaciesService,
    private readonly offers: OffersService,
    private readonly steps: OfferSteps,
    private readonly queries: OffersQueries,
  ) {}

  async note(actor: Actor, candidacyId: string, kind: RivalOfferKind, values: NoteRivalOffer): Promise<RivalOfferView> {
    must(actor, 'offer.edit');
    const candidacy = await this.db.get(Candidacy, candidacyId);
    const { searchState, employerId } = await this.queries.ground(candidacy);
    refuseIf(whyNotOffer(candidacy, searchState));
    const { package: pay, organizationId, state = 'expected', occurredAt, ...own } = values;
    if (organizationId && !(await this.queries.hasOrganization(organizationId)))
      throw unknownReference('/organizationId');
    const now = this.clock.now();
    if (occurredAt !== undefined) refuseIf(whyNotStepAt(occurredAt, null, now));
    const at = occurredAt ?? now.toISOString();
    const { candidateId, searchId } = candidacy;
    const { memberId } = actor;
    const rival = await this.db.insert(RivalOffer, {
      ...own,
      kind,
      state,
      candidacyId,
      candidateId,
      searchId,
      organizationId: organizationId ?? (kind === 'counteroffer' ? employerId : null),
      steppedAt: at,
      memberId,
    });
    if (pay) await this.keep(actor, rival, pay);
    await this.db.insert(OfferStep, { rivalOfferId: rival.id, toState: state, occurredAt: at, memberId });
    await this.events.record('rival-offer.made', { about: rival, data: { candidacyId, kind, state } });
    return this.queries.rival(actor, kind, rival.id);
  }

  async patch(actor: Actor, kind: RivalOfferKind, id: string, values: PatchRivalOffer): Promise<RivalOfferView> {
    const rival = await this.rival(kind, id);
    must(actor, 'offer.edit', { id });
    const { package: pay, ...own } = values;
    if (own.organizationId && !(await this.queries.hasOrganization(own.organizationId)))
      throw unknownReference('/organizationId');
    if (own.answerOfferId) {
      const answer = await this.db.find(Offer, { id: own.answerOfferId });
      if (answer?.candidacyId !== rival.candidacyId) {
        const errors = [{ pointer: '/answerOfferId', message: 'must be an offer of the same candidacy' }];
        throw new Refusal('rival-offer.answer', undefined, { errors });
      }
    }
    if (pay) await this.keep(actor, rival, pay);
    await this.db.change(rival, own);
    const data = { candidacyId: rival.candidacyId, kind, fields: Object.keys(values) };
    await this.events.record('rival-offer.changed', { about: rival, data });
    return this.queries.rival(actor, kind, id);
  }

  /** Received, refused, lapsed; or accepted, which ends our offer and the candidacy with it. */
  async pass(
    actor: Actor,
    kind: RivalOfferKind,
    id: string,
    way: RivalOfferWay,
    { reasons, note, occurredAt }: DecideOffer,
  ): Promise<RivalOfferView> {
    const rival = await this.rival(kind, id);
    const { to, needs } = rivalOfferTransitions[way];
    must(actor, needs, { id });
    const from = rival.state;
    refuseIf(whyNotPass<RivalOfferState>(rivalOfferTransitions[way], from, 'rival-offer.state'));
    const step = await this.steps.write({ rivalOfferId: id }, rival, { from, to, reasons, note, occurredAt });
    const { candidacyId } = await this.db.change(rival, { state: to, steppedAt: step.occurredAt, reasons });
    if (way === 'accept') await this.lose(actor, rival, { reasons }, step.id);
    await this.events.record('rival-offer.passed', {
      about: rival,
      data: { candidacyId, kind, from, to, ...(reasons && reasons.length > 0 && { reasons }) },
    });
    return this.queries.rival(actor, kind, id);
  }

  /** The other bid was accepted: our offer ends as far as it was, and the candidacy leaves with that reason. */
  private async lose(
    actor: Actor,
    { kind, candidacyId }: RivalOffer,
    values: DecideOffer,
    stepId: string,
  ): Promise<void> {
    const exit = exitFor(kind);
    const open = await this.queries.open(candidacyId);
    const offer = open && (await this.db.lock(Offer, open.id));
    const way = offer && endedBy(offer.state);
    if (offer && way) return this.offers.endAs(actor, offer, way, values, exit, { madeById: stepId });
    const candidacy = await this.db.get(Candidacy, candidacyId);
    if (candidacy.exitedAt === null) await this.candidacies.exit(actor, candidacyId, exit, { offerStepId: stepId });
  }

  private keep(
    actor: Actor,
    { id, candidateId }: RivalOffer,
    pay: NonNullable<NoteRivalOffer['package']>,
  ): Promise<void> {
    const owner = { candidateId, kind: 'countered', rivalOfferId: id } as const;
    return this.packages.replace(owner, pay, this.clock.today(actor.timeZone), '/package');
  }

  private async rival(kind: RivalOfferKind, id: string): Promise<RivalOffer> {
    const rival = await this.db.lock(RivalOffer, id);
    if (rival.kind !== kind) throw new Refusal('resource.not-found');
    return rival;
  }
}
