import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { CandidateView } from './candidate.view.js';
import { AddCovenant, PatchCovenant } from './covenant.dto.js';
import { CovenantsService } from './covenants.service.js';

@Controller('api/v1/candidates')
export class CovenantsController {
  constructor(private readonly covenants: CovenantsService) {}

  /** Adds a non-compete, notice, garden leave or non-solicit. */
  @Post(':id/covenants')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'covenant.organizations', 'reference.unknown', 'value.out-of-range')
  add(@Param('id') id: string, @Body() values: AddCovenant, @Me() actor: Actor): Promise<CandidateView> {
    return this.covenants.add(actor, id, values);
  }

  /** Changes a covenant at its own version; null clears. */
  @Patch(':candidateId/covenants/:id')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'covenant.organizations', 'reference.unknown', 'value.out-of-range')
  patch(
    @Param('candidateId') candidateId: string,
    @Param('id') id: string,
    @Body() values: PatchCovenant,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.covenants.patch(actor, candidateId, id, values);
  }

  /** Takes a covenant away. */
  @Delete(':candidateId/covenants/:id')
  @Allows('candidate.edit')
  @Refuses('candidate.archived')
  remove(
    @Param('candidateId') candidateId: string,
    @Param('id') id: string,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.covenants.remove(actor, candidateId, id);
  }
}
