import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { DecideOffer, NoteRivalOffer, PatchRivalOffer, StepOffer } from './offer.dto.js';
import { rivalOfferList } from './offer.fields.js';
import { RivalOfferRow, RivalOfferView } from './offer.view.js';
import { OffersQueries } from './offers.queries.js';
import { RivalOffersService } from './rival-offers.service.js';

const refusesPay = ['package.months', 'package.counted-twice', 'package.grant', 'package.one-off'] as const;
const refusesNoting = [
  'reference.unknown',
  'offer.occurred',
  'candidacy.search-closed',
  'candidacy.role',
  'candidacy.exited',
  ...refusesPay,
] as const;
const refusesChange = ['reference.unknown', 'rival-offer.answer', ...refusesPay] as const;
const refusesStep = ['rival-offer.state', 'offer.occurred'] as const;

@Controller('api/v1')
export class CounteroffersController {
  constructor(
    private readonly rivals: RivalOffersService,
    private readonly queries: OffersQueries,
  ) {}

  /** The counteroffers that stand against our offer. */
  @Get('candidacies/:id/counteroffers')
  @Allows('offer.read')
  @Answers(rivalOfferList, RivalOfferRow)
  list(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.rivals(actor, id, 'counteroffer', query);
  }

  /** Notes a counteroffer: expected, to rehearse it, or received. */
  @Post('candidacies/:id/counteroffers')
  @Allows('offer.edit')
  @Refuses(...refusesNoting)
  note(@Param('id') id: string, @Body() values: NoteRivalOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.note(actor, id, 'counteroffer', values);
  }

  /** One counteroffer. */
  @Get('counteroffers/:id')
  @Allows('offer.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.queries.rival(actor, 'counteroffer', id);
  }

  /** Changes it, or links the version of our offer that answers it. */
  @Patch('counteroffers/:id')
  @Allows('offer.edit')
  @Refuses(...refusesChange)
  patch(@Param('id') id: string, @Body() values: PatchRivalOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.patch(actor, 'counteroffer', id, values);
  }

  /** It came. */
  @Post('counteroffers/:id/receipt')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses(...refusesStep)
  receive(@Param('id') id: string, @Body() values: StepOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'counteroffer', id, 'receive', values);
  }

  /** The person refused it. */
  @Post('counteroffers/:id/refusal')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses(...refusesStep)
  refuse(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'counteroffer', id, 'refuse', values);
  }

  /** The person accepted it: our offer ends as declined or reneged, and the candidacy leaves the pipeline. */
  @Post('counteroffers/:id/acceptance')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses(...refusesStep, 'offer.started')
  accept(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'counteroffer', id, 'accept', values);
  }

  /** It did not come, or is no longer there. */
  @Post('counteroffers/:id/lapse')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses(...refusesStep)
  lapse(@Param('id') id: string, @Body() values: StepOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'counteroffer', id, 'lapse', values);
  }
}

@Controller('api/v1')
export class CompetingOffersController {
  constructor(
    private readonly rivals: RivalOffersService,
    private readonly queries: OffersQueries,
  ) {}

  /** The competing offers that stand against our offer. */
  @Get('candidacies/:id/competing-offers')
  @Allows('offer.read')
  @Answers(rivalOfferList, RivalOfferRow)
  list(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.rivals(actor, id, 'competing_offer', query);
  }

  /** Notes a competing offer: expected, to rehearse it, or received. */
  @Post('candidacies/:id/competing-offers')
  @Allows('offer.edit')
  @Refuses(...refusesNoting)
  note(@Param('id') id: string, @Body() values: NoteRivalOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.note(actor, id, 'competing_offer', values);
  }

  /** One competing offer. */
  @Get('competing-offers/:id')
  @Allows('offer.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.queries.rival(actor, 'competing_offer', id);
  }

  /** Changes it, or links the version of our offer that answers it. */
  @Patch('competing-offers/:id')
  @Allows('offer.edit')
  @Refuses(...refusesChange)
  patch(@Param('id') id: string, @Body() values: PatchRivalOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.patch(actor, 'competing_offer', id, values);
  }

  /** It came. */
  @Post('competing-offers/:id/receipt')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses(...refusesStep)
  receive(@Param('id') id: string, @Body() values: StepOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'competing_offer', id, 'receive', values);
  }

  /** The person refused it. */
  @Post('competing-offers/:id/refusal')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses(...refusesStep)
  refuse(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'competing_offer', id, 'refuse', values);
  }

  /** The person accepted it: our offer ends as declined or reneged, and the candidacy leaves the pipeline. */
  @Post('competing-offers/:id/acceptance')
  @HttpCode(200)
  @Allows('offer.decide')
  @Refuses(...refusesStep, 'offer.started')
  accept(@Param('id') id: string, @Body() values: DecideOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'competing_offer', id, 'accept', values);
  }

  /** It did not come, or is no longer there. */
  @Post('competing-offers/:id/lapse')
  @HttpCode(200)
  @Allows('offer.edit')
  @Refuses(...refusesStep)
  lapse(@Param('id') id: string, @Body() values: StepOffer, @Me() actor: Actor): Promise<RivalOfferView> {
    return this.rivals.pass(actor, 'competing_offer', id, 'lapse', values);
  }
}
