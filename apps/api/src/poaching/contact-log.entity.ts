import { Column, Entity } from 'typeorm';
import type { Hook, Objection } from '@domain/poaching/attempt.js';
import type { ContactChannel, ContactDirection, ContactOutcome } from '@domain/poaching/contact-log.js';
import { TenantRow } from '@platform/db/entity.js';

@Entity('contact_log')
export class ContactLog extends TenantRow {
  @Column('uuid', { nullable: true }) candidateId: string | null;
  @Column('uuid', { nullable: true }) contactId: string | null;
  @Column('uuid', { nullable: true }) searchId: string | null;
  @Column('uuid', { nullable: true }) candidacyId: string | null;
  @Column('text') channel: ContactChannel;
  @Column('text') direction: ContactDirection;
  @Column('text') outcome: ContactOutcome;
  @Column('text', { nullable: true }) text: string | null;
  @Column('bool') noticeGiven: boolean;
  @Column('timestamptz') occurredAt: string;
  @Column('timestamptz') recordedAt: string;
  @Column('uuid') memberId: string;
  @Column('uuid', { nullable: true }) followUpTaskId: string | null;
  @Column('date', { nullable: true }) noticedOn: string | null;
  @Column('timestamptz', { nullable: true }) formerContactAt: string | null;
  @Column('date', { nullable: true }) formerNoticedOn: string | null;
  @Column('uuid', { nullable: true }) completedTaskId: string | null;
  @Column('uuid', { nullable: true }) attemptId: string | null;
  @Column('uuid', { nullable: true }) messageTemplateId: string | null;
  @Column('text', { nullable: true }) hook: Hook | null;
  @Column('text', { nullable: true, array: true }) objections: Objection[] | null;
  @Column('text', { nullable: true, array: true }) motives: Hook[] | null;
  @Column('numeric', { nullable: true }) askedAmount: string | null;
  @Column('text', { nullable: true }) askedCurrency: string | null;
  @Column('date', { nullable: true }) notNowUntil: string | null;
  @Column('timestamptz', { nullable: true }) voidedAt: string | null;
  @Column('uuid', { nullable: true }) voidedBy: string | null;
}
