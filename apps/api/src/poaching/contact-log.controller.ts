import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { LogContact } from './contact-log.dto.js';
import { contactLogList } from './contact-log.fields.js';
import { ContactLogQueries } from './contact-log.queries.js';
import { ContactLogService } from './contact-log.service.js';
import { ContactLogRow, ContactLogView, VoidedContactLog } from './contact-log.view.js';

@Controller('api/v1/contact-log')
export class ContactLogController {
  constructor(
    private readonly contactLog: ContactLogService,
    private readonly queries: ContactLogQueries,
  ) {}

  /** Calls, messages and meetings, latest first. */
  @Get()
  @Allows('contact-log.read')
  @Answers(contactLogList, ContactLogRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Logs a contact; the same write makes the follow-up and moves the candidacy on. */
  @Post()
  @Allows('contact-log.write')
  @Refuses(
    'reference.unknown',
    'contact-log.occurred-future',
    'candidate.do-not-contact',
    'off-limits.blocked',
    'contact-log.candidacy',
    'task.assignee',
  )
  log(@Body() values: LogContact, @Me() actor: Actor): Promise<ContactLogView> {
    return this.contactLog.log(actor, values);
  }

  /** One contact. */
  @Get(':id')
  @Allows('contact-log.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<ContactLogView> {
    return this.queries.view(actor, id);
  }

  /** Takes a contact back with all that it changed; answers what has gone on since and stays. */
  @Post(':id/voiding')
  @HttpCode(200)
  @Allows('contact-log.write')
  @Refuses('contact-log.voided')
  voidLog(@Param('id') id: string, @Me() actor: Actor): Promise<VoidedContactLog> {
    return this.contactLog.voidLog(actor, id);
  }
}
