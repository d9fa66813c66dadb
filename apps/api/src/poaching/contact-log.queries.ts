import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { ContactTrace } from '@domain/poaching/contact-log.js';
import { contactLogAbilities } from '@domain/poaching/contact-log.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { contactLogList } from './contact-log.fields.js';
import type { ContactLogView } from './contact-log.view.js';

/** The candidacy that a log speaks of. */
export type Spoken = { id: string; candidateId: string; searchId: string };

@Injectable()
export class ContactLogQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(contactLogList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<ContactLogView> {
    const log = await this.lists.detail<ContactLogView>(contactLogList, actor, id);
    return { ...log, abilities: contactLogAbilities(actor, log) };
  }

  /** Whether the agency has this person. */
  async hasCandidate(id: string): Promise<boolean> {
    return (await this.db.row('contact_log_candidate', 'select id from candidate where id = $1', [id])) !== undefined;
  }

  /** What the logs of a person changed on them. */
  traces(candidateId: string): Promise<ContactTrace[]> {
    return this.db.rows(
      'contact_log_traces',
      `select id, outcome, occurred_at as "occurredAt", voided_at as "voidedAt", former_contact_at as "formerContactAt",
          noticed_on as "noticedOn", former_noticed_on as "formerNoticedOn"
        from contact_log where agency_id = current_agency() and candidate_id = $1`,
      [candidateId],
    );
  }

  /** When the person was last in contact and told of their data, as nobody else changes it before this unit of work ends. */
  lastContact(candidateId: string): Promise<{ lastContactAt: string | null; noticedOn: string | null } | undefined> {
    return this.db.row(
      'contact_log_last_contact',
      'select last_contact_at as "lastContactAt", noticed_on as "noticedOn" from candidate where id = $1 for update',
      [candidateId],
    );
  }

  /** Where the contact works; undefined where the agency has no such contact. */
  contact(id: string): Promise<{ organizationId: string } | undefined> {
    return this.db.row('contact_log_contact', 'select organization_id as "organizationId" from contact where id = $1', [
      id,
    ]);
  }

  /** The candidacy by its id, or that of the person in the search. */
  candidacy(by: { id: string } | { candidateId: string; searchId: string }): Promise<Spoken | undefined> {
    const columns = 'id, candidate_id as "candidateId", search_id as "searchId"';
    return 'id' in by
      ? this.db.row('contact_log_candidacy', `select ${columns} from candidacy where id = $1`, [by.id])
      : this.db.row(
          'contact_log_candidacy_of',
          `select ${columns} from candidacy where agency_id = current_agency() and search_id = $1 and candidate_id = $2`,
          [by.searchId, by.candidateId],
        );
  }
}
