import type { Decimal } from 'decimal.js';
import type { Day } from '../day.js';
import type { Rate } from './exchange.js';
import type { CashTerms, ClawBack, Liquidity, OneOffKind, PriceBasis } from './package.js';
import type { Grant } from './vesting.js';

/** Whose package a column shows. */
export const bidKinds = ['stay', 'offer', 'counteroffer', 'competing_offer'] as const;
export type BidKind = (typeof bidKinds)[number];

/** A grant as it was noted; what is missing keeps it out of the figures, and is said. */
export type NotedGrant = Omit<Grant, 'vestStart' | 'vestMonths' | 'cliffMonths' | 'vestEveryMonths'> & {
  readonly grantor: string | null;
  readonly vestStart: Day | null;
  readonly vestMonths: number | null;
  readonly cliffMonths: number | null;
  readonly vestEveryMonths: number | null;
  readonly priceOn: Day | null;
  readonly priceBasis: PriceBasis | null;
  readonly liquidity: Liquidity | null;
  readonly exerciseDays: number | null;
};

export type NotedOneOff = {
  readonly kind: OneOffKind;
  readonly amount: string;
  readonly paidOn: Day | null;
  readonly clawBack: ClawBack | null;
  readonly clawBackMonths: number | null;
};

/** A package in its own currency. */
export type Pay = CashTerms & {
  readonly currency: string;
  /** First day of the running year of a bonus that is paid only to who is still there at its end; null where none is at stake. */
  readonly bonusYearFrom: Day | null;
  readonly oneOffs: readonly NotedOneOff[];
  readonly grants: readonly NotedGrant[];
};

export type Bid = {
  readonly id: string;
  readonly kind: BidKind;
  readonly pay: Pay;
  /** The first day there; the first of the axis when null. It says nothing of who stays. */
  readonly startsOn: Day | null;
  /** The new employer repays what the old one claims back. */
  readonly paysClawBack: boolean;
  /** What a non-compete pays a month until the start. */
  readonly waiting: { readonly amount: string; readonly currency: string } | null;
};

/** What is assumed of all columns; growth a year and haircut are percent, by grantor. */
export type Assumptions = {
  readonly lastDay: Day;
  readonly currency: string;
  readonly rateOn: Day;
  readonly growth: Readonly<Record<string, string>>;
  readonly haircut: Readonly<Record<string, string>>;
};

/** One line of a figure's working: how many, of what each, makes how much. `index` is the place of the grant or payment in its package. */
export type Working = {
  readonly what:
    | 'base'
    | 'extra_months'
    | 'bonus'
    | 'recurring'
    | 'waiting'
    | 'equity'
    | 'kept_equity'
    | 'one_off'
    | 'claw_back'
    | 'unvested'
    | 'earned_unpaid'
    | 'make_whole'
    | 'paid_claw_back';
  readonly index: number | null;
  readonly label: string | null;
  readonly count: Decimal | null;
  readonly each: Decimal | null;
  readonly amount: Decimal;
};

/** A figure and the lines that add up to it. */
export type Figure = { readonly amount: Decimal; readonly lines: readonly Working[] };

/** What keeps a grant out of the figures. */
export type Gap = { readonly index: number; readonly missing: 'vestStart' | 'vestMonths' | 'price' };

/** Vested options stand beside the loss: what they are worth, what exercising costs, and until when (R6). */
export type KeptOptions = {
  readonly index: number;
  readonly units: Decimal;
  readonly spread: Decimal;
  readonly exerciseCost: Decimal;
  readonly lapsesOn: Day | null;
};

export type Against = {
  readonly id: string;
  readonly cashMultiple: Decimal | null;
  readonly totalMultiple: Decimal | null;
  /** Months of the axis; null: not within the horizon (R10). */
  readonly lasting: number | null;
  readonly first: number | null;
};

export type ComparedBid = {
  readonly id: string;
  readonly kind: BidKind;
  readonly startsOn: Day | null;
  /** Months of the axis without pay from there (R11). */
  readonly monthsBefore: number;
  readonly annual: Figure;
  readonly guaranteed: Figure;
  readonly years: readonly Figure[];
  readonly total: Decimal;
  /** What has been paid through each of the 48 months. */
  readonly path: readonly Decimal[];
  /** What leaving costs; null for who stays with the employer, or where today's pay is not known. */
  readonly forfeiture: { readonly total: Figure; readonly nextYear: Decimal } | null;
  readonly gap: { readonly amount: Decimal; readonly afterAll: Decimal; readonly lines: readonly Working[] } | null;
  readonly against: readonly Against[];
  readonly gaps: readonly Gap[];
  /** On what the price of the equity rests, by grant: it is never summed with cash without these words. */
  readonly equity: readonly Pick<NotedGrant, 'grantor' | 'priceBasis' | 'priceOn' | 'liquidity'>[];
};

export type Comparison = {
  readonly begin: Day;
  readonly rates: readonly Rate[];
  readonly bids: readonly ComparedBid[];
  readonly options: readonly KeptOptions[];
};

/** An amount of a currency in the one currency of a comparison, exact. */
export type InOne = (amount: Decimal, currency: string) => Decimal;
