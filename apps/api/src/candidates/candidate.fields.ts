import { candidateSources, privacyLaws, seniorities } from '@domain/candidates/candidate.js';
import type { Fields, Filter, ListSpec } from '@platform/lists/fields.js';
import { packageSql } from './package.fields.js';

const topics = (kind: string): string => `(select coalesce(json_agg(t.name order by t.name), '[]')
  from candidate_topic t where t.agency_id = c.agency_id and t.candidate_id = c.id and t.kind = '${kind}')`;

export const candidateFields = {
  id: { sql: 'c.id', type: 'id' },
  displayName: { sql: 'c.display_name', type: 'text', sort: 'c.sort_name' },
  givenName: { sql: 'c.given_name', type: 'text' },
  familyName: { sql: 'c.family_name', type: 'text' },
  nativeName: { sql: 'c.native_name', type: 'text' },
  romanizedName: { sql: 'c.romanized_name', type: 'text' },
  headline: { sql: 'c.headline', type: 'text' },
  roleFamilyId: { sql: 'c.role_family_id', type: 'id', filter: 'equals', nullable: true },
  roleFamilyName: { sql: 'f.name', type: 'text' },
  seniority: { sql: 'c.seniority', type: 'text', filter: 'equals', nullable: true, words: seniorities },
  city: { sql: 'c.city', type: 'text', filter: 'equals', nullable: true },
  country: { sql: 'c.country', type: 'text', filter: 'equals', nullable: true },
  ownerId: { sql: 'c.owner_id', type: 'id', filter: 'equals', nullable: true },
  ownerName: { sql: 'm.name', type: 'text' },
  currentOrganizationId: { sql: 'c.current_organization_id', type: 'id', filter: 'equals', nullable: true },
  currentOrganizationName: { sql: 'o.name', type: 'text' },
  currentTitle: { sql: 'c.current_title', type: 'text' },
  tags: {
    sql: `(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'color', s.color) order by s.position, s.name), '[]')
      from candidate_tag g join setting s on s.agency_id = g.agency_id and s.id = g.tag_id
      where g.agency_id = c.agency_id and g.candidate_id = c.id)`,
    type: 'json',
  },
  doNotContact: { sql: 'c.do_not_contact', type: 'flag', filter: 'equals' },
  source: { sql: 'c.source', type: 'text', filter: 'equals', words: candidateSources },
  law: { sql: 'c.law', type: 'text', filter: 'equals', words: privacyLaws },
  lastContactAt: {
    sql: 'c.last_contact_at',
    type: 'time',
    filter: 'range',
    nullable: true,
    sort: 'c.last_contact_sort',
  },
  importId: { sql: 'c.import_id', type: 'id', filter: 'equals', nullable: true },
  archivedAt: { sql: 'c.archived_at', type: 'time' },
  createdAt: { sql: 'c.created_at', type: 'time', filter: 'range', sort: true },
  updatedAt: { sql: 'c.updated_at', type: 'time', filter: 'range', sort: true },
  version: { sql: 'c.version', type: 'int' },
  pseudonym: { sql: 'c.pseudonym', type: 'text', only: 'detail' },
  aliases: {
    sql: `(select coalesce(json_agg(l.name order by l.name), '[]') from candidate_alias l
      where l.agency_id = c.agency_id and l.candidate_id = c.id)`,
    type: 'json',
    only: 'detail',
  },
  workAuthorization: { sql: 'c.work_authorization', type: 'text', only: 'detail' },
  technicalRoute: { sql: 'c.technical_route', type: 'text', only: 'detail' },
  sourceDetail: { sql: 'c.source_detail', type: 'text', only: 'detail' },
  sourcedOn: { sql: 'c.sourced_on', type: 'day', only: 'detail' },
  legalBasis: { sql: 'c.legal_basis', type: 'text', only: 'detail' },
  noticeDueOn: { sql: 'c.notice_due_on', type: 'day', filter: 'range', only: 'detail' },
  noticedOn: { sql: 'c.noticed_on', type: 'day', only: 'detail' },
  doNotContactReason: { sql: 'c.do_not_contact_reason', type: 'text', only: 'detail' },
  doNotContactSince: { sql: 'c.do_not_contact_since', type: 'day', only: 'detail' },
  objectsToProfiling: { sql: 'c.objects_to_profiling', type: 'flag', only: 'detail' },
  custom: { sql: 'c.custom', type: 'json', only: 'detail' },
  areas: { sql: topics('area'), type: 'json', only: 'detail' },
  skills: { sql: topics('skill'), type: 'json', only: 'detail' },
  languages: { sql: topics('language'), type: 'json', only: 'detail' },
  motives: { sql: topics('motive'), type: 'json', only: 'detail' },
  identifiers: {
    sql: `(select coalesce(json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'confidence', i.confidence)
        order by i.confidence, i.kind, i.id), '[]')
      from candidate_identifier i where i.agency_id = c.agency_id and i.candidate_id = c.id)`,
    type: 'json',
    only: 'detail',
  },
  channels: {
    sql: `(select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'value', h.value, 'state', h.state,
        'holderId', h.holder_id, 'holderName', m.name, 'bestTime', h.best_time, 'doNotUse', h.do_not_use, 'version', h.version)
        order by h.kind, h.id), '[]')
      from candidate_channel h left join member m on m.agency_id = h.agency_id and m.id = h.holder_id
      where h.agency_id = c.agency_id and h.candidate_id = c.id)`,
    type: 'json',
    only: 'detail',
  },
  affiliations: {
    sql: `(select coalesce(json_agg(json_build_object('id', a.id, 'organizationId', o.id, 'organizationName', o.name,
        'type', a.type, 'title', a.title, 'level', a.level, 'team', a.team, 'managerId', a.manager_id,
        'managerName', b.display_name, 'startedOn', a.started_on, 'endedOn', a.ended_on, 'seenFrom', a.seen_from,
        'seenUntil', a.seen_until, 'confidence', a.confidence, 'source', a.source,
        'isCurrent', a.id is not distinct from c.current_affiliation_id, 'version', a.version)
        order by coalesce(a.started_on, make_date(coalesce(a.seen_from, a.seen_until, 1), 1, 1)) desc, a.id), '[]')
      from affiliation a join organization o on o.agency_id = a.agency_id and o.id = a.organization_id
        left join candidate b on b.agency_id = a.agency_id and b.id = a.manager_id
      where a.agency_id = c.agency_id and a.candidate_id = c.id)`,
    type: 'json',
    only: 'detail',
  },
  covenants: {
    sql: `(select coalesce(json_agg(json_build_object('id', v.id, 'kind', v.kind, 'months', v.months::float8,
        'startsFrom', v.starts_from, 'binds', v.binds, 'status', v.status,
        'organizations', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.sort_name, o.id), '[]')
          from covenant_organization b join organization o on o.agency_id = b.agency_id and o.id = b.organization_id
          where b.agency_id = v.agency_id and b.covenant_id = v.id),
        'monthlyCompensation', money(v.monthly_compensation, v.currency), 'setOff', v.set_off, 'note', v.note,
        'version', v.version) order by v.kind, v.id), '[]')
      from covenant v where v.agency_id = c.agency_id and v.candidate_id = c.id)`,
    type: 'json',
    only: 'detail',
  },
  currentPackage: { sql: packageSql('current'), type: 'json', needs: 'package.read', only: 'detail' },
  expectedPackage: { sql: packageSql('expected'), type: 'json', needs: 'package.read', only: 'detail' },
  publicationCount: {
    sql: '(select count(*)::int from authorship w where w.agency_id = c.agency_id and w.candidate_id = c.id)',
    type: 'int',
    only: 'detail',
  },
  documentCount: {
    sql: `(select count(*)::int from document d
      where d.agency_id = c.agency_id and d.candidate_id = c.id and d.archived_at is null)`,
    type: 'int',
    needs: 'document.read',
    only: 'detail',
  },
  noticedBy: {
    sql: `(select m.name from contact_log l join member m on m.agency_id = l.agency_id and m.id = l.member_id
      where l.agency_id = c.agency_id and l.candidate_id = c.id and l.notice_given and l.voided_at is null
      order by l.occurred_at, l.id limit 1)`,
    type: 'text',
    needs: 'contact-log.read',
    only: 'detail',
  },
  candidacyCount: {
    sql: '(select count(*)::int from candidacy y where y.agency_id = c.agency_id and y.candidate_id = c.id)',
    type: 'int',
    only: 'detail',
  },
  noteCount: {
    sql: '(select count(*)::int from note n where n.agency_id = c.agency_id and n.candidate_id = c.id)',
    type: 'int',
    only: 'detail',
  },
} as const satisfies Fields;

