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
import { Money } from '@platform/http/money.view.js';

export class OneOffView {
  id: string;
  kind: OneOffKind;
  amount: Money;
  paidOn: string | null;
  clawBack: ClawBack | null;
  clawBackMonths: number | null;
}

export class GrantView {
  id: string;
  kind: GrantKind;
  grantor: string | null;
  /** Exact, as text. */
  units: string | null;
  amount: Money | null;
  /** A unit's strike and price, exact, as text, in the package's currency. */
  strike: string | null;
  price: string | null;
  priceOn: string | null;
  priceBasis: PriceBasis | null;
  liquidity: Liquidity | null;
  vestStart: string | null;
  vestMonths: number | null;
  cliffMonths: number | null;
  vestEveryMonths: number | null;
  /** Percent of each year. */
  vestSplit: number[] | null;
  exerciseDays: number | null;
}

export class PackageView {
  id: string;
  base: Money;
  basePer: BasePeriod;
  /** The level that it is for, as it is called there. */
  level: string | null;
  months: number | null;
  extraMonths: ExtraMonths | null;
  bonus: Money;
  /** Base × months + target bonus. */
  annualCash: Money;
  /** The part of annual cash that is promised. */
  guaranteedCash: Money;
  /** First day of the running year of a bonus that is paid at its end to those who are there. */
  bonusYearFrom: string | null;
  source: PackageSource;
  statedOn: string;
  note: string | null;
  oneOffs: OneOffView[];
  grants: GrantView[];
  updatedAt: string;
}

export class PackagesView {
  current: PackageView | null;
  expected: PackageView | null;
}
