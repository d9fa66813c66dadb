import { offerStates, openOfferStates, rivalOfferKinds, rivalOfferStates } from '@domain/offers/offer.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';
import { packageWhere } from '../candidates/package.fields.js';

const open = openOfferStates.map((state) => `'${state}'`).join(', ');

/** Whose and for which search, of an offer or a bid `o`. */
const around = {
  candidacyId: { sql: 'o.candidacy_id', type: 'id', filter: 'narrow' },
  candidateId: { sql: 'o.candidate_id', type: 'id', filter: 'narrow' },
  candidateName: { sql: 'p.display_name', type: 'text', needs: 'candidate.read' },
  nativeName: { sql: 'p.native_name', type: 'text', needs: 'candidate.read' },
  searchId: { sql: 'o.search_id', type: 'id', filter: 'equals' },
  searchTitle: { sql: 's.title', type: 'text', needs: 'search.read' },
  organizationName: { sql: 'g.name', type: 'text', needs: 'organization.read' },
  memberId: { sql: 'o.member_id', type: 'id', filter: 'equals', nullable: true },
  memberName: { sql: 'm.name', type: 'text' },
  startsOn: { sql: 'o.starts_on', type: 'day' },
  note: { sql: 'o.note', type: 'text' },
  reasons: { sql: 'o.reasons', type: 'json' },
  steppedAt: { sql: 'o.stepped_at', type: 'time', filter: 'range', sort: true },
  createdAt: { sql: 'o.created_at', type: 'time' },
  updatedAt: { sql: 'o.updated_at', type: 'time' },
  version: { sql: 'o.version', type: 'int' },
} as const satisfies Fields;

const joins = `left join candidate p on p.agency_id = o.agency_id and p.id = o.candidate_id
  left join search s on s.agency_id = o.agency_id and s.id = o.search_id
  left join organization g on g.agency_id = o.agency_id and g.id = o.organization_id
  left join member m on m.agency_id = o.agency_id and m.id = o.member_id`;

/** What the pay of `o` comes to in a year. */
const cash = (column: string): string =>
  `(select money(k.base_amount * coalesce(k.months, 1) + k.bonus_amount, k.currency)
    from package k where k.agency_id = o.agency_id and k.${column} = o.id)`;

const steps = (column: string): string =>
  `(select coalesce(json_agg(json_build_object('id', e.id, 'from', e.from_state, 'to', e.to_state, 'reasons', e.reasons,
      'note', e.note, 'occurredAt', e.occurred_at, 'recordedAt', e.recorded_at,
      'memberId', e.member_id,
      'memberName', (select w.name from member w where w.agency_id = e.agency_id and w.id = e.member_id),
      'madeById', e.made_by_id, 'exitEntryId', e.exit_entry_id, 'voidedAt', e.voided_at,
      'voidedByName', (select w.name from member w where w.agency_id = e.agency_id and w.id = e.voided_by)) order by e.id desc), '[]')
    from offer_step e where e.agency_id = o.agency_id and e.${column} = o.id)`;

/** The pay of a package `k`, exact. */
export const paySql = `json_build_object('currency', k.currency, 'baseAmount', k.base_amount::text, 'basePer', k.base_per,
  'months', trim_scale(k.months)::text, 'extraMonths', k.extra_months, 'bonusAmount', k.bonus_amount::text,
  'bonusYearFrom', k.bonus_year_from,
  'oneOffs', (select coalesce(json_agg(json_build_object('kind', f.kind, 'amount', f.amount::text, 'paidOn', f.paid_on,
      'clawBack', f.claw_back, 'clawBackMonths', f.claw_back_months) order by f.id), '[]')
    from package_one_off f where f.agency_id = k.agency_id and f.package_id = k.id),
  'grants', (select coalesce(json_agg(json_build_object('kind', h.kind, 'grantor', h.grantor,
      'units', trim_scale(h.units)::text, 'amount', h.amount::text, 'strike', h.strike::text, 'price', h.price::text,
      'priceOn', h.price_on, 'priceBasis', h.price_basis, 'liquidity', h.liquidity, 'vestStart', h.vest_start,
      'vestMonths', h.vest_months, 'cliffMonths', h.cliff_months, 'vestEveryMonths', h.vest_every_months,
      'vestSplit', h.vest_split::float8[], 'exerciseDays', h.exercise_days) order by h.id), '[]')
    from package_grant h where h.agency_id = k.agency_id and h.package_id = k.id))`;