const topic = (kind: string, description: string): Filter => ({
  type: 'text',
  sql: (value) => `exists (select from candidate_topic t
    where t.agency_id = c.agency_id and t.candidate_id = c.id and t.kind = '${kind}' and t.name = any(${value}))`,
  empty: `not exists (select from candidate_topic t
    where t.agency_id = c.agency_id and t.candidate_id = c.id and t.kind = '${kind}')`,
  description,
});

const cash = (kind: string, comparison: '>=' | '<=', description: string): Filter => ({
  type: 'int',
  sql: (value) => `exists (select from package p
    where p.agency_id = c.agency_id and p.candidate_id = c.id and p.kind = '${kind}'
      and p.annual_cash_minor ${comparison} (${value})[1] * case when p.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK') then 1 else 100 end)`,
  needs: 'package.read',
  description,
});

const below = (
  value: string,
): string => `(with recursive below as (select o.id from organization o where o.id = any(${value})
    union select o.id from below b join organization o on o.parent_id = b.id) select id from below)`;

export const candidateList: ListSpec = {
  name: 'candidates',
  from: `candidate c left join setting f on f.agency_id = c.agency_id and f.id = c.role_family_id
    left join member m on m.agency_id = c.agency_id and m.id = c.owner_id
    left join organization o on o.agency_id = c.agency_id and o.id = c.current_organization_id`,
  alias: 'c',
  fields: candidateFields,
  filters: {
    archived: {
      type: 'flag',
      sql: (value) => `(c.archived_at is not null) = any(${value})`,
      description: 'true: archived alone; false: the others',
    },
    noticeOverdue: {
      type: 'flag',
      sql: (value) =>
        `(c.noticed_on is null and c.notice_due_on is not null and c.notice_due_on < {today}) = any(${value})`,
      description: 'Whether the day by which they were to be told that their data is kept has gone by.',
    },
    organizationId: {
      type: 'id',
      sql: (value) => `exists (select from affiliation a where a.agency_id = c.agency_id and a.candidate_id = c.id
        and a.organization_id = any(${value}) and a.confidence = 'sure')`,
      description: 'There now or before.',
    },
    underOrganizationId: {
      type: 'id',
      sql: (value) => `c.current_organization_id in ${below(value)}`,
      description: 'Now there or anywhere below it.',
    },
    everUnderOrganizationId: {
      type: 'id',
      sql: (value) => `exists (select from affiliation a where a.agency_id = c.agency_id and a.candidate_id = c.id
        and a.organization_id in ${below(value)} and a.confidence = 'sure')`,
      description: 'There or anywhere below it, now or before.',
    },
    tagId: {
      type: 'id',
      sql: (value) => `exists (select from candidate_tag g
        where g.agency_id = c.agency_id and g.candidate_id = c.id and g.tag_id = any(${value}))`,
      empty: `not exists (select from candidate_tag g where g.agency_id = c.agency_id and g.candidate_id = c.id)`,
      description: 'With one of the tags.',
    },
    area: topic('area', 'A research area.'),
    skill: topic('skill', 'A skill.'),
    language: topic('language', 'A language.'),
    channelHolderId: {
      type: 'id',
      sql: (value) => `exists (select from candidate_channel h
        where h.agency_id = c.agency_id and h.candidate_id = c.id and h.holder_id = any(${value}))`,
      description: 'Whom this colleague is in touch with.',
    },
    hasPackage: {
      type: 'flag',
      sql: (value) =>
        `exists (select from package p where p.agency_id = c.agency_id and p.candidate_id = c.id and p.kind in ('current', 'expected')) = any(${value})`,
      needs: 'package.read',
      description: 'Whether current or expected pay is known.',
    },
    currentCashFrom: cash('current', '>=', 'Current annual cash in whole units of its own currency: from here on'),
    currentCashTo: cash('current', '<=', 'Current annual cash in whole units of its own currency: up to here'),
    expectedCashFrom: cash('expected', '>=', 'Expected annual cash in whole units of its own currency: from here on'),
    expectedCashTo: cash('expected', '<=', 'Expected annual cash in whole units of its own currency: up to here'),
  },
  search: (q, actor) =>
    `c.id in (select found.id from candidate_matches(${q}, ${String(actor.permissions.has('note.read'))}) as found (id))`,
  defaultSort: '-updatedAt',
};
