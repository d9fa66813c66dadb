import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeeState, InstalmentState } from '@domain/offers/fee.js';
import type { FeeWorking } from '@domain/offers/fee-working.js';
import type { FeeBasis, FeeKind, GuaranteeKind, InstalmentTrigger } from '@domain/searches/search.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('fee')
export class Fee extends VersionedRow {
  @Column('uuid') offerId: string;
  @Column('uuid') candidacyId: string;
  @Column('uuid') candidateId: string;
  @Column('uuid') searchId: string;
  @Column('uuid') organizationId: string;
  @Column('text') state: FeeState;
  @Column('date') acceptedOn: string;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('text') kind: FeeKind;
  @Column('numeric', { nullable: true }) rate: string | null;
  @Column('text', { nullable: true }) basis: FeeBasis | null;
  @Column('numeric', { nullable: true }) fixedAmount: string | null;
  @Column('numeric', { nullable: true }) minimum: string | null;
  @Column('text') currency: string;
  @Column('int', { nullable: true }) guaranteeDays: number | null;
  @Column('text', { nullable: true }) guaranteeKind: GuaranteeKind | null;
}

@Entity('fee_figure')
export class FeeFigure {
  @PrimaryColumn('uuid') readonly agencyId: string;
  @PrimaryColumn('uuid') feeId: string;
  @Column('numeric') amount: string;
  @Column('jsonb') working: FeeWorking;
}

@Entity('fee_instalment')
export class FeeInstalment extends VersionedRow {
  @Column('uuid') feeId: string;
  @Column('int') position: number;
  @Column('text') trigger: InstalmentTrigger;
  @Column('numeric') share: string;
  @Column('date', { nullable: true }) agreedOn: string | null;
  @Column('text') state: InstalmentState;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('numeric', { nullable: true }) amount: string | null;
  @Column('date', { nullable: true }) paidOn: string | null;
}

@Entity('fee_credit')
export class FeeCredit {
  @PrimaryColumn('uuid') readonly agencyId: string;
  @PrimaryColumn('uuid') instalmentId: string;
  @PrimaryColumn('uuid') memberId: string;
  @Column('numeric') share: string;
  @Column('numeric', { nullable: true }) amount: string | null;
}
