import { PartialType } from '@nestjs/swagger';
import { stageGroups, type StageGroup } from '@domain/agencies/pipeline.js';
import { Id, Ids, OneOf, Text } from '@platform/http/fields.js';

export class AddStage {
  @Text(80, { example: 'Second call' }) name: string;
  @OneOf(stageGroups, { example: 'qualified' }) group: StageGroup;
  /** The stage before which it stands; after the last of its group when absent. */
  @Id('stage', { optional: true, nullable: true, example: null }) beforeId?: string | null;
}

class StageValues {
  @Text(80, { example: 'Second call' }) name: string;
  @OneOf(stageGroups) group: StageGroup;
}

export class PatchStage extends PartialType(StageValues, { skipNullProperties: false }) {}

export class OrderStages {
  /** Every stage of the search, in its new order. */
  @Ids('stage', 100) stageIds: string[];
}
