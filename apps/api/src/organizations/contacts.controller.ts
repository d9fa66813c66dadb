import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { CreateContact, PatchContact } from './contact.dto.js';
import { contactList } from './contact.fields.js';
import { ContactRow, ContactView } from './contact.view.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';

/** People at organizations with whom the agency deals. */
@Controller('api/v1')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly queries: ContactsQueries,
  ) {}

  /** Contacts at all organizations. */
  @Get('contacts')
  @Allows('contact.read')
  @Answers(contactList, ContactRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** One contact. */
  @Get('contacts/:id')
  @Allows('contact.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<ContactView> {
    return this.queries.view(actor, id);
  }

  /** Changes what is given; null clears. */
  @Patch('contacts/:id')
  @Allows('contact.edit')
  @Refuses('reference.unknown', 'contact.archived')
  patch(@Param('id') id: string, @Body() values: PatchContact, @Me() actor: Actor): Promise<ContactView> {
    return this.contacts.patch(actor, id, values);
  }

  /** Puts the contact away; nothing is lost. */
  @Post('contacts/:id/archival')
  @HttpCode(200)
  @Allows('contact.edit')
  @Refuses('contact.state')
  archive(@Param('id') id: string, @Me() actor: Actor): Promise<ContactView> {
    return this.contacts.archive(actor, id, true);
  }

  /** Brings an archived contact back. */
  @Delete('contacts/:id/archival')
  @Allows('contact.edit')
  @Refuses('contact.state')
  restore(@Param('id') id: string, @Me() actor: Actor): Promise<ContactView> {
    return this.contacts.archive(actor, id, false);
  }

  /** Contacts at one organization. */
  @Get('organizations/:id/contacts')
  @Allows('contact.read')
  @Answers(contactList, ContactRow)
  at(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.at(actor, id, query);
  }

  /** Adds a contact at the organization. */
  @Post('organizations/:id/contacts')
  @Allows('contact.edit')
  @Refuses('reference.unknown', 'organization.archived')
  create(@Param('id') id: string, @Body() values: CreateContact, @Me() actor: Actor): Promise<ContactView> {
    return this.contacts.create(actor, id, values);
  }
}
