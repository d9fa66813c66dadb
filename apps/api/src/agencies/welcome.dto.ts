import { locales, password, type Locale } from '@domain/agencies/agency.js';
import { Currency, Email, OneOf, Password, Text } from '@platform/http/fields.js';

export class Welcome {
  @Text(200, { example: 'kJ2v8w0pQ4t6y1z3x5c7b9n0' }) token: string;
  @Text(200, { example: 'Northern Search' }) agencyName: string;
  /** Small letters, digits and dashes; made of the name where it is absent. */
  @Text(39, { optional: true, example: 'northern' }) slug?: string;
  @Text(200, { example: 'Wei Lin' }) name: string;
  @Email() email: string;
  @Password(password.min, password.max) password: string;
  @Text(60, { optional: true, example: 'Asia/Shanghai' }) timeZone?: string;
  @Currency({ optional: true }) currency?: string;
  @OneOf(locales, { optional: true }) locale?: Locale;
}
