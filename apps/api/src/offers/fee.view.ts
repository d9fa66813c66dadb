import type { FeePart, FeeStanding, FeeState, HireState, InstalmentState } from '@domain/offers/fee.js';
import type { FeeBasis, FeeKind, GuaranteeKind, InstalmentTrigger } from '@domain/searches/search.js';
import { Money } from '@platform/http/money.view.js';
import { EquityBasisView, MissingView, WorkingView } from './comparison.view.js';

export class MissingRateView {
  from: string;
  to: string;
  /** The day whose rate counts; one of the seven days before it does too. */
  on: string;
}

export class MoneyRange {
  low: string;
  high: string;
  currency: string;
}

export class FeeLineView {
  what: FeePart;
  amount: string;
}

export class FeeRateView {
  from: string;
  to: string;
  on: string;
  rate: string;
}

export class FeeWorkingView {
  /** What the rate is taken of; null for a fixed fee. */
  basis: FeeBasis | null;
  /** The basis in the currency of the package, with the lines that add up to it. */
  base: Money | null;
  baseLines: WorkingView[];
  /** On what the price of the equity in it rests. */
  equity: EquityBasisView[];
  /** Grants that count for nothing, and what they lack. */
  missing: MissingView[];
  /** The basis in the currency of the fee, by these rates. */
  of: Money | null;
  rates: FeeRateView[];
  /** What adds up to the fee: of its currency, rounded once. */
  lines: FeeLineView[];
}

export class FeeCreditView {
  memberId: string;
  name: string;
  /** Per cent. */
  share: number;
  /** Null while the fee is not known. */
  amount: Money | null;
}

export class FeeInstalmentView {
  /** Null until the fee is kept. */
  id: string | null;
  trigger: InstalmentTrigger;
  /** Per cent of the fee. */
  share: number;
  state: InstalmentState;
  /** The day on which it is due; while it waits the one that is expected, as far as anybody can say. */
  dueOn: string | null;
  paidOn: string | null;
  amount: Money | null;
  /** What it would be by the compensation band, while nothing else is known. */
  estimate: MoneyRange | null;
  credits: FeeCreditView[];
}

export class FeeRefundView {
  daysLeft: number;
  guaranteeDays: number;
  /** Fee × days left ÷ guarantee days. */
  amount: Money;
  /** What of the fee never becomes due: it counts against the refund. */
  notDue: Money;
  /** What the client gets back. */
  payBack: Money;
}

export class CandidacyFeeView {
  candidacyId: string;
  standing: FeeStanding;
  /** What has become of the hire. */
  hire: HireState;
  /** The offer that it is of, and which version that is. */
  offerId: string | null;
  offerNumber: number | null;
  /** The day of acceptance, whose rates count. */
  acceptedOn: string | null;
  kind: FeeKind | null;
  /** Per cent of the basis. */
  rate: number | null;
  basis: FeeBasis | null;
  minimum: Money | null;
  guaranteeDays: number | null;
  guaranteeKind: GuaranteeKind | null;
  amount: Money | null;
  /** What it would be by the compensation band of the search, where there is no offer. */
  estimate: MoneyRange | null;
  missingRate: MissingRateView | null;
  /** Only for who may see offers. */
  working: FeeWorkingView | null;
  /** Nothing is agreed on instalments: the whole is due on the first day. */
  wholeOnStart: boolean;
  instalments: FeeInstalmentView[];
  /** What each colleague is credited of all of it. */
  credits: FeeCreditView[];
  /** Set after a fall-off where a refund is agreed. */
  refund: FeeRefundView | null;
  /** What the one who asks may do: `pay`. */
  abilities: string[];
}

export class InstalmentCredit {
  memberId: string;
  name: string;
  share: number;
  amount: Money | null;
}

/** An instalment of a kept fee. */
export class FeeInstalmentRow {
  id: string;
  feeId: string;
  feeState: FeeState;
  candidacyId: string;
  candidateId: string;
  candidateName: string;
  nativeName: string | null;
  searchId: string;
  searchTitle: string;
  /** The client. */
  organizationId: string;
  organizationName: string;
  trigger: InstalmentTrigger;
  /** Per cent of the fee. */
  share: number;
  state: InstalmentState;
  /** The day on which it is due; while it waits the one that is expected. */
  dueOn: string | null;
  paidOn: string | null;
  /** Null while the fee waits for an exchange rate. */
  amount: Money | null;
  credits: InstalmentCredit[];
  updatedAt: string;
  version: number;
}
