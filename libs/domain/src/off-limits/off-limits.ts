import type { AffiliationFacts } from '../candidates/affiliation.rules.js';
import type { PlacementState } from '../candidacies/placement.js';
import type { Day } from '../day.js';
import type { SuccessionKind } from '../organizations/organization.js';

/** How hard a policy is: a warning tells, a block refuses. */
export const offLimitsLevels = ['warn', 'block'] as const;
export type OffLimitsLevel = (typeof offLimitsLevels)[number];

/** How a person stands: the level of the policy that decides, or none. */
export const offLimitsStandings = ['none', ...offLimitsLevels] as const;
export type OffLimitsStanding = (typeof offLimitsStandings)[number];

/** Whom a policy on an organization covers: who works there now, whom we placed there, whom we present there now. */
export const offLimitsCovers = ['staff', 'placed', 'presented'] as const;
export type OffLimitsCover = (typeof offLimitsCovers)[number];

/** Why somebody is off-limits. There is none for an agreement between employers: that is a cartel. */
export const offLimitsReasons = ['client_agreement', 'placement', 'court_order', 'own_decision'] as const;
export type OffLimitsReason = (typeof offLimitsReasons)[number];

/** Where a policy comes from: made by hand, or read from a search's agreement, a placement or a presentation. */
export const offLimitsSources = ['made', 'agreement', 'placement', 'presentation'] as const;
export type OffLimitsSource = (typeof offLimitsSources)[number];

/** What one may be about to do with a person. */
export const offLimitsActions = ['approach', 'submission', 'move', 'team_move'] as const;
export type OffLimitsAction = (typeof offLimitsActions)[number];

/** What makes a block a warning. */
export const offLimitsReliefs = ['inbound', 'override'] as const;
export type OffLimitsRelief = (typeof offLimitsReliefs)[number];

/** Months after closing for which the staff of the agreed entity stays off-limits, where a search agrees on none. */
export const agreedStaffMonths = 12;

/** Months from the first day for which a placed person stays off-limits at least, where a search agrees on none. */
export const agreedPlacedMonths = 24;

/** The part of a policy that the rule looks at: on an organization or on a person, never both. Days are inclusive. */
export type OffLimitsPolicyFacts = {
  readonly id: string;
  readonly source: OffLimitsSource;
  readonly level: OffLimitsLevel;
  readonly reason: OffLimitsReason;
  readonly organizationId: string | null;
  readonly candidateId: string | null;
  /** It reaches the organizations below. */
  readonly withChildren: boolean;
  readonly covers: readonly OffLimitsCover[];
  /** The client whose searches it never stops. */
  readonly protectsId: string | null;
  /** The search it comes from. */
  readonly searchId: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** When it was made known here: an override speaks of what was known before it. */
  readonly madeOn: Day;
};

/** A placement as it keeps its person off-limits for others. */
export type PlacedFacts = {
  readonly id: string;
  readonly searchId: string;
  readonly organizationId: string;
  readonly state: PlacementState;
  readonly madeOn: Day;
  readonly startsOn: Day;
  readonly startedOn: Day | null;
  readonly leftOn: Day | null;
  /** Months from the first day as agreed; null: as usual. */
  readonly months: number | null;
};

/** A search in which the client has the person before it now. */
export type PresentedFacts = { readonly searchId: string; readonly organizationId: string; readonly since: Day };

/** All that the rule asks of a person. Moments are ISO 8601. */
export type OffLimitsPerson = {
  readonly candidateId: string;
  readonly doNotContact: boolean;
  /** The day on which they came to us, where their source says so. */
  readonly cameOn: Day | null;
  readonly contacts: readonly { readonly direction: 'inbound' | 'outbound'; readonly occurredAt: string }[];
  readonly affiliations: readonly AffiliationFacts[];
  readonly placements: readonly PlacedFacts[];
  readonly presentations: readonly PresentedFacts[];
  /** Overrides that stand; without a search they hold for all. */
  readonly overrides: readonly { readonly searchId: string | null; readonly givenOn: Day }[];
};

/** How organizations hang together: who stands below whom, and what followed what on which day. */
export type OrganizationTies = {
  readonly parents: ReadonlyMap<string, string | null>;
  readonly successions: readonly {
    readonly organizationId: string;
    readonly successorId: string;
    readonly kind: SuccessionKind;
    readonly happenedOn: Day;
  }[];
};

/** Around what a person is judged: the day, the search it is for, and what is in force. */
export type OffLimitsGround = {
  readonly day: Day;
  readonly search: { readonly id: string; readonly organizationId: string } | null;
  readonly policies: readonly OffLimitsPolicyFacts[];
  readonly ties: OrganizationTies;
};

/** One policy that holds for the person. */
export type OffLimitsWhy = {
  readonly policyId: string;
  readonly source: OffLimitsSource;
  readonly reason: OffLimitsReason;
  /** As the policy has it, before what makes a block a warning. */
  readonly level: OffLimitsLevel;
  /** Through what it holds; null for a policy on the person. */
  readonly cover: OffLimitsCover | null;
  /** The organization that the policy is on. */
  readonly organizationId: string | null;
  /** Where the person stands that the policy reaches: their employer, or who they were placed at or presented to. */
  readonly throughId: string | null;
  readonly searchId: string | null;
  /** Its last day; null where none is known. */
  readonly until: Day | null;
  /** It holds beyond that day as long as the person works there. */
  readonly whileThere: boolean;
  readonly relief: OffLimitsRelief | null;
};

/** What holds for a person: off-limits, and apart from it their own wish. */
export type OffLimitsVerdict = {
  readonly candidateId: string;
  readonly level: OffLimitsStanding;
  readonly doNotContact: boolean;
  /** What decides comes first. */
  readonly why: readonly OffLimitsWhy[];
};
