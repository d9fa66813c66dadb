/** What someone earns now, and what they ask for. */
export const packageKinds = ['current', 'expected'] as const;
export type PackageKind = (typeof packageKinds)[number];

/** What the hiring organization offers, and what another bids against it. */
export const offeredKinds = ['offered', 'countered'] as const;
export type OfferedKind = (typeof offeredKinds)[number];

export const basePeriods = ['month', 'year'] as const;
export type BasePeriod = (typeof basePeriods)[number];

/** What the months beyond twelve are. */
export const extraMonthKinds = ['guaranteed', 'target'] as const;
export type ExtraMonths = (typeof extraMonthKinds)[number];

/** From where the figures are known. */
export const packageSources = ['volunteered', 'asked', 'document', 'estimate'] as const;
export type PackageSource = (typeof packageSources)[number];

export const oneOffKinds = ['make_whole', 'inducement', 'retention'] as const;
export type OneOffKind = (typeof oneOffKinds)[number];

export const clawBacks = ['full', 'pro_rata'] as const;
export type ClawBack = (typeof clawBacks)[number];

export const grantKinds = ['rsu', 'option', 'cash_plan'] as const;
export type GrantKind = (typeof grantKinds)[number];

export const priceBases = ['market', 'last_round_preferred', 'common_fmv', 'internal', 'estimate'] as const;
export type PriceBasis = (typeof priceBases)[number];

export const liquidities = ['listed', 'buyback', 'none'] as const;
export type Liquidity = (typeof liquidities)[number];

/** The recurring cash of a package; amounts are exact decimals as text, months may be decimal (13.5). */
export type CashTerms = {
  readonly baseAmount: string;
  readonly basePer: BasePeriod;
  readonly months: string | number | null;
  readonly extraMonths: ExtraMonths | null;
  readonly bonusAmount: string;
};

/** The part of a grant that rules look at; shares of `vestSplit` are percent of each year. */
export type GrantTerms = {
  readonly kind: GrantKind;
  readonly units?: string | null;
  readonly amount?: string | null;
  readonly strike?: string | null;
  readonly vestMonths?: number | null;
  readonly cliffMonths?: number | null;
  readonly vestEveryMonths?: number | null;
  readonly vestSplit?: readonly number[] | null;
};

/** A one-off payment; a claw-back has a length in months. */
export type OneOffTerms = {
  readonly clawBack?: ClawBack | null;
  readonly clawBackMonths?: number | null;
};
