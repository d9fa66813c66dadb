import { longestLevel, longestLevelTitle, levelTracks, mostLevels } from '@domain/organizations/level.js';
import type { LevelTrack } from '@domain/organizations/level.js';
import { Id, NestedList, OneOf, Text } from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

export class LevelValues {
  /** As the organization writes it. */
  @Text(longestLevel, { example: 'P7' }) code: string;
  @Text(longestLevelTitle, { ...maybe, example: 'Staff' }) title?: string | null;
  @OneOf(levelTracks, { ...maybe, example: 'engineering' }) track?: LevelTrack | null;
  /** The step of the agency's ladder on which it stands … */
  @Id('ladder_step', { example: undefined }) fromStepId: string;
  /** … and the last one, where it spans several. */
  @Id('ladder_step', { ...maybe, example: undefined }) toStepId?: string | null;
}

export class PutLevels {
  /** All of its levels, from the lowest; none leaves it those of what it stands below. */
  @NestedList(() => LevelValues, mostLevels) levels: LevelValues[];
}

export class LevelQuestion {
  /** One level alone, as it is written somewhere; case and spaces do not matter. */
  @Text(50, { optional: true, example: 'P7' }) level?: string;
}
