import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me, Upload } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { PutMapping, UploadImport } from './import.dto.js';
import { importList, importRowList } from './import.fields.js';
import { ImportListRow, ImportRowView, ImportView } from './import.view.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService } from './imports.service.js';

@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly queries: ImportsQueries,
  ) {}

  /** Imports, the latest first. */
  @Get()
  @Allows('import.run')
  @Answers(importList, ImportListRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Uploads a file of people; its check begins at once. */
  @Post()
  @Allows('import.run')
  @Upload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadImport })
  @Refuses('request.too-large', 'request.media-type')
  upload(@Req() request: FastifyRequest, @Me() actor: Actor): Promise<ImportView> {
    return this.imports.upload(actor, request);
  }

  /** One import: how far it is, and what came of its rows. */
  @Get(':id')
  @Allows('import.run')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<ImportView> {
    return this.queries.view(actor, id);
  }

  /** The rows of the file, each with its verdict. */
  @Get(':id/rows')
  @Allows('import.run')
  @Answers(importRowList, ImportRowView)
  rows(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.rows(actor, id, query);
  }

  /** Says what the columns of a csv mean, and checks it again. */
  @Put(':id/mapping')
  @Allows('import.run')
  @Refuses('import.state', 'import.mapping')
  map(@Param('id') id: string, @Body() values: PutMapping, @Me() actor: Actor): Promise<ImportView> {
    return this.imports.map(actor, id, values.mapping);
  }

  /** Writes what the check found. */
  @Post(':id/commit')
  @HttpCode(200)
  @Allows('import.run')
  @Refuses('import.state')
  commit(@Param('id') id: string, @Me() actor: Actor): Promise<ImportView> {
    return this.imports.commit(actor, id);
  }

  /** Stops; what was written up to then stays and can be undone. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allows('import.run')
  @Refuses('import.state')
  cancel(@Param('id') id: string, @Me() actor: Actor): Promise<ImportView> {
    return this.imports.cancel(actor, id);
  }

  /** Removes what the import made and nobody has worked on since. */
  @Post(':id/undo')
  @HttpCode(200)
  @Allows('import.run')
  @Refuses('import.state')
  undo(@Param('id') id: string, @Me() actor: Actor): Promise<ImportView> {
    return this.imports.undo(actor, id);
  }
}
