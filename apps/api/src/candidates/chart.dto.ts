import { PartialType } from '@nestjs/swagger';
import { Id, Text } from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

/** A candidate or a position of the chart; null in both for someone who reports to nobody there. */
export class PutManager {
  @Id('candidate', { ...maybe, example: null }) managerId?: string | null;
  @Id('chart_position', { ...maybe, example: null }) managerPositionId?: string | null;
}

export class AddChartPosition extends PutManager {
  @Text(200, { example: 'Head of Pre-training' }) title: string;
  @Text(50, { ...maybe, example: 'P10' }) level?: string | null;
  @Text(200, { ...maybe, example: 'Foundation Models' }) team?: string | null;
  @Text(2000, { ...maybe, example: 'Named in two talks as the lead' }) note?: string | null;
}

export class PatchChartPosition extends PartialType(AddChartPosition, { skipNullProperties: false }) {
  /** The person known to hold it, who works there now; null when nobody is known. */
  @Id('candidate', { ...maybe, example: null }) holderId?: string | null;
}
