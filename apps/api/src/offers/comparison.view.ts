import type { BidKind, Gap, Working } from '@domain/compensation/bid.js';
import type { Liquidity, PriceBasis } from '@domain/compensation/package.js';
import type { OfferState, RivalOfferState } from '@domain/offers/offer.js';

/** Amounts are of the comparison's currency, exact, rounded once, as text. */
export class WorkingView {
  what: Working['what'];
  /** The place of the grant or payment in its package. */
  index: number | null;
  /** The grantor, the kind of a payment or what months beyond twelve are. */
  label: string | null;
  /** Units or months. */
  count: string | null;
  each: string | null;
  amount: string;
}

export class FigureView {
  amount: string;
  /** The lines that add up to it. */
  lines: WorkingView[];
}

export class ForfeitureView extends FigureView {
  /** What of it would have vested in the twelve months after the last day. */
  nextYear: string;
}

export class MakeWholeGapView extends FigureView {
  /** The same after all one-offs, whatever they are for. */
  afterAll: string;
}

export class AgainstView {
  /** The other column. */
  id: string;
  /** Two places, half up; null where the other pays nothing. */
  cashMultiple: string | null;
  totalMultiple: string | null;
  /** The month from which on it has paid at least as much, for good; null: not within 48 months. */
  lasting: number | null;
  /** The month in which it first has. */
  first: number | null;
}

export class MissingView {
  index: number;
  missing: Gap['missing'];
}

export class EquityBasisView {
  grantor: string | null;
  priceBasis: PriceBasis | null;
  priceOn: string | null;
  liquidity: Liquidity | null;
}

export class ComparedView {
  id: string;
  kind: BidKind;
  /** The employer, the client or the rival. */
  name: string | null;
  state: OfferState | RivalOfferState | null;
  /** Which version of our offer it is. */
  number: number | null;
  /** The currency of the package itself. */
  currency: string;
  startsOn: string | null;
  /** The earliest start by the covenants, and where doubtful ones hold. */
  earliestStart: string | null;
  doubtfulStart: string | null;
  /** Months of the axis without its pay. */
  monthsBefore: number;
  annual: FigureView;
  guaranteed: FigureView;
  /** The four years of the axis. */
  years: FigureView[];
  total: string;
  /** What has been paid through each of the 48 months. */
  path: string[];
  forfeiture: ForfeitureView | null;
  gap: MakeWholeGapView | null;
  against: AgainstView[];
  /** Grants that count for nothing, and what they lack. */
  missing: MissingView[];
  equity: EquityBasisView[];
}

export class ComparisonRate {
  from: string;
  to: string;
  on: string;
  rate: string;
  source: string;
}

export class KeptOptionsView {
  index: number;
  units: string;
  /** What they are worth above the strike. */
  spread: string;
  exerciseCost: string;
  lapsesOn: string | null;
}

export class GrantorView {
  name: string;
  growth: number;
  haircut: number;
}

export class ComparisonView {
  candidacyId: string;
  candidateId: string;
  candidateName: string;
  searchId: string;
  searchTitle: string;
  currency: string;
  rateOn: string;
  lastDay: string;
  /** The first day of the axis: the day after the last day employed. */
  begin: string;
  rates: ComparisonRate[];
  grantors: GrantorView[];
  columns: ComparedView[];
  /** Vested options of today's employer: beside the loss, not in it. */
  options: KeptOptionsView[];
}
