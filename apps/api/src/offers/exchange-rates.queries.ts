import { Injectable } from '@nestjs/common';
import { type Actor, may } from '@domain/access/policy.js';
import { oldestRateDays, type Rate } from '@domain/compensation/exchange.js';
import type { Day } from '@domain/day.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { exchangeRateList } from './exchange-rate.fields.js';
import type { ExchangeRateRow, ExchangeRateView, YearlyRate, YearlyRates } from './exchange-rate.view.js';

/** A rate that may be used, and who published it. */
export type UsableRate = Rate & { readonly source: string };

@Injectable()
export class ExchangeRatesQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(exchangeRateList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<ExchangeRateView> {
    const rate = await this.lists.detail<ExchangeRateRow>(exchangeRateList, actor, id);
    return { ...rate, abilities: may(actor, 'exchange-rate.edit') ? ['edit', 'remove'] : [] };
  }

  /** Averages of years that are over; a year of which a month is missing has none. Comparisons never use them (R12). */
  async yearly(actor: Actor): Promise<YearlyRates> {
    const thisYear = Number(this.clock.today(actor.timeZone).slice(0, 4));
    return { items: await this.db.rows<YearlyRate>('exchange_rates_yearly', yearlySql, [thisYear]) };
  }

  /** Rates from or to these currencies that may be used on a day: of that day, or at most `oldestRateDays` older (R12). */
  usable(currencies: readonly string[], on: Day): Promise<UsableRate[]> {
    return this.db.rows<UsableRate>('exchange_rates_usable', usableSql, [[...new Set(currencies)], on, oldestRateDays]);
  }
}

const yearlySql = `with monthly as (
    select from_currency, to_currency, date_trunc('month', rate_on) as month, avg(rate) as rate, count(*) as days
      from exchange_rate where agency_id = current_agency() and rate_on < make_date($1::int, 1, 1)
      group by from_currency, to_currency, date_trunc('month', rate_on))
  select from_currency as "from", to_currency as "to", extract(year from month)::int as year,
      trim_scale(round(avg(rate), 12))::text as rate, sum(days)::int as days
    from monthly group by from_currency, to_currency, extract(year from month) having count(*) = 12
    order by year desc, from_currency, to_currency`;

const usableSql = `select from_currency as "from", to_currency as "to", rate_on as "on", trim_scale(rate)::text as rate, source
  from exchange_rate where agency_id = current_agency() and (from_currency = any($1) or to_currency = any($1))
    and rate_on <= $2::date and rate_on >= $2::date - $3::int`;
