import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { Pay } from '@domain/compensation/bid.js';
import type { Day } from '@domain/day.js';
import { openOfferStates, type OfferState } from '@domain/offers/offer.js';
import type { FeeState, InstalmentState } from '@domain/offers/fee.js';
import { type AgreedInstalment, type HireFacts, retainers, slateSize } from '@domain/offers/fee-instalment.rules.js';
import type { FeeTerms } from '@domain/offers/fee.rules.js';
import type { FeeWorking } from '@domain/offers/fee-working.js';
import type { GuaranteeKind } from '@domain/searches/search.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { acceptedOnSql, paySql } from './offer.fields.js';
import { feeList } from './fee.fields.js';
import type { FeeInstalmentRow } from './fee.view.js';

type Guarantee = { readonly guaranteeDays: number | null; readonly guaranteeKind: GuaranteeKind | null };

/** What a search agrees on its fee; the first credit is the largest. */
export type AgreedTerms = FeeTerms &
  Guarantee & {
    readonly bandLow: string | null;
    readonly bandHigh: string | null;
    readonly bandCurrency: string | null;
    readonly instalments: readonly AgreedInstalment[];
    readonly credits: readonly { readonly memberId: string; readonly name: string; readonly share: string }[];
  };

/** An offer as far as a fee follows from it; `acceptedOn` only where it is accepted. */
export type FeeOfferRow = {
  readonly id: string;
  readonly number: number;
  readonly startsOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly pay: Pay | null;
};

export type KeptInstalment = AgreedInstalment & {
  readonly id: string;
  readonly state: InstalmentState;
  readonly paidOn: Day | null;
  readonly amount: string | null;
  readonly credits: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly share: string;
    readonly amount: string | null;
  }[];
};

/** A fee that was kept, with its instalments in their order. */
export type KeptFee = FeeTerms &
  Guarantee & {
    readonly id: string;
    readonly offerId: string;
    readonly offerNumber: number;
    readonly offerState: OfferState;
    readonly state: FeeState;
    readonly acceptedOn: Day;
    readonly startsOn: Day | null;
    readonly currency: string;
    readonly figure: { readonly amount: string; readonly working: FeeWorking } | null;
    readonly instalments: readonly KeptInstalment[];
  };

/** What happened around a hire, without what its offer and its terms say, and where the agency works. */
export type HappenedFacts = Omit<HireFacts, 'acceptedOn' | 'guaranteeDays'> & { readonly timeZone: string };

