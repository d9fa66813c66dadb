import { Column, Entity } from 'typeorm';
import type { StageGroup } from '@domain/agencies/pipeline.js';
import type { CandidacyRole, StageEntryKind } from '@domain/candidacies/candidacy.js';
import type { ExitParty, ExitReason } from '@domain/candidacies/exit-reasons.js';
import type { Leaver, PlacementState } from '@domain/candidacies/placement.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('candidacy')
export class Candidacy extends VersionedRow {
  @Column('uuid') searchId: string;
  @Column('uuid') candidateId: string;
  @Column('text') role: CandidacyRole;
  @Column('uuid', { nullable: true }) stageId: string | null;
  @Column('text') rank: string;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { nullable: true }) nextAction: string | null;
  @Column('date', { nullable: true }) nextActionOn: string | null;
  @Column('timestamptz') enteredStageAt: string;
  @Column('timestamptz', { nullable: true }) exitedAt: string | null;
  @Column('text', { nullable: true }) exitParty: ExitParty | null;
  @Column('text', { nullable: true }) exitReason: ExitReason | null;
}

@Entity('stage_entry')
export class StageEntry extends TenantRow {
  @Column('uuid') candidacyId: string;
  @Column('uuid') searchId: string;
  @Column('uuid') candidateId: string;
  @Column('text') kind: StageEntryKind;
  @Column('uuid', { nullable: true }) fromStageId: string | null;
  @Column('uuid', { nullable: true }) toStageId: string | null;
  @Column('text', { nullable: true }) fromGroup: StageGroup | null;
  @Column('text', { nullable: true }) toGroup: StageGroup | null;
  @Column('text', { nullable: true }) exitParty: ExitParty | null;
  @Column('text', { nullable: true }) exitReason: ExitReason | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') occurredAt: string;
  @Column('timestamptz') recordedAt: string;
  @Column('uuid', { nullable: true }) memberId: string | null;
  @Column('uuid', { nullable: true }) contactLogId: string | null;
  @Column('uuid', { nullable: true }) submissionId: string | null;
  @Column('uuid', { nullable: true }) removalId: string | null;
  @Column('uuid', { nullable: true }) offerStepId: string | null;
  @Column('timestamptz', { nullable: true }) voidedAt: string | null;
  @Column('uuid', { nullable: true }) voidedBy: string | null;
}

@Entity('stage_removal')
export class StageRemoval extends TenantRow {
  @Column('uuid') searchId: string;
  @Column('uuid') stageId: string;
  @Column('text') name: string;
  @Column('text', { name: 'stage_group' }) group: StageGroup;
  @Column('int') position: number;
  @Column('uuid') memberId: string;
  @Column('timestamptz') removedAt: string;
  @Column('timestamptz', { nullable: true }) undoneAt: string | null;
}

@Entity('placement')
export class Placement extends VersionedRow {
  @Column('uuid') candidacyId: string;
  @Column('uuid') searchId: string;
  @Column('uuid') candidateId: string;
  @Column('text') state: PlacementState;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) startedOn: string | null;
  @Column('date', { nullable: true }) guaranteeUntil: string | null;
  @Column('date', { nullable: true }) leftOn: string | null;
  @Column('text', { nullable: true }) leftBy: Leaver | null;
  @Column('text', { nullable: true }) leftReason: string | null;
}
