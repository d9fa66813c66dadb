import { groupIndex, type StageGroup, stageGroups } from '../agencies/pipeline.js';

/** The part of a stage that rules look at. */
export type StageFacts = { readonly id: string; readonly group: StageGroup };

/** The groups from this one on. */
export function groupsFrom(group: StageGroup): readonly StageGroup[] {
  return stageGroups.slice(groupIndex(group));
}

/** Whether a step from one group to another leads beyond the longlist, and not back; from nowhere is from the longlist. */
export function leadsOn(from: StageGroup | null, to: StageGroup): boolean {
  return groupIndex(to) > groupIndex(from ?? 'longlist');
}
