import { Refusal } from '../refusal.js';

/** Who ended it. */
export const exitParties = ['client', 'candidate', 'agency', 'none'] as const;
export type ExitParty = (typeof exitParties)[number];

/** Why somebody left the pipeline, and which parties can give that reason. */
const parties = {
  counteroffer_accepted: ['candidate'],
  competing_offer_accepted: ['candidate'],
  unvested_equity_too_large: ['candidate'],
  pay: ['candidate', 'client'],
  non_compete_or_garden_leave: ['candidate', 'client', 'none'],
  sponsorship_or_export_licence_not_obtained: ['client'],
  compute_or_research_freedom: ['candidate'],
  technical_route: ['candidate', 'client'],
  mission: ['candidate'],
  team_would_not_follow: ['candidate'],
  place: ['candidate', 'client'],
  family: ['candidate'],
  scope_or_level: ['candidate', 'client'],
  timing: ['candidate', 'client'],
  promoted_or_retained: ['candidate'],
  not_interested: ['candidate'],
  process_too_slow: ['candidate'],
  offer_declined: ['candidate'],
  reneged: ['candidate'],
  did_not_start: ['candidate', 'client'],
  skills: ['client', 'agency'],
  seniority: ['client', 'agency'],
  team_fit: ['client', 'agency'],
  interview_failed: ['client'],
  references: ['client', 'agency'],
  too_expensive: ['client'],
  another_candidate_chosen: ['client'],
  already_known: ['client'],
  offer_rescinded: ['client'],
  opening_gone: ['client', 'none'],
  filled: ['client', 'none'],
  off_limits: ['agency', 'client'],
  do_not_contact: ['agency', 'candidate'],
  kept_for_another_search: ['agency'],
  added_by_mistake: ['agency'],
  no_response: ['none', 'candidate'],
  search_closed: ['none', 'client', 'agency'],
  other: ['client', 'candidate', 'agency', 'none'],
} as const satisfies Record<string, readonly ExitParty[]>;

export type ExitReason = keyof typeof parties;

/** All reasons, in the order in which they are offered. */
export const exitReasons = Object.keys(parties) as ExitReason[];

/** The reasons that a party can give. */
export function reasonsOf(party: ExitParty): ExitReason[] {
  return exitReasons.filter((reason) => (parties[reason] as readonly ExitParty[]).includes(party));
}

/** Why this party cannot give this reason. */
export function whyNotReason(party: ExitParty, reason: ExitReason): Refusal | undefined {
  const known = reasonsOf(party);
  if (known.includes(reason)) return undefined;
  return new Refusal('candidacy.exit-reason', undefined, {
    errors: [{ pointer: '/reason', message: `must be one of ${known.join(', ')} when the party is ${party}` }],
  });
}
