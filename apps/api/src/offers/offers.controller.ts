import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { AcceptOffer, ApproveOffer, DecideOffer, MakeOffer, PatchOffer, StepOffer } from './offer.dto.js';
import { offerList } from './offer.fields.js';
import { OfferRow, OfferView, VoidedOfferStep } from './offer.view.js';
import { OffersQueries } from './offers.queries.js';
import { OffersService } from './offers.service.js';
import { TakeBack } from './take-back.js';

@Controller('api/v1')
export class OffersController {
  constructor(
    private readonly offers: OffersService,
    private readonly takeBack: TakeBack,
    private readonly queries: OffersQueries,
  ) {}

  /** Offers of clients, the one with the latest step first. */
  @Get('offers')
  @Allows('offer.read')
  @Answers(offerList, OfferRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** The offers of one candidacy, in versions. */
  @Get('candidacies/:id/offers')
  @Allows('offer.read')
  @Answers(offerList, OfferRow)
  ofCandidacy(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.ofCandidacy(actor, id, query);
  }

  /** Begins an offer as a draft. */
  @Post('candidacies/:id/offers')
  @Allows('offer.edit')
  @Refuses(
    'offer.open',
    'candidacy.search-closed',
    'candidacy.role',
    'candidacy.exited',
    'package.months',
    'package.counted-twice',
    'package.grant',
    'package.one-off',
  )
  make(@Param('id') id: string, @Body() values: MakeOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.make(actor, id, values);
  }

  /** One offer with its package and its steps. */
  @Get('offers/:id')
  @Allows('offer.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<OfferView> {
    return this.queries.view(actor, id);
  }

  /** Changes what is not out yet; after acceptance the days until the start. */
  @Patch('offers/:id')
  @Allows('offer.edit')
  @Refuses(
    'offer.fixed',
    'offer.state',
    'offer.days',
    'offer.started',
    'package.months',
    'package.counted-twice',
    'package.grant',
    'package.one-off',
  )
  patch(@Param('id') id: string, @Body() values: PatchOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.patch(actor, id, values);
  }

  /** Keeps that the client approved it; nothing waits for it. */
  @Post('offers/:id/client-approval')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses('offer.state', 'offer.days')
  approve(@Param('id') id: string, @Body() values: ApproveOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.approve(actor, id, values);
  }

  /** Told by word of mouth. */
  @Post('offers/:id/telling')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses('offer.state', 'offer.occurred', 'candidacy.search-closed', 'candidacy.role', 'candidacy.exited')
  tell(@Param('id') id: string, @Body() values: StepOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.give(actor, id, 'tell', values);
  }

  /** Handed over in writing: its package stays as it is from then on. */
  @Post('offers/:id/extension')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses(
    'offer.state',
    'offer.over',
    'offer.occurred',
    'candidacy.search-closed',
    'candidacy.role',
    'candidacy.exited',
  )
  extend(@Param('id') id: string, @Body() values: StepOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.give(actor, id, 'extend', values);
  }

  /** Accepted: the candidacy moves to accepted, and a placement waits for the first day. */
  @Post('offers/:id/acceptance')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses(
    'offer.state',
    'offer.over',
    'offer.occurred',
    'candidacy.search-closed',
    'candidacy.role',
    'candidacy.exited',
  )
  accept(@Param('id') id: string, @Body() values: AcceptOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.accept(actor, id, values);
  }

  /** Declined by the person. */
  @Post('offers/:id/decline')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses('offer.state', 'offer.occurred')
  decline(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.end(actor, id, 'decline', values);
  }

  /** Withdrawn by the client before it was decided. */
  @Post('offers/:id/withdrawal')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses('offer.state', 'offer.occurred')
  withdraw(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.end(actor, id, 'withdraw', values);
  }

  /** A new version: the former is superseded, the new one begins as a draft. */
  @Post('offers/:id/revision')
  @Allows('offer.edit')
  @Refuses(
    'offer.state',
    'candidacy.search-closed',
    'candidacy.role',
    'candidacy.exited',
    'package.months',
    'package.counted-twice',
    'package.grant',
    'package.one-off',
  )
  revise(@Param('id') id: string, @Body() values: MakeOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.revise(actor, id, values);
  }

  /** The person accepted and does not come: the candidacy leaves the pipeline. */
  @Post('offers/:id/reneging')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses('offer.state', 'offer.started', 'offer.occurred')
  renege(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.end(actor, id, 'renege', values);
  }

  /** The client takes back what was accepted: the candidacy leaves the pipeline. */
  @Post('offers/:id/rescinding')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses('offer.state', 'offer.started', 'offer.occurred')
  rescind(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<OfferView> {
    return this.offers.end(actor, id, 'rescind', values);
  }

  /** Takes back the latest step of an offer or of a bid against it, with all that it brought about; its row stays, voided. */
  @Post('offer-steps/:id/voiding')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses(
    'offer-step.voided',
    'offer-step.first',
    'offer-step.not-latest',
    'offer-step.revised',
    'offer-step.follows',
    'offer.over',
    'offer.open',
    'offer.started',
    'stage-entry.not-latest',
    'stage-entry.stage-gone',
    'candidacy.placed',
    'placement.exists',
  )
  voidStep(@Param('id') id: string, @Me() actor: Actor): Promise<VoidedOfferStep> {
    return this.takeBack.step(actor, id);
  }
}
