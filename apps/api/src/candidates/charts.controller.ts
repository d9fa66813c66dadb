import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { AddChartPosition, PatchChartPosition, PutManager } from './chart.dto.js';
import { ChartMove, ChartPositionView, OrgChart } from './chart.view.js';
import { ChartsQueries } from './charts.queries.js';
import { ChartsService } from './charts.service.js';

/** Who reports to whom in an organization. */
@Controller('api/v1/organizations/:id/chart')
export class ChartsController {
  constructor(
    private readonly charts: ChartsService,
    private readonly queries: ChartsQueries,
  ) {}

  /** People who work there and below it now, and positions for which nobody is known, each with who is above. */
  @Get()
  @Allows('candidate.read')
  @ApiQuery({ name: 'team', required: false, schema: { type: 'string' }, description: 'One team alone.' })
  get(@Param('id') id: string, @Query('team') team: string | undefined, @Me() actor: Actor): Promise<OrgChart> {
    return this.queries.chart(actor, id, team);
  }

  /** Says to whom a person reports there; null in both for nobody. */
  @Put('candidates/:candidateId/manager')
  @Allows('candidate.edit')
  @Refuses('organization.archived', 'candidate.archived', 'chart.cycle', 'chart.not-there')
  putManager(
    @Param('id') id: string,
    @Param('candidateId') candidateId: string,
    @Body() values: PutManager,
    @Me() actor: Actor,
  ): Promise<ChartMove> {
    return this.charts.putManager(actor, id, candidateId, values);
  }

  /** Adds a position for which nobody is known. */
  @Post('positions')
  @Allows('organization.edit')
  @Refuses('organization.archived', 'chart.not-there')
  addPosition(
    @Param('id') id: string,
    @Body() values: AddChartPosition,
    @Me() actor: Actor,
  ): Promise<ChartPositionView> {
    return this.charts.addPosition(actor, id, values);
  }

  /** Changes a position, where it stands, or who holds it; null clears. */
  @Patch('positions/:positionId')
  @Allows('organization.edit')
  @Refuses('organization.archived', 'chart.cycle', 'chart.not-there', 'chart.held')
  patchPosition(
    @Param('id') id: string,
    @Param('positionId') positionId: string,
    @Body() values: PatchChartPosition,
    @Me() actor: Actor,
  ): Promise<ChartPositionView> {
    return this.charts.patchPosition(actor, id, positionId, values);
  }

  /** Takes a position away; who reported to it reports to the one above. */
  @Delete('positions/:positionId')
  @HttpCode(204)
  @Allows('organization.edit')
  @Refuses('organization.archived')
  removePosition(@Param('id') id: string, @Param('positionId') positionId: string, @Me() actor: Actor): Promise<void> {
    return this.charts.removePosition(actor, id, positionId);
  }
}
