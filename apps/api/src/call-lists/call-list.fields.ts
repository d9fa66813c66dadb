import { callListSources, callListStates } from '@domain/call-lists/call-list.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const count = (condition: string): string =>
  `(select count(*)::int from call_list_entry e where e.agency_id = k.agency_id and e.call_list_id = k.id and ${condition})`;

export const callListFields = {
  id: { sql: 'k.id', type: 'id' },
  source: { sql: 'k.source', type: 'text', filter: 'equals', words: callListSources },
  searchId: { sql: 'k.search_id', type: 'id', filter: 'equals' },
  searchTitle: {
    sql: '(select s.title from search s where s.agency_id = k.agency_id and s.id = k.search_id)',
    type: 'text',
    needs: 'search.read',
  },
  stageName: {
    sql: '(select g.name from stage g where g.agency_id = k.agency_id and g.id = k.stage_id)',
    type: 'text',
    needs: 'search.read',
  },
  total: { sql: count('true'), type: 'int' },
  done: { sql: count("e.state = 'done'"), type: 'int' },
  skipped: { sql: count("e.state = 'skipped'"), type: 'int' },
  createdAt: { sql: 'k.created_at', type: 'time', sort: true },
} as const satisfies Fields;

export const callListList: ListSpec = {
  name: 'call-lists',
  from: 'call_list k',
  alias: 'k',
  fields: callListFields,
  filters: {
    open: {
      type: 'flag',
      sql: (value) => `exists (select from call_list_entry e where e.agency_id = k.agency_id and e.call_list_id = k.id
        and e.state = 'waiting') = (${value})[1]`,
      description: 'true: somebody waits; false: all were called or skipped',
    },
  },
  where: 'k.member_id = {member}',
  defaultSort: '-createdAt',
};

const mayRead = `(n.visibility <> 'private' or n.author_id = current_member())`;
const note = `json_build_object('id', n.id, 'body', left(n.body, 1000), 'authorName', (select m.name from member m
  where m.agency_id = n.agency_id and m.id = n.author_id), 'createdAt', n.created_at)`;

export const callListEntryFields = {
  id: { sql: 'e.id', type: 'id' },
  callListId: { sql: 'e.call_list_id', type: 'id', filter: 'narrow' },
  position: { sql: 'e.position', type: 'int', sort: true },
  state: { sql: 'e.state', type: 'text', filter: 'equals', words: callListStates },
  candidateId: { sql: 'e.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: 'c.display_name', type: 'text', needs: 'candidate.read' },
  nativeName: { sql: 'c.native_name', type: 'text', needs: 'candidate.read' },
  currentTitle: { sql: 'c.current_title', type: 'text', needs: 'candidate.read' },
  currentOrganizationName: {
    sql: '(select o.name from organization o where o.agency_id = c.agency_id and o.id = c.current_organization_id)',
    type: 'text',
    needs: 'candidate.read',
  },
  doNotContact: { sql: 'c.do_not_contact', type: 'flag', needs: 'candidate.read' },
  headline: { sql: 'c.headline', type: 'text', needs: 'candidate.read', only: 'detail' },
  city: { sql: 'c.city', type: 'text', needs: 'candidate.read', only: 'detail' },
  country: { sql: 'c.country', type: 'text', needs: 'candidate.read', only: 'detail' },
  ownerName: {
    sql: '(select m.name from member m where m.agency_id = c.agency_id and m.id = c.owner_id)',
    type: 'text',
    needs: 'candidate.read',
    only: 'detail',
  },
  channels: {
    sql: `(select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'value', h.value, 'bestTime', h.best_time)
        order by array_position(array['phone', 'wechat', 'email', 'maimai'], h.kind), h.id), '[]')
      from candidate_channel h where h.agency_id = e.agency_id and h.candidate_id = e.candidate_id
        and not h.do_not_use and h.state <> 'removed')`,
    type: 'json',
    needs: 'candidate.read',
    only: 'detail',
  },
  lastContact: {
    sql: `(select json_build_object('id', l.id, 'channel', l.channel, 'direction', l.direction, 'outcome', l.outcome,
        'text', left(l.text, 1000), 'memberName', m.name, 'occurredAt', l.occurred_at)
      from contact_log l join member m on m.agency_id = l.agency_id and m.id = l.member_id
      where l.agency_id = e.agency_id and l.candidate_id = e.candidate_id and l.voided_at is null
      order by l.occurred_at desc, l.id desc limit 1)`,
    type: 'json',
    only: 'detail',
  },
  lastNote: {
    sql: `(select ${note} from note n where n.agency_id = e.agency_id and n.candidate_id = e.candidate_id
      and not n.pinned and ${mayRead} order by n.created_at desc, n.id desc limit 1)`,
    type: 'json',
    needs: 'note.read',
    only: 'detail',
  },
  hooks: {
    sql: `(select coalesce(json_agg(pinned.note), '[]') from (select ${note} as note from note n
      where n.agency_id = e.agency_id and n.candidate_id = e.candidate_id and n.pinned and ${mayRead}
      order by n.created_at desc, n.id desc limit 3) as pinned)`,
    type: 'json',
    needs: 'note.read',
    only: 'detail',
  },
  searches: {
    sql: `(select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'stageName', g.name)
        order by y.updated_at desc), '[]')
      from candidacy y join search s on s.agency_id = y.agency_id and s.id = y.search_id
        left join stage g on g.agency_id = y.agency_id and g.id = y.stage_id
      where y.agency_id = e.agency_id and y.candidate_id = e.candidate_id and y.exited_at is null and y.role = 'candidate')`,
    type: 'json',
    needs: 'candidacy.read',
    only: 'detail',
  },
  task: {
    sql: `(select json_build_object('id', t.id, 'title', t.title, 'dueOn', t.due_on, 'doneAt', t.done_at)
      from task t where t.agency_id = e.agency_id and t.id = e.task_id)`,
    type: 'json',
    needs: 'task.read',
    only: 'detail',
  },
} as const satisfies Fields;

export const callListEntryList: ListSpec = {
  name: 'call-list-entries',
  from: `call_list_entry e left join call_list k on k.agency_id = e.agency_id and k.id = e.call_list_id
    left join candidate c on c.agency_id = e.agency_id and c.id = e.candidate_id`,
  alias: 'e',
  fields: callListEntryFields,
  where: 'k.member_id = {member}',
  defaultSort: 'position',
};
