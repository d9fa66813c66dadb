import type { PrivacyLaw } from '../candidates/candidate.js';
import type { CandidacyFacts } from '../candidacies/candidacy.js';
import type { Day } from '../day.js';
import type { SearchState } from '../searches/search.js';

/** What a report shows: a market figure, blind, blind with employers as kinds, named without contact, everything. */
export const disclosureLevels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;
export type DisclosureLevel = (typeof disclosureLevels)[number];

/** How a report reached the client. */
export const submissionChannels = ['email', 'wechat', 'phone', 'in_person', 'other'] as const;
export type SubmissionChannel = (typeof submissionChannels)[number];

/** How the person allowed it. */
export const permissionWays = ['call', 'email', 'wechat', 'meeting', 'document'] as const;
export type PermissionWay = (typeof permissionWays)[number];

/** How a submission stands; `sent` protects nobody because no months were agreed. */
export const submissionStates = ['protected', 'expired', 'sent', 'already_known', 'withdrawn', 'voided'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** What follows from a submission and may have gone on since: what can stay when it is taken back. */
export const submissionParts = ['step'] as const;
export type SubmissionPart = (typeof submissionParts)[number];

/** Something that a person gave: on which day, and what shows it. */
export type Evidence = { readonly givenOn: Day; readonly evidence: string };

/** The part of a submission that rules look at. */
export type SubmissionFacts = {
  readonly occurredAt: string;
  readonly protectedUntil: Day | null;
  readonly answeredOn: Day | null;
  readonly withdrawnAt: string | null;
  readonly voidedAt: string | null;
};

/** What the gates of a submission look at; `sharing` counts the people of the base who share what L0 and L1 show. */
export type SubmissionGround = {
  readonly candidacy: CandidacyFacts;
  readonly searchState: SearchState;
  readonly person: {
    readonly archivedAt: string | null;
    readonly doNotContact: boolean;
    readonly law: PrivacyLaw;
    readonly noticeDueOn: Day | null;
    readonly noticedOn: Day | null;
  };
  readonly level: DisclosureLevel;
  /** The day of the submission, and today, in the agency's time zone. */
  readonly occurredOn: Day;
  readonly today: Day;
  readonly permission: Evidence | undefined;
  readonly consent: Evidence | undefined;
  /** An earlier consent names the same recipient and reaches this level. */
  readonly consented: boolean;
  readonly payVolunteered: Evidence | undefined;
  readonly recommendation: string | null;
  readonly sharing: number;
};
