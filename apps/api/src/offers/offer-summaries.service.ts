import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@domain/agencies/agency.js';
import { type Actor, must } from '@domain/access/policy.js';
import type { OfferSummary } from '@domain/offers/offer-summary.js';
import { summaryFileName, summaryOf, whyNotSummarize } from '@domain/offers/offer-summary.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { AfterAnswer } from '@platform/access/after-answer.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import type { SummaryQuestion } from './offer.dto.js';
import { Offer } from './offer.entity.js';
import { OffersQueries } from './offers.queries.js';
import { renderSummary } from './render-summary.js';

type Made = { readonly offer: Offer; readonly summary: OfferSummary; readonly name: string; readonly language: Locale };

/** What goes to the person about an offer, in their language. */
@Injectable()
export class OfferSummariesService {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly afterAnswer: AfterAnswer,
    private readonly queries: OffersQueries,
  ) {}

  /** The summary as a PDF; that it went out is recorded after the answer. */
  async make(
    actor: Actor,
    id: string,
    question: SummaryQuestion,
    reply: FastifyReply,
  ): Promise<{ name: string; pdf: Buffer }> {
    const { offer, summary, name, language } = await this.units.run(actor, () => this.gather(actor, id, question), {
      readOnly: true,
    });
    const pdf = await renderSummary(summary);
    const { candidacyId, number } = offer;
    this.afterAnswer.run(reply, actor, () =>
      this.events.record('offer.summarized', { about: offer, data: { candidacyId, number, language } }),
    );
    return { name, pdf };
  }

  private async gather(actor: Actor, id: string, { language: asked }: SummaryQuestion): Promise<Made> {
    const offer = await this.db.get(Offer, id);
    must(actor, 'offer.read', offer);
    const today = this.clock.today(actor.timeZone);
    const { startedOn } = await this.queries.placement(offer.candidacyId);
    refuseIf(whyNotSummarize({ ...offer, startedOn }, today));
    const { locale, ...offered } = await this.queries.summarized(offer);
    const language = asked ?? locale;
    const summary = summaryOf(offered, { locale: language, today });
    return { offer, summary, name: summaryFileName(offered.code, offer.number), language };
  }
}
