import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { noticeList } from './notice.fields.js';
import { NoticeRow, NoticesRead } from './notice.view.js';
import { NoticesQueries } from './notices.queries.js';
import { NoticesService } from './notices.service.js';

@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly queries: NoticesQueries,
  ) {}

  /** What the one who asks was told of, newest first. */
  @Get()
  @Allows('notice.read')
  @Answers(noticeList, NoticeRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Marks all own notices as read. */
  @Post('reading')
  @HttpCode(200)
  @Allows('notice.read')
  readAll(@Me() actor: Actor): Promise<NoticesRead> {
    return this.notices.readAll(actor);
  }

  /** Marks one notice as read; doing so twice is doing it once. */
  @Post(':id/reading')
  @HttpCode(200)
  @Allows('notice.read')
  read(@Param('id') id: string, @Me() actor: Actor): Promise<NoticeRow> {
    return this.notices.read(actor, id);
  }
}
