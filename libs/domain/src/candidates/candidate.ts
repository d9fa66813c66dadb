export const seniorities = [
  'intern',
  'junior',
  'mid',
  'senior',
  'staff',
  'principal',
  'lead',
  'director',
  'executive',
] as const;
export type Seniority = (typeof seniorities)[number];

/** Whether someone needs sponsorship to work; never a nationality. */
export const workAuthorizations = ['authorized', 'needs_sponsorship', 'unknown'] as const;
export type WorkAuthorization = (typeof workAuthorizations)[number];

/** From where the agency knows a person. */
export const candidateSources = [
  'own_research',
  'public',
  'referral',
  'inbound',
  'client',
  'import',
  'event',
  'other',
] as const;
export type CandidateSource = (typeof candidateSources)[number];

/** The privacy laws that protect a person. */
export const privacyLaws = ['none', 'gdpr', 'pipl', 'both'] as const;
export type PrivacyLaw = (typeof privacyLaws)[number];

export const legalBases = ['legitimate_interest', 'consent', 'public_information', 'contract'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Profiles elsewhere, each of one person: unique in an agency where they are sure. */
export const identifierKinds = [
  'openreview',
  'orcid',
  'dblp',
  'google_scholar',
  'semantic_scholar',
  'github',
  'linkedin',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Ways to reach a person: numbers are reissued and shared, so a channel alone never joins two records. */
export const channelKinds = ['email', 'phone', 'wechat', 'maimai'] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const channelStates = ['to_add', 'requested', 'connected', 'removed'] as const;
export type ChannelState = (typeof channelStates)[number];

export const affiliationTypes = ['employment', 'study', 'visiting', 'advisory'] as const;
export type AffiliationType = (typeof affiliationTypes)[number];

/** `unsure` is evidence alone: shown so, and nothing follows from it. */
export const confidences = ['sure', 'unsure'] as const;
export type Confidence = (typeof confidences)[number];

export const covenantKinds = ['non_compete', 'notice', 'garden_leave', 'non_solicit'] as const;
export type CovenantKind = (typeof covenantKinds)[number];

export const covenantStarts = ['resignation', 'last_day'] as const;
export type CovenantStart = (typeof covenantStarts)[number];

/** Whom a covenant binds against: everyone, or the organizations that it names. */
export const covenantReaches = ['all', 'named'] as const;
export type CovenantReach = (typeof covenantReaches)[number];

export const covenantStatuses = ['asserted', 'waived', 'doubtful', 'void'] as const;
export type CovenantStatus = (typeof covenantStatuses)[number];

/** How sure it is that two records are one person: a shared id; a shared channel and names that go together; names alone. */
export const matchStrengths = ['sure', 'likely', 'maybe'] as const;
export type MatchStrength = (typeof matchStrengths)[number];
