import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { PersonRow } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';
import { personList } from './person.fields.js';

@Controller('api/v1/organizations')
export class PeopleController {
  constructor(private readonly queries: CandidatesQueries) {}

  /** People who work at the organization or did; `present` narrows to those there now, or to those who left. */
  @Get(':id/people')
  @Allows('candidate.read')
  @Answers(personList, PersonRow)
  list(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.people(actor, id, query);
  }
}
