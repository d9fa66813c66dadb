export class ExchangeRateRow {
  id: string;
  /** One unit of this currency … */
  from: string;
  /** … is `rate` units of this one. */
  to: string;
  on: string;
  /** Exact, as text. */
  rate: string;
  /** Who published it. */
  source: string;
  updatedAt: string;
  version: number;
}

export class ExchangeRateView extends ExchangeRateRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class ReadRates {
  /** Rows of the file. */
  rows: number;
  added: number;
  /** Rates of a day that was known with another figure or source. */
  changed: number;
  unchanged: number;
}

/** The average of a past year, made of the averages of its twelve months. */
export class YearlyRate {
  from: string;
  to: string;
  year: number;
  /** Exact to 12 places, as text. */
  rate: string;
  /** How many days it is made of. */
  days: number;
}

export class YearlyRates {
  items: YearlyRate[];
}
