import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreateSetting, PatchSetting } from './setting.dto.js';
import { roleFamilyList, tagList } from './setting.fields.js';
import { SettingRow, SettingsView, SettingView } from './setting.view.js';
import { SettingsQueries } from './settings.queries.js';
import { SettingsService } from './settings.service.js';

@Controller('api/v1/settings')
export class SettingsController {
  constructor(private readonly queries: SettingsQueries) {}

  /** Everything that forms and filters need: tags, role families, custom fields and pipelines that are not archived. */
  @Get()
  @Allows('settings.read')
  all(@Me() actor: Actor): Promise<SettingsView> {
    return this.queries.all(actor);
  }
}

@Controller('api/v1/settings/tags')
export class TagsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly queries: SettingsQueries,
  ) {}

  /** The tags of the agency, in their order. */
  @Get()
  @Allows('settings.read')
  @Answers(tagList, SettingRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(tagList, actor, query);
  }

  /** Adds a tag. */
  @Post()
  @Allows('settings.edit')
  @Refuses('setting.name-taken')
  create(@Body() values: CreateSetting, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.create(actor, 'tag', values);
  }

  /** One tag. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<SettingView> {
    return this.queries.setting(actor, 'tag', id);
  }

  /** Changes name, color and place of a tag. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('setting.name-taken', 'setting.archived')
  patch(@Param('id') id: string, @Body() values: PatchSetting, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.patch(actor, 'tag', id, values);
  }

  /** Offers a tag no more; who has it keeps it. */
  @Post(':id/archival')
  @HttpCode(200)
  @Allows('settings.edit')
  @Refuses('setting.state')
  archive(@Param('id') id: string, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.archive(actor, 'tag', id, true);
  }

  /** Offers a tag again. */
  @Delete(':id/archival')
  @Allows('settings.edit')
  @Refuses('setting.state', 'setting.name-taken')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.archive(actor, 'tag', id, false);
  }
}

@Controller('api/v1/settings/role-families')
export class RoleFamiliesController {
  constructor(
    private readonly settings: SettingsService,
    private readonly queries: SettingsQueries,
  ) {}

  /** The role families of the agency, in their order. */
  @Get()
  @Allows('settings.read')
  @Answers(roleFamilyList, SettingRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(roleFamilyList, actor, query);
  }

  /** Adds a role family. */
  @Post()
  @Allows('settings.edit')
  @Refuses('setting.name-taken')
  create(@Body() values: CreateSetting, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.create(actor, 'role_family', values);
  }

  /** One role family. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<SettingView> {
    return this.queries.setting(actor, 'role_family', id);
  }

  /** Changes name, color and place of a role family. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('setting.name-taken', 'setting.archived')
  patch(@Param('id') id: string, @Body() values: PatchSetting, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.patch(actor, 'role_family', id, values);
  }

  /** Offers a role family no more; who has it keeps it. */
  @Post(':id/archival')
  @HttpCode(200)
  @Allows('settings.edit')
  @Refuses('setting.state')
  archive(@Param('id') id: string, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.archive(actor, 'role_family', id, true);
  }

  /** Offers a role family again. */
  @Delete(':id/archival')
  @Allows('settings.edit')
  @Refuses('setting.state', 'setting.name-taken')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<SettingView> {
    return this.settings.archive(actor, 'role_family', id, false);
  }
}
