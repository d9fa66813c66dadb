import { Injectable } from '@nestjs/common';
import type { StageGroup } from '@domain/agencies/pipeline.js';
import { addDays, addMonths, type Day } from '@domain/day.js';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { PackagesService } from '../candidates/packages.service.js';
import { ExchangeRatesService } from '../offers/exchange-rates.service.js';
import type { GrantValues } from '../candidates/package.dto.js';
import type { MakeOffer } from '../offers/offer.dto.js';
import { OffersService } from '../offers/offers.service.js';
import { RivalOffersService } from '../offers/rival-offers.service.js';

type Wanted = {
  id: string;
  candidateId: string;
  group: StageGroup;
  memberId: string;
  client: string;
  employer: string | null;
  currency: string;
  base: number;
  basePer: 'month' | 'year';
  months: number | null;
  isKnown: boolean;
};

/** Units of a currency for one dollar, by month of 2026: averages of the Federal Reserve's H.10 and G.5 releases (public domain). */
const perDollar: Readonly<Record<string, readonly string[]>> = {
  CNY: ['6.9692', '6.9064', '6.8921', '6.8371', '6.7996', '6.7758'],
  EUR: ['0.8515', '0.8457', '0.8653', '0.8549', '0.8561', '0.8684'],
  GBP: ['0.7388', '0.7364', '0.7497', '0.7433', '0.7409', '0.7497'],
  HKD: ['7.7965', '7.8163', '7.8268', '7.8334', '7.8329', '7.8377'],
  SGD: ['1.2797', '1.2664', '1.2796', '1.2759', '1.2748', '1.2878'],
  JPY: ['156.6505', '155.1016', '158.6827', '159.1173', '158.1530', '160.7700'],
};
const source = 'Federal Reserve, average of the month';
const most = 6;

/** Exchange rates, and offers with a counteroffer and a competing one for those of the demo who stand near the end. */
@Injectable()
export class DemoOffers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly units: Units,
    private readonly packages: PackagesService,
    private readonly rates: ExchangeRatesService,
    private readonly offers: OffersService,
    private readonly rivals: RivalOffersService,
  ) {}

  async make(agencyId: string): Promise<void> {
    const system = this.units.systemActor(agencyId);
    const today = this.clock.today(system.timeZone);
    await this.units.run(system, () => this.rates.read(system, { text: ratesText(today), source }));
    const wanted = await this.units.run(system, () => this.db.rows<Wanted>('demo_offers', wantedSql));
    for (const [index, one] of wanted.slice(0, most).entries()) {
      const lead = { ...system, memberId: one.memberId };
      try {
        await this.units.run(lead, () => this.offer(lead, one, index, today));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  /** A draft for who still has interviews; for the others it is out, answered where they accepted, and bid against in turn. */
  private async offer(
    lead: Parameters<OffersService['make']>[0],
    one: Wanted,
    index: number,
    today: Day,
  ): Promise<void> {
    if (!one.isKnown) {
      const held = { ...sharesOf(one.employer ?? 'Their employer', one), vestStart: addMonths(today, -20) };
      const current = { ...raised(one, 1), oneOffs: [], grants: [held], source: 'volunteered' as const };
      await this.packages.put(lead, one.candidateId, { current });
    }
    const startsOn = addMonths(today, 3);
    const values = { package: raised(one, 1.5), startsOn, expiresOn: addDays(today, 7 + index) };
    const { id } = await this.offers.make(lead, one.id, values);
    if (one.group === 'client_interview') return;
    await this.offers.approve(lead, id, { approvedBy: 'Head of Research' });
    await this.offers.give(lead, id, 'extend', {});
    const note = 'To be rehearsed before they resign';
    const retention = { kind: 'retention' as const, amount: '200000', paidOn: addMonths(today, 12) };
    const counter = { ...raised(one, 1.2), oneOffs: [retention], grants: [] };
    if (index % 2 === 0) await this.rivals.note(lead, one.id, 'counteroffer', { package: counter, note });
    else await this.rivals.note(lead, one.id, 'competing_offer', { package: raised(one, 1.4), state: 'received' });
    if (one.group === 'accepted') await this.offers.accept(lead, id, { reasons: ['compute', 'pay'] });
  }
}

/** A package so many times the pay of today, with a sign-on and shares of the client. */
function raised(one: Wanted, by: number): MakeOffer['package'] {
  const { client, currency, base, basePer, months } = one;
  const step = basePer === 'month' ? 500 : 5000;
  const next = Math.round((base * by) / step) * step;
  const yearly = basePer === 'month' ? next * 12 : next;
  return {
    currency,
    baseAmount: String(next),
    basePer,
    months,
    ...(months !== null && months > 12 && { extraMonths: 'target' as const }),
    oneOffs: [
      {
        kind: 'inducement',
        amount: String(Math.round(yearly / 4 / step) * step),
        clawBack: 'pro_rata',
        clawBackMonths: 24,
      },
    ],
    grants: [sharesOf(client, { ...one, base: base * by })],
  };
}

/** Shares worth a year's base over four years. */
function sharesOf(grantor: string, { base, basePer }: Pick<Wanted, 'base' | 'basePer'>): GrantValues {
  return {
    kind: 'rsu',
    grantor,
    units: String(Math.round((basePer === 'month' ? base * 12 : base) / 50)),
    price: '50',
    priceBasis: 'last_round_preferred',
    liquidity: 'none',
    vestMonths: 48,
    cliffMonths: 12,
    vestEveryMonths: 3,
  };
}

/** The averages at the end of their month, and the latest once more for the day on which the demo is made, so that it can be compared with. */
function ratesText(today: Day): string {
  const lines = Object.entries(perDollar).flatMap(([currency, months]) => [
    ...months.map((rate, month) => `${addDays(addMonths('2026-01-01', month + 1), -1)},USD,${currency},${rate},`),
    `${today},USD,${currency},${months.at(-1)},"Federal Reserve, average of June 2026, dated for the demo"`,
  ]);
  const known = lines.filter((line) => line.slice(0, 10) <= today);
  return `date,from,to,rate,source\n${[...new Map(known.map((line) => [line.slice(0, 18), line])).values()].join('\n')}`;
}

const wantedSql = `select c.id, c.candidate_id as "candidateId", g.stage_group as "group", s.lead_id as "memberId", o.name as client,
    (select e.name from candidate p join organization e on e.agency_id = p.agency_id and e.id = p.current_organization_id
      where p.agency_id = c.agency_id and p.id = c.candidate_id) as employer,
    coalesce(k.currency, 'CNY') as currency, coalesce(k.base_amount, 60000)::float8 as base,
    coalesce(k.base_per, 'month') as "basePer", case when k.id is null then 15 else k.months::float8 end as months, k.id is not null as "isKnown"
  from candidacy c join search s on s.agency_id = c.agency_id and s.id = c.search_id and s.state in ('open', 'on_hold')
    join organization o on o.agency_id = s.agency_id and o.id = s.organization_id
    join stage g on g.agency_id = c.agency_id and g.id = c.stage_id and g.stage_group in ('client_interview', 'finalist', 'offer', 'accepted')
    left join package k on k.agency_id = c.agency_id and k.candidate_id = c.candidate_id and k.kind = 'current'
  where c.exited_at is null and c.role = 'candidate' and s.lead_id is not null
  order by array_position(array['offer', 'finalist', 'accepted', 'client_interview'], g.stage_group), c.id`;
