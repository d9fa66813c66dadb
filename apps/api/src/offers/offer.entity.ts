import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionReason, OfferState, RivalOfferKind, RivalOfferState } from '@domain/offers/offer.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('offer')
export class Offer extends VersionedRow {
  @Column('uuid') candidacyId: string;
  @Column('uuid') candidateId: string;
  @Column('uuid') searchId: string;
  @Column('uuid') organizationId: string;
  @Column('int') number: number;
  @Column('text') state: OfferState;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('date', { nullable: true }) expiresOn: string | null;
  @Column('boolean') paysClawBack: boolean;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) approvedBy: string | null;
  @Column('date', { nullable: true }) approvedOn: string | null;
  @Column('text', { array: true }) reasons: DecisionReason[];
  @Column('date', { nullable: true }) resignedOn: string | null;
  @Column('date', { nullable: true }) resignationConfirmedOn: string | null;
  @Column('date', { nullable: true }) lastDayOn: string | null;
  @Column('timestamptz') steppedAt: string;
  @Column('uuid', { nullable: true }) memberId: string | null;
}

@Entity('rival_offer')
export class RivalOffer extends VersionedRow {
  @Column('text') kind: RivalOfferKind;
  @Column('uuid') candidacyId: string;
  @Column('uuid') candidateId: string;
  @Column('uuid') searchId: string;
  @Column('uuid', { nullable: true }) organizationId: string | null;
  @Column('text') state: RivalOfferState;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('uuid', { nullable: true }) answerOfferId: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { array: true }) reasons: DecisionReason[];
  @Column('timestamptz') steppedAt: string;
  @Column('uuid', { nullable: true }) memberId: string | null;
}

@Entity('offer_step')
export class OfferStep extends TenantRow {
  @Column('uuid', { nullable: true }) offerId: string | null;
  @Column('uuid', { nullable: true }) rivalOfferId: string | null;
  @Column('text', { nullable: true }) fromState: string | null;
  @Column('text') toState: string;
  @Column('text', { array: true }) reasons: DecisionReason[];
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') occurredAt: string;
  @Column('timestamptz') recordedAt: string;
  @Column('uuid', { nullable: true }) memberId: string | null;
  @Column('uuid', { nullable: true }) madeById: string | null;
  @Column('uuid', { nullable: true }) exitEntryId: string | null;
  @Column('uuid', { nullable: true }) placementId: string | null;
  @Column('timestamptz', { nullable: true }) voidedAt: string | null;
  @Column('uuid', { nullable: true }) voidedBy: string | null;
}

@Entity('offer_task')
export class OfferTask {
  @PrimaryColumn('uuid') readonly agencyId: string;
  @PrimaryColumn('uuid') offerId: string;
  @PrimaryColumn('uuid') taskId: string;
}
