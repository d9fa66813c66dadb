import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { PackageSource } from '@domain/compensation/package.js';
import { livePlacementStates } from '@domain/candidacies/placement.js';
import { leastSharing, submissionAbilities } from '@domain/portal/submission.rules.js';
import type { DisclosureLevel, SubmissionGround } from '@domain/portal/submission.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { submissionList } from './submission.fields.js';
import type { SubmissionView } from './submission.view.js';

/** What stands around a candidacy that is about to be submitted. */
export type Around = Pick<SubmissionGround, 'searchState' | 'person' | 'consented' | 'sharing'> & {
  readonly organizationId: string;
  readonly searchTitle: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly months: number;
  readonly paySource: PackageSource | null;
  readonly payVolunteered: boolean;
};

/** A submission that still protects someone whom its client now employs. */
export type Hire = {
  readonly id: string;
  readonly candidacyId: string;
  readonly startedOn: string | null;
  readonly placed: boolean;
  readonly assigneeId: string | null;
};

@Injectable()
export class SubmissionsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(submissionList, actor, query);
  }

  async ofCandidacy(actor: Actor, candidacyId: string, query: RawQuery): Promise<Page> {
    await this.db.get(Candidacy, candidacyId);
    return this.page(actor, { ...query, candidacyId });
  }

  async view(actor: Actor, id: string): Promise<SubmissionView> {
    const submission = await this.lists.detail<SubmissionView>(submissionList, actor, id);
    return { ...submission, abilities: submissionAbilities(actor, submission) };
  }

  /** An id for the next submission: its report is kept under it before the row is written. */
  async nextId(): Promise<string> {
    const row = await this.db.row<{ id: string }>('submission_id', 'select uuidv7() as id');
    if (!row) throw new Error('the database made no id');
    return row.id;
  }

  /** What the gates and the report ask of the search, the person and the agency: one round trip. */
  async around({ searchId, candidateId }: Candidacy, level: DisclosureLevel): Promise<Around> {
    const row = await this.db.row<Around>('submission_around', aroundSql, [searchId, candidateId, level, leastSharing]);
    if (!row) throw new Error('a candidacy without its search or person');
    return row;
  }

  /** The contact, and whether they belong to the client of the search; undefined where the agency has no such contact. */
  contact(id: string, searchId: string): Promise<{ archivedAt: string | null; ofClient: boolean } | undefined> {
    return this.db.row('submission_contact', contactSql, [id, searchId]);
  }

  /** Days within which a client answers, and the language of the agency. */
  async agency(): Promise<{ answerDays: number; locale: 'en' | 'zh' | 'de'; timeZone: string }> {
    const row = await this.db.row<{ answerDays: number; locale: 'en' | 'zh' | 'de'; timeZone: string }>(
      'submission_agency',
      'select answer_days as "answerDays", locale, time_zone as "timeZone" from agency',
    );
    if (!row) throw new Error('no agency');
    return row;
  }

  /** The submissions to whose client, or to an organization below it, the person's current employment belongs: of one person, or of all. */
  hires(candidateId: string | null): Promise<Hire[]> {
    return this.db.rows('submission_hires', hiresSql, [candidateId, livePlacementStates]);
  }

  /** Which of these ids have a row. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      'submissions_known',
      'select id from submission where id = any($1::uuid[])',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

const aroundSql = `select s.state as "searchState", s.organization_id as "organizationId", s.title as "searchTitle", s.city, s.country,
    coalesce(s.protection_months, a.protection_months) as months, k.source as "paySource",
    json_build_object('archivedAt', p.archived_at, 'doNotContact', p.do_not_contact, 'law', p.law,
      'noticeDueOn', p.notice_due_on, 'noticedOn', p.noticed_on) as person,
    exists (select from consent g join submission u on u.agency_id = g.agency_id and u.id = g.submission_id
      where g.candidate_id = p.id and g.organization_id = s.organization_id and g.level >= $3 and u.voided_at is null) as consented,
    exists (select from submission u where u.candidate_id = p.id and u.organization_id = s.organization_id
      and u.pay_volunteered_on is not null and u.voided_at is null) as "payVolunteered",
    (select count(*)::int from (select from candidate o where o.agency_id = p.agency_id and o.archived_at is null
      and (p.role_family_id is null or o.role_family_id = p.role_family_id) and (p.seniority is null or o.seniority = p.seniority)
      and (p.country is null or lower(o.country) = lower(p.country)) limit $4::int) as same) as sharing
  from search s join agency a on a.id = s.agency_id join candidate p on p.agency_id = s.agency_id and p.id = $2
    left join package k on k.agency_id = p.agency_id and k.candidate_id = p.id and k.kind = 'current'
  where s.id = $1`;

const below = (root: string): string => `(with recursive inside as (select ${root} as id
  union select o.id from inside join organization o on o.agency_id = s.agency_id and o.parent_id = inside.id) select id from inside)`;

const contactSql = `select c.archived_at as "archivedAt",
    c.organization_id in ${below('s.organization_id')} or s.organization_id in ${below('c.organization_id')}
      or exists (select from search_contact x where x.agency_id = s.agency_id and x.search_id = s.id and x.contact_id = c.id) as "ofClient"
  from contact c join search s on s.agency_id = c.agency_id and s.id = $2 where c.id = $1`;

const atWork = (id: string): string => `(select m.id from member m where m.agency_id = s.agency_id and m.id = ${id}
  and m.suspended_at is null and m.client_id is null)`;

const hiresSql = `select u.id, u.candidacy_id as "candidacyId", f.started_on as "startedOn",
    exists (select from placement l where l.agency_id = u.agency_id and l.candidate_id = u.candidate_id and l.search_id in
      (select o.id from search o where o.agency_id = u.agency_id and o.organization_id = u.organization_id) and l.state = any($2)) as placed,
    coalesce(${atWork('s.lead_id')}, ${atWork('u.member_id')},
      (select m.id from member m where m.agency_id = s.agency_id and m.role = 'owner' and m.suspended_at is null order by m.id limit 1)) as "assigneeId"
  from submission u join search s on s.agency_id = u.agency_id and s.id = u.search_id
    join candidate p on p.agency_id = u.agency_id and p.id = u.candidate_id
    join affiliation f on f.agency_id = p.agency_id and f.id = p.current_affiliation_id and f.type = 'employment'
  where ($1::uuid is null or u.candidate_id = $1) and u.hire_task_id is null and f.organization_id in ${below('u.organization_id')}
  order by u.id`;
