/** What a timeline is of. */
export type TimelineOf = 'candidate' | 'organization' | 'search';

type Branch = {
  readonly kind: 'event' | 'note' | 'contact' | 'stage';
  readonly from: string;
  readonly alias: string;
  readonly at: string;
  /** SQL of: type, actor, candidate, organization, search, subject, data, text. */
  readonly columns: readonly [string, string, string, string, string, string, string, string];
  /** Condition beside agency, subject, types and place. */
  readonly where?: string;
};

/** Types of events that stand in a timeline by what they made, not as events. */
const shownOtherwise = [
  'note.written',
  'contact-log.added',
  'candidacy.added',
  'candidacy.moved',
  'candidacy.exited',
  'candidacy.reopened',
];

const event: Branch = {
  kind: 'event',
  from: 'event e',
  alias: 'e',
  at: 'e.at',
  columns: [
    'e.type',
    'e.actor_id',
    'e.candidate_id',
    'e.organization_id',
    'e.search_id',
    'e.subject_id',
    'e.data',
    'null',
  ],
  where: `e.type <> all ('{${shownOtherwise.join(',')}}') and (e.visibility <> 'private' or e.actor_id = $5)`,
};

const note: Branch = {
  kind: 'note',
  from: 'note n',
  alias: 'n',
  at: 'n.created_at',
  columns: [
    `'note.written'`,
    'n.author_id',
    `coalesce(n.candidate_id,
      (select y.candidate_id from candidacy y where y.agency_id = n.agency_id and y.id = n.candidacy_id))`,
    `coalesce(n.organization_id,
      (select c.organization_id from contact c where c.agency_id = n.agency_id and c.id = n.contact_id))`,
    `coalesce(n.search_id,
      (select y.search_id from candidacy y where y.agency_id = n.agency_id and y.id = n.candidacy_id))`,
    'n.id',
    `jsonb_build_object('visibility', n.visibility, 'pinned', n.pinned, 'version', n.version, 'document', n.document,
      'edited', exists (select from note_edit d where d.agency_id = n.agency_id and d.note_id = n.id))`,
    'n.body',
  ],
  where: `(n.visibility <> 'private' or n.author_id = $5)`,
};

const contact: Branch = {
  kind: 'contact',
  from: 'contact_log l',
  alias: 'l',
  at: 'l.occurred_at',
  columns: [
    `'contact-log.added'`,
    'l.member_id',
    'l.candidate_id',
    '(select c.organization_id from contact c where c.agency_id = l.agency_id and c.id = l.contact_id)',
    'l.search_id',
    'l.id',
    `jsonb_build_object('channel', l.channel, 'direction', l.direction, 'outcome', l.outcome, 'contactId', l.contact_id,
      'candidacyId', l.candidacy_id, 'noticeGiven', l.notice_given, 'followUpTaskId', l.follow_up_task_id,
      'recordedAt', l.recorded_at, 'voidedAt', l.voided_at, 'voidedBy', l.voided_by)`,
    'l.text',
  ],
};

const stage: Branch = {
  kind: 'stage',
  from: 'stage_entry g',
  alias: 'g',
  at: 'g.occurred_at',
  columns: [
    `'candidacy.' || g.kind`,
    'g.member_id',
    'g.candidate_id',
    'null::uuid',
    'g.search_id',
    'g.id',
    `jsonb_build_object('candidacyId', g.candidacy_id, 'fromGroup', g.from_group, 'toGroup', g.to_group,
      'fromStageId', g.from_stage_id, 'toStageId', g.to_stage_id,
      'fromStage', (select s.name from stage s where s.agency_id = g.agency_id and s.id = g.from_stage_id),
      'toStage', (select s.name from stage s where s.agency_id = g.agency_id and s.id = g.to_stage_id),
      'party', g.exit_party, 'reason', g.exit_reason, 'recordedAt', g.recorded_at,
      'voidedAt', g.voided_at, 'voidedBy', g.voided_by)`,
    'g.note',
  ],
};

const contactsOf = '(select c.id from contact c where c.agency_id = $1 and c.organization_id = $2)';
const candidaciesOf = (column: string): string =>
  `(select y.id from candidacy y where y.agency_id = $1 and y.${column} = $2)`;

/** The tables that a timeline joins, and how a row of each belongs to its subject. */
const branches: Record<TimelineOf, readonly (readonly [Branch, string])[]> = {
  candidate: [
    [event, 'e.candidate_id = $2'],
    [note, 'n.candidate_id = $2'],
    [note, `n.candidacy_id in ${candidaciesOf('candidate_id')}`],
    [contact, 'l.candidate_id = $2'],
    [stage, 'g.candidate_id = $2'],
  ],
  organization: [
    [event, 'e.organization_id = $2'],
    [note, 'n.organization_id = $2'],
    [note, `n.contact_id in ${contactsOf}`],
    [contact, `l.contact_id in ${contactsOf}`],
  ],
  search: [
    [event, 'e.search_id = $2'],
    [note, 'n.search_id = $2'],
    [note, `n.candidacy_id in ${candidaciesOf('search_id')}`],
    [contact, 'l.search_id = $2'],
    [stage, 'g.search_id = $2'],
  ],
};

const names = ['type', 'actor_id', 'candidate_id', 'organization_id', 'search_id', 'subject_id', 'data', 'text'];

function rowsOf([branch, belongs]: readonly [Branch, string], descending: boolean): string {
  const { kind, from, alias, at, columns, where } = branch;
  const direction = descending ? 'desc' : 'asc';
  const read = columns.map((sql, index) => `${sql} as ${names[index]}`).join(', ');
  return `(select '${kind}' as kind, ${alias}.id, ${at} as at, ${read} from ${from}
    where ${alias}.agency_id = $1 and ${belongs} and '${kind}' = any ($4::text[]) and ${columns[0]} = any ($3::text[])
      ${where === undefined ? '' : `and ${where}`}
      and (${at}, ${alias}.id) ${descending ? '<' : '>'} ($6::timestamptz, $7::uuid) and ${at} >= $8::timestamptz and ${at} <= $9::timestamptz
    order by ${at} ${direction}, ${alias}.id ${direction} limit $10::int)`;
}

/**
 * One page of a timeline. Takes: agency, subject, types, kinds, member, moment and id after which it begins, earliest and
 * latest moment, how many, and whether names of candidates, organizations and searches may be read.
 */
export function timelineStatement(of: TimelineOf, descending: boolean): string {
  const direction = descending ? 'desc' : 'asc';
  const entries = branches[of].map((branch) => rowsOf(branch, descending)).join(' union all ');
  return `select row_to_json(v)::text as v, t.at::text as k, t.id
    from (select * from (${entries}) as entry order by at ${direction}, id ${direction} limit $10::int) as t,
    lateral (select t.id, t.at, t.kind, t.type, t.actor_id as "actorId",
      (select m.name from member m where m.agency_id = $1 and m.id = t.actor_id) as "actorName",
      t.candidate_id as "candidateId",
      (select c.display_name from candidate c where $11 and c.agency_id = $1 and c.id = t.candidate_id) as "candidateName",
      t.organization_id as "organizationId",
      (select o.name from organization o where $12 and o.agency_id = $1 and o.id = t.organization_id) as "organizationName",
      t.search_id as "searchId",
      (select s.title from search s where $13 and s.agency_id = $1 and s.id = t.search_id) as "searchTitle",
      t.subject_id as "subjectId", t.data, t.text) as v
    order by t.at ${direction}, t.id ${direction}`;
}
