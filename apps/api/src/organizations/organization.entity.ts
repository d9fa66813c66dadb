import { Column, Entity } from 'typeorm';
import type { AliasKind, OrganizationKind, SuccessionKind } from '@domain/organizations/organization.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('organization')
export class Organization extends VersionedRow {
  @Column('text') kind: OrganizationKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) nativeName: string | null;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt: string | null;
}

@Entity('organization_alias')
export class OrganizationAlias extends TenantRow {
  @Column('uuid') organizationId: string;
  @Column('text') kind: AliasKind;
  @Column('text') value: string;
  @Column('text') valueKey: string;
  @Column('timestamptz') createdAt: string;
}

@Entity('organization_successor')
export class OrganizationSuccessor extends TenantRow {
  @Column('uuid') organizationId: string;
  @Column('uuid') successorId: string;
  @Column('text') kind: SuccessionKind;
  @Column('date') happenedOn: string;
  @Column('timestamptz') createdAt: string;
}

@Entity('funding_round')
export class FundingRound extends TenantRow {
  @Column('uuid') organizationId: string;
  @Column('text') name: string;
  @Column('date') announcedOn: string;
  @Column('numeric', { nullable: true }) amount: string | null;
  @Column('numeric', { nullable: true }) postMoneyAmount: string | null;
  @Column('text', { nullable: true }) currency: string | null;
  @Column('text', { nullable: true }) investors: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('timestamptz') createdAt: string;
}
