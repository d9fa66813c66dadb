import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { AddExchangeRate, PatchExchangeRate, ReadExchangeRates } from './exchange-rate.dto.js';
import { exchangeRateList } from './exchange-rate.fields.js';
import { ExchangeRateRow, ExchangeRateView, ReadRates, YearlyRates } from './exchange-rate.view.js';
import { ExchangeRatesQueries } from './exchange-rates.queries.js';
import { ExchangeRatesService } from './exchange-rates.service.js';

@Controller('api/v1/exchange-rates')
export class ExchangeRatesController {
  constructor(
    private readonly rates: ExchangeRatesService,
    private readonly queries: ExchangeRatesQueries,
  ) {}

  /** Exchange rates by day, the latest first. */
  @Get()
  @Allows('exchange-rate.read')
  @Answers(exchangeRateList, ExchangeRateRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Enters the rate of a day. */
  @Post()
  @Allows('exchange-rate.edit')
  @Refuses('exchange-rate.pair', 'exchange-rate.there')
  add(@Body() values: AddExchangeRate, @Me() actor: Actor): Promise<ExchangeRateView> {
    return this.rates.add(actor, values);
  }

  /** Reads rates from a csv: all of it, or nothing where a row is not right. */
  @Post('file')
  @HttpCode(200)
  @Allows('exchange-rate.edit')
  @Refuses('exchange-rate.file')
  read(@Body() values: ReadExchangeRates, @Me() actor: Actor): Promise<ReadRates> {
    return this.rates.read(actor, values);
  }

  /** Averages of past years, for benchmarks of those years alone: of each pair of which every month of the year is known. */
  @Get('yearly-averages')
  @Allows('exchange-rate.read')
  yearly(@Me() actor: Actor): Promise<YearlyRates> {
    return this.queries.yearly(actor);
  }

  /** One rate. */
  @Get(':id')
  @Allows('exchange-rate.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<ExchangeRateView> {
    return this.queries.view(actor, id);
  }

  /** Corrects a rate or its source. */
  @Patch(':id')
  @Allows('exchange-rate.edit')
  @Refuses('exchange-rate.pair')
  patch(@Param('id') id: string, @Body() values: PatchExchangeRate, @Me() actor: Actor): Promise<ExchangeRateView> {
    return this.rates.patch(actor, id, values);
  }

  /** Takes a rate away. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('exchange-rate.edit')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.rates.remove(actor, id);
  }
}
