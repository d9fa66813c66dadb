import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreateMessageTemplate, PatchMessageTemplate } from './message-template.dto.js';
import { messageTemplateList } from './message-template.fields.js';
import { MessageTemplateRow, MessageTemplateView } from './message-template.view.js';
import { MessageTemplatesService } from './message-templates.service.js';

@Controller('api/v1/message-templates')
export class MessageTemplatesController {
  constructor(private readonly templates: MessageTemplatesService) {}

  /** Texts to write to people with, of every language. */
  @Get()
  @Allows('settings.read')
  @Answers(messageTemplateList, MessageTemplateRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.templates.page(actor, query);
  }

  /** Adds a template. */
  @Post()
  @Allows('settings.edit')
  @Refuses('setting.name-taken', 'message-template.field')
  create(@Body() values: CreateMessageTemplate, @Me() actor: Actor): Promise<MessageTemplateView> {
    return this.templates.create(actor, values);
  }

  /** One template. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<MessageTemplateView> {
    return this.templates.view(actor, id);
  }

  /** Changes a template. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('setting.name-taken', 'message-template.field')
  patch(
    @Param('id') id: string,
    @Body() values: PatchMessageTemplate,
    @Me() actor: Actor,
  ): Promise<MessageTemplateView> {
    return this.templates.patch(actor, id, values);
  }

  /** Removes a template; contacts that it was sent with keep their text. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('settings.edit')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.templates.remove(actor, id);
  }
}
