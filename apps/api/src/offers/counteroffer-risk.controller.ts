import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { CounterofferRiskQueries } from './counteroffer-risk.queries.js';
import { CounterofferRiskView } from './counteroffer-risk.view.js';

@Controller('api/v1/candidacies')
export class CounterofferRiskController {
  constructor(private readonly queries: CounterofferRiskQueries) {}

  /** Why today's employer may win the person back, in plain reasons with their figures, and what nobody knows yet. */
  @Get(':id/counteroffer-risk')
  @Allows('offer.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<CounterofferRiskView> {
    return this.queries.view(actor, id);
  }
}
