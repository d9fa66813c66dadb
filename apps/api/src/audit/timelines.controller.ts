import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { timelineList } from './timeline.fields.js';
import { TimelineQueries } from './timeline.queries.js';
import { TimelineEntry } from './timeline.view.js';

@Controller('api/v1')
export class TimelinesController {
  constructor(private readonly queries: TimelineQueries) {}

  /** What happened around a candidate: notes, contacts, steps along the stages and changes, latest first. */
  @Get('candidates/:id/timeline')
  @Allows('event.read')
  @Answers(timelineList, TimelineEntry)
  candidate(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, 'candidate', id, query);
  }

  /** What happened around an organization, its contacts and its searches, latest first. */
  @Get('organizations/:id/timeline')
  @Allows('event.read')
  @Answers(timelineList, TimelineEntry)
  organization(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, 'organization', id, query);
  }

  /** What happened in a search, latest first. */
  @Get('searches/:id/timeline')
  @Allows('event.read')
  @Answers(timelineList, TimelineEntry)
  search(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, 'search', id, query);
  }
}
