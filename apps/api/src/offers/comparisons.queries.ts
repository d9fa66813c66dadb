import { Injectable } from '@nestjs/common';
import type { Decimal } from 'decimal.js';
import { type Actor, may } from '@domain/access/policy.js';
import { earliestStart, type CovenantTerms, type EarliestStart } from '@domain/candidates/covenant.rules.js';
import { shown } from '@domain/compensation/annual-cash.js';
import { beginOf } from '@domain/compensation/axis.js';
import type { Assumptions, Bid, BidKind, ComparedBid, Figure, Pay } from '@domain/compensation/bid.js';
import { compare, whyNotStarts } from '@domain/compensation/comparison.js';
import { shownMultiple } from '@domain/compensation/exact.js';
import type { Day } from '@domain/day.js';
import type { OfferState, RivalOfferState } from '@domain/offers/offer.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { fieldsAt } from '@platform/http/request.pipe.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { type AssumeComparison, CompareInFile } from './comparison.dto.js';
import type { ComparedView, ComparisonView, FigureView } from './comparison.view.js';
import { ExchangeRatesQueries } from './exchange-rates.queries.js';
import { covenantsSql, paySql } from './offer.fields.js';

/** A package that is compared, as it is stored: amounts exact, as text. */
type Stored = {
  id: string;
  kind: BidKind;
  name: string | null;
  state: OfferState | RivalOfferState | null;
  number: number | null;
  startsOn: Day | null;
  lastDayOn: Day | null;
  resignedOn: Day | null;
  paysClawBack: boolean;
  pay: Pay;
  /** The organization that bids and those above it. */
  destination: string[];
};

type Covenant = CovenantTerms & { monthlyCompensation: string | null; currency: string | null };

type Ground = {
  candidateId: string;
  candidateName: string;
  searchId: string;
  searchTitle: string;
  bids: Stored[];
  covenants: Covenant[];
};

/** A bid with the days that follow from the covenants. */
type Dated = Stored & { starts: EarliestStart | null };

@Injectable()
export class ComparisonsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly rates: ExchangeRatesQueries,
  ) {}

  /** What a file of a comparison is asked with, by values that stand at `place` of a request. */
  asked(place: string, values: object): Promise<CompareInFile> {
    return fieldsAt(place, CompareInFile, values);
  }

  /** Compares the packages of a candidacy under these assumptions; without staying as if nobody knew today's pay. */
  async compare(
    actor: Actor,
    candidacyId: string,
    asked: AssumeComparison,
    { withoutStay = false } = {},
  ): Promise<ComparisonView> {
    const { candidateId } = await this.db.get(Candidacy, candidacyId);
    const ground = await this.db.row<Ground>('comparison_ground', groundSql, [candidacyId, candidateId]);
    if (!ground) throw new Error('a candidacy without its search or person');
    const seesStay = may(actor, 'package.read') && !withoutStay;
    const stored = ground.bids.filter(({ kind }) => kind !== 'stay' || seesStay);
    if (stored.length === 0) throw new Refusal('comparison.empty');
    const today = this.clock.today(actor.timeZone);
    const known = stored.find(({ state }) => state === 'accepted');
    const resignedOn = known?.resignedOn ?? today;
    const agreed = asked.lastDay ?? known?.lastDayOn ?? undefined;
    const { lastDay } = earliestStart(ground.covenants, resignedOn, [], agreed);
    const dated: Dated[] = stored.map((one) => ({
      ...one,
      starts: comes(one.kind) ? earliestStart(ground.covenants, resignedOn, one.destination, agreed) : null,
    }));
    const currency = asked.currency ?? (stored.find(({ kind }) => kind !== 'stay') ?? stored[0])?.pay.currency ?? 'CNY';
    const assumed: Assumptions = {
      lastDay,
      currency,
      rateOn: asked.rateOn ?? today,
      growth: byGrantor(asked, 'growth'),
      haircut: byGrantor(asked, 'haircut'),
    };
    refuseIf(whyNotStarts(asked.starts ?? [], beginOf(lastDay)));
    const paying = withoutStay ? [] : ground.covenants;
    const bids = dated.map((one) => bidOf(one, paying, asked));
    for (const [index, { id }] of (asked.starts ?? []).entries()) {
      if (!bids.some((bid) => bid.id === id && comes(bid.kind))) throw noColumn(index);
    }
    const rates = await this.rates.usable([...stored.map(({ pay }) => pay.currency), currency], assumed.rateOn);
    const { begin, bids: compared, options, rates: used } = compare(bids, rates, assumed);
    const money = (amount: Decimal): string => shown(amount, currency);
    const { bids: _, covenants: __, ...around } = ground;
    return {
      candidacyId,
      ...around,
      currency,
      rateOn: assumed.rateOn,
      lastDay,
      begin,
      rates: rates.filter((rate) => used.includes(rate)),
      grantors: grantorsOf(stored, asked),
      columns: compared.flatMap((one) => {
        const bid = dated.find(({ id }) => id === one.id);
        return bid ? [columnOf(bid, one, money)] : [];
      }),
      options: options.map(({ index, units, spread, exerciseCost, lapsesOn }) => ({
        index,
        units: units.toFixed(),
        spread: money(spread),
        exerciseCost: money(exerciseCost),
        lapsesOn,
      })),
    };
  }
}

const comes = (kind: BidKind): boolean => kind === 'offer' || kind === 'competing_offer';

