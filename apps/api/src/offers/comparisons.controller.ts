import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { AssumeComparison, ComparisonQuestion } from './comparison.dto.js';
import { ComparisonView } from './comparison.view.js';
import { ComparisonsQueries } from './comparisons.queries.js';

@Controller('api/v1/candidacies')
export class ComparisonsController {
  constructor(private readonly queries: ComparisonsQueries) {}

  /** Staying, offers, counteroffers and competing offers side by side on one time axis and in one currency. */
  @Get(':id/comparison')
  @Allows('offer.read')
  @Refuses('exchange-rate.missing', 'comparison.empty')
  get(@Param('id') id: string, @Query() question: ComparisonQuestion, @Me() actor: Actor): Promise<ComparisonView> {
    return this.queries.compare(actor, id, question);
  }

  /** The same with other starts, growth and haircuts; nothing is written. */
  @Post(':id/comparison')
  @HttpCode(200)
  @Allows('offer.read')
  @Refuses('exchange-rate.missing', 'comparison.empty', 'comparison.start', 'comparison.column')
  assume(@Param('id') id: string, @Body() values: AssumeComparison, @Me() actor: Actor): Promise<ComparisonView> {
    return this.queries.compare(actor, id, values);
  }
}
