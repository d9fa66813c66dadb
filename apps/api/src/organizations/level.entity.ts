import { Column, Entity } from 'typeorm';
import type { LevelTrack } from '@domain/organizations/level.js';
import { TenantRow } from '@platform/db/entity.js';

@Entity('organization_level')
export class OrganizationLevel extends TenantRow {
  @Column('uuid') organizationId: string;
  @Column('text') code: string;
  @Column('text') codeKey: string;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) track: LevelTrack | null;
  @Column('uuid') fromStepId: string;
  @Column('uuid') toStepId: string;
  @Column('int') position: number;
}
