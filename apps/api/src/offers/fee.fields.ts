import { feeStates, instalmentStates } from '@domain/offers/fee.js';
import { instalmentTriggers } from '@domain/searches/search.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const ofInstalment = 'x.agency_id = i.agency_id and x.instalment_id = i.id';

export const feeFields = {
  id: { sql: 'i.id', type: 'id' },
  feeId: { sql: 'i.fee_id', type: 'id', filter: 'narrow' },
  feeState: { sql: 'f.state', type: 'text', filter: 'equals', words: feeStates },
  candidacyId: { sql: 'f.candidacy_id', type: 'id', filter: 'narrow' },
  candidateId: { sql: 'f.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: 'p.display_name', type: 'text', needs: 'candidate.read' },
  nativeName: { sql: 'p.native_name', type: 'text', needs: 'candidate.read' },
  searchId: { sql: 'f.search_id', type: 'id', filter: 'equals' },
  searchTitle: { sql: 's.title', type: 'text', needs: 'search.read' },
  organizationId: { sql: 'f.organization_id', type: 'id', filter: 'equals' },
  organizationName: { sql: 'o.name', type: 'text', needs: 'organization.read' },
  trigger: { sql: 'i.trigger', type: 'text', filter: 'equals', words: instalmentTriggers },
  share: { sql: 'i.share::float8', type: 'json', needs: 'search.read-fee' },
  state: { sql: 'i.state', type: 'text', filter: 'equals', words: instalmentStates },
  dueOn: { sql: 'i.due_on', type: 'day', filter: 'range', sort: 'i.due_sort', nullable: true },
  paidOn: { sql: 'i.paid_on', type: 'day', filter: 'range', nullable: true },
  amount: { sql: 'money(i.amount, f.currency)', type: 'json', needs: 'search.read-fee' },
  credits: {
    sql: `(select coalesce(json_agg(json_build_object('memberId', x.member_id, 'name', m.name, 'share', x.share::float8,
        'amount', money(x.amount, f.currency)) order by x.share desc, x.member_id), '[]')
      from fee_credit x join member m on m.agency_id = x.agency_id and m.id = x.member_id where ${ofInstalment})`,
    type: 'json',
    needs: 'search.read-fee',
  },
  updatedAt: { sql: 'i.updated_at', type: 'time' },
  version: { sql: 'i.version', type: 'int' },
} as const satisfies Fields;

export const feeList: ListSpec = {
  name: 'fees',
  from: `fee_instalment i left join fee f on f.agency_id = i.agency_id and f.id = i.fee_id
    left join candidate p on p.agency_id = f.agency_id and p.id = f.candidate_id
    left join search s on s.agency_id = f.agency_id and s.id = f.search_id
    left join organization o on o.agency_id = f.agency_id and o.id = f.organization_id`,
  alias: 'i',
  fields: feeFields,
  filters: {
    open: {
      type: 'flag',
      sql: (value) => `(i.state in ('waiting', 'due')) = any(${value})`,
      description: 'true: what waits or is due; false: what is paid or void',
    },
    memberId: {
      type: 'id',
      sql: (value) => `exists (select from fee_credit x where ${ofInstalment} and x.member_id = any(${value}))`,
      needs: 'search.read-fee',
      description: 'Instalments of which one of these colleagues is credited a share.',
    },
  },
  defaultSort: 'dueOn',
};
