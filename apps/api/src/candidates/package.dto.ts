import { longestLevel } from '@domain/organizations/level.js';
import {
  basePeriods,
  clawBacks,
  extraMonthKinds,
  grantKinds,
  liquidities,
  oneOffKinds,
  packageSources,
  priceBases,
} from '@domain/compensation/package.js';
import type {
  BasePeriod,
  ClawBack,
  ExtraMonths,
  GrantKind,
  Liquidity,
  OneOffKind,
  PackageSource,
  PriceBasis,
} from '@domain/compensation/package.js';
import {
  Amount,
  Currency,
  Day,
  Decimal,
  Decimals,
  Flag,
  Nested,
  NestedList,
  OneOf,
  Text,
  Whole,
} from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

export class OneOffValues {
  @OneOf(oneOffKinds) kind: OneOffKind;
  @Amount({ example: '100000.00' }) amount: string;
  @Day({ ...maybe, example: '2025-03-01' }) paidOn?: string | null;
  @OneOf(clawBacks, maybe) clawBack?: ClawBack | null;
  @Whole(1, 120, { ...maybe, example: 24 }) clawBackMonths?: number | null;
}

export class GrantValues {
  @OneOf(grantKinds) kind: GrantKind;
  @Text(300, { ...maybe, example: 'Northstar AI' }) grantor?: string | null;
  /** Shares or options; a cash plan has an amount instead. */
  @Amount({ ...maybe, example: '12000' }) units?: string | null;
  @Amount({ ...maybe, example: null }) amount?: string | null;
  @Amount({ ...maybe, places: 6, example: null }) strike?: string | null;
  @Amount({ ...maybe, places: 6, example: '150.00' }) price?: string | null;
  @Day({ ...maybe, example: '2026-01-31' }) priceOn?: string | null;
  @OneOf(priceBases, maybe) priceBasis?: PriceBasis | null;
  @OneOf(liquidities, maybe) liquidity?: Liquidity | null;
  @Day({ ...maybe, example: '2025-09-01' }) vestStart?: string | null;
  @Whole(1, 240, { ...maybe, example: 48 }) vestMonths?: number | null;
  @Whole(0, 240, { ...maybe, example: 12 }) cliffMonths?: number | null;
  @Whole(1, 60, { ...maybe, example: 3 }) vestEveryMonths?: number | null;
  /** Percent of each year, such as 15, 25, 30, 30; in place of cliff and frequency. */
  @Decimals(20, 0, 100, 3, { ...maybe, example: null }) vestSplit?: number[] | null;
  @Whole(0, 3650, { ...maybe, example: 90 }) exerciseDays?: number | null;
}

/** What a package pays, whoever offers it. */
export class PayValues {
  @Currency() currency: string;
  @Amount({ example: '40000.00' }) baseAmount: string;
  @OneOf(basePeriods) basePer: BasePeriod;
  /** The level that the pay is for, as it is called there. */
  @Text(longestLevel, { ...maybe, example: 'P7' }) level?: string | null;
  /** Months a year, where the base is per month. */
  @Decimal(1, 99, 2, { ...maybe, example: 16 }) months?: number | null;
  @OneOf(extraMonthKinds, { ...maybe, example: 'target' }) extraMonths?: ExtraMonths | null;
  /** The target bonus a year that is not already in the months. */
  @Amount({ optional: true, example: '0' }) bonusAmount?: string;
  /** Says that a bonus as high as the extra months is money of its own. */
  @Flag({ optional: true, example: false }) bonusIsApart?: boolean;
  @NestedList(() => OneOffValues, 20, { optional: true, example: [] }) oneOffs?: OneOffValues[];
  @NestedList(() => GrantValues, 20, { optional: true, example: [] }) grants?: GrantValues[];
}

export class PackageValues extends PayValues {
  /** First day of the running year of a bonus that is paid at its end to those who are there. */
  @Day({ ...maybe, example: null }) bonusYearFrom?: string | null;
  @OneOf(packageSources) source: PackageSource;
  @Day({ optional: true, example: '2026-01-31' }) statedOn?: string;
  @Text(2000, { ...maybe, example: 'Said on the phone' }) note?: string | null;
}

const example = {
  currency: 'CNY',
  baseAmount: '40000.00',
  basePer: 'month',
  months: 16,
  extraMonths: 'target',
  source: 'volunteered',
};

/** What is given takes the place of what was there; null removes it; what is absent stays. */
export class PutPackages {
  @Nested(() => PackageValues, { ...maybe, example }) current?: PackageValues | null;
  @Nested(() => PackageValues, { ...maybe, example: null }) expected?: PackageValues | null;
}
