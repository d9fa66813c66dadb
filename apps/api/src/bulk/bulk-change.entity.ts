import { Column, Entity } from 'typeorm';
import type { BulkAction, BulkState } from '@domain/bulk/bulk-change.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('bulk_change')
export class BulkChange extends VersionedRow {
  @Column('text') action: BulkAction;
  @Column('jsonb') matching: Record<string, unknown>;
  @Column('uuid', { nullable: true }) tagId: string | null;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('uuid', { nullable: true }) searchId: string | null;
  @Column('uuid', { nullable: true }) assigneeId: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text') state: BulkState;
  @Column('int') rowsTotal: number;
  @Column('int') rowsDone: number;
  @Column('int') doneCount: number;
  @Column('int') unchangedCount: number;
  @Column('int') archivedCount: number;
  @Column('int') keptCount: number;
  @Column('text', { nullable: true }) errorCode: string | null;
  @Column('text', { array: true }) permissions: string[];
  @Column('uuid') createdBy: string;
}
