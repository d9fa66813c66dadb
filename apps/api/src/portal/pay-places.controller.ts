import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreatePayPlace, PatchPayPlace } from './pay-place.dto.js';
import { payPlaceList } from './pay-place.fields.js';
import { PayPlaceRow, PayPlaceView } from './pay-place.view.js';
import { PayPlacesService } from './pay-places.service.js';

@Controller('api/v1/pay-places')
export class PayPlacesController {
  constructor(private readonly places: PayPlacesService) {}

  /** What the agency says of places that ban pay history; a shipped place without a row is banned. */
  @Get()
  @Allows('settings.read')
  @Answers(payPlaceList, PayPlaceRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.places.page(actor, query);
  }

  /** Adds a place, or the agency's word on a shipped one. */
  @Post()
  @Allows('settings.edit')
  @Refuses('pay-place.taken', 'pay-place.words')
  create(@Body() values: CreatePayPlace, @Me() actor: Actor): Promise<PayPlaceView> {
    return this.places.create(actor, values);
  }

  /** One place. */
  @Get(':id')
  @Allows('settings.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<PayPlaceView> {
    return this.places.view(actor, id);
  }

  /** Changes a place. */
  @Patch(':id')
  @Allows('settings.edit')
  @Refuses('pay-place.taken', 'pay-place.words')
  patch(@Param('id') id: string, @Body() values: PatchPayPlace, @Me() actor: Actor): Promise<PayPlaceView> {
    return this.places.patch(actor, id, values);
  }

  /** Removes a place; a shipped one is banned again. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('settings.edit')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.places.remove(actor, id);
  }
}
