/** How the fee of a candidacy stands: what is missing for it, what it would be by the open offer, or what was kept at acceptance. */
export const feeStandings = ['no_terms', 'no_offer', 'needs_rate', 'proposed', 'kept', 'void'] as const;
export type FeeStanding = (typeof feeStandings)[number];

/** How a kept fee stands: `void` where the person does not come after all. */
export const feeStates = ['kept', 'void'] as const;
export type FeeState = (typeof feeStates)[number];

/** How an instalment of a fee stands. */
export const instalmentStates = ['waiting', 'due', 'paid', 'void'] as const;
export type InstalmentState = (typeof instalmentStates)[number];

/** What has become of a hire, from before acceptance to its end; `gone` is who accepted and does not come. */
export const hireStates = ['open', 'accepted', 'started', 'passed', 'fell_off', 'gone'] as const;
export type HireState = (typeof hireStates)[number];

/** What the lines of a fee are: all of it, a share of its basis, and what lifts that to the minimum. */
export const feeParts = ['fixed', 'share', 'minimum'] as const;
export type FeePart = (typeof feeParts)[number];
