import type { Locale } from '../agencies/agency.js';
import type { BidKind, Gap, Working } from '../compensation/bid.js';
import type { OfferState, RivalOfferState } from './offer.js';
import type { EquityBasis } from './pay.words.js';

/** A comparison as the API answers it: amounts of its one currency, exact, rounded once, as text. */
export type ComparedPackages = {
  readonly candidateName: string;
  readonly searchTitle: string;
  readonly currency: string;
  readonly rateOn: string;
  readonly lastDay: string;
  readonly begin: string;
  readonly rates: readonly {
    readonly from: string;
    readonly to: string;
    readonly on: string;
    readonly rate: string;
    readonly source: string;
  }[];
  readonly grantors: readonly { readonly name: string; readonly growth: number; readonly haircut: number }[];
  readonly columns: readonly ComparedColumn[];
  readonly options: readonly {
    readonly units: string;
    readonly spread: string;
    readonly exerciseCost: string;
    readonly lapsesOn: string | null;
  }[];
};

export type ComparedLine = {
  readonly what: Working['what'];
  readonly index: number | null;
  readonly label: string | null;
  readonly count: string | null;
  readonly each: string | null;
  readonly amount: string;
};

export type ComparedFigure = { readonly amount: string; readonly lines: readonly ComparedLine[] };

export type ComparedAgainst = {
  readonly id: string;
  readonly cashMultiple: string | null;
  readonly totalMultiple: string | null;
  readonly lasting: number | null;
  readonly first: number | null;
};

export type ComparedColumn = {
  readonly id: string;
  readonly kind: BidKind;
  readonly name: string | null;
  readonly state: OfferState | RivalOfferState | null;
  readonly number: number | null;
  readonly startsOn: string | null;
  readonly earliestStart: string | null;
  readonly doubtfulStart: string | null;
  readonly monthsBefore: number;
  readonly annual: ComparedFigure;
  readonly guaranteed: ComparedFigure;
  readonly years: readonly ComparedFigure[];
  readonly total: string;
  /** What has been paid through each of the 48 months. */
  readonly path: readonly string[];
  readonly forfeiture: (ComparedFigure & { readonly nextYear: string }) | null;
  readonly gap: (ComparedFigure & { readonly afterAll: string }) | null;
  readonly against: readonly ComparedAgainst[];
  readonly missing: readonly Gap[];
  readonly equity: readonly EquityBasis[];
};

/** What is asked of a file beside the comparison. */
export type ComparisonFileOrder = {
  readonly locale: Locale;
  readonly today: string;
  /** Today's pay was taken out of the comparison: the file says why, and tells nothing that stands on it. */
  readonly payHidden: boolean;
};

/** A cell: words, or a figure as exact text. `month` counts months of the axis. */
export type FileCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money' | 'multiple' | 'month' | 'count'; readonly value: string };

export type FileRow = {
  readonly label: string;
  readonly cells: readonly (FileCell | null)[];
  /** What the rows above lead to. */
  readonly strong: boolean;
};

export type FileGroup = { readonly title: string; readonly hint: string | null; readonly rows: readonly FileRow[] };

/** A line of a figure's working: how many, of what each, makes how much. */
export type FileLine = {
  readonly column: string;
  readonly figure: string;
  readonly line: string;
  readonly count: string | null;
  readonly each: string | null;
  readonly amount: FileCell;
  /** What the lines above come to. */
  readonly strong: boolean;
};

/** A comparison as it is set: what is not here cannot reach a file. */
export type ComparisonFile = {
  readonly locale: Locale;
  readonly currency: string;
  readonly title: string;
  readonly about: string;
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[];
  readonly notes: readonly string[];
  readonly columns: readonly { readonly name: string; readonly state: string | null }[];
  readonly groups: readonly FileGroup[];
  readonly working: readonly FileLine[];
  /** What each column has paid through each month. */
  readonly months: readonly FileRow[];
};
