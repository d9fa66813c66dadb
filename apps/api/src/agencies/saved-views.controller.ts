import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreateSavedView, PatchSavedView } from './saved-view.dto.js';
import { savedViewList } from './saved-view.fields.js';
import { SavedViewRow, SavedViewView } from './saved-view.view.js';
import { SavedViewsService } from './saved-views.service.js';

@Controller('api/v1/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  /** The own views and those that colleagues share. */
  @Get()
  @Allows('saved-view.use')
  @Answers(savedViewList, SavedViewRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.views.page(actor, query);
  }

  /** Saves a view. */
  @Post()
  @Allows('saved-view.use')
  create(@Body() values: CreateSavedView, @Me() actor: Actor): Promise<SavedViewView> {
    return this.views.create(actor, values);
  }

  /** One view. */
  @Get(':id')
  @Allows('saved-view.use')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<SavedViewView> {
    return this.views.view(actor, id);
  }

  /** Changes an own view. */
  @Patch(':id')
  @Allows('saved-view.use')
  @Refuses('saved-view.not-yours')
  patch(@Param('id') id: string, @Body() values: PatchSavedView, @Me() actor: Actor): Promise<SavedViewView> {
    return this.views.patch(actor, id, values);
  }

  /** Removes an own view, for everyone who saw it. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('saved-view.use')
  @Refuses('saved-view.not-yours')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.views.remove(actor, id);
  }

  /** Pins a view for the one who asks alone. */
  @Post(':id/pin')
  @HttpCode(200)
  @Allows('saved-view.use')
  pin(@Param('id') id: string, @Me() actor: Actor): Promise<SavedViewView> {
    return this.views.pin(actor, id, true);
  }

  /** Takes the own pin away. */
  @Delete(':id/pin')
  @Allows('saved-view.use')
  unpin(@Param('id') id: string, @Me() actor: Actor): Promise<SavedViewView> {
    return this.views.pin(actor, id, false);
  }
}