@Injectable()
export class FeesQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(feeList, actor, query);
  }

  instalment(actor: Actor, id: string): Promise<FeeInstalmentRow> {
    return this.lists.detail<FeeInstalmentRow>(feeList, actor, id);
  }

  /** The terms of a search; undefined where it agrees no fee. */
  terms(searchId: string): Promise<AgreedTerms | undefined> {
    return this.db.row('fee_terms', termsSql, [searchId]);
  }

  /** The offer of a candidacy that is not over. */
  openOffer(candidacyId: string): Promise<FeeOfferRow | undefined> {
    return this.db.row('fee_open_offer', `${offerSql} and o.candidacy_id = $1 and o.state = any($2)`, [
      candidacyId,
      openOfferStates,
    ]);
  }

  offer(id: string): Promise<FeeOfferRow | undefined> {
    return this.db.row('fee_offer', `${offerSql} and o.id = $1`, [id]);
  }

  /** The fee that was kept of a candidacy: of the accepted offer, else the latest. */
  kept(candidacyId: string): Promise<KeptFee | undefined> {
    return this.db.row('fee_kept', keptSql, [candidacyId]);
  }

  /** What happened around a candidacy since this offer of it was accepted; a fee is superseded by a later one of its offer. */
  async facts(candidacyId: string, offerId: string | null, feeId: string | null): Promise<HappenedFacts> {
    const facts = await this.db.row<HappenedFacts>('fee_facts', factsSql, [candidacyId, offerId, feeId]);
    if (!facts) throw new Error('a candidacy without its search');
    return facts;
  }

  /** Accepted offers of a search whose fee is not kept, and the day of their acceptance. */
  unkept(searchId: string): Promise<{ id: string; acceptedOn: Day }[]> {
    return this.db.rows(
      'fees_unkept',
      `select o.id, ${acceptedOnSql} as "acceptedOn" from offer o join agency a on a.id = o.agency_id
        where o.agency_id = current_agency() and o.search_id = $1 and o.state = 'accepted'
          and not exists (select from fee f where f.agency_id = o.agency_id and f.offer_id = o.id and f.state = 'kept') order by o.id`,
      [searchId],
    );
  }

  /** Fees that may stand otherwise now: those of a search. */
  ofSearch(searchId: string): Promise<{ id: string }[]> {
    return this.db.rows(
      'fees_of_search',
      'select id from fee where agency_id = current_agency() and search_id = $1 order by id',
      [searchId],
    );
  }

  /** Kept fees whose amount waits for an exchange rate. */
  unrated(): Promise<{ id: string }[]> {
    return this.db.rows(
      'fees_unrated',
      `select f.id from fee f where f.agency_id = current_agency() and f.state = 'kept' and not exists
        (select from fee_figure g where g.agency_id = f.agency_id and g.fee_id = f.id) order by f.id limit 1000`,
    );
  }

  /** Fees with an instalment whose day has come by `today`, and those whose offer is no longer accepted. */
  overtaken(today: Day): Promise<{ id: string }[]> {
    return this.db.rows(
      'fees_overtaken',
      `select f.id from fee f where f.agency_id = current_agency() and exists (select from fee_instalment i
          where i.agency_id = f.agency_id and i.fee_id = f.id and i.state = 'waiting' and i.trigger = 'day' and i.due_on <= $1::date)
        union select f.id from fee f join offer o on o.agency_id = f.agency_id and o.id = f.offer_id
          where f.agency_id = current_agency() and f.state = 'kept' and o.state <> 'accepted' order by id limit 1000`,
      [today],
    );
  }

  /** The credits of instalments, the largest of each first. */
  credits(instalmentIds: readonly string[]): Promise<{ instalmentId: string; memberId: string; share: string }[]> {
    return this.db.rows(
      'fee_credits',
      `select instalment_id as "instalmentId", member_id as "memberId", share::text as share from fee_credit
        where agency_id = current_agency() and instalment_id = any($1) order by share desc, member_id`,
      [instalmentIds],
    );
  }

  /** What of a search is due whoever comes and hangs on a fee that is void: the next fee takes it over. */
  leftOver(searchId: string, currency: string): Promise<(Omit<AgreedInstalment, 'share'> & { id: string })[]> {
    return this.db.rows(
      'fee_left_over',
      `select i.id, i.trigger, i.agreed_on as "agreedOn" from fee f
        join fee_instalment i on i.agency_id = f.agency_id and i.fee_id = f.id
        where f.agency_id = current_agency() and f.search_id = $1 and f.state = 'void' and f.currency = $2 and i.trigger = any($3)
        order by i.state = 'paid' desc, i.id`,
      [searchId, currency, retainers],
    );
  }
}

const termsSql = `select s.fee_kind as kind, s.fee_rate::text as rate, s.fee_basis as basis, s.fee_amount::text as amount,
    s.fee_minimum::text as minimum, s.fee_currency as currency, s.guarantee_days as "guaranteeDays", s.guarantee_kind as "guaranteeKind",
    s.band_low::text as "bandLow", s.band_high::text as "bandHigh", s.band_currency as "bandCurrency",
    (select coalesce(json_agg(json_build_object('trigger', x.trigger, 'share', x.share::text, 'agreedOn', x.due_on) order by x.position), '[]')
      from search_instalment x where x.agency_id = s.agency_id and x.search_id = s.id) as instalments,
    (select coalesce(json_agg(json_build_object('memberId', x.member_id, 'name', m.name, 'share', x.share::text)
        order by x.share desc, x.member_id), '[]') from search_credit x join member m on m.agency_id = x.agency_id and m.id = x.member_id
      where x.agency_id = s.agency_id and x.search_id = s.id) as credits
  from search s where s.agency_id = current_agency() and s.id = $1 and s.fee_kind is not null`;

