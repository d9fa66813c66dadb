import { Column, Entity } from 'typeorm';
import type { Color, CustomFieldKind, SettingKind, ViewSubject } from '@domain/agencies/agency.js';
import type { StageGroup } from '@domain/agencies/pipeline.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('setting')
export class Setting extends VersionedRow {
  @Column('text') kind: SettingKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) color: Color | null;
  @Column('int') position: number;
  @Column('timestamptz', { nullable: true }) archivedAt: string | null;
}

@Entity('custom_field')
export class CustomField extends VersionedRow {
  @Column('text') key: string;
  @Column('text') label: string;
  @Column('text') kind: CustomFieldKind;
  @Column('text', { array: true }) choices: string[];
  @Column('int') position: number;
  @Column('timestamptz', { nullable: true }) archivedAt: string | null;
}

@Entity('pipeline')
export class Pipeline extends VersionedRow {
  @Column('text') name: string;
  @Column('bool') isDefault: boolean;
  @Column('timestamptz', { nullable: true }) archivedAt: string | null;
}

@Entity('pipeline_stage')
export class PipelineStage extends TenantRow {
  @Column('uuid') pipelineId: string;
  @Column('text') name: string;
  @Column('text') stageGroup: StageGroup;
  @Column('int') position: number;
}

/** A step of the agency's own ladder, 0 the lowest. */
@Entity('ladder_step')
export class LadderStep extends TenantRow {
  @Column('text') name: string;
  @Column('int') position: number;
}

@Entity('saved_view')
export class SavedView extends VersionedRow {
  @Column('uuid') memberId: string;
  @Column('text') subject: ViewSubject;
  @Column('text') name: string;
  @Column('text') query: string;
  @Column('bool') shared: boolean;
}

@Entity('saved_view_pin')
export class SavedViewPin extends TenantRow {
  @Column('uuid') savedViewId: string;
  @Column('uuid') memberId: string;
}
