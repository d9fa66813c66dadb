import { Column, Entity } from 'typeorm';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('chart_position')
export class ChartPosition extends VersionedRow {
  @Column('uuid') organizationId: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) level: string | null;
  @Column('text', { nullable: true }) team: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) managerId: string | null;
  @Column('uuid', { nullable: true }) managerPositionId: string | null;
  @Column('uuid', { nullable: true }) holderId: string | null;
}
