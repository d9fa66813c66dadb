import type { Locale } from '../agencies/agency.js';
import type { Pay } from '../compensation/bid.js';
import type { Day } from '../day.js';

/** What a summary draws on: the client's offer, and nothing of what the person earns, of other bids or of the agency. */
export type SummarizedOffer = {
  readonly code: string;
  readonly employer: string;
  readonly employerNative: string | null;
  readonly role: string;
  readonly number: number;
  readonly startsOn: Day | null;
  readonly expiresOn: Day | null;
  /** The client repays what the former employer claims back. */
  readonly paysClawBack: boolean;
  readonly pay: Pay;
};

export type SummaryFact = { readonly label: string; readonly value: string };

/** When how much of a grant vests; `quantity` is null of a plan in cash, `value` where no price is named. */
export type SummaryTranche = {
  readonly on: string;
  readonly quantity: string | null;
  readonly value: string | null;
};

export type SummaryBlock = {
  readonly heading: string;
  readonly facts: readonly SummaryFact[];
  readonly notes: readonly string[];
  readonly schedule: readonly SummaryTranche[];
};

/** A summary as it is set: what is not here cannot reach the PDF. */
export type OfferSummary = {
  readonly locale: Locale;
  /** Stands at the head of each page. */
  readonly mark: string;
  /** Stands under it: what alone is binding. */
  readonly binding: string;
  readonly title: string;
  readonly employer: string;
  readonly role: string;
  readonly version: string;
  readonly blocks: readonly SummaryBlock[];
  /** Heads of a schedule. */
  readonly heads: { readonly on: string; readonly quantity: string; readonly value: string };
  readonly closing: string;
};
