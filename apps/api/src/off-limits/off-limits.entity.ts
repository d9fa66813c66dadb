import { Column, Entity } from 'typeorm';
import type { OffLimitsCover, OffLimitsLevel, OffLimitsReason } from '@domain/off-limits/off-limits.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('off_limits_policy')
export class OffLimitsPolicy extends VersionedRow {
  @Column('uuid', { nullable: true }) organizationId: string | null;
  @Column('uuid', { nullable: true }) candidateId: string | null;
  @Column('text') level: OffLimitsLevel;
  @Column('boolean') withChildren: boolean;
  @Column('text', { array: true }) covers: OffLimitsCover[];
  @Column('text') reason: OffLimitsReason;
  @Column('uuid', { nullable: true }) protectsId: string | null;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: string | null;
}

@Entity('off_limits_override')
export class OffLimitsOverride extends TenantRow {
  @Column('uuid') candidateId: string;
  @Column('uuid', { nullable: true }) searchId: string | null;
  @Column('text') reason: string;
  @Column('uuid') memberId: string;
  @Column('date') givenOn: string;
  @Column('timestamptz', { nullable: true }) endedAt: string | null;
  @Column('timestamptz') createdAt: string;
}
