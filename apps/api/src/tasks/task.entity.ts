import { Column, Entity } from 'typeorm';
import type { TaskKind } from '@domain/tasks/task.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('task')
export class Task extends VersionedRow {
  @Column('uuid', { nullable: true }) candidateId: string | null;
  @Column('uuid', { nullable: true }) organizationId: string | null;
  @Column('uuid', { nullable: true }) contactId: string | null;
  @Column('uuid', { nullable: true }) searchId: string | null;
  @Column('uuid', { nullable: true }) candidacyId: string | null;
  @Column('text') title: string;
  @Column('text') kind: TaskKind;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('uuid') assigneeId: string;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: string | null;
}
