import { Decimal } from 'decimal.js';
import { Exact } from './exact.js';
import type { CashTerms } from './package.js';

const wholeUnits = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK']);

/** Decimals that a currency is shown with. */
export function minorPlaces(currency: string): number {
  return wholeUnits.has(currency) ? 0 : 2;
}

/** Annual cash, exact: base per month × months (or base per year) + target bonus (R3). */
export function annualCash({ baseAmount, basePer, months, bonusAmount }: CashTerms): Decimal {
  const base = new Exact(baseAmount);
  return (basePer === 'month' ? base.times(months ?? 12) : base).plus(bonusAmount);
}

/** The part of annual cash that is promised: target months and the target bonus are not. */
export function guaranteedCash({ baseAmount, basePer, months, extraMonths }: CashTerms): Decimal {
  const base = new Exact(baseAmount);
  if (basePer === 'year') return base;
  return base.times(extraMonths === 'target' ? Exact.min(months ?? 12, 12) : (months ?? 12));
}

/** Months beyond twelve, as money a year; 0 where there are none. */
export function extraMonthsCash({ baseAmount, basePer, months }: CashTerms): Decimal {
  return basePer === 'month'
    ? new Exact(baseAmount).times(Exact.max(0, new Exact(months ?? 12).minus(12)))
    : new Exact(0);
}

/** An exact amount rounded once, half up, to whole minor units: the form that is sorted and filtered. */
export function minorUnits(amount: Decimal, currency: string): string {
  return amount.times(new Exact(10).pow(minorPlaces(currency))).toFixed(0, Decimal.ROUND_HALF_UP);
}

/** An exact amount as it is shown: rounded once, half up, to the currency's minor unit (R1). */
export function shown(amount: Decimal, currency: string): string {
  return amount.toFixed(minorPlaces(currency), Decimal.ROUND_HALF_UP);
}
