import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { PutLadder } from './ladder.dto.js';
import { LadderQueries } from './ladder.queries.js';
import { LadderService } from './ladder.service.js';
import { LadderView } from './ladder.view.js';

@Controller('api/v1/ladder')
export class LadderController {
  constructor(
    private readonly ladder: LadderService,
    private readonly queries: LadderQueries,
  ) {}

  /** The agency's own ladder of seniority, on which the levels of organizations are compared. */
  @Get()
  @Allows('settings.read')
  get(@Me() actor: Actor): Promise<LadderView> {
    return this.queries.view(actor);
  }

  /** Puts other steps in the place of the ladder, all at once; steps on which levels stand stay. */
  @Put()
  @Allows('settings.edit')
  @Refuses('ladder.steps', 'ladder.step-used', 'ladder.order', 'reference.unknown')
  put(@Body() values: PutLadder, @Me() actor: Actor): Promise<LadderView> {
    return this.ladder.put(actor, values);
  }
}
