import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { PatchAgency, PatchMe } from './agency.dto.js';
import { AgencyService } from './agency.service.js';
import { AgencyView, MeView } from './agency.view.js';

@Controller('api/v1')
export class AgencyController {
  constructor(private readonly agencies: AgencyService) {}

  /** Who is signed in, with what they may do, and their agency. */
  @Get('me')
  @Allows('me.read')
  me(@Me() actor: Actor): Promise<MeView> {
    return this.agencies.me(actor);
  }

  /** Changes the own name and language. */
  @Patch('me')
  @Allows('me.edit')
  patchMe(@Body() values: PatchMe, @Me() actor: Actor): Promise<MeView> {
    return this.agencies.patchMe(actor, values);
  }

  /** The agency of the one who asks. */
  @Get('agency')
  @Allows('me.read')
  agency(@Me() actor: Actor): Promise<AgencyView> {
    return this.agencies.agency(actor);
  }

  /** Changes name, time zone, currency and language of the agency. */
  @Patch('agency')
  @Allows('agency.edit')
  @Refuses('agency.time-zone')
  patchAgency(@Body() values: PatchAgency, @Me() actor: Actor): Promise<AgencyView> {
    return this.agencies.patchAgency(actor, values);
  }
}
