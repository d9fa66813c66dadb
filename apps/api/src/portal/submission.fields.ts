import { disclosureLevels, permissionWays, submissionChannels, submissionStates } from '@domain/portal/submission.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const named = (table: string, name: string, column: string): string =>
  `(select r.${name} from ${table} r where r.agency_id = u.agency_id and r.id = u.${column})`;

const consent = (column: string): string =>
  `(select g.${column} from consent g where g.agency_id = u.agency_id and g.submission_id = u.id)`;

/** How it stands today: `submissionState` of the domain. */
const state = `(case when u.voided_at is not null then 'voided'
  when u.withdrawn_at is not null then 'withdrawn' when u.answered_on is not null then 'already_known'
  when u.protected_until is null then 'sent' when u.protected_until >= {today} then 'protected' else 'expired' end)`;

export const submissionFields = {
  id: { sql: 'u.id', type: 'id' },
  candidacyId: { sql: 'u.candidacy_id', type: 'id', filter: 'narrow' },
  candidateId: { sql: 'u.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: named('candidate', 'display_name', 'candidate_id'), type: 'text', needs: 'candidate.read' },
  nativeName: { sql: named('candidate', 'native_name', 'candidate_id'), type: 'text', needs: 'candidate.read' },
  doNotContact: { sql: named('candidate', 'do_not_contact', 'candidate_id'), type: 'flag', needs: 'candidate.read' },
  searchId: { sql: 'u.search_id', type: 'id', filter: 'narrow' },
  searchTitle: { sql: named('search', 'title', 'search_id'), type: 'text', needs: 'search.read' },
  organizationId: { sql: 'u.organization_id', type: 'id', filter: 'equals' },
  organizationName: {
    sql: named('organization', 'name', 'organization_id'),
    type: 'text',
    needs: 'organization.read',
  },
  contactId: { sql: 'u.contact_id', type: 'id', filter: 'narrow' },
  contactName: { sql: named('contact', 'name', 'contact_id'), type: 'text', needs: 'contact.read' },
  memberId: { sql: 'u.member_id', type: 'id', filter: 'equals' },
  memberName: { sql: named('member', 'name', 'member_id'), type: 'text' },
  level: { sql: 'u.level', type: 'text', filter: 'equals', words: disclosureLevels },
  locale: { sql: 'u.locale', type: 'text' },
  channel: { sql: 'u.channel', type: 'text', filter: 'equals', words: submissionChannels },
  code: { sql: 'u.code', type: 'text' },
  state: { sql: state, type: 'text', filter: 'equals', words: submissionStates },
  occurredAt: { sql: 'u.occurred_at', type: 'time', filter: 'range', sort: true },
  recordedAt: { sql: 'u.recorded_at', type: 'time' },
  protectedUntil: {
    sql: 'u.protected_until',
    type: 'day',
    filter: 'range',
    nullable: true,
    sort: 'u.protection_sort',
  },
  daysLeft: { sql: 'u.protected_until - {today}', type: 'int' },
  permissionOn: { sql: 'u.permission_on', type: 'day' },
  permissionHow: { sql: 'u.permission_how', type: 'text', words: permissionWays },
  knownSource: { sql: 'u.known_source', type: 'text' },
  knownSince: { sql: 'u.known_since', type: 'day' },
  answeredOn: { sql: 'u.answered_on', type: 'day' },
  withdrawnAt: { sql: 'u.withdrawn_at', type: 'time' },
  withdrawalReason: { sql: 'u.withdrawal_reason', type: 'text' },
  voidedAt: { sql: 'u.voided_at', type: 'time' },
  voidedByName: { sql: named('member', 'name', 'voided_by'), type: 'text' },
  showsPay: { sql: 'u.shows_pay', type: 'flag' },
  fileBytes: { sql: 'u.file_bytes', type: 'int' },
  hireTaskId: { sql: 'u.hire_task_id', type: 'id', needs: 'task.read' },
  updatedAt: { sql: 'u.updated_at', type: 'time' },
  version: { sql: 'u.version', type: 'int' },
  permissionEvidence: { sql: 'u.permission_evidence', type: 'text', only: 'detail' },
  payVolunteeredOn: { sql: 'u.pay_volunteered_on', type: 'day', only: 'detail' },
  payVolunteeredEvidence: { sql: 'u.pay_volunteered_evidence', type: 'text', needs: 'package.read', only: 'detail' },
  recommendation: { sql: 'u.recommendation', type: 'text', only: 'detail' },
  consentOn: { sql: consent('given_on'), type: 'day', only: 'detail' },
  consentEvidence: { sql: consent('evidence'), type: 'text', only: 'detail' },
} as const satisfies Fields;

/** Submissions as they stand today; those that were taken back are there as well. */
export const submissionList: ListSpec = {
  name: 'submissions',
  from: 'submission u',
  alias: 'u',
  fields: submissionFields,
  filters: {
    voided: {
      type: 'flag',
      sql: (value) => `(u.voided_at is not null) = any(${value})`,
      description: 'true: those taken back alone; false: the others',
    },
  },
  search: (q) => `u.candidate_id in (select found.id from candidate_matches(${q}, false) as found (id))`,
  defaultSort: '-protectedUntil',
};
