import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { SearchPartsService } from './search-parts.service.js';
import { SearchStages, SearchView } from './search.view.js';
import { SearchesQueries } from './searches.queries.js';
import { AddStage, OrderStages, PatchStage } from './stage.dto.js';
import { AddTarget, PatchTarget } from './target.dto.js';
import { targetList } from './target.fields.js';
import { TargetRow, TargetView } from './target.view.js';

/** Stages and targets of a search. */
@Controller('api/v1/searches/:id')
export class SearchPartsController {
  constructor(
    private readonly parts: SearchPartsService,
    private readonly queries: SearchesQueries,
  ) {}

  /** The stages of a search in their order. */
  @Get('stages')
  @Allows('search.read')
  stages(@Param('id') id: string, @Me() actor: Actor): Promise<SearchStages> {
    return this.queries.stages(actor, id);
  }

  /** Adds a stage. */
  @Post('stages')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses('search.state', 'pipeline.stages', 'reference.unknown')
  addStage(@Param('id') id: string, @Body() values: AddStage, @Me() actor: Actor): Promise<SearchView> {
    return this.parts.addStage(actor, id, values);
  }

  /** Orders the stages anew; groups never go back. */
  @Put('stages')
  @Allows('search.edit')
  @Refuses('search.state', 'search.stage-order', 'pipeline.stages')
  orderStages(@Param('id') id: string, @Body() values: OrderStages, @Me() actor: Actor): Promise<SearchView> {
    return this.parts.orderStages(actor, id, values.stageIds);
  }

  /** Renames a stage or maps it to another group. */
  @Put('stages/:stageId')
  @Allows('search.edit')
  @Refuses('search.state', 'pipeline.stages')
  patchStage(
    @Param('id') id: string,
    @Param('stageId') stageId: string,
    @Body() values: PatchStage,
    @Me() actor: Actor,
  ): Promise<SearchView> {
    return this.parts.patchStage(actor, id, stageId, values);
  }

  /** Removes a stage in which nobody ever stood. */
  @Delete('stages/:stageId')
  @Allows('search.edit')
  @Refuses('search.state', 'search.stage-used', 'pipeline.stages')
  removeStage(@Param('id') id: string, @Param('stageId') stageId: string, @Me() actor: Actor): Promise<SearchView> {
    return this.parts.removeStage(actor, id, stageId);
  }

  /** Organizations from which the search sources, and how far each is mapped. */
  @Get('targets')
  @Allows('search.read')
  @Answers(targetList, TargetRow)
  targets(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.targets(actor, id, query);
  }

  /** Adds an organization to source from. */
  @Post('targets')
  @Allows('target.edit')
  @Refuses('search.state', 'reference.unknown', 'rule.duplicate')
  addTarget(@Param('id') id: string, @Body() values: AddTarget, @Me() actor: Actor): Promise<TargetView> {
    return this.parts.addTarget(actor, id, values);
  }

  /** Changes the state of research, its owner or the note. */
  @Patch('targets/:targetId')
  @Allows('target.edit')
  @Refuses('search.state', 'target.state', 'reference.unknown')
  patchTarget(
    @Param('id') id: string,
    @Param('targetId') targetId: string,
    @Body() values: PatchTarget,
    @Me() actor: Actor,
  ): Promise<TargetView> {
    return this.parts.patchTarget(actor, id, targetId, values);
  }

  /** Takes an organization out of the targets. */
  @Delete('targets/:targetId')
  @HttpCode(204)
  @Allows('target.edit')
  @Refuses('search.state')
  removeTarget(@Param('id') id: string, @Param('targetId') targetId: string, @Me() actor: Actor): Promise<void> {
    return this.parts.removeTarget(actor, id, targetId);
  }
}
