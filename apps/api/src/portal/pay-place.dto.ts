import { PartialType } from '@nestjs/swagger';
import { shippedPayPlaces, type ShippedPayPlace } from '@domain/portal/pay-place.js';
import { Flag, OneOf, Text, Texts } from '@platform/http/fields.js';

class PayPlaceValues {
  @Text(80, { example: 'Washington State' }) name: string;
  /** Cities and countries as searches name them; of a place of your own alone, and then at least one. */
  @Texts(50, 80, { optional: true, example: ['Seattle', 'Redmond'] }) words?: string[];
  /** Whether current pay may be neither asked nor shown there. */
  @Flag() banned: boolean;
}

export class CreatePayPlace extends PayPlaceValues {
  /** A place that Longlist knows; absent for one of your own. */
  @OneOf(shippedPayPlaces, { optional: true, nullable: true, example: null }) shipped?: ShippedPayPlace | null;
}

export class PatchPayPlace extends PartialType(PayPlaceValues, { skipNullProperties: false }) {}
