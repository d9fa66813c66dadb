import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { contactAbilities } from '@domain/organizations/contact.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { contactList } from './contact.fields.js';
import type { ContactView } from './contact.view.js';
import { Organization } from './organization.entity.js';

@Injectable()
export class ContactsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(contactList, actor, query);
  }

  /** Contacts at one organization. */
  async at(actor: Actor, organizationId: string, query: RawQuery): Promise<Page> {
    await this.db.get(Organization, organizationId);
    return this.lists.page(contactList, actor, { ...query, organizationId });
  }

  async view(actor: Actor, id: string): Promise<ContactView> {
    const contact = await this.lists.detail<ContactView>(contactList, actor, id);
    return { ...contact, abilities: contactAbilities(actor, contact) };
  }
}
