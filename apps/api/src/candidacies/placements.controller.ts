import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CandidaciesQueries } from './candidacies.queries.js';
import { FallOff, SettlePlacement, StartPlacement } from './candidacy.dto.js';
import { placementList } from './candidacy.fields.js';
import { PlacementRow, PlacementView } from './candidacy.view.js';
import { PlacementsService } from './placements.service.js';

@Controller('api/v1/placements')
export class PlacementsController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly queries: CandidaciesQueries,
  ) {}

  /** Placements: accepted and started. */
  @Get()
  @Allows('placement.read')
  @Answers(placementList, PlacementRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.placements(actor, query);
  }

  /** One placement. */
  @Get(':id')
  @Allows('placement.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<PlacementView> {
    return this.queries.placement(actor, id);
  }

  /** The first day came; the guarantee begins. */
  @Post(':id/start')
  @HttpCode(200)
  @Allows('placement.edit')
  @Refuses('placement.state', 'placement.day')
  start(@Param('id') id: string, @Body() values: StartPlacement, @Me() actor: Actor): Promise<PlacementView> {
    return this.placements.start(actor, id, values.startedOn);
  }

  /** The person did not come. */
  @Post(':id/no-show')
  @HttpCode(200)
  @Allows('placement.edit')
  @Refuses('placement.state')
  noShow(@Param('id') id: string, @Me() actor: Actor): Promise<PlacementView> {
    return this.placements.noShow(actor, id);
  }

  /** The guarantee has passed. */
  @Post(':id/guarantee-passing')
  @HttpCode(200)
  @Allows('placement.edit')
  @Refuses('placement.state', 'placement.guarantee-runs')
  passGuarantee(@Param('id') id: string, @Me() actor: Actor): Promise<PlacementView> {
    return this.placements.passGuarantee(actor, id);
  }

  /** The person left within the guarantee; a filled search opens again. */
  @Post(':id/falling-off')
  @HttpCode(200)
  @Allows('placement.edit')
  @Refuses('placement.state', 'placement.day')
  fallOff(@Param('id') id: string, @Body() values: FallOff, @Me() actor: Actor): Promise<PlacementView> {
    return this.placements.fallOff(actor, id, values);
  }

  /** How a placement that fell off was settled. */
  @Post(':id/outcome')
  @HttpCode(200)
  @Allows('placement.edit')
  @Refuses('placement.state')
  settle(@Param('id') id: string, @Body() values: SettlePlacement, @Me() actor: Actor): Promise<PlacementView> {
    return this.placements.settle(actor, id, values.outcome);
  }
}
