import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { PipelinesService } from './pipelines.service.js';
import { CreateCustomField, CreatePipeline, PatchCustomField, PatchPipeline } from './setting.dto.js';
import { customFieldList, pipelineList } from './setting.fields.js';
import { CustomFieldRow, CustomFieldView, PipelineRow, PipelineView } from './setting.view.js';
import { SettingsQueries } from './settings.queries.js';
import { SettingsService } from './settings.service.js';

@Controller('api/v1/settings/custom-fields')
export class CustomFieldsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly queries: SettingsQueries,
  ) {}

  /** The custom fields of the agency, in their order. */
  @Get()
  @Allows('settings.read')
  @Answers(customFieldList, CustomFieldRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(customFieldList, actor, query);
  }

  /** Adds a custom field. */
  @Post()
  @Allows('settings.edit')
  @Refuses('custom-field.key-taken', 'custom-field.choices', 'value.out-of-range')
  create(@Body() values: CreateCustomField, @Me() actor: Actor): Promise<CustomFieldView> {
    return this.settings.createField(actor, values);
  }

  /** One custom field. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<CustomFieldView> {
    return this.queries.customField(actor, id);
  }

  /** Changes label, choices and place of a custom field. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('setting.archived', 'custom-field.choices')
  patch(@Param('id') id: string, @Body() values: PatchCustomField, @Me() actor: Actor): Promise<CustomFieldView> {
    return this.settings.patchField(actor, id, values);
  }

  /** Offers a custom field no more; what was written in it stays. */
  @Post(':id/archival')
  @HttpCode(200)
  @Allows('settings.edit')
  @Refuses('setting.state')
  archive(@Param('id') id: string, @Me() actor: Actor): Promise<CustomFieldView> {
    return this.settings.archiveField(actor, id, true);
  }

  /** Offers a custom field again. */
  @Delete(':id/archival')
  @Allows('settings.edit')
  @Refuses('setting.state', 'custom-field.key-taken')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<CustomFieldView> {
    return this.settings.archiveField(actor, id, false);
  }
}

@Controller('api/v1/settings/pipelines')
export class PipelinesController {
  constructor(
    private readonly pipelines: PipelinesService,
    private readonly queries: SettingsQueries,
  ) {}

  /** The pipelines of the agency. */
  @Get()
  @Allows('settings.read')
  @Answers(pipelineList, PipelineRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(pipelineList, actor, query);
  }

  /** Adds a pipeline. */
  @Post()
  @Allows('settings.edit')
  @Refuses('pipeline.stages')
  create(@Body() values: CreatePipeline, @Me() actor: Actor): Promise<PipelineView> {
    return this.pipelines.create(actor, values);
  }

  /** One pipeline. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<PipelineView> {
    return this.queries.pipeline(actor, id);
  }

  /** Changes name and stages of a pipeline; open searches keep theirs. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('setting.archived', 'pipeline.stages', 'reference.unknown')
  patch(@Param('id') id: string, @Body() values: PatchPipeline, @Me() actor: Actor): Promise<PipelineView> {
    return this.pipelines.patch(actor, id, values);
  }

  /** Offers a pipeline no more; open searches keep their stages. */
  @Post(':id/archival')
  @HttpCode(200)
  @Allows('settings.edit')
  @Refuses('setting.state', 'pipeline.default')
  archive(@Param('id') id: string, @Me() actor: Actor): Promise<PipelineView> {
    return this.pipelines.archive(actor, id, true);
  }

  /** Offers a pipeline again. */
  @Delete(':id/archival')
  @Allows('settings.edit')
  @Refuses('setting.state')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<PipelineView> {
    return this.pipelines.archive(actor, id, false);
  }

  /** New searches take this one where they name none. */
  @Post(':id/default')
  @HttpCode(200)
  @Allows('settings.edit')
  @Refuses('setting.state', 'setting.archived')
  makeDefault(@Param('id') id: string, @Me() actor: Actor): Promise<PipelineView> {
    return this.pipelines.makeDefault(actor, id);
  }
}
