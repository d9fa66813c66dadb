import { Column, Entity } from 'typeorm';
import type { Locale } from '@domain/agencies/agency.js';
import type { DisclosureLevel, PermissionWay, SubmissionChannel } from '@domain/portal/submission.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('submission')
export class Submission extends VersionedRow {
  @Column('uuid') candidacyId: string;
  @Column('uuid') candidateId: string;
  @Column('uuid') searchId: string;
  @Column('uuid') organizationId: string;
  @Column('uuid') contactId: string;
  @Column('uuid') memberId: string;
  @Column('text') level: DisclosureLevel;
  @Column('text') locale: Locale;
  @Column('text') channel: SubmissionChannel;
  @Column('text') code: string;
  @Column('text', { nullable: true }) recommendation: string | null;
  @Column('date') permissionOn: string;
  @Column('text') permissionHow: PermissionWay;
  @Column('text') permissionEvidence: string;
  @Column('date', { nullable: true }) payVolunteeredOn: string | null;
  @Column('text', { nullable: true }) payVolunteeredEvidence: string | null;
  @Column('bool') showsPay: boolean;
  @Column('int') fileBytes: number;
  @Column('bytea') fileSha256: Buffer;
  @Column('date', { nullable: true }) protectedUntil: string | null;
  @Column('timestamptz') occurredAt: string;
  @Column('timestamptz') recordedAt: string;
  @Column('text', { nullable: true }) knownSource: string | null;
  @Column('date', { nullable: true }) knownSince: string | null;
  @Column('date', { nullable: true }) answeredOn: string | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: string | null;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
  @Column('text', { nullable: true }) withdrawalReason: string | null;
  @Column('timestamptz', { nullable: true }) voidedAt: string | null;
  @Column('uuid', { nullable: true }) voidedBy: string | null;
  @Column('uuid', { nullable: true }) hireTaskId: string | null;
}

@Entity('consent')
export class Consent extends TenantRow {
  @Column('uuid') candidateId: string;
  @Column('uuid') organizationId: string;
  @Column('uuid') submissionId: string;
  @Column('text') level: DisclosureLevel;
  @Column('date') givenOn: string;
  @Column('text') evidence: string;
  @Column('uuid') memberId: string;
  @Column('timestamptz') recordedAt: string;
}
