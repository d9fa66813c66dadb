import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreateReportTemplate, PatchReportTemplate } from './report-template.dto.js';
import { reportTemplateList } from './report-template.fields.js';
import { ReportTemplateRow, ReportTemplateView } from './report-template.view.js';
import { ReportTemplatesService } from './report-templates.service.js';

@Controller('api/v1/report-templates')
export class ReportTemplatesController {
  constructor(private readonly templates: ReportTemplatesService) {}

  /** The agency's own forms of candidate reports; a language without one has the shipped form. */
  @Get()
  @Allows('settings.read')
  @Answers(reportTemplateList, ReportTemplateRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.templates.page(actor, query);
  }

  /** Adds a form of a language. */
  @Post()
  @Allows('settings.edit')
  @Refuses('setting.name-taken')
  create(@Body() values: CreateReportTemplate, @Me() actor: Actor): Promise<ReportTemplateView> {
    return this.templates.create(actor, values);
  }

  /** One form. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<ReportTemplateView> {
    return this.templates.view(actor, id);
  }

  /** Changes a form; reports that went out stay as they are. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('setting.name-taken')
  patch(@Param('id') id: string, @Body() values: PatchReportTemplate, @Me() actor: Actor): Promise<ReportTemplateView> {
    return this.templates.patch(actor, id, values);
  }

  /** Removes a form; reports that went out stay as they are. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('settings.edit')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.templates.remove(actor, id);
  }
}
