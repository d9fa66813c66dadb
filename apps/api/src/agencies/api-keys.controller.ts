import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreateApiKey } from './api-key.dto.js';
import { apiKeyList } from './api-key.fields.js';
import { ApiKeyRow, ApiKeyView, MadeApiKeyView } from './api-key.view.js';
import { ApiKeysService } from './api-keys.service.js';

@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  /** The keys of the agency, without what opens. */
  @Get()
  @Allows('api-key.manage')
  @Answers(apiKeyList, ApiKeyRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.keys.page(actor, query);
  }

  /** Makes a key that acts for its maker, narrowed to the given permissions; it is shown this once. */
  @Post()
  @Allows('api-key.manage')
  @Refuses('api-key.permissions', 'value.out-of-range')
  create(@Body() values: CreateApiKey, @Me() actor: Actor): Promise<MadeApiKeyView> {
    return this.keys.create(actor, values);
  }

  /** One key, without what opens. */
  @Get(':id')
  @Allows('api-key.manage')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<ApiKeyView> {
    return this.keys.view(actor, id);
  }

  /** Stops a key at once. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('api-key.manage')
  revoke(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.keys.revoke(actor, id);
  }
}