export const offerFields = {
  id: { sql: 'o.id', type: 'id' },
  ...around,
  organizationId: { sql: 'o.organization_id', type: 'id', filter: 'equals' },
  number: { sql: 'o.number', type: 'int' },
  state: { sql: 'o.state', type: 'text', filter: 'equals', words: offerStates },
  expiresOn: { sql: 'o.expires_on', type: 'day', filter: 'range', nullable: true },
  paysClawBack: { sql: 'o.pays_claw_back', type: 'flag' },
  annualCash: { sql: cash('offer_id'), type: 'json' },
  approvedBy: { sql: 'o.approved_by', type: 'text' },
  approvedOn: { sql: 'o.approved_on', type: 'day' },
  resignedOn: { sql: 'o.resigned_on', type: 'day' },
  resignationConfirmedOn: { sql: 'o.resignation_confirmed_on', type: 'day' },
  lastDayOn: { sql: 'o.last_day_on', type: 'day' },
  startedOn: {
    sql: `(select max(l.started_on) from placement l where l.agency_id = o.agency_id and l.candidacy_id = o.candidacy_id)`,
    type: 'day',
  },
  package: {
    sql: packageWhere('p.agency_id = o.agency_id and p.offer_id = o.id'),
    type: 'json',
    only: 'detail',
  },
  steps: { sql: steps('offer_id'), type: 'json', only: 'detail' },
} as const satisfies Fields;

export const offerList: ListSpec = {
  name: 'offers',
  from: `offer o ${joins}`,
  alias: 'o',
  fields: offerFields,
  filters: {
    open: {
      type: 'flag',
      sql: (value) => `(o.state in (${open})) = any(${value})`,
      description: 'true: draft, verbal, extended and accepted ones; false: those that ended',
    },
  },
  defaultSort: '-steppedAt',
};

export const rivalOfferFields = {
  id: { sql: 'o.id', type: 'id' },
  ...around,
  kind: { sql: 'o.kind', type: 'text', filter: 'equals', words: rivalOfferKinds },
  organizationId: { sql: 'o.organization_id', type: 'id', filter: 'equals', nullable: true },
  state: { sql: 'o.state', type: 'text', filter: 'equals', words: rivalOfferStates },
  answerOfferId: { sql: 'o.answer_offer_id', type: 'id', filter: 'narrow', nullable: true },
  annualCash: { sql: cash('rival_offer_id'), type: 'json' },
  package: {
    sql: packageWhere('p.agency_id = o.agency_id and p.rival_offer_id = o.id'),
    type: 'json',
    only: 'detail',
  },
  steps: { sql: steps('rival_offer_id'), type: 'json', only: 'detail' },
} as const satisfies Fields;

export const rivalOfferList: ListSpec = {
  name: 'rival-offers',
  from: `rival_offer o ${joins}`,
  alias: 'o',
  fields: rivalOfferFields,
  defaultSort: '-steppedAt',
};

/** The day of the acceptance of an offer `o` where the agency `a` works. */
export const acceptedOnSql = `(select (max(e.occurred_at) at time zone a.time_zone)::date from offer_step e
  where e.agency_id = o.agency_id and e.offer_id = o.id and e.to_state = 'accepted' and e.voided_at is null)`;

/** What binds a person, as the rules of covenants take it. */
export const covenantsSql = (
  candidate: string,
): string => `(select coalesce(json_agg(json_build_object('kind', v.kind, 'months', v.months::float8, 'startsFrom', v.starts_from, 'binds', v.binds,
        'status', v.status, 'monthlyCompensation', v.monthly_compensation::text, 'currency', v.currency,
        'organizationIds', (select coalesce(json_agg(n.organization_id), '[]') from covenant_organization n
          where n.agency_id = v.agency_id and n.covenant_id = v.id)) order by v.id), '[]')
      from covenant v where v.agency_id = current_agency() and v.candidate_id = ${candidate})`;
