import { mostSteps } from '@domain/agencies/ladder.js';
import { Id, NestedList, Text } from '@platform/http/fields.js';

export class StepValues {
  /** That of a step that stays; absent for a new one. */
  @Id('ladder_step', { optional: true, example: undefined }) id?: string;
  @Text(80, { example: 'Senior' }) name: string;
}

export class PutLadder {
  /** All steps, from the lowest; a step that is left out is removed. */
  @NestedList(() => StepValues, mostSteps) steps: StepValues[];
}
