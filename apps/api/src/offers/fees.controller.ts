import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CandidacyFeeQueries } from './candidacy-fee.queries.js';
import { PayInstalment } from './fee.dto.js';
import { feeList } from './fee.fields.js';
import { CandidacyFeeView, FeeInstalmentRow } from './fee.view.js';
import { FeesQueries } from './fees.queries.js';
import { FeesService } from './fees.service.js';

@Controller('api/v1')
export class FeesController {
  constructor(
    private readonly fees: FeesService,
    private readonly queries: FeesQueries,
    private readonly ofCandidacy: CandidacyFeeQueries,
  ) {}

  /** Instalments of the fees of accepted offers, the one that is due first before the others. */
  @Get('fees')
  @Allows('search.read-fee')
  @Answers(feeList, FeeInstalmentRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** The fee of one candidacy: as it was kept at acceptance, or as it would be by the terms of the search and the open offer. */
  @Get('candidacies/:id/fee')
  @Allows('search.read-fee')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<CandidacyFeeView> {
    return this.ofCandidacy.view(actor, id);
  }

  /** The client paid this instalment. */
  @Post('fees/:id/payment')
  @HttpCode(200)
  @Allows('search.edit-fee')
  @Refuses('fee.state', 'fee.unknown', 'fee.payment')
  pay(@Param('id') id: string, @Body() values: PayInstalment, @Me() actor: Actor): Promise<FeeInstalmentRow> {
    return this.fees.pay(actor, id, values);
  }

  /** It was not paid after all. */
  @Delete('fees/:id/payment')
  @HttpCode(200)
  @Allows('search.edit-fee')
  @Refuses('fee.state')
  unpay(@Param('id') id: string, @Me() actor: Actor): Promise<FeeInstalmentRow> {
    return this.fees.unpay(actor, id);
  }
}
