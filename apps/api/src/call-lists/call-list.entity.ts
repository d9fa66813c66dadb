import { Column, Entity } from 'typeorm';
import type { CallListSource, CallListState } from '@domain/call-lists/call-list.js';
import { TenantRow } from '@platform/db/entity.js';

@Entity('call_list')
export class CallList extends TenantRow {
  @Column('uuid') memberId: string;
  @Column('text') source: CallListSource;
  @Column('uuid', { nullable: true }) searchId: string | null;
  @Column('uuid', { nullable: true }) stageId: string | null;
  @Column('timestamptz') createdAt: string;
}

@Entity('call_list_entry')
export class CallListEntry extends TenantRow {
  @Column('uuid') callListId: string;
  @Column('uuid') candidateId: string;
  @Column('uuid', { nullable: true }) taskId: string | null;
  @Column('int') position: number;
  @Column('text') state: CallListState;
  @Column('uuid', { nullable: true }) contactLogId: string | null;
}
