/** How a client hires the agency. */
export const searchTypes = ['retained', 'contingency', 'retingency', 'exclusive'] as const;
export type SearchType = (typeof searchTypes)[number];

export const searchStates = ['open', 'on_hold', 'filled', 'closed'] as const;
export type SearchState = (typeof searchStates)[number];

/** Why a search was closed unfilled by us. */
export const closingReasons = ['filled_by_client', 'filled_by_other_agency', 'canceled', 'lost', 'changed'] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** A share of what, or one sum. */
export const feeKinds = ['rate', 'fixed'] as const;
export type FeeKind = (typeof feeKinds)[number];

/** What a rate is taken of. */
export const feeBases = ['base', 'annual_cash', 'first_year_total'] as const;
export type FeeBasis = (typeof feeBases)[number];

/** What makes an instalment due; `day` names its day. */
export const instalmentTriggers = ['start', 'slate', 'accepted', 'started', 'guarantee_passed', 'day'] as const;
export type InstalmentTrigger = (typeof instalmentTriggers)[number];

export const guaranteeKinds = ['replacement', 'refund_pro_rata'] as const;
export type GuaranteeKind = (typeof guaranteeKinds)[number];

/** What a contact is in a search. */
export const searchContactRoles = ['hiring_manager', 'hr', 'founder', 'finance', 'other'] as const;
export type SearchContactRole = (typeof searchContactRoles)[number];

/** How far the people of a target are known. */
export const targetStates = ['to_map', 'mapping', 'mapped', 'exhausted', 'off_limits'] as const;
export type TargetState = (typeof targetStates)[number];
