import type { Color, CustomFieldKind } from '@domain/agencies/agency.js';
import type { StageGroup } from '@domain/agencies/pipeline.js';

export class SettingRow {
  id: string;
  name: string;
  color: Color | null;
  position: number;
  /** How many people have it. */
  candidateCount: number;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class SettingView extends SettingRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class CustomFieldRow {
  id: string;
  key: string;
  label: string;
  kind: CustomFieldKind;
  choices: string[];
  position: number;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class CustomFieldView extends CustomFieldRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class PipelineStageView {
  id: string;
  name: string;
  group: StageGroup;
  position: number;
}

export class PipelineRow {
  id: string;
  name: string;
  /** New searches take it where they name none. */
  isDefault: boolean;
  stages: PipelineStageView[];
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class PipelineView extends PipelineRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class SettingsView {
  tags: SettingRow[];
  roleFamilies: SettingRow[];
  customFields: CustomFieldRow[];
  pipelines: PipelineRow[];
}
