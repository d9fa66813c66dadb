import { Controller, Get } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { RecentList } from './recent.view.js';
import { RecentsQueries } from './recents.queries.js';

@Controller('api/v1/recents')
export class RecentsController {
  constructor(private readonly queries: RecentsQueries) {}

  /** The records that the one who asks opened last, latest first; at most 12. */
  @Get()
  @Allows('me.read')
  list(@Me() actor: Actor): Promise<RecentList> {
    return this.queries.list(actor);
  }
}
