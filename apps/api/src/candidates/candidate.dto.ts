import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import {
  affiliationTypes,
  candidateSources,
  channelKinds,
  channelStates,
  confidences,
  identifierKinds,
  legalBases,
  privacyLaws,
  seniorities,
  workAuthorizations,
} from '@domain/candidates/candidate.js';
import type {
  AffiliationType,
  CandidateSource,
  ChannelKind,
  ChannelState,
  Confidence,
  IdentifierKind,
  LegalBasis,
  PrivacyLaw,
  Seniority,
  WorkAuthorization,
} from '@domain/candidates/candidate.js';
import { Day, Flag, Freeform, Id, Ids, Nested, NestedList, OneOf, Text, Texts } from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

export class AddIdentifier {
  @OneOf(identifierKinds) kind: IdentifierKind;
  /** A profile address or the bare id. */
  @Text(300, { example: '~Example_Person1' }) value: string;
  /** Unsure ones are shown as evidence and never join two people. */
  @OneOf(confidences, { optional: true, example: 'unsure' }) confidence?: Confidence;
}

export class AddChannel {
  @OneOf(channelKinds) kind: ChannelKind;
  @Text(320, { example: 'someone@example.com' }) value: string;
  @OneOf(channelStates, { optional: true }) state?: ChannelState;
  /** The colleague who is connected there. */
  @Id('member', { ...maybe, example: null }) holderId?: string | null;
  @Text(200, { ...maybe, example: 'Weekday evenings' }) bestTime?: string | null;
  @Flag({ optional: true, example: false }) doNotUse?: boolean;
}

export class PatchChannel extends PartialType(AddChannel, { skipNullProperties: false }) {}

export class AddAffiliation {
  @Id('organization') organizationId: string;
  @OneOf(affiliationTypes) type: AffiliationType;
  @Text(200, { ...maybe, example: 'Research scientist' }) title?: string | null;
  @Text(50, { ...maybe, example: 'P7' }) level?: string | null;
  @Text(200, { ...maybe, example: 'Pre-training' }) team?: string | null;
  /** Their manager there, a candidate too. */
  @Id('candidate', { ...maybe, example: null }) managerId?: string | null;
  @Day({ ...maybe, example: '2023-09-01' }) startedOn?: string | null;
  @Day({ ...maybe, example: null }) endedOn?: string | null;
  /** Unsure ones are evidence alone: they make no current employer and no move. */
  @OneOf(confidences, { optional: true }) confidence?: Confidence;
  @Text(300, { ...maybe, example: 'Their home page' }) source?: string | null;
}

export class PatchAffiliation extends PartialType(AddAffiliation, { skipNullProperties: false }) {}

export class CreateCandidate {
  @Text(200, { example: 'Zhao Hong' }) displayName: string;
  @Text(100, { ...maybe, example: 'Hong' }) givenName?: string | null;
  @Text(100, { ...maybe, example: 'Zhao' }) familyName?: string | null;
  /** In the person's own script. */
  @Text(100, { ...maybe, example: '赵宏' }) nativeName?: string | null;
  @Text(200, { ...maybe, example: 'Zhao Hong' }) romanizedName?: string | null;
  @Texts(50, 200, { optional: true, example: ['Hong Z.'] }) aliases?: string[];
  /** The name that blind profiles carry. */
  @Text(100, { ...maybe, example: 'Candidate A' }) pseudonym?: string | null;
  @Text(300, { ...maybe, example: 'Leads pre-training of large models' }) headline?: string | null;
  @Id('setting', { ...maybe, example: null, description: 'A role family of the agency.' }) roleFamilyId?: string | null;
  @OneOf(seniorities, { ...maybe, example: 'senior' }) seniority?: Seniority | null;
  @Text(100, { ...maybe, example: 'Hangzhou' }) city?: string | null;
  @Text(100, { ...maybe, example: 'China' }) country?: string | null;
  @OneOf(workAuthorizations, maybe) workAuthorization?: WorkAuthorization | null;
  @Text(500, { ...maybe, example: 'Mixture of experts' }) technicalRoute?: string | null;
  @Texts(50, 100, { optional: true, example: ['Pre-training'] }) areas?: string[];
  @Texts(100, 100, { optional: true, example: ['PyTorch'] }) skills?: string[];
  @Texts(20, 100, { optional: true, example: ['Mandarin'] }) languages?: string[];
  /** What moves them: compute, data, route, mission, pay, equity, place. */
  @Texts(20, 100, { optional: true, example: ['Compute'] }) motives?: string[];
  @Ids('setting', 50, { optional: true, example: [], description: 'Tags of the agency.' }) tagIds?: string[];
  @Id('member', { ...maybe, example: null }) ownerId?: string | null;
  @OneOf(candidateSources, { optional: true }) source?: CandidateSource;
  @Text(500, { ...maybe, example: 'A talk at a conference' }) sourceDetail?: string | null;
  @Day({ optional: true, example: '2026-01-15' }) sourcedOn?: string;
  @OneOf(privacyLaws, { optional: true, example: 'gdpr' }) law?: PrivacyLaw;
  @OneOf(legalBases, { optional: true }) legalBasis?: LegalBasis;
  /** The day on which the person was told that the agency keeps their data. */
  @Day({ ...maybe, example: null }) noticedOn?: string | null;
  /** The person's own wish not to be approached. */
  @Flag({ optional: true, example: false }) doNotContact?: boolean;
  @Text(500, { ...maybe, example: null }) doNotContactReason?: string | null;
  @Flag({ optional: true, example: false }) objectsToProfiling?: boolean;
  /** Values of the agency's own fields by their keys; null clears one. */
  @Freeform({ optional: true }) custom?: Record<string, unknown>;
  @NestedList(() => AddIdentifier, 20, { optional: true, example: [] }) identifiers?: AddIdentifier[];
  @NestedList(() => AddChannel, 20, { optional: true, example: [] }) channels?: AddChannel[];
  /** The first affiliation, in the same write. */
  @Nested(() => AddAffiliation, { ...maybe, example: null }) affiliation?: AddAffiliation | null;
}

export class PatchCandidate extends PartialType(
  OmitType(CreateCandidate, ['identifiers', 'channels', 'affiliation'] as const),
  { skipNullProperties: false },
) {}

/** What is known of somebody who is about to be added. */
export class MatchCandidates extends PickType(CreateCandidate, [
  'givenName',
  'familyName',
  'nativeName',
  'romanizedName',
  'aliases',
  'identifiers',
  'channels',
] as const) {
  @Text(200, { optional: true, example: 'Zhao Hong' }) displayName?: string;
}
