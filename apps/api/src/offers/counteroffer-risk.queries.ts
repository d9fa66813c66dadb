import { Injectable } from '@nestjs/common';
import { type Actor, may } from '@domain/access/policy.js';
import { shown } from '@domain/compensation/annual-cash.js';
import { shownMultiple } from '@domain/compensation/exact.js';
import type { PackageSource } from '@domain/compensation/package.js';
import { counterofferRisk, type Risk, type RiskFacts, type RiskMoney } from '@domain/offers/counteroffer-risk.rules.js';
import type { PayPlaceFacts } from '@domain/portal/pay-place.js';
import { payMayBeAsked, payMayBeShown } from '@domain/portal/pay-place.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import type { Money } from '@platform/http/money.view.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { destinationSql } from './comparisons.queries.js';
import { acceptedOnSql, covenantsSql, paySql } from './offer.fields.js';
import type { CounterofferRiskView, RiskView } from './counteroffer-risk.view.js';
import { ExchangeRatesQueries } from './exchange-rates.queries.js';

type Ground = Omit<RiskFacts, 'today' | 'pay' | 'rates'> &
  NonNullable<RiskFacts['pay']> & {
    readonly source: PackageSource | null;
    /** The person told what they earn so that this client may know it. */
    readonly volunteeredForClient: boolean;
    readonly city: string | null;
    readonly country: string | null;
    readonly places: readonly PayPlaceFacts[];
  };

@Injectable()
export class CounterofferRiskQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly rates: ExchangeRatesQueries,
  ) {}

  async view(actor: Actor, candidacyId: string): Promise<CounterofferRiskView> {
    await this.db.get(Candidacy, candidacyId);
    const ground = await this.db.row<Ground>('counteroffer_risk', groundSql, [candidacyId]);
    if (!ground) throw new Error('a candidacy without its search or person');
    const today = this.clock.today(actor.timeZone);
    const { current, expected } = ground;
    const pay = may(actor, 'package.read') && isShown(ground) ? { current, expected } : undefined;
    const currencies = [current, expected, ground.band].flatMap((one) => one?.currency ?? []);
    const rates = pay ? await this.rates.usable(currencies, today) : [];
    const { reasons, unknown } = counterofferRisk({ ...ground, today, pay, rates });
    return { candidacyId, reasons: reasons.map(viewOf), unknown: [...unknown], payHidden: pay === undefined };
  }
}

/** Whether pay may be spoken of for this search: where its history is banned only what was volunteered for the client; nothing is asked there. */
function isShown({ source, volunteeredForClient, places, ...place }: Ground): boolean {
  return source === null
    ? payMayBeAsked(place, places)
    : payMayBeShown(place, places, { source, volunteeredForClient });
}

const money = (one: RiskMoney | null): Money | null =>
  one && { amount: shown(one.amount, one.currency), currency: one.currency };

const viewOf = ({ amount, beside, multiple, objections, ...risk }: Risk): RiskView => ({
  ...risk,
  amount: money(amount),
  beside: money(beside),
  multiple: multiple && shownMultiple(multiple),
  objections: [...objections],
});

/** Whether somebody of a candidacy `d` was employed there when the offer `o` was made. */
const employedThere = `exists (select from affiliation f where f.agency_id = d.agency_id and f.candidate_id = d.candidate_id
  and f.organization_id = p.current_organization_id and f.type = 'employment'
  and (f.started_on is null or f.started_on <= o.created_at::date) and (f.ended_on is null or f.ended_on >= o.created_at::date))`;

/** Whether the employer made a counteroffer on the candidacy `d`. */
const countered = `exists (select from rival_offer r where r.agency_id = d.agency_id and r.candidacy_id = d.id and r.kind = 'counteroffer'
  and r.organization_id = p.current_organization_id and exists (select from offer_step e
    where e.agency_id = r.agency_id and e.rival_offer_id = r.id and e.to_state = 'received' and e.voided_at is null))`;

const packageSql = (kind: 'current' | 'expected'): string =>
  `(select ${paySql} from package k where k.agency_id = p.agency_id and k.candidate_id = p.id and k.kind = '${kind}')`;

const groundSql = `select ${packageSql('current')} as current, ${packageSql('expected')} as expected,
    (select k.source from package k where k.agency_id = p.agency_id and k.candidate_id = p.id and k.kind = 'current') as source,
    exists (select from submission b where b.agency_id = c.agency_id and b.candidate_id = p.id and b.organization_id = s.organization_id
      and b.pay_volunteered_on is not null and b.voided_at is null) as "volunteeredForClient",
    s.city, s.country, case when s.band_low is not null then json_build_object('low', s.band_low::text, 'currency', s.band_currency) end as band,
    (select coalesce(json_agg(json_build_object('shipped', l.shipped, 'name', l.name, 'words', l.words, 'banned', l.banned)), '[]')
      from pay_place l where l.agency_id = c.agency_id) as places,
    ${covenantsSql('p.id')} as covenants,
    ${destinationSql('s.organization_id')} as destination,
    o.resigned_on as "resignedOn", o.last_day_on as "lastDayOn", o.starts_on as "startsOn",
    case when o.state = 'accepted' then ${acceptedOnSql} end as "acceptedOn",
    (select coalesce(json_agg(json_build_object('state', r.state, 'on', (r.stepped_at at time zone a.time_zone)::date,
        'cash', (select ${paySql} from package k where k.agency_id = r.agency_id and k.rival_offer_id = r.id)) order by r.stepped_at desc, r.id), '[]')
      from rival_offer r where r.agency_id = c.agency_id and r.candidacy_id = c.id and r.kind = 'counteroffer') as counteroffers,
    case when p.current_organization_id is not null then (select json_build_object('decided', count(distinct d.id),
        'received', count(distinct d.id) filter (where ${countered}))
      from offer o join candidacy d on d.agency_id = o.agency_id and d.id = o.candidacy_id
      where o.agency_id = c.agency_id and d.candidate_id <> p.id
        and o.state in ('accepted', 'reneged', 'rescinded', 'declined', 'expired') and (${employedThere} or ${countered})) end as record,
    (select count(*)::int from poaching_attempt t where t.agency_id = c.agency_id and t.candidate_id = p.id and t.voided_at is null) as attempts,
    (select coalesce(json_agg(distinct said.one), '[]') from poaching_attempt t, unnest(t.objections) as said (one)
      where t.agency_id = c.agency_id and t.candidate_id = p.id and t.voided_at is null) as objections
  from candidacy c join candidate p on p.agency_id = c.agency_id and p.id = c.candidate_id
    join search s on s.agency_id = c.agency_id and s.id = c.search_id
    join agency a on a.id = c.agency_id
    left join offer o on o.agency_id = c.agency_id and o.candidacy_id = c.id and o.state in ('draft', 'verbal', 'extended', 'accepted')
  where c.agency_id = current_agency() and c.id = $1`;