function bidOf(one: Dated, covenants: readonly Covenant[], { starts = [] }: AssumeComparison): Bid {
  const { id, kind, pay, paysClawBack, destination } = one;
  const said = starts.find((start) => start.id === id)?.startsOn;
  const startsOn = said ?? one.startsOn ?? one.starts?.start ?? null;
  const paid = covenants.find(
    ({ kind: what, status, monthlyCompensation, binds, organizationIds }) =>
      what === 'non_compete' &&
      status === 'asserted' &&
      monthlyCompensation !== null &&
      (binds === 'all' || organizationIds.some((organizationId) => destination.includes(organizationId))),
  );
  const waiting =
    paid?.monthlyCompensation && paid.currency ? { amount: paid.monthlyCompensation, currency: paid.currency } : null;
  return { id, kind, pay, startsOn, paysClawBack, waiting };
}

function byGrantor({ grantors = [] }: AssumeComparison, what: 'growth' | 'haircut'): Record<string, string> {
  return Object.fromEntries(grantors.map((one) => [one.name, String(one[what] ?? 0)]));
}

function grantorsOf(stored: readonly Stored[], { grantors = [] }: AssumeComparison): ComparisonView['grantors'] {
  const names = new Set(stored.flatMap(({ pay }) => pay.grants.flatMap(({ grantor }) => grantor ?? [])));
  return [...names].map((name) => {
    const said = grantors.find((one) => one.name === name);
    return { name, growth: said?.growth ?? 0, haircut: said?.haircut ?? 0 };
  });
}

function columnOf(bid: Dated, one: ComparedBid, money: (amount: Decimal) => string): ComparedView {
  const figure = ({ amount, lines }: Figure): FigureView => ({
    amount: money(amount),
    lines: lines.map(({ what, index, label, count, each, amount: part }) => ({
      what,
      index,
      label,
      count: count?.toFixed() ?? null,
      each: each && money(each),
      amount: money(part),
    })),
  });
  return {
    id: bid.id,
    kind: bid.kind,
    name: bid.name,
    state: bid.state,
    number: bid.number,
    currency: bid.pay.currency,
    startsOn: one.startsOn,
    earliestStart: bid.starts?.start ?? null,
    doubtfulStart: bid.starts?.doubtfulStart ?? null,
    monthsBefore: one.monthsBefore,
    annual: figure(one.annual),
    guaranteed: figure(one.guaranteed),
    years: one.years.map(figure),
    total: money(one.total),
    path: one.path.map(money),
    forfeiture: one.forfeiture && { ...figure(one.forfeiture.total), nextYear: money(one.forfeiture.nextYear) },
    gap: one.gap && { ...figure(one.gap), afterAll: money(one.gap.afterAll) },
    against: one.against.map(({ cashMultiple, totalMultiple, ...rest }) => ({
      ...rest,
      cashMultiple: cashMultiple && shownMultiple(cashMultiple),
      totalMultiple: totalMultiple && shownMultiple(totalMultiple),
    })),
    missing: [...one.gaps],
    equity: [...one.equity],
  };
}

function noColumn(index: number): Refusal {
  return new Refusal('comparison.column', undefined, {
    errors: [{ pointer: `/starts/${index}/id`, message: 'must be an offer or a competing offer of the comparison' }],
  });
}

/** An organization and those above it. */
export const destinationSql = (id: string): string => `(with recursive above (id, parent_id) as (
    select a.id, a.parent_id from organization a where a.agency_id = current_agency() and a.id = ${id}
    union select a.id, a.parent_id from organization a join above b on a.id = b.parent_id where a.agency_id = current_agency())
  select coalesce(json_agg(id), '[]') from above)`;

const named = (id: string): string =>
  `(select g.name from organization g where g.agency_id = current_agency() and g.id = ${id})`;

const groundSql = `select p.id as "candidateId", p.display_name as "candidateName", s.id as "searchId", s.title as "searchTitle",
    (select coalesce(json_agg(bid order by place, at), '[]') from (
      select 1 as place, k.created_at as at, json_build_object('id', k.id, 'kind', 'stay', 'name', ${named('p.current_organization_id')},
        'state', null, 'number', null, 'startsOn', null, 'paysClawBack', false, 'pay', ${paySql}, 'destination', '[]'::json) as bid
      from package k where k.agency_id = c.agency_id and k.candidate_id = p.id and k.kind = 'current'
      union all
      select 2, o.created_at, json_build_object('id', o.id, 'kind', 'offer', 'name', ${named('o.organization_id')}, 'state', o.state,
        'number', o.number, 'startsOn', o.starts_on, 'lastDayOn', o.last_day_on, 'resignedOn', o.resigned_on,
        'paysClawBack', o.pays_claw_back, 'pay', ${paySql}, 'destination', ${destinationSql('o.organization_id')})
      from offer o join package k on k.agency_id = o.agency_id and k.offer_id = o.id
      where o.agency_id = c.agency_id and o.candidacy_id = c.id and o.state not in ('superseded', 'withdrawn')
      union all
      select case r.kind when 'counteroffer' then 3 else 4 end, r.created_at, json_build_object('id', r.id, 'kind', r.kind,
        'name', ${named('r.organization_id')}, 'state', r.state, 'number', null, 'startsOn', r.starts_on, 'paysClawBack', false, 'pay', ${paySql},
        'destination', ${destinationSql('r.organization_id')})
      from rival_offer r join package k on k.agency_id = r.agency_id and k.rival_offer_id = r.id
      where r.agency_id = c.agency_id and r.candidacy_id = c.id and r.state <> 'lapsed') as listed) as bids,
    ${covenantsSql('p.id')} as covenants
  from candidacy c join candidate p on p.agency_id = c.agency_id and p.id = c.candidate_id
    join search s on s.agency_id = c.agency_id and s.id = c.search_id
  where c.agency_id = current_agency() and c.id = $1 and p.id = $2`;
