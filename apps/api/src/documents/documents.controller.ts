import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@domain/access/policy.js';
import { mediaOf } from '@domain/documents/document.js';
import { savedName } from '@domain/documents/document.rules.js';
import { Allows, Download, Me, Upload } from '@platform/access/allows.js';
import { attachment } from '@platform/http/attachment.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { PatchDocument, UploadDocument } from './document.dto.js';
import { documentList } from './document.fields.js';
import { DocumentRow, DocumentView } from './document.view.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsService } from './documents.service.js';

@Controller('api/v1')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly queries: DocumentsQueries,
  ) {}

  /** The documents of a person, the latest first; removed ones too unless `archived=false`. */
  @Get('candidates/:id/documents')
  @Allows('document.read')
  @Answers(documentList, DocumentRow)
  list(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, id, query);
  }

  /** Uploads a PDF, a Word document or a picture of at most 20 MB; its content says what it is, pictures are made anew. */
  @Post('candidates/:id/documents')
  @Allows('document.edit')
  @Upload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadDocument })
  @Refuses(
    'candidate.archived',
    'document.duplicate',
    'reference.unknown',
    'request.too-large',
    'request.media-type',
    'file.type',
    'file.damaged',
    'file.active',
    'file.limits',
  )
  upload(@Param('id') id: string, @Req() request: FastifyRequest, @Me() actor: Actor): Promise<DocumentView> {
    return this.documents.upload(actor, id, request);
  }

  /** One document without its file. */
  @Get('documents/:id')
  @Allows('document.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<DocumentView> {
    return this.queries.view(actor, id);
  }

  /** The file, always to be saved and never shown in place; who took it is recorded. */
  @Get('documents/:id/file')
  @Allows('document.read')
  @Download()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refuses('file.gone')
  async file(
    @Param('id') id: string,
    @Me() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { document, bytes } = await this.documents.download(actor, id, reply);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(bytes, {
      type: mediaOf[document.media].type,
      length: document.bytes,
      disposition: attachment(savedName(document.name, document.media)),
    });
  }

  /** Changes what it is called and what it is. */
  @Patch('documents/:id')
  @Allows('document.edit')
  @Refuses('document.removed')
  patch(@Param('id') id: string, @Body() values: PatchDocument, @Me() actor: Actor): Promise<DocumentView> {
    return this.documents.patch(actor, id, values);
  }

  /** Removes the document; for 30 days it can be brought back. */
  @Post('documents/:id/archival')
  @HttpCode(200)
  @Allows('document.edit')
  @Refuses('document.state')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<DocumentView> {
    return this.documents.archive(actor, id, true);
  }

  /** Brings a removed document back. */
  @Delete('documents/:id/archival')
  @Allows('document.edit')
  @Refuses('document.state', 'document.duplicate')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<DocumentView> {
    return this.documents.archive(actor, id, false);
  }
}
