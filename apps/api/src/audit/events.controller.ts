import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { eventList } from './event.fields.js';
import { EventRow } from './event.view.js';
import { EventsQueries } from './events.queries.js';

@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly queries: EventsQueries) {}

  /** Everything that happened in the agency, latest first: who did what to which record, and when. */
  @Get()
  @Allows('audit.read')
  @Answers(eventList, EventRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }
}
