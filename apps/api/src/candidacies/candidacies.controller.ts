import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CandidaciesQueries } from './candidacies.queries.js';
import { CandidaciesService } from './candidacies.service.js';
import { RemoveStage } from './remove-stage.js';
import {
  AddCandidacies,
  EmptyStage,
  ExitCandidacy,
  MakePlacement,
  MoveCandidacies,
  MoveCandidacy,
  PatchCandidacy,
  ReopenCandidacy,
} from './candidacy.dto.js';
import { candidacyList } from './candidacy.fields.js';
import {
  AddedCandidacies,
  BoardView,
  CandidacyHistory,
  CandidacyRow,
  CandidacyView,
  MovedCandidacies,
  PlacementView,
  RemovedStage,
  RestoredStage,
} from './candidacy.view.js';
import { PlacementsService } from './placements.service.js';

@Controller('api/v1')
export class CandidaciesController {
  constructor(
    private readonly candidacies: CandidaciesService,
    private readonly removal: RemoveStage,
    private readonly placements: PlacementsService,
    private readonly queries: CandidaciesQueries,
  ) {}

  /** Candidates in searches. */
  @Get('candidacies')
  @Allows('candidacy.read')
  @Answers(candidacyList, CandidacyRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** The people of one search. */
  @Get('searches/:id/candidacies')
  @Allows('candidacy.read')
  @Answers(candidacyList, CandidacyRow)
  ofSearch(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.ofSearch(actor, id, query);
  }

  /** Puts people on a search; answers what happened to each. */
  @Post('searches/:id/candidacies')
  @HttpCode(200)
  @Allows('candidacy.add')
  @Refuses('candidacy.search-closed', 'reference.unknown')
  add(@Param('id') id: string, @Body() values: AddCandidacies, @Me() actor: Actor): Promise<AddedCandidacies> {
    return this.candidacies.add(actor, id, values);
  }

  /** Moves several to a stage; answers what happened to each. */
  @Post('searches/:id/moves')
  @HttpCode(200)
  @Allows('candidacy.move')
  @Refuses('reference.unknown')
  moveMany(@Param('id') id: string, @Body() values: MoveCandidacies, @Me() actor: Actor): Promise<MovedCandidacies> {
    return this.candidacies.moveMany(actor, id, values.candidacyIds, values.stageId);
  }

  /** Removes a stage in which people stand: all of them move to another one first, or nothing happens. */
  @Post('searches/:id/stages/:stageId/removal')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses(
    'search.state',
    'pipeline.stages',
    'candidacy.same-stage',
    'candidacy.search-closed',
    'candidacy.placement-needed',
    'candidacy.placed',
    'reference.unknown',
  )
  removeStage(
    @Param('id') id: string,
    @Param('stageId') stageId: string,
    @Body() values: EmptyStage,
    @Me() actor: Actor,
  ): Promise<RemovedStage> {
    return this.removal.remove(actor, id, stageId, values);
  }

  /** Brings a removed stage back in its place, with those whom the removal moved and who still stand where it put them. */
  @Post('stage-removals/:id/undo')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses('stage-removal.undone', 'search.state', 'pipeline.stages')
  undoRemoval(@Param('id') id: string, @Me() actor: Actor): Promise<RestoredStage> {
    return this.removal.undo(actor, id);
  }

  /** The board of a search: its stages, each with its first cards. */
  @Get('searches/:id/board')
  @Allows('candidacy.read')
  @ApiOkResponse({ type: BoardView })
  board(@Param('id') id: string, @Me() actor: Actor): Promise<Page> {
    return this.queries.board(actor, id);
  }

  /** One candidacy. */
  @Get('candidacies/:id')
  @Allows('candidacy.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<CandidacyView> {
    return this.queries.view(actor, id);
  }

  /** Changes owner, next action or source. */
  @Patch('candidacies/:id')
  @Allows('candidacy.move')
  @Refuses('reference.unknown')
  patch(@Param('id') id: string, @Body() values: PatchCandidacy, @Me() actor: Actor): Promise<CandidacyView> {
    return this.candidacies.patch(actor, id, values);
  }

  /** Moves to a stage, or to another place within it. */
  @Post('candidacies/:id/moves')
  @HttpCode(200)
  @Allows('candidacy.move')
  @Refuses(
    'row.changed',
    'candidacy.same-stage',
    'candidacy.exited',
    'candidacy.search-closed',
    'candidacy.neighbour',
    'candidacy.placement-needed',
    'candidacy.placed',
    'candidacy.occurred-future',
    'candidacy.occurred-before',
    'candidacy.role',
    'off-limits.blocked',
    'reference.unknown',
  )
  move(@Param('id') id: string, @Body() values: MoveCandidacy, @Me() actor: Actor): Promise<CandidacyView> {
    return this.candidacies.move(actor, id, values);
  }

  /** Leaves the pipeline: who ended it, and why. */
  @Post('candidacies/:id/exit')
  @HttpCode(200)
  @Allows('candidacy.move')
  @Refuses(
    'row.changed',
    'candidacy.exited',
    'candidacy.placed',
    'candidacy.exit-reason',
    'candidacy.occurred-future',
    'candidacy.occurred-before',
  )
  exit(@Param('id') id: string, @Body() values: ExitCandidacy, @Me() actor: Actor): Promise<CandidacyView> {
    return this.candidacies.exit(actor, id, values);
  }

  /** Comes back into a stage. */
  @Post('candidacies/:id/reopening')
  @HttpCode(200)
  @Allows('candidacy.move')
  @Refuses('row.changed', 'candidacy.not-exited', 'candidacy.search-closed', 'off-limits.blocked', 'reference.unknown')
  reopen(@Param('id') id: string, @Body() values: ReopenCandidacy, @Me() actor: Actor): Promise<CandidacyView> {
    return this.candidacies.reopen(actor, id, values);
  }

  /** Every step, the latest first; undone ones struck through. */
  @Get('candidacies/:id/history')
  @Allows('candidacy.read')
  history(@Param('id') id: string): Promise<CandidacyHistory> {
    return this.queries.history(id);
  }

  /** Undoes the latest step: its row is kept and voided. */
  @Post('history/:id/voiding')
  @HttpCode(200)
  @Allows('candidacy.move')
  @Refuses(
    'stage-entry.voided',
    'stage-entry.first',
    'stage-entry.not-latest',
    'stage-entry.stage-gone',
    'candidacy.placed',
  )
  voidEntry(@Param('id') id: string, @Me() actor: Actor): Promise<CandidacyView> {
    return this.candidacies.voidEntry(actor, id);
  }

  /** Makes the placement of an accepted candidate. */
  @Post('candidacies/:id/placement')
  @Allows('placement.edit')
  @Refuses('placement.exists', 'placement.stage', 'candidacy.exited', 'candidacy.search-closed', 'candidacy.role')
  place(@Param('id') id: string, @Body() values: MakePlacement, @Me() actor: Actor): Promise<PlacementView> {
    return this.placements.make(actor, id, values.startsOn);
  }
}
