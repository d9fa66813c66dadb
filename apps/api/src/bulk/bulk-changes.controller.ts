import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { ChangeCandidates } from './bulk-change.dto.js';
import { bulkChangeList } from './bulk-change.fields.js';
import { BulkChangeRow, BulkChangeView, CandidateChanges } from './bulk-change.view.js';
import { BulkChangesQueries } from './bulk-changes.queries.js';
import { BulkChangesService } from './bulk-changes.service.js';

@Controller('api/v1/candidates/bulk')
export class BulkChangesController {
  constructor(
    private readonly changes: BulkChangesService,
    private readonly queries: BulkChangesQueries,
  ) {}

  /** The changes of many that one has asked for oneself, the latest first. */
  @Get()
  @Allows('candidate.edit')
  @Answers(bulkChangeList, BulkChangeRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Does one thing to up to 1,000 candidates and answers for each what happened; with `matching`, to all whom the list finds, as long work. */
  @Post()
  @HttpCode(200)
  @Allows('candidate.edit')
  @Refuses(
    'list.unknown-parameter',
    'list.invalid-parameter',
    'reference.unknown',
    'task.assignee',
    'candidacy.search-closed',
  )
  change(@Body() values: ChangeCandidates, @Me() actor: Actor): Promise<CandidateChanges> {
    return this.changes.change(actor, values);
  }

  /** One change of many: how far it is, and what came of it. */
  @Get(':id')
  @Allows('candidate.edit')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<BulkChangeView> {
    return this.queries.view(actor, id);
  }

  /** Stops; what was done up to then stays and can be undone. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allows('candidate.edit')
  @Refuses('bulk-change.state')
  cancel(@Param('id') id: string, @Me() actor: Actor): Promise<BulkChangeView> {
    return this.changes.cancel(actor, id);
  }

  /** Takes it back for everyone whom nobody has changed since. */
  @Post(':id/undo')
  @HttpCode(200)
  @Allows('candidate.edit')
  @Refuses('bulk-change.state', 'bulk-change.not-undoable')
  undo(@Param('id') id: string, @Me() actor: Actor): Promise<BulkChangeView> {
    return this.changes.undo(actor, id);
  }
}
