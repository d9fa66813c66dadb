import type { BasePeriod, ExtraMonths, GrantKind, OneOffKind } from './package.js';

/** What a line leaves open and is taken for granted, so that it can be said. */
export const lineAssumptions = [
  'currency',
  'per_month',
  'per_year',
  'target_months',
  'percent_of_base',
  'value_as_plan',
] as const;
export type LineAssumption = (typeof lineAssumptions)[number];

export type LineOneOff = { readonly kind: OneOffKind; readonly amount: string };

export type LineGrant = {
  readonly kind: GrantKind;
  readonly units: string | null;
  /** What a cash plan pays in all. */
  readonly amount: string | null;
  readonly strike: string | null;
  readonly price: string | null;
  readonly vestMonths: number | null;
};

/** A package as a line of text says it; amounts are exact decimals as text. */
export type PackageProposal = {
  readonly currency: string;
  readonly baseAmount: string;
  readonly basePer: BasePeriod;
  readonly months: number | null;
  readonly extraMonths: ExtraMonths | null;
  readonly bonusAmount: string | null;
  /** The level that the pay is for, such as P7. */
  readonly level: string | null;
  readonly oneOffs: readonly LineOneOff[];
  readonly grants: readonly LineGrant[];
  readonly assumed: readonly LineAssumption[];
  /** The pieces of the line that say something else. */
  readonly unread: readonly string[];
};
