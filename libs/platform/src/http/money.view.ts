/** An exact amount, rounded once to the currency's minor unit. */
export class Money {
  /** Such as `540000.00`. */
  amount: string;
  /** ISO 4217. */
  currency: string;
}
