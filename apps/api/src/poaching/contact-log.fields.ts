import { contactChannels, contactDirections, contactOutcomes } from '@domain/poaching/contact-log.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const task = (column: string): string =>
  `(select t.${column} from task t where t.agency_id = l.agency_id and t.id = l.follow_up_task_id)`;

export const contactLogFields = {
  id: { sql: 'l.id', type: 'id' },
  candidateId: { sql: 'l.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: {
    sql: '(select c.display_name from candidate c where c.agency_id = l.agency_id and c.id = l.candidate_id)',
    type: 'text',
    needs: 'candidate.read',
  },
  contactId: { sql: 'l.contact_id', type: 'id', filter: 'narrow' },
  contactName: {
    sql: '(select c.name from contact c where c.agency_id = l.agency_id and c.id = l.contact_id)',
    type: 'text',
    needs: 'contact.read',
  },
  searchId: { sql: 'l.search_id', type: 'id', filter: 'equals' },
  searchTitle: {
    sql: '(select s.title from search s where s.agency_id = l.agency_id and s.id = l.search_id)',
    type: 'text',
    needs: 'search.read',
  },
  candidacyId: { sql: 'l.candidacy_id', type: 'id', filter: 'narrow' },
  channel: { sql: 'l.channel', type: 'text', filter: 'equals', words: contactChannels },
  direction: { sql: 'l.direction', type: 'text', filter: 'equals', words: contactDirections },
  outcome: { sql: 'l.outcome', type: 'text', filter: 'equals', words: contactOutcomes },
  text: { sql: 'l.text', type: 'text' },
  attemptId: { sql: 'l.attempt_id', type: 'id', filter: 'narrow', needs: 'poaching.read' },
  hook: { sql: 'l.hook', type: 'text', needs: 'poaching.read' },
  objections: { sql: 'l.objections', type: 'json', needs: 'poaching.read' },
  motives: { sql: 'l.motives', type: 'json', needs: 'poaching.read' },
  asked: { sql: 'money(l.asked_amount, l.asked_currency)', type: 'json', needs: 'poaching.read' },
  notNowUntil: { sql: 'l.not_now_until', type: 'day', needs: 'poaching.read' },
  messageTemplateId: { sql: 'l.message_template_id', type: 'id' },
  noticeGiven: { sql: 'l.notice_given', type: 'flag', filter: 'equals' },
  memberId: { sql: 'l.member_id', type: 'id', filter: 'equals' },
  memberName: {
    sql: '(select m.name from member m where m.agency_id = l.agency_id and m.id = l.member_id)',
    type: 'text',
  },
  followUpTaskId: { sql: 'l.follow_up_task_id', type: 'id', needs: 'task.read' },
  followUpDueOn: { sql: task('due_on'), type: 'day', needs: 'task.read' },
  followUpDoneAt: { sql: task('done_at'), type: 'time', needs: 'task.read' },
  occurredAt: { sql: 'l.occurred_at', type: 'time', filter: 'range', sort: true },
  recordedAt: { sql: 'l.recorded_at', type: 'time' },
  voidedAt: { sql: 'l.voided_at', type: 'time' },
  voidedByName: {
    sql: '(select m.name from member m where m.agency_id = l.agency_id and m.id = l.voided_by)',
    type: 'text',
  },
} as const satisfies Fields;

export const contactLogList: ListSpec = {
  name: 'contact-log',
  from: 'contact_log l',
  alias: 'l',
  fields: contactLogFields,
  filters: {
    voided: {
      type: 'flag',
      sql: (value) => `(l.voided_at is not null) = any(${value})`,
      description: 'true: those taken back alone; false: the others',
    },
  },
  defaultSort: '-occurredAt',
};
