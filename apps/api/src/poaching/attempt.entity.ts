import { Column, Entity } from 'typeorm';
import type { AttemptOutcome, AttemptState, Hook, Objection } from '@domain/poaching/attempt.js';
import type { ContactChannel, ContactDirection } from '@domain/poaching/contact-log.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('poaching_attempt')
export class PoachingAttempt extends VersionedRow {
  @Column('uuid') candidateId: string;
  @Column('uuid', { nullable: true }) searchId: string | null;
  @Column('uuid', { nullable: true }) employerId: string | null;
  @Column('uuid') ownerId: string;
  @Column('text', { nullable: true }) plannedHook: Hook | null;
  @Column('timestamptz', { nullable: true }) plannedAt: string | null;
  @Column('text') state: AttemptState;
  @Column('text', { nullable: true }) direction: ContactDirection | null;
  @Column('text', { nullable: true }) channel: ContactChannel | null;
  @Column('text', { nullable: true }) hook: Hook | null;
  @Column('text', { array: true }) objections: Objection[];
  @Column('text', { array: true }) motives: Hook[];
  @Column('numeric', { nullable: true }) askedAmount: string | null;
  @Column('text', { nullable: true }) askedCurrency: string | null;
  @Column('int') contacts: number;
  @Column('timestamptz', { nullable: true }) firstApproachedAt: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: string | null;
  @Column('timestamptz') lastAt: string;
  @Column('date', { nullable: true }) notNowUntil: string | null;
  @Column('timestamptz', { nullable: true }) voidedAt: string | null;
}

@Entity('attempt_word')
export class AttemptWord extends TenantRow {
  @Column('uuid') attemptId: string;
  @Column('text', { nullable: true }) outcome: AttemptOutcome | null;
  @Column('date', { nullable: true }) until: string | null;
  @Column('text', { nullable: true }) hook: Hook | null;
  @Column('text', { nullable: true, array: true }) objections: Objection[] | null;
  @Column('text', { nullable: true, array: true }) motives: Hook[] | null;
  @Column('numeric', { nullable: true }) askedAmount: string | null;
  @Column('text', { nullable: true }) askedCurrency: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) submissionId: string | null;
  @Column('timestamptz') occurredAt: string;
  @Column('timestamptz') recordedAt: string;
  @Column('uuid') memberId: string;
  @Column('timestamptz', { nullable: true }) voidedAt: string | null;
  @Column('uuid', { nullable: true }) voidedBy: string | null;
}
