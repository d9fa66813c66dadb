import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@domain/agencies/agency.js';
import type { Permission } from '@domain/access/permissions.js';
import type { Role } from '@domain/access/roles.js';
import { VersionedRow } from '@platform/db/entity.js';

/** The tenant itself: the one row of the actor's agency. */
@Entity('agency')
export class Agency {
  @PrimaryColumn('uuid') readonly id: string;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text') timeZone: string;
  @Column('text') currency: string;
  @Column('text') locale: Locale;
  @Column('int') protectionMonths: number;
  @Column('int') answerDays: number;
  @Column('int') readonly version: number;
  @Column('timestamptz') readonly createdAt: string;
  @Column('timestamptz') readonly updatedAt: string;
}

@Entity('member')
export class Member extends VersionedRow {
  @Column('uuid') authUserId: string;
  @Column('text') name: string;
  @Column('text') email: string;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('text', { nullable: true }) locale: Locale | null;
  @Column('timestamptz', { nullable: true }) suspendedAt: string | null;
}

@Entity('invitation')
export class Invitation extends VersionedRow {
  @Column('text') tokenHash: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid') invitedBy: string;
  @Column('timestamptz') expiresAt: string;
  @Column('timestamptz', { nullable: true }) acceptedAt: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: string | null;
}

@Entity('api_key')
export class ApiKey extends VersionedRow {
  @Column('text') name: string;
  @Column('text') prefix: string;
  @Column('text') keyHash: string;
  @Column('text', { array: true }) permissions: Permission[];
  @Column('uuid') memberId: string;
  @Column('timestamptz', { nullable: true }) expiresAt: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: string | null;
}