const offerSql = `select o.id, o.number, o.starts_on as "startsOn", case when o.state = 'accepted' then ${acceptedOnSql} end as "acceptedOn",
    case when k.id is not null then ${paySql} end as pay
  from offer o join agency a on a.id = o.agency_id left join package k on k.agency_id = o.agency_id and k.offer_id = o.id
  where o.agency_id = current_agency()`;

const keptSql = `select f.id, f.offer_id as "offerId", o.number as "offerNumber", o.state as "offerState", f.state, f.accepted_on as "acceptedOn",
    f.starts_on as "startsOn", f.kind, f.rate::text as rate, f.basis, f.fixed_amount::text as amount, f.minimum::text as minimum, f.currency,
    f.guarantee_days as "guaranteeDays", f.guarantee_kind as "guaranteeKind",
    case when g.fee_id is not null then json_build_object('amount', g.amount::text, 'working', g.working) end as figure,
    (select coalesce(json_agg(json_build_object('id', i.id, 'trigger', i.trigger, 'share', i.share::text, 'agreedOn', i.agreed_on,
        'state', i.state, 'paidOn', i.paid_on, 'amount', i.amount::text, 'credits',
        (select coalesce(json_agg(json_build_object('memberId', x.member_id, 'name', m.name, 'share', x.share::text, 'amount', x.amount::text)
            order by x.share desc, x.member_id), '[]') from fee_credit x join member m on m.agency_id = x.agency_id and m.id = x.member_id
          where x.agency_id = i.agency_id and x.instalment_id = i.id)) order by i.position), '[]')
      from fee_instalment i where i.agency_id = f.agency_id and i.fee_id = f.id) as instalments
  from fee f join offer o on o.agency_id = f.agency_id and o.id = f.offer_id
    left join fee_figure g on g.agency_id = f.agency_id and g.fee_id = f.id
  where f.agency_id = current_agency() and f.candidacy_id = $1
  order by f.state = 'kept' and o.state = 'accepted' desc, f.created_at desc, f.id desc limit 1`;

/** A placement that ended before the offer was accepted is that of another offer. */
const factsSql = `select case when exists (select from fee n where n.agency_id = c.agency_id and n.offer_id = o.id and n.id > $3::uuid)
      then 'superseded' else o.state end as offer, l.state as placement, s.opened_on as "openedOn", a.time_zone as "timeZone",
    (select (shown.at at time zone a.time_zone)::date from (select min(b.occurred_at) as at from submission b
        where b.agency_id = c.agency_id and b.search_id = c.search_id and b.voided_at is null group by b.candidate_id
        order by 1 offset ${slateSize - 1} limit 1) as shown) as "slateOn",
    coalesce(l.starts_on, o.starts_on) as "startsOn", l.started_on as "startedOn", l.guarantee_until as "guaranteeUntil", l.left_on as "leftOn"
  from candidacy c join search s on s.agency_id = c.agency_id and s.id = c.search_id
    join agency a on a.id = c.agency_id
    left join offer o on o.agency_id = c.agency_id and o.candidacy_id = c.id and o.id = $2::uuid
    left join lateral (select p.* from placement p where p.agency_id = c.agency_id and p.candidacy_id = c.id and o.id is not null
        and not (p.state in ('no_show', 'fell_off', 'replaced', 'refunded', 'waived') and p.updated_at < (select max(e.recorded_at)
          from offer_step e where e.agency_id = o.agency_id and e.offer_id = o.id and e.to_state = 'accepted' and e.voided_at is null))
      order by p.created_at desc, p.id desc limit 1) as l on true
  where c.agency_id = current_agency() and c.id = $1`;
