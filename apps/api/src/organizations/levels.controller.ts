import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { LevelQuestion, PutLevels } from './level.dto.js';
import { LevelMatches, OrganizationLevels } from './level.view.js';
import { LevelsQueries } from './levels.queries.js';
import { LevelsService } from './levels.service.js';

/** The levels of an organization, and what they are elsewhere. */
@Controller('api/v1/organizations/:id/levels')
export class LevelsController {
  constructor(
    private readonly levels: LevelsService,
    private readonly queries: LevelsQueries,
  ) {}

  /** The levels of an organization in their order; where it has none of its own, those of the nearest one above it. */
  @Get()
  @Allows('organization.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<OrganizationLevels> {
    return this.queries.at(actor, id);
  }

  /** Puts other levels in the place of the organization's own, all at once. */
  @Put()
  @Allows('organization.edit')
  @Refuses('organization.archived', 'organization.levels', 'reference.unknown')
  put(@Param('id') id: string, @Body() values: PutLevels, @Me() actor: Actor): Promise<OrganizationLevels> {
    return this.levels.put(actor, id, values);
  }

  /** Which levels of other organizations correspond to those of this one. */
  @Get('matches')
  @Allows('organization.read')
  matches(@Param('id') id: string, @Query() question: LevelQuestion): Promise<LevelMatches> {
    return this.queries.matches(id, question);
  }
}
