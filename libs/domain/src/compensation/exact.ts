import { Decimal } from 'decimal.js';

/** Decimals with 60 digits, so that what is shown is rounded once alone (R1). */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** So many digits of a result are sure, whatever was divided and multiplied on the way. */
const sureDigits = 40;

export const zero = new Exact(0);

/** The sum of amounts, exact. */
export function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), zero);
}

/** The amount without the dust of a division: 100.01 ÷ 0.0483 × 0.0483 is 100.01. */
export function sure(amount: Decimal): Decimal {
  return new Exact(amount).toSignificantDigits(sureDigits);
}

/** A multiple as it is shown: two places, half up (R1). */
export function shownMultiple(multiple: Decimal): string {
  return multiple.toFixed(2, Decimal.ROUND_HALF_UP);
}
