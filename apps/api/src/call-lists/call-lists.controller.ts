import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { MakeCallList } from './call-list.dto.js';
import { callListEntryList, callListList } from './call-list.fields.js';
import { CallListEntryRow, CallListEntryView, CallListRow, CallListView } from './call-list.view.js';
import { CallListsQueries } from './call-lists.queries.js';
import { CallListsService } from './call-lists.service.js';

@Controller('api/v1/call-lists')
export class CallListsController {
  constructor(
    private readonly callLists: CallListsService,
    private readonly queries: CallListsQueries,
  ) {}

  /** The own call lists, latest first. */
  @Get()
  @Allows('contact-log.read')
  @Answers(callListList, CallListRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Makes a call list of up to 500 people, in the order in which they stand now. */
  @Post()
  @Allows('contact-log.write')
  @Refuses('reference.unknown', 'call-list.empty')
  make(@Body() values: MakeCallList, @Me() actor: Actor): Promise<CallListView> {
    return this.callLists.make(actor, values);
  }

  /** One of the own call lists and how far it is. */
  @Get(':id')
  @Allows('contact-log.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<CallListView> {
    return this.queries.view(actor, id);
  }

  /** Removes a call list; what was logged stays. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('contact-log.write')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.callLists.remove(actor, id);
  }

  /** The people of a call list in its order. */
  @Get(':id/entries')
  @Allows('contact-log.read')
  @Answers(callListEntryList, CallListEntryRow)
  entries(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.entries(actor, id, query);
  }

  /** One person of a call list with all that a call needs: channels, last contact, notes, searches. */
  @Get(':id/entries/:entryId')
  @Allows('contact-log.read')
  entry(@Param('id') id: string, @Param('entryId') entryId: string, @Me() actor: Actor): Promise<CallListEntryView> {
    return this.queries.entry(actor, id, entryId);
  }

  /** Passes over one who waits. */
  @Post(':id/entries/:entryId/skipping')
  @HttpCode(200)
  @Allows('contact-log.write')
  @Refuses('call-list.state')
  skip(@Param('id') id: string, @Param('entryId') entryId: string, @Me() actor: Actor): Promise<CallListEntryView> {
    return this.callLists.skip(actor, id, entryId, true);
  }

  /** Takes one who was passed over back among those who wait. */
  @Delete(':id/entries/:entryId/skipping')
  @Allows('contact-log.write')
  @Refuses('call-list.state')
  unskip(@Param('id') id: string, @Param('entryId') entryId: string, @Me() actor: Actor): Promise<CallListEntryView> {
    return this.callLists.skip(actor, id, entryId, false);
  }
}
