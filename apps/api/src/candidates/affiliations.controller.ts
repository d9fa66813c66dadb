import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { AffiliationsService } from './affiliations.service.js';
import { AddAffiliation, PatchAffiliation } from './candidate.dto.js';
import { CandidateView } from './candidate.view.js';

@Controller('api/v1/candidates')
export class AffiliationsController {
  constructor(private readonly affiliations: AffiliationsService) {}

  /** Adds a place where the person works, studies or advises, now or before. */
  @Post(':id/affiliations')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'affiliation.days', 'reference.unknown', 'value.out-of-range')
  add(@Param('id') id: string, @Body() values: AddAffiliation, @Me() actor: Actor): Promise<CandidateView> {
    return this.affiliations.add(actor, id, values);
  }

  /** Changes an affiliation at its own version; null clears. */
  @Patch(':candidateId/affiliations/:id')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'affiliation.days', 'reference.unknown', 'value.out-of-range')
  patch(
    @Param('candidateId') candidateId: string,
    @Param('id') id: string,
    @Body() values: PatchAffiliation,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.affiliations.patch(actor, candidateId, id, values);
  }

  /** Takes an affiliation away. */
  @Delete(':candidateId/affiliations/:id')
  @Allows('candidate.edit')
  @Refuses('candidate.archived')
  remove(
    @Param('candidateId') candidateId: string,
    @Param('id') id: string,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.affiliations.remove(actor, candidateId, id);
  }
}
