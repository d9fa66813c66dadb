import { Injectable } from '@nestjs/common';
import type { Locale } from '@domain/agencies/agency.js';
import { minorPlaces } from '@domain/compensation/annual-cash.js';
import type { PayPlaceFacts } from '@domain/portal/pay-place.js';
import type { ReportPay, ReportPerson, ReportTemplate } from '@domain/portal/report.js';
import { shippedTemplate } from '@domain/portal/report.words.js';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';

type Pay = { readonly minor: string; readonly currency: string } | null;

@Injectable()
export class ReportsQueries {
  constructor(private readonly db: Db) {}

  /** Everything of a person that a report may draw on; what it shows of it is for the rules to say. */
  async person(candidateId: string): Promise<ReportPerson> {
    const row = await this.db.row<{ v: ReportPerson & { currentPay: Pay; expectedPay: Pay } }>(
      'report_person',
      personSql,
      [candidateId],
    );
    if (!row) throw new Error('a candidacy without a person');
    return { ...row.v, currentPay: cashOf(row.v.currentPay), expectedPay: cashOf(row.v.expectedPay) };
  }

  /** The named form of reports of a language, or the first by name, or the shipped one. 422 where the named one is none of it. */
  async template(locale: Locale, id: string | null): Promise<ReportTemplate> {
    const own = await this.db.row<ReportTemplate>(
      'report_template_of',
      `select locale, letterhead, sections, closing from report_template
        where locale = $1 and ($2::uuid is null or id = $2) order by name, id limit 1`,
      [locale, id],
    );
    if (own) return own;
    if (id === null) return shippedTemplate(locale);
    const errors = [{ pointer: '/templateId', message: 'is no form of this language' }];
    throw new Refusal('reference.unknown', undefined, { errors });
  }

  payPlaces(): Promise<PayPlaceFacts[]> {
    return this.db.rows('pay_places', 'select shipped, name, words, banned from pay_place');
  }
}

function cashOf(pay: Pay): ReportPay | null {
  if (pay === null) return null;
  const places = minorPlaces(pay.currency);
  return { amount: (Number(pay.minor) / 10 ** places).toFixed(places), currency: pay.currency };
}

const of = (table: string): string => `${table} x where x.agency_id = c.agency_id and x.candidate_id = c.id`;

const pay = (kind: string): string =>
  `(select json_build_object('minor', x.annual_cash_minor::text, 'currency', x.currency) from ${of('package')} and x.kind = '${kind}')`;

/** The names of an organization and of all above it, for what a blind report must not hold. */
const namesAbove = `(with recursive above as (select o.id, o.parent_id
    union select u.id, u.parent_id from above join organization u on u.agency_id = x.agency_id and u.id = above.parent_id)
  select coalesce(json_agg(n.value), '[]') from (
    select a.value from above join organization_alias a on a.agency_id = x.agency_id and a.organization_id = above.id
    union select u.name from above join organization u on u.agency_id = x.agency_id and u.id = above.id
    union select u.native_name from above join organization u on u.agency_id = x.agency_id and u.id = above.id
      where u.native_name is not null) as n)`;

const affiliations = `(select coalesce(json_agg(json_build_object('type', x.type, 'title', x.title, 'team', x.team,
    'startedOn', x.started_on, 'endedOn', x.ended_on, 'seenFrom', x.seen_from, 'seenUntil', x.seen_until,
    'current', x.id is not distinct from c.current_affiliation_id,
    'organization', json_build_object('name', o.name, 'nativeName', o.native_name, 'kind', o.kind, 'country', o.country,
      'aliases', ${namesAbove},
      'people', (select count(*)::int from (select from candidate e where e.agency_id = o.agency_id
        and e.current_organization_id = o.id limit 100) as known)))), '[]')
  from affiliation x join organization o on o.agency_id = x.agency_id and o.id = x.organization_id
  where x.agency_id = c.agency_id and x.candidate_id = c.id and x.confidence = 'sure')`;

const personSql = `select json_build_object('displayName', c.display_name, 'givenName', c.given_name, 'familyName', c.family_name,
    'nativeName', c.native_name, 'romanizedName', c.romanized_name, 'pseudonym', c.pseudonym, 'headline', c.headline,
    'aliases', (select coalesce(json_agg(x.name), '[]') from ${of('candidate_alias')}),
    'roleFamily', (select s.name from setting s where s.agency_id = c.agency_id and s.id = c.role_family_id),
    'seniority', c.seniority, 'city', c.city, 'country', c.country, 'workAuthorization', c.work_authorization,
    'topics', (select coalesce(json_agg(json_build_object('kind', x.kind, 'name', x.name, 'sharedBy',
      (select count(*)::int from (select from candidate_topic o where o.agency_id = x.agency_id and o.kind = x.kind
        and o.name = x.name limit 5) as same)) order by x.name), '[]') from ${of('candidate_topic')}),
    'affiliations', ${affiliations},
    'publications', (select coalesce(json_agg(json_build_object('title', b.title, 'venue', b.venue, 'year', b.year)
      order by b.sort_year desc, b.title), '[]') from ${of('authorship').replace(
        ' x where',
        ` x join publication b
      on b.agency_id = x.agency_id and b.id = x.publication_id where`,
      )}),
    'noticeMonths', (select max(x.months)::float from ${of('covenant')} and x.kind = 'notice' and x.status = 'asserted'),
    'currentPay', ${pay('current')}, 'expectedPay', ${pay('expected')},
    'channels', (select coalesce(json_agg(json_build_object('kind', x.kind, 'value', x.value) order by x.kind, x.value), '[]')
      from ${of('candidate_channel')} and not x.do_not_use and x.state <> 'removed'),
    'identifiers', (select coalesce(json_agg(json_build_object('kind', x.kind, 'value', x.value) order by x.kind, x.value), '[]')
      from ${of('candidate_identifier')} and x.confidence = 'sure')) as v
  from candidate c where c.id = $1`;
