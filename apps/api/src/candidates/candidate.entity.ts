import { Column, Entity } from 'typeorm';
import type {
  AffiliationType,
  CandidateSource,
  ChannelKind,
  ChannelState,
  Confidence,
  CovenantKind,
  CovenantReach,
  CovenantStart,
  CovenantStatus,
  IdentifierKind,
  LegalBasis,
  PrivacyLaw,
  Seniority,
  WorkAuthorization,
} from '@domain/candidates/candidate.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('candidate')
export class Candidate extends VersionedRow {
  @Column('text') displayName: string;
  @Column('text', { nullable: true }) givenName: string | null;
  @Column('text', { nullable: true }) familyName: string | null;
  @Column('text', { nullable: true }) nativeName: string | null;
  @Column('text', { nullable: true }) romanizedName: string | null;
  @Column('text', { nullable: true }) pseudonym: string | null;
  @Column('text', { nullable: true }) headline: string | null;
  @Column('uuid', { nullable: true }) roleFamilyId: string | null;
  @Column('text', { nullable: true }) seniority: Seniority | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text', { nullable: true }) workAuthorization: WorkAuthorization | null;
  @Column('text', { nullable: true }) technicalRoute: string | null;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('text') source: CandidateSource;
  @Column('text', { nullable: true }) sourceDetail: string | null;
  @Column('date') sourcedOn: string;
  @Column('text') law: PrivacyLaw;
  @Column('text') legalBasis: LegalBasis;
  @Column('date', { nullable: true }) noticeDueOn: string | null;
  @Column('date', { nullable: true }) noticedOn: string | null;
  @Column('boolean') doNotContact: boolean;
  @Column('text', { nullable: true }) doNotContactReason: string | null;
  @Column('date', { nullable: true }) doNotContactSince: string | null;
  @Column('boolean') objectsToProfiling: boolean;
  @Column('uuid', { nullable: true }) currentAffiliationId: string | null;
  @Column('uuid', { nullable: true }) currentOrganizationId: string | null;
  @Column('text', { nullable: true }) currentTitle: string | null;
  @Column('timestamptz', { nullable: true }) lastContactAt: string | null;
  @Column('text') searchNames: string;
  @Column('jsonb') custom: Record<string, unknown>;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt: string | null;
}

@Entity('candidate_identifier')
export class CandidateIdentifier extends TenantRow {
  @Column('uuid') candidateId: string;
  @Column('text') kind: IdentifierKind;
  @Column('text') value: string;
  @Column('text') confidence: Confidence;
  @Column('timestamptz') createdAt: string;
}

@Entity('candidate_channel')
export class CandidateChannel extends VersionedRow {
  @Column('uuid') candidateId: string;
  @Column('text') kind: ChannelKind;
  @Column('text') value: string;
  @Column('text') valueKey: string;
  @Column('text') state: ChannelState;
  @Column('uuid', { nullable: true }) holderId: string | null;
  @Column('text', { nullable: true }) bestTime: string | null;
  @Column('boolean') doNotUse: boolean;
}

@Entity('affiliation')
export class Affiliation extends VersionedRow {
  @Column('uuid') candidateId: string;
  @Column('uuid') organizationId: string;
  @Column('text') type: AffiliationType;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) level: string | null;
  @Column('text', { nullable: true }) team: string | null;
  @Column('uuid', { nullable: true }) managerId: string | null;
  @Column('uuid', { nullable: true }) managerPositionId: string | null;
  @Column('date', { nullable: true }) startedOn: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('int', { nullable: true }) seenFrom: number | null;
  @Column('int', { nullable: true }) seenUntil: number | null;
  @Column('text') confidence: Confidence;
  @Column('text', { nullable: true }) source: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
}

@Entity('publication')
export class Publication extends VersionedRow {
  @Column('text', { nullable: true }) externalKey: string | null;
  @Column('text') title: string;
  @Column('text', { nullable: true }) venue: string | null;
  @Column('int', { nullable: true }) year: number | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) status: string | null;
  @Column('int', { nullable: true }) authorCount: number | null;
  @Column('text', { array: true }) keywords: string[];
  @Column('uuid', { nullable: true }) importId: string | null;
}

@Entity('covenant')
export class Covenant extends VersionedRow {
  @Column('uuid') candidateId: string;
  @Column('text') kind: CovenantKind;
  @Column('numeric') months: string | number;
  @Column('text') startsFrom: CovenantStart;
  @Column('text') binds: CovenantReach;
  @Column('text') status: CovenantStatus;
  @Column('numeric', { nullable: true }) monthlyCompensation: string | null;
  @Column('text', { nullable: true }) currency: string | null;
  @Column('boolean') setOff: boolean;
  @Column('text', { nullable: true }) note: string | null;
}
