import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { BlockedUniverseQueries } from './blocked-universe.queries.js';
import { AddOffLimitsOverride, AddOffLimitsPolicy, CheckOffLimits, PatchOffLimitsPolicy } from './off-limits.dto.js';
import { offLimitsOverrideList, offLimitsPolicyList } from './off-limits.fields.js';
import { OffLimitsQueries } from './off-limits.queries.js';
import { OffLimitsService } from './off-limits.service.js';
import {
  BlockedUniverse,
  OffLimitsOverrideRow,
  OffLimitsOverrideView,
  OffLimitsPolicyRow,
  OffLimitsPolicyView,
  OffLimitsVerdicts,
} from './off-limits.view.js';

@Controller('api/v1')
export class OffLimitsController {
  constructor(
    private readonly offLimits: OffLimitsService,
    private readonly queries: OffLimitsQueries,
    private readonly universe: BlockedUniverseQueries,
  ) {}

  /** Whom the agency may not approach: policies made by hand, and those that follow from searches and placements. */
  @Get('off-limits-policies')
  @Allows('off-limits.read')
  @Answers(offLimitsPolicyList, OffLimitsPolicyRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Makes a policy on an organization or on a person. */
  @Post('off-limits-policies')
  @Allows('off-limits.edit')
  @Refuses('off-limits.subject', 'off-limits.days', 'reference.unknown')
  add(@Body() values: AddOffLimitsPolicy, @Me() actor: Actor): Promise<OffLimitsPolicyView> {
    return this.offLimits.add(actor, values);
  }

  /** One policy. */
  @Get('off-limits-policies/:id')
  @Allows('off-limits.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<OffLimitsPolicyView> {
    return this.queries.view(actor, id);
  }

  /** Changes what is given; null clears. */
  @Patch('off-limits-policies/:id')
  @Allows('off-limits.edit')
  @Refuses('off-limits.subject', 'off-limits.days', 'off-limits.derived', 'off-limits.state', 'reference.unknown')
  patch(
    @Param('id') id: string,
    @Body() values: PatchOffLimitsPolicy,
    @Me() actor: Actor,
  ): Promise<OffLimitsPolicyView> {
    return this.offLimits.patch(actor, id, values);
  }

  /** Ends a policy now; it stays in the list. */
  @Post('off-limits-policies/:id/ending')
  @HttpCode(200)
  @Allows('off-limits.edit')
  @Refuses('off-limits.derived', 'off-limits.state')
  end(@Param('id') id: string, @Me() actor: Actor): Promise<OffLimitsPolicyView> {
    return this.offLimits.end(actor, id, true);
  }

  /** Takes the ending of a policy back. */
  @Delete('off-limits-policies/:id/ending')
  @Allows('off-limits.edit')
  @Refuses('off-limits.derived', 'off-limits.state')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<OffLimitsPolicyView> {
    return this.offLimits.end(actor, id, false);
  }

  /** Tells of up to 1,000 people who is off-limits, why, until when, and what makes a block a warning. */
  @Post('off-limits/check')
  @HttpCode(200)
  @Allows('off-limits.read')
  @Refuses('reference.unknown')
  check(@Body() values: CheckOffLimits, @Me() actor: Actor): Promise<OffLimitsVerdicts> {
    return this.queries.check(actor, values);
  }

  /** Blocks that somebody set aside, latest first. */
  @Get('off-limits/overrides')
  @Allows('off-limits.read')
  @Answers(offLimitsOverrideList, OffLimitsOverrideRow)
  overrides(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.overrides(actor, query);
  }

  /** Sets the block of a person aside with a written reason: in one search or in all. What is made later blocks again. */
  @Post('off-limits/overrides')
  @Allows('off-limits.override')
  @Refuses('off-limits.not-blocked', 'reference.unknown')
  override(@Body() values: AddOffLimitsOverride, @Me() actor: Actor): Promise<OffLimitsOverrideView> {
    return this.offLimits.override(actor, values);
  }

  /** Takes an override back: the block holds again. */
  @Post('off-limits/overrides/:id/ending')
  @HttpCode(200)
  @Allows('off-limits.override')
  @Refuses('off-limits.state')
  endOverride(@Param('id') id: string, @Me() actor: Actor): Promise<OffLimitsOverrideView> {
    return this.offLimits.endOverride(actor, id);
  }

  /** How many people in the targets of a search are off-limits for it, and who. */
  @Get('searches/:id/blocked-universe')
  @Allows('off-limits.read')
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 0, maximum: 200, default: 50 } })
  @ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } })
  blockedUniverse(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<BlockedUniverse> {
    return this.universe.of(actor, id, query);
  }
}
