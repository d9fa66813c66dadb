import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Opens } from '../agencies/recents.interceptor.js';
import { SearchPartsService } from './search-parts.service.js';
import {
  AddSearchContact,
  CloseSearch,
  HoldSearch,
  JoinTeam,
  OpenSearch,
  PatchSearch,
  PutTerms,
  ResumeSearch,
} from './search.dto.js';
import { searchList } from './search.fields.js';
import { SearchRow, SearchView } from './search.view.js';
import { SearchesQueries } from './searches.queries.js';
import { SearchesService } from './searches.service.js';

@Controller('api/v1/searches')
export class SearchesController {
  constructor(
    private readonly searches: SearchesService,
    private readonly parts: SearchPartsService,
    private readonly queries: SearchesQueries,
  ) {}

  /** Searches: the mandates of clients. */
  @Get()
  @Allows('search.read')
  @Answers(searchList, SearchRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Opens a search for a client, with the stages of a pipeline. */
  @Post()
  @Allows('search.edit')
  @Refuses('reference.unknown', 'search.day', 'search.team-member', 'value.out-of-range')
  open(@Body() values: OpenSearch, @Me() actor: Actor): Promise<SearchView> {
    return this.searches.open(actor, values);
  }

  /** One search with its stages, team, contacts and terms. */
  @Get(':id')
  @Allows('search.read')
  @Opens('search')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<SearchView> {
    return this.queries.view(actor, id);
  }

  /** Changes what is given; null clears. */
  @Patch(':id')
  @Allows('search.edit')
  @Refuses('reference.unknown', 'search.state', 'search.day', 'search.team-member', 'value.out-of-range')
  patch(@Param('id') id: string, @Body() values: PatchSearch, @Me() actor: Actor): Promise<SearchView> {
    return this.searches.patch(actor, id, values);
  }

  /** Puts the search on hold; the days do not count. */
  @Post(':id/hold')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses('search.state', 'search.day')
  hold(@Param('id') id: string, @Body() values: HoldSearch, @Me() actor: Actor): Promise<SearchView> {
    return this.searches.hold(actor, id, values);
  }

  /** Ends the hold. */
  @Post(':id/resumption')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses('search.state', 'search.day')
  resume(@Param('id') id: string, @Body() values: ResumeSearch, @Me() actor: Actor): Promise<SearchView> {
    return this.searches.resume(actor, id, values);
  }

  /** Closes the search unfilled, with its reason. */
  @Post(':id/closure')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses('search.state', 'search.day')
  close(@Param('id') id: string, @Body() values: CloseSearch, @Me() actor: Actor): Promise<SearchView> {
    return this.searches.close(actor, id, values);
  }

  /** Opens a closed search again. */
  @Delete(':id/closure')
  @Allows('search.edit')
  @Refuses('search.state')
  reopen(@Param('id') id: string, @Me() actor: Actor): Promise<SearchView> {
    return this.searches.reopen(actor, id);
  }

  /** Puts a colleague on the team. */
  @Post(':id/team')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses('search.state', 'search.team-member', 'reference.unknown', 'rule.duplicate')
  join(@Param('id') id: string, @Body() values: JoinTeam, @Me() actor: Actor): Promise<SearchView> {
    return this.parts.join(actor, id, values.memberId);
  }

  /** Takes a colleague off the team. */
  @Delete(':id/team/:memberId')
  @Allows('search.edit')
  @Refuses('search.state')
  leave(@Param('id') id: string, @Param('memberId') memberId: string, @Me() actor: Actor): Promise<SearchView> {
    return this.parts.leave(actor, id, memberId);
  }

  /** Names a person of the client who takes part. */
  @Post(':id/contacts')
  @HttpCode(200)
  @Allows('search.edit')
  @Refuses('search.state', 'reference.unknown', 'rule.duplicate')
  addContact(@Param('id') id: string, @Body() values: AddSearchContact, @Me() actor: Actor): Promise<SearchView> {
    return this.parts.addContact(actor, id, values);
  }

  /** Takes a person of the client out of the search. */
  @Delete(':id/contacts/:contactId')
  @Allows('search.edit')
  @Refuses('search.state')
  removeContact(
    @Param('id') id: string,
    @Param('contactId') contactId: string,
    @Me() actor: Actor,
  ): Promise<SearchView> {
    return this.parts.removeContact(actor, id, contactId);
  }

  /** Replaces fee, instalments and credits. */
  @Put(':id/terms')
  @Allows('search.edit-fee')
  @Refuses('search.state', 'search.terms', 'reference.unknown')
  putTerms(@Param('id') id: string, @Body() values: PutTerms, @Me() actor: Actor): Promise<SearchView> {
    return this.parts.putTerms(actor, id, values);
  }
}
