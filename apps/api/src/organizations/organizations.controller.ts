import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Opens } from '../agencies/recents.interceptor.js';
import { AddAlias, AddFundingRound, AddSuccessor, CreateOrganization, PatchOrganization } from './organization.dto.js';
import { organizationList } from './organization.fields.js';
import { OrganizationRow, OrganizationTree, OrganizationView } from './organization.view.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';

@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly queries: OrganizationsQueries,
  ) {}

  /** Organizations: companies, labs and universities. */
  @Get()
  @Allows('organization.read')
  @Answers(organizationList, OrganizationRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Adds an organization. */
  @Post()
  @Allows('organization.edit')
  @Refuses('reference.unknown', 'organization.parent-kind')
  create(@Body() values: CreateOrganization, @Me() actor: Actor): Promise<OrganizationView> {
    return this.organizations.create(actor, values);
  }

  /** One organization with its names, successors and funding. */
  @Get(':id')
  @Allows('organization.read')
  @Opens('organization')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<OrganizationView> {
    return this.queries.view(actor, id);
  }

  /** Changes what is given; null clears. */
  @Patch(':id')
  @Allows('organization.edit')
  @Refuses('reference.unknown', 'organization.archived', 'organization.parent-cycle', 'organization.parent-kind')
  patch(@Param('id') id: string, @Body() values: PatchOrganization, @Me() actor: Actor): Promise<OrganizationView> {
    return this.organizations.patch(actor, id, values);
  }

  /** Puts the organization away; nothing is lost. */
  @Post(':id/archival')
  @HttpCode(200)
  @Allows('organization.edit')
  @Refuses('organization.state')
  archive(@Param('id') id: string, @Me() actor: Actor): Promise<OrganizationView> {
    return this.organizations.archive(actor, id, true);
  }

  /** Brings an archived organization back. */
  @Delete(':id/archival')
  @Allows('organization.edit')
  @Refuses('organization.state')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<OrganizationView> {
    return this.organizations.archive(actor, id, false);
  }

  /** The tree in which the organization stands. */
  @Get(':id/tree')
  @Allows('organization.read')
  tree(@Param('id') id: string, @Me() actor: Actor): Promise<OrganizationTree> {
    return this.queries.tree(actor, id);
  }

  /** Adds another name or a web domain by which it is recognized. */
  @Post(':id/aliases')
  @Allows('organization.edit')
  @Refuses('organization.archived', 'rule.duplicate')
  addAlias(@Param('id') id: string, @Body() values: AddAlias, @Me() actor: Actor): Promise<OrganizationView> {
    return this.organizations.addAlias(actor, id, values);
  }

  /** Takes a name or domain away. */
  @Delete(':id/aliases/:aliasId')
  @Allows('organization.edit')
  @Refuses('organization.archived')
  removeAlias(
    @Param('id') id: string,
    @Param('aliasId') aliasId: string,
    @Me() actor: Actor,
  ): Promise<OrganizationView> {
    return this.organizations.removeAlias(actor, id, aliasId);
  }

  /** Says which organization followed this one, and on which day. */
  @Post(':id/successors')
  @Allows('organization.edit')
  @Refuses('organization.archived', 'organization.successor-cycle', 'rule.duplicate', 'reference.unknown')
  addSuccessor(@Param('id') id: string, @Body() values: AddSuccessor, @Me() actor: Actor): Promise<OrganizationView> {
    return this.organizations.addSuccessor(actor, id, values);
  }

  /** Takes a succession back. */
  @Delete(':id/successors/:successionId')
  @Allows('organization.edit')
  @Refuses('organization.archived')
  removeSuccessor(
    @Param('id') id: string,
    @Param('successionId') successionId: string,
    @Me() actor: Actor,
  ): Promise<OrganizationView> {
    return this.organizations.removeSuccessor(actor, id, successionId);
  }

  /** Adds a funding round. */
  @Post(':id/funding-rounds')
  @Allows('organization.edit')
  @Refuses('organization.archived', 'value.out-of-range')
  addFundingRound(
    @Param('id') id: string,
    @Body() values: AddFundingRound,
    @Me() actor: Actor,
  ): Promise<OrganizationView> {
    return this.organizations.addFundingRound(actor, id, values);
  }

  /** Takes a funding round away. */
  @Delete(':id/funding-rounds/:fundingRoundId')
  @Allows('organization.edit')
  @Refuses('organization.archived')
  removeFundingRound(
    @Param('id') id: string,
    @Param('fundingRoundId') fundingRoundId: string,
    @Me() actor: Actor,
  ): Promise<OrganizationView> {
    return this.organizations.removeFundingRound(actor, id, fundingRoundId);
  }
}
