import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Opens } from '../agencies/recents.interceptor.js';
import { CreateCandidate, MatchCandidates as MatchValues, PatchCandidate } from './candidate.dto.js';
import { candidateList } from './candidate.fields.js';
import { CandidateRow, CandidateView, CreatedCandidate, PossibleMatches } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';
import { CandidatesService } from './candidates.service.js';
import { MatchCandidates } from './match-candidates.js';

@Controller('api/v1/candidates')
export class CandidatesController {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly queries: CandidatesQueries,
    private readonly matches: MatchCandidates,
  ) {}

  /** Candidates: people, each known once. */
  @Get()
  @Allows('candidate.read')
  @Answers(candidateList, CandidateRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Adds a person with names, identifiers, channels and a first affiliation; tells of people who may be the same. */
  @Post()
  @Allows('candidate.edit')
  @Refuses(
    'reference.unknown',
    'candidate.identifier-taken',
    'candidate.identifier-value',
    'candidate.channel-value',
    'candidate.legal-basis',
    'candidate.future-day',
    'candidate.notice-day',
    'candidate.do-not-contact',
    'candidate.custom-field',
    'rule.duplicate',
  )
  create(@Body() values: CreateCandidate, @Me() actor: Actor): Promise<CreatedCandidate> {
    return this.candidates.create(actor, values);
  }

  /** People who may be the one described: for a look before somebody is added. Writes nothing. */
  @Post('matches')
  @HttpCode(200)
  @Allows('candidate.edit')
  @Refuses('candidate.identifier-value', 'candidate.channel-value')
  match(@Body() values: MatchValues): Promise<PossibleMatches> {
    return this.matches.find(values);
  }

  /** One candidate with career, identifiers, channels, covenants and counts. */
  @Get(':id')
  @Allows('candidate.read')
  @Opens('candidate')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<CandidateView> {
    return this.queries.view(actor, id);
  }

  /** Changes what is given; null clears; lists are replaced as a whole. */
  @Patch(':id')
  @Allows('candidate.edit')
  @Refuses(
    'reference.unknown',
    'candidate.archived',
    'candidate.legal-basis',
    'candidate.future-day',
    'candidate.notice-day',
    'candidate.do-not-contact',
    'candidate.custom-field',
  )
  patch(@Param('id') id: string, @Body() values: PatchCandidate, @Me() actor: Actor): Promise<CandidateView> {
    return this.candidates.patch(actor, id, values);
  }

  /** Puts the candidate away; nothing is lost. */
  @Post(':id/archival')
  @HttpCode(200)
  @Allows('candidate.edit')
  @Refuses('candidate.state')
  archive(@Param('id') id: string, @Me() actor: Actor): Promise<CandidateView> {
    return this.candidates.archive(actor, id, true);
  }

  /** Brings an archived candidate back. */
  @Delete(':id/archival')
  @Allows('candidate.edit')
  @Refuses('candidate.state')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<CandidateView> {
    return this.candidates.archive(actor, id, false);
  }
}
