/** The fixed groups to which the stages of every agency map, in their order, so that reports compare. */
export const stageGroups = [
  'longlist',
  'contacted',
  'qualified',
  'presented',
  'client_interview',
  'finalist',
  'offer',
  'accepted',
  'placed',
] as const;
export type StageGroup = (typeof stageGroups)[number];

/** A stage as an agency names it. */
export type StageDraft = { readonly name: string; readonly group: StageGroup };

/** How far a group is from the longlist, which is 0. */
export function groupIndex(group: StageGroup): number {
  return stageGroups.indexOf(group);
}
