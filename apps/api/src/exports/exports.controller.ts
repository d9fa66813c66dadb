import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor } from '@domain/access/policy.js';
import { exportMedia } from '@domain/exports/export.js';
import { Allows, Download, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { AskExport } from './export.dto.js';
import { exportList } from './export.fields.js';
import { ExportRow, ExportView } from './export.view.js';
import { ExportsQueries } from './exports.queries.js';
import { ExportsService } from './exports.service.js';

@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly queries: ExportsQueries,
  ) {}

  /** One's own exports of the last days, the latest first. */
  @Get()
  @Allows('export.run')
  @Answers(exportList, ExportRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Asks for a list or a comparison as a file: long work, at most 20 an hour. */
  @Post()
  @Allows('export.run')
  @Refuses(
    'list.unknown-parameter',
    'list.invalid-parameter',
    'rate.exceeded',
    'export.format',
    'export.notice-overdue',
    'resource.not-found',
    'exchange-rate.missing',
    'comparison.empty',
    'comparison.start',
    'comparison.column',
  )
  ask(@Body() values: AskExport, @Me() actor: Actor): Promise<ExportView> {
    return this.exports.ask(actor, values);
  }

  /** One export: how far it is. */
  @Get(':id')
  @Allows('export.run')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<ExportView> {
    return this.queries.view(actor, id);
  }

  /** Stops; nothing of the file is kept. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allows('export.run')
  @Refuses('export.state')
  cancel(@Param('id') id: string, @Me() actor: Actor): Promise<ExportView> {
    return this.exports.cancel(actor, id);
  }

  /** The finished file. */
  @Get(':id/file')
  @Allows('export.run')
  @Download()
  @ApiOkResponse({
    description: 'The file.',
    content: Object.fromEntries(
      Object.values(exportMedia).map((media) => [
        media.split(';')[0],
        { schema: { type: 'string', format: 'binary' } },
      ]),
    ),
  })
  @Refuses('export.no-file')
  file(@Param('id') id: string, @Me() actor: Actor): Promise<StreamableFile> {
    return this.exports.download(actor, id);
  }
}
