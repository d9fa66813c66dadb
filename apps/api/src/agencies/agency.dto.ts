import { PartialType } from '@nestjs/swagger';
import { locales, type Locale } from '@domain/agencies/agency.js';
import { Currency, OneOf, Text, Whole } from '@platform/http/fields.js';

export class PatchMe {
  @Text(200, { optional: true, example: 'Wei Lin' }) name?: string;
  /** null: the language of the agency. */
  @OneOf(locales, { optional: true, nullable: true }) locale?: Locale | null;
}

class AgencyValues {
  @Text(200, { example: 'Northern Search' }) name: string;
  @Text(60, { example: 'Asia/Shanghai' }) timeZone: string;
  @Currency() currency: string;
  @OneOf(locales) locale: Locale;
  /** Months for which a submission protects, where the search agrees on none. */
  @Whole(0, 120, { example: 12 }) protectionMonths: number;
  /** Days within which a client may say that they knew a person before. */
  @Whole(0, 365, { example: 14 }) answerDays: number;
}

export class PatchAgency extends PartialType(AgencyValues, { skipNullProperties: false }) {}
