import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { whyNotChangeContact } from '@domain/organizations/contact.rules.js';
import { whyNotChange } from '@domain/organizations/organization.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { CreateContact, PatchContact } from './contact.dto.js';
import { Contact } from './contact.entity.js';
import type { ContactView } from './contact.view.js';
import { ContactsQueries } from './contacts.queries.js';
import { Organization } from './organization.entity.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: ContactsQueries,
  ) {}

  async create(actor: Actor, organizationId: string, values: CreateContact): Promise<ContactView> {
    const organization = await this.db.get(Organization, organizationId);
    must(actor, 'contact.edit');
    refuseIf(whyNotChange(organization));
    const contact = await this.db.insert(Contact, { organizationId, ...values });
    await this.events.record('contact.created', { about: contact, data: { kind: contact.kind } });
    return this.queries.view(actor, contact.id);
  }

  async patch(actor: Actor, id: string, values: PatchContact): Promise<ContactView> {
    const contact = await this.db.get(Contact, id);
    must(actor, 'contact.edit', contact);
    refuseIf(whyNotChangeContact(contact));
    await this.db.change(contact, values);
    await this.events.record('contact.changed', { about: contact, data: { fields: Object.keys(values) } });
    return this.queries.view(actor, id);
  }

  async archive(actor: Actor, id: string, archived: boolean): Promise<ContactView> {
    const contact = await this.db.get(Contact, id);
    must(actor, 'contact.edit', contact);
    if ((contact.archivedAt !== null) === archived) throw new Refusal('contact.state');
    await this.db.change(contact, { archivedAt: archived ? this.clock.now().toISOString() : null });
    await this.events.record(archived ? 'contact.archived' : 'contact.restored', { about: contact });
    return this.queries.view(actor, id);
  }
}
