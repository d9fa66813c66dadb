import { Column, Entity } from 'typeorm';
import type {
  BasePeriod,
  ClawBack,
  ExtraMonths,
  GrantKind,
  Liquidity,
  OfferedKind,
  OneOffKind,
  PackageKind,
  PackageSource,
  PriceBasis,
} from '@domain/compensation/package.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('package')
export class Package extends VersionedRow {
  @Column('uuid') candidateId: string;
  @Column('text') kind: PackageKind | OfferedKind;
  @Column('uuid', { nullable: true }) offerId: string | null;
  @Column('uuid', { nullable: true }) rivalOfferId: string | null;
  @Column('text') currency: string;
  @Column('numeric') baseAmount: string;
  @Column('text') basePer: BasePeriod;
  @Column('text', { nullable: true }) level: string | null;
  @Column('numeric', { nullable: true }) months: string | number | null;
  @Column('text', { nullable: true }) extraMonths: ExtraMonths | null;
  @Column('numeric') bonusAmount: string;
  @Column('bigint') annualCashMinor: string | number;
  @Column('date', { nullable: true }) bonusYearFrom: string | null;
  @Column('text') source: PackageSource;
  @Column('date') statedOn: string;
  @Column('text', { nullable: true }) note: string | null;
}

@Entity('package_one_off')
export class PackageOneOff extends TenantRow {
  @Column('uuid') packageId: string;
  @Column('text') kind: OneOffKind;
  @Column('numeric') amount: string;
  @Column('date', { nullable: true }) paidOn: string | null;
  @Column('text', { nullable: true }) clawBack: ClawBack | null;
  @Column('int', { nullable: true }) clawBackMonths: number | null;
}

@Entity('package_grant')
export class PackageGrant extends TenantRow {
  @Column('uuid') packageId: string;
  @Column('text') kind: GrantKind;
  @Column('text', { nullable: true }) grantor: string | null;
  @Column('numeric', { nullable: true }) units: string | null;
  @Column('numeric', { nullable: true }) amount: string | null;
  @Column('numeric', { nullable: true }) strike: string | null;
  @Column('numeric', { nullable: true }) price: string | null;
  @Column('date', { nullable: true }) priceOn: string | null;
  @Column('text', { nullable: true }) priceBasis: PriceBasis | null;
  @Column('text', { nullable: true }) liquidity: Liquidity | null;
  @Column('date', { nullable: true }) vestStart: string | null;
  @Column('int', { nullable: true }) vestMonths: number | null;
  @Column('int', { nullable: true }) cliffMonths: number | null;
  @Column('int', { nullable: true }) vestEveryMonths: number | null;
  @Column('numeric', { array: true, nullable: true }) vestSplit: number[] | null;
  @Column('int', { nullable: true }) exerciseDays: number | null;
}
