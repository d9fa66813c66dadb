import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StageGroup } from '@domain/agencies/pipeline.js';
import type {
  ClosingReason,
  FeeBasis,
  FeeKind,
  GuaranteeKind,
  InstalmentTrigger,
  SearchContactRole,
  SearchState,
  SearchType,
  TargetState,
} from '@domain/searches/search.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('search')
export class Search extends VersionedRow {
  @Column('uuid') organizationId: string;
  @Column('text') title: string;
  @Column('text') type: SearchType;
  @Column('text') state: SearchState;
  @Column('uuid', { nullable: true }) roleFamilyId: string | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('int') openings: number;
  @Column('text', { nullable: true }) brief: string | null;
  @Column('text', { nullable: true }) mustHaves: string | null;
  @Column('numeric', { nullable: true }) bandLow: string | null;
  @Column('numeric', { nullable: true }) bandHigh: string | null;
  @Column('text', { nullable: true }) bandCurrency: string | null;
  @Column('text', { nullable: true }) feeKind: FeeKind | null;
  @Column('numeric', { nullable: true }) feeRate: string | null;
  @Column('text', { nullable: true }) feeBasis: FeeBasis | null;
  @Column('numeric', { nullable: true }) feeAmount: string | null;
  @Column('numeric', { nullable: true }) feeMinimum: string | null;
  @Column('text', { nullable: true }) feeCurrency: string | null;
  @Column('int', { nullable: true }) guaranteeDays: number | null;
  @Column('text', { nullable: true }) guaranteeKind: GuaranteeKind | null;
  @Column('int', { nullable: true }) protectionMonths: number | null;
  @Column('uuid', { nullable: true }) offLimitsOrganizationId: string | null;
  @Column('int', { nullable: true }) offLimitsMonths: number | null;
  @Column('int', { nullable: true }) placedOffLimitsMonths: number | null;
  @Column('uuid', { nullable: true }) leadId: string | null;
  @Column('date') openedOn: string;
  @Column('date', { nullable: true }) closedOn: string | null;
  @Column('text', { nullable: true }) closingReason: ClosingReason | null;
}

@Entity('search_hold')
export class SearchHold extends TenantRow {
  @Column('uuid') searchId: string;
  @Column('date') heldOn: string;
  @Column('date', { nullable: true }) resumedOn: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}

@Entity('search_instalment')
export class SearchInstalment extends TenantRow {
  @Column('uuid') searchId: string;
  @Column('text') trigger: InstalmentTrigger;
  @Column('numeric') share: string;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('int') position: number;
}

@Entity('search_credit')
export class SearchCredit {
  @PrimaryColumn('uuid') readonly agencyId: string;
  @PrimaryColumn('uuid') searchId: string;
  @PrimaryColumn('uuid') memberId: string;
  @Column('numeric') share: string;
}

@Entity('search_member')
export class SearchMember {
  @PrimaryColumn('uuid') readonly agencyId: string;
  @PrimaryColumn('uuid') searchId: string;
  @PrimaryColumn('uuid') memberId: string;
}

@Entity('search_contact')
export class SearchContact {
  @PrimaryColumn('uuid') readonly agencyId: string;
  @PrimaryColumn('uuid') searchId: string;
  @PrimaryColumn('uuid') contactId: string;
  @Column('text') role: SearchContactRole;
}

@Entity('stage')
export class Stage extends TenantRow {
  @Column('uuid') searchId: string;
  @Column('text') name: string;
  @Column('text', { name: 'stage_group' }) group: StageGroup;
  @Column('int') position: number;
}

@Entity('target')
export class Target extends VersionedRow {
  @Column('uuid') searchId: string;
  @Column('uuid') organizationId: string;
  @Column('text') state: TargetState;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('text', { nullable: true }) note: string | null;
}
