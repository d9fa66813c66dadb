/** How the package of the hiring organization stands. */
export const offerStates = [
  'draft',
  'verbal',
  'extended',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'superseded',
  'reneged',
  'rescinded',
] as const;
export type OfferState = (typeof offerStates)[number];

/** States of which one candidacy has at most one. */
export const openOfferStates = ['draft', 'verbal', 'extended', 'accepted'] as const satisfies OfferState[];

/** Whose bid stands against ours: the employer of today, or a rival. */
export const rivalOfferKinds = ['counteroffer', 'competing_offer'] as const;
export type RivalOfferKind = (typeof rivalOfferKinds)[number];

/** How such a bid stands; `expected` is the rehearsal and counts in no figure. */
export const rivalOfferStates = ['expected', 'received', 'refused', 'accepted', 'lapsed'] as const;
export type RivalOfferState = (typeof rivalOfferStates)[number];

/** What decides for or against an offer: people do not choose by pay alone. */
export const decisionReasons = [
  'route',
  'compute',
  'data',
  'mission',
  'freedom',
  'pay',
  'equity',
  'unvested_equity',
  'level',
  'team',
  'manager',
  'place',
  'family',
  'trust',
  'timing',
  'non_compete',
] as const;
export type DecisionReason = (typeof decisionReasons)[number];

/** The facts between acceptance and the first day. */
export const resignationFacts = ['resignedOn', 'resignationConfirmedOn', 'lastDayOn', 'startsOn'] as const;
