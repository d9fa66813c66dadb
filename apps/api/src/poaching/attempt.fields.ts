import { attemptStates, hooks, openAttemptStates } from '@domain/poaching/attempt.js';
import { contactChannels, contactDirections } from '@domain/poaching/contact-log.js';
import { silentDays } from '@domain/poaching/response-rate.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const open = openAttemptStates.map((state) => `'${state}'`).join(', ');

/** The moment at which a day begins where the agency of the attempt `a` works. */
const beginOf = (day: string): string =>
  `((${day})::timestamp at time zone (select g.time_zone from agency g where g.id = a.agency_id))`;

/** Attempts `a` that we began on this day or later: SQL of a day. */
export const approachedFrom = (day: string): string =>
  `(a.direction = 'outbound' and a.first_approached_at >= ${beginOf(day)})`;

/** Of those that we began, the ones that count at the end of this day: answered by then, or silent for 14 days (`responseRate` of the domain). */
export const countedTo = (
  day: string,
): string => `(a.direction = 'outbound' and a.first_approached_at < ${beginOf(`${day} + 1`)}
  and (a.first_approached_at < ${beginOf(`${day} - ${silentDays - 1}`)} or a.answered_at < ${beginOf(`${day} + 1`)}))`;

/** Attempts `a` that were answered by the end of this day. */
export const answeredTo = (day: string): string => `coalesce(a.answered_at < ${beginOf(`${day} + 1`)}, false)`;

/** The open follow-ups that the counting contacts of the attempt `a` made. */
const followUps = `contact_log l join task t on t.agency_id = l.agency_id and t.id = l.follow_up_task_id
  where l.agency_id = a.agency_id and l.attempt_id = a.id and l.voided_at is null and t.done_at is null`;

export const attemptFields = {
  id: { sql: 'a.id', type: 'id' },
  candidateId: { sql: 'a.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: 'p.display_name', type: 'text' },
  nativeName: { sql: 'p.native_name', type: 'text' },
  currentTitle: { sql: 'p.current_title', type: 'text' },
  doNotContact: { sql: 'p.do_not_contact', type: 'flag' },
  employerId: { sql: 'a.employer_id', type: 'id', filter: 'equals', nullable: true },
  employerName: { sql: 'e.name', type: 'text' },
  searchId: { sql: 'a.search_id', type: 'id', filter: 'equals', nullable: true },
  searchTitle: { sql: 's.title', type: 'text', needs: 'search.read' },
  candidacyId: {
    sql: `(select c.id from candidacy c where c.agency_id = a.agency_id and c.search_id = a.search_id and c.candidate_id = a.candidate_id)`,
    type: 'id',
    needs: 'candidacy.read',
  },
  ownerId: { sql: 'a.owner_id', type: 'id', filter: 'equals' },
  ownerName: { sql: 'm.name', type: 'text' },
  state: { sql: 'a.state', type: 'text', filter: 'equals', words: attemptStates },
  direction: { sql: 'a.direction', type: 'text', filter: 'equals', nullable: true, words: contactDirections },
  channel: { sql: 'a.channel', type: 'text', filter: 'equals', nullable: true, words: contactChannels },
  hook: { sql: 'a.hook', type: 'text', filter: 'equals', nullable: true, words: hooks },
  objections: { sql: 'a.objections', type: 'json' },
  motives: { sql: 'a.motives', type: 'json' },
  asked: { sql: 'money(a.asked_amount, a.asked_currency)', type: 'json' },
  contacts: { sql: 'a.contacts', type: 'int' },
  firstApproachedAt: { sql: 'a.first_approached_at', type: 'time', filter: 'range', nullable: true },
  answeredAt: { sql: 'a.answered_at', type: 'time', filter: 'range', nullable: true },
  decidedAt: { sql: 'a.decided_at', type: 'time' },
  lastAt: { sql: 'a.last_at', type: 'time', filter: 'range', sort: true },
  notNowUntil: { sql: 'a.not_now_until', type: 'day', filter: 'range', nullable: true, sort: 'a.not_now_sort' },
  followUpOn: { sql: `(select min(t.due_on) from ${followUps})`, type: 'day', needs: 'task.read' },
  createdAt: { sql: 'a.created_at', type: 'time', sort: true },
  updatedAt: { sql: 'a.updated_at', type: 'time' },
  version: { sql: 'a.version', type: 'int' },
} as const satisfies Fields;

export const attemptList: ListSpec = {
  name: 'poaching-attempts',
  from: `poaching_attempt a left join candidate p on p.agency_id = a.agency_id and p.id = a.candidate_id
    left join member m on m.agency_id = a.agency_id and m.id = a.owner_id
    left join organization e on e.agency_id = a.agency_id and e.id = a.employer_id
    left join search s on s.agency_id = a.agency_id and s.id = a.search_id`,
  alias: 'a',
  fields: attemptFields,
  filters: {
    open: {
      type: 'flag',
      sql: (value) => `(a.state in (${open})) = any(${value})`,
      description: 'true: planned, approached, in conversation or waiting; false: those that ended',
    },
    mine: {
      type: 'flag',
      sql: (value) => `(a.owner_id = {member}) = any(${value})`,
      description: 'true: one’s own; false: those of colleagues',
    },
    due: {
      type: 'flag',
      needs: 'task.read',
      sql: (value) => `exists (select from ${followUps} and t.due_on <= {today}) = any(${value})`,
      description: 'Whether a follow-up of its contacts is due.',
    },
    countedFrom: {
      type: 'day',
      sql: (value) => approachedFrom(`(${value})[1]`),
      description: 'Those of the response rate of a period: its first day.',
    },
    countedTo: {
      type: 'day',
      sql: (value) => countedTo(`(${value})[1]`),
      description: 'Those of the response rate of a period: its last day; answered by then, or silent for 14 days.',
    },
  },
  search: (q) => `a.candidate_id in (select found.id from candidate_matches(${q}, false) as found (id))`,
  where: 'a.voided_at is null',
  defaultSort: '-lastAt',
};
