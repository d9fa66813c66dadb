import { Injectable } from '@nestjs/common';
import { CsvError, parse } from 'csv-parse/sync';
import { must, type Actor } from '@domain/access/policy.js';
import { mostRates, type RateRecord, ratesOf } from '@domain/offers/exchange-rate.file.js';
import { whyNotRate } from '@domain/offers/exchange-rate.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { AddExchangeRate, PatchExchangeRate, ReadExchangeRates } from './exchange-rate.dto.js';
import { ExchangeRate } from './exchange-rate.entity.js';
import type { ExchangeRateView, ReadRates } from './exchange-rate.view.js';
import { ExchangeRatesQueries } from './exchange-rates.queries.js';

@Injectable()
export class ExchangeRatesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: ExchangeRatesQueries,
  ) {}

  async add(actor: Actor, values: AddExchangeRate): Promise<ExchangeRateView> {
    must(actor, 'exchange-rate.edit');
    refuseIf(whyNotRate(values, this.clock.today(actor.timeZone)));
    const { from, to, on } = values;
    if (await this.db.find(ExchangeRate, { from, to, on })) throw new Refusal('exchange-rate.there');
    const rate = await this.db.insert(ExchangeRate, values);
    await this.events.record('exchange-rate.added', { about: { id: rate.id }, data: { from, to, on } });
    return this.queries.view(actor, rate.id);
  }

  async patch(actor: Actor, id: string, values: PatchExchangeRate): Promise<ExchangeRateView> {
    const known = await this.rate(actor, id);
    refuseIf(whyNotRate({ ...known, ...values }, this.clock.today(actor.timeZone)));
    const { from, to, on } = await this.db.change(known, values);
    await this.events.record('exchange-rate.changed', { about: { id }, data: { from, to, on } });
    return this.queries.view(actor, id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const { from, to, on } = await this.rate(actor, id);
    await this.db.remove(ExchangeRate, { id });
    await this.events.record('exchange-rate.removed', { about: { id }, data: { from, to, on } });
  }

  /** Reads a csv of rates: what is new is added, what differs is corrected. */
  async read(actor: Actor, { text, source }: ReadExchangeRates): Promise<ReadRates> {
    must(actor, 'exchange-rate.edit');
    const rates = ratesOf(recordsOf(text), source, this.clock.today(actor.timeZone));
    if (rates instanceof Refusal) throw rates;
    const written = await this.db.write<{ id: string; fresh: boolean }>(
      'exchange_rate',
      'exchange_rates_read',
      readSql,
      [JSON.stringify(rates)],
    );
    const added = written.filter(({ fresh }) => fresh).length;
    const changed = written.length - added;
    const [first] = written;
    if (first) await this.events.record('exchange-rate.read-in', { about: { id: first.id }, data: { added, changed } });
    return { rows: rates.length, added, changed, unchanged: rates.length - written.length };
  }

  private async rate(actor: Actor, id: string): Promise<ExchangeRate> {
    const rate = await this.db.get(ExchangeRate, id);
    must(actor, 'exchange-rate.edit', { id });
    return rate;
  }
}

/** The rows of a csv with a header, by comma, semicolon or tab. */
function recordsOf(text: string): RateRecord[] {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostRates + 1,
      trim: true,
    });
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const errors = [{ pointer: '/text', message: `line ${Number(error['lines']) || 1}: cannot be read as csv` }];
    throw new Refusal('exchange-rate.file', undefined, { errors });
  }
}

const readSql = `insert into exchange_rate as x (from_currency, to_currency, rate_on, rate, source)
  select "from", "to", "on", rate, source
    from jsonb_to_recordset($1::jsonb) as r ("from" text, "to" text, "on" date, rate numeric, source text)
  on conflict (agency_id, from_currency, to_currency, rate_on) do update
    set rate = excluded.rate, source = excluded.source, updated_at = now(), version = x.version + 1
    where x.rate <> excluded.rate or x.source <> excluded.source
  returning id, version = 1 as fresh`;
