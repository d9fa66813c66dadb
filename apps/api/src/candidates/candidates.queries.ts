import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { candidateAbilities, type CustomFieldFacts } from '@domain/candidates/candidate.rules.js';
import { namesGoTogether } from '@domain/candidates/name.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Organization } from '../organizations/organization.entity.js';
import { Candidate } from './candidate.entity.js';
import { candidateList } from './candidate.fields.js';
import { comparableNames, type Names } from './candidate.search.js';
import type { CandidateView, PossibleDuplicate } from './candidate.view.js';
import type { PackagesView } from './package.view.js';
import { personList } from './person.fields.js';
import { publicationList } from './publication.fields.js';
import type { CoAuthor, CoAuthors } from './publication.view.js';

type SharedChannel = PossibleDuplicate & Names;

@Injectable()
export class CandidatesQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(candidateList, actor, query);
  }

  /** People who are or were at an organization. */
  async people(actor: Actor, organizationId: string, query: RawQuery): Promise<Page> {
    await this.db.get(Organization, organizationId);
    return this.lists.page(personList, actor, { ...query, organizationId });
  }

  async view(actor: Actor, id: string): Promise<CandidateView> {
    const candidate = await this.lists.detail<CandidateView>(candidateList, actor, id);
    return { ...candidate, abilities: candidateAbilities(actor, candidate) };
  }

  async packages(actor: Actor, id: string): Promise<PackagesView> {
    const { currentPackage, expectedPackage } = await this.lists.detail<CandidateView>(candidateList, actor, id);
    return { current: currentPackage ?? null, expected: expectedPackage ?? null };
  }

  async publications(actor: Actor, id: string, query: RawQuery): Promise<Page> {
    await this.db.get(Candidate, id);
    return this.lists.page(publicationList, actor, { ...query, candidateId: id });
  }

  /** Whom the agency knows of those who wrote with the person. */
  async coAuthors(id: string): Promise<CoAuthors> {
    await this.db.get(Candidate, id);
    const rows = await this.db.rows<CoAuthor & { total: number }>('candidate_co_authors', coAuthorsSql, [id]);
    return { items: rows.map(({ total: _, ...one }) => one), total: rows[0]?.total ?? 0 };
  }

  /** The agency's own fields, without the archived ones. */
  customFields(): Promise<CustomFieldFacts[]> {
    return this.db.rows('custom_fields', 'select key, kind, choices from custom_field where archived_at is null');
  }

  /** Which of these settings of one kind do not exist. */
  async missingSettings(kind: 'tag' | 'role_family', ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.rows<{ id: string }>(
      'settings_missing',
      `select wanted.id from unnest($1::uuid[]) as wanted (id)
        where not exists (select from setting s where s.id = wanted.id and s.kind = $2)`,
      [ids, kind],
    );
    return rows.map(({ id }) => id);
  }

  /** Other people with one of the channels of this one and a name that goes with theirs. */
  async possibleDuplicates(id: string, names: Names): Promise<PossibleDuplicate[]> {
    const ours = comparableNames(names);
    const shared = await this.db.rows<SharedChannel>('candidate_shared_channels', sharedChannelsSql, [id]);
    return shared
      .filter((other) => namesGoTogether(ours, comparableNames(other)))
      .map(({ id: otherId, displayName, nativeName, currentOrganizationName, channel }) => ({
        id: otherId,
        displayName,
        nativeName,
        currentOrganizationName,
        channel,
      }));
  }
}

const coAuthorsSql = `select c.id, c.display_name as "displayName", c.native_name as "nativeName",
    c.current_organization_id as "currentOrganizationId", o.name as "currentOrganizationName", w.shared, w."lastYear",
    count(*) over ()::int as total
  from (select other.candidate_id, count(distinct other.publication_id)::int as shared, max(p.year) as "lastYear"
      from authorship own
        join authorship other on other.agency_id = own.agency_id and other.publication_id = own.publication_id
          and other.candidate_id <> own.candidate_id
        join publication p on p.agency_id = own.agency_id and p.id = own.publication_id
      where own.candidate_id = $1 group by other.candidate_id) as w
    join candidate c on c.id = w.candidate_id and c.archived_at is null
    left join organization o on o.agency_id = c.agency_id and o.id = c.current_organization_id
  order by w.shared desc, w."lastYear" desc nulls last, c.sort_name, c.id limit 200`;

const sharedChannelsSql = `select distinct on (c.id) c.id, c.display_name as "displayName", c.given_name as "givenName",
    c.family_name as "familyName", c.native_name as "nativeName", c.romanized_name as "romanizedName", h.kind as channel,
    array(select l.name from candidate_alias l where l.candidate_id = c.id) as aliases,
    (select o.name from organization o where o.id = c.current_organization_id) as "currentOrganizationName"
  from candidate_channel own
    join candidate_channel h on h.agency_id = own.agency_id and h.kind = own.kind and h.value_key = own.value_key and h.candidate_id <> own.candidate_id
    join candidate c on c.agency_id = h.agency_id and c.id = h.candidate_id
  where own.candidate_id = $1
  order by c.id, h.kind limit 50`;
