import { PartialType, PickType } from '@nestjs/swagger';
import { Amount, Currency, Day, Text } from '@platform/http/fields.js';

export class AddExchangeRate {
  /** One unit of this currency … */
  @Currency({ example: 'USD' }) from: string;
  /** … is `rate` units of this one. */
  @Currency({ example: 'CNY' }) to: string;
  @Day({ example: '2026-06-30' }) on: string;
  @Amount({ places: 12, example: '6.9000' }) rate: string;
  @Text(200, { example: 'European Central Bank' }) source: string;
}

class RateValues extends PickType(AddExchangeRate, ['rate', 'source']) {}

export class PatchExchangeRate extends PartialType(RateValues, { skipNullProperties: false }) {}

export class ReadExchangeRates {
  /** CSV with a header: `date,from,to,rate` and, where the sources differ, `source`. */
  @Text(200_000, { example: 'date,from,to,rate\n2026-05-29,USD,CNY,6.95' }) text: string;
  /** Who published the rates that name no source of their own. */
  @Text(200, { example: 'European Central Bank' }) source: string;
}
