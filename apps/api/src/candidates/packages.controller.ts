import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { CandidatesQueries } from './candidates.queries.js';
import { PutPackages } from './package.dto.js';
import { PackagesView } from './package.view.js';
import { PackagesService } from './packages.service.js';

@Controller('api/v1/candidates')
export class PackagesController {
  constructor(
    private readonly packages: PackagesService,
    private readonly queries: CandidatesQueries,
  ) {}

  /** Current and expected pay. */
  @Get(':id/package')
  @Allows('package.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<PackagesView> {
    return this.queries.packages(actor, id);
  }

  /** Sets current and expected pay, each as a whole; null removes one, absent leaves it. */
  @Put(':id/package')
  @Allows('package.edit')
  @Refuses(
    'candidate.archived',
    'candidate.future-day',
    'package.months',
    'package.counted-twice',
    'package.grant',
    'package.one-off',
  )
  put(@Param('id') id: string, @Body() values: PutPackages, @Me() actor: Actor): Promise<PackagesView> {
    return this.packages.put(actor, id, values);
  }

  /** Removes current and expected pay. */
  @Delete(':id/package')
  @Allows('package.edit')
  @Refuses('candidate.archived')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<PackagesView> {
    return this.packages.remove(actor, id);
  }
}
