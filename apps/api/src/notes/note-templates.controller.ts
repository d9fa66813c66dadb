import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreateNoteTemplate, PatchNoteTemplate } from './note-template.dto.js';
import { noteTemplateList } from './note-template.fields.js';
import { NoteTemplateRow, NoteTemplateView } from './note-template.view.js';
import { NoteTemplatesService } from './note-templates.service.js';

@Controller('api/v1/note-templates')
export class NoteTemplatesController {
  constructor(private readonly templates: NoteTemplatesService) {}

  /** Texts that notes can begin with, of every language. */
  @Get()
  @Allows('settings.read')
  @Answers(noteTemplateList, NoteTemplateRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.templates.page(actor, query);
  }

  /** Adds a template. */
  @Post()
  @Allows('settings.edit')
  @Refuses('setting.name-taken')
  create(@Body() values: CreateNoteTemplate, @Me() actor: Actor): Promise<NoteTemplateView> {
    return this.templates.create(actor, values);
  }

  /** One template. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<NoteTemplateView> {
    return this.templates.view(actor, id);
  }

  /** Changes a template; notes that began with it stay as they are. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('setting.name-taken')
  patch(@Param('id') id: string, @Body() values: PatchNoteTemplate, @Me() actor: Actor): Promise<NoteTemplateView> {
    return this.templates.patch(actor, id, values);
  }

  /** Removes a template; notes that began with it stay. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('settings.edit')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.templates.remove(actor, id);
  }
}
