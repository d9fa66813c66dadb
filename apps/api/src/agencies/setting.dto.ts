import { PartialType } from '@nestjs/swagger';
import { colors, customFieldKinds, type Color, type CustomFieldKind } from '@domain/agencies/agency.js';
import { stageGroups, type StageGroup } from '@domain/agencies/pipeline.js';
import { Id, NestedList, OneOf, Text, Texts, Whole } from '@platform/http/fields.js';

const furthest = 10_000;

export class CreateSetting {
  @Text(80, { example: 'World models' }) name: string;
  @OneOf(colors, { optional: true, nullable: true }) color?: Color | null;
  /** Where it stands among the others; at the end where it is absent. */
  @Whole(0, furthest, { optional: true }) position?: number;
}

export class PatchSetting extends PartialType(CreateSetting, { skipNullProperties: false }) {}

class CustomFieldValues {
  @Text(80, { example: 'Preferred accelerator' }) label: string;
  /** Of a choice alone, and then at least two. */
  @Texts(50, 80, { optional: true, example: [] }) choices?: string[];
  @Whole(0, furthest, { optional: true }) position?: number;
}

export class CreateCustomField extends CustomFieldValues {
  /** Its name in the API; it never changes. */
  @Text(40, { example: 'preferredAccelerator' }) key: string;
  @OneOf(customFieldKinds) kind: CustomFieldKind;
}

export class PatchCustomField extends PartialType(CustomFieldValues, { skipNullProperties: false }) {}

export class StageValues {
  /** That of a stage that stays; absent for a new one. */
  @Id('pipeline_stage', { optional: true, example: undefined }) id?: string;
  @Text(80, { example: 'Longlist' }) name: string;
  @OneOf(stageGroups) group: StageGroup;
}

export class CreatePipeline {
  @Text(80, { example: 'Executive search' }) name: string;
  /** In their order: the first is of the group longlist, groups never go back. */
  @NestedList(() => StageValues, 40, { example: [{ name: 'Longlist', group: 'longlist' }] }) stages: StageValues[];
}

export class PatchPipeline extends PartialType(CreatePipeline, { skipNullProperties: false }) {}
