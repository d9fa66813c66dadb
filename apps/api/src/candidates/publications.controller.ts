import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CandidateView } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';
import { AddPublication } from './publication.dto.js';
import { publicationList } from './publication.fields.js';
import { CoAuthors, PublicationRow } from './publication.view.js';
import { PublicationsService } from './publications.service.js';

@Controller('api/v1/candidates')
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly queries: CandidatesQueries,
  ) {}

  /** What the person wrote, and with how many people whom the agency knows. */
  @Get(':id/publications')
  @Allows('candidate.read')
  @Answers(publicationList, PublicationRow)
  list(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.publications(actor, id, query);
  }

  /** People of the agency who wrote with the person: how often, and when last. */
  @Get(':id/co-authors')
  @Allows('candidate.read')
  coAuthors(@Param('id') id: string): Promise<CoAuthors> {
    return this.queries.coAuthors(id);
  }

  /** Adds a publication, by id, by key or as a new one. */
  @Post(':id/publications')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'publication.title', 'reference.unknown', 'rule.duplicate')
  add(@Param('id') id: string, @Body() values: AddPublication, @Me() actor: Actor): Promise<CandidateView> {
    return this.publications.add(actor, id, values);
  }

  /** Says that the person did not write it; the publication stays. */
  @Delete(':id/publications/:publicationId')
  @Allows('candidate.edit')
  @Refuses('candidate.archived')
  remove(
    @Param('id') id: string,
    @Param('publicationId') publicationId: string,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.publications.remove(actor, id, publicationId);
  }
}
