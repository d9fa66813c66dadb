import { whyNotStages } from '../agencies/pipeline.rules.js';
import { groupIndex, type StageDraft } from '../agencies/pipeline.js';
import { Refusal } from '../refusal.js';

/** Why the stages of a search cannot stand like this after one of them was added, changed or moved away. */
export function whyNotStage(stages: readonly StageDraft[]): Refusal | undefined {
  const refused = whyNotStages(stages);
  if (!refused) return undefined;
  const errors = (refused.facts.errors ?? []).map(({ pointer, message }) => ({
    pointer: pointer.replace(/^\/stages(\/\d+)?/, ''),
    message,
  }));
  return new Refusal(refused.code, undefined, { errors });
}

/** Where a removed stage comes back: where it stood, or after the last of its group where the groups no longer allow that. */
export function placeOf(stage: StageDraft, position: number, stages: readonly StageDraft[]): number {
  const at = Math.min(position, stages.length);
  if (!whyNotStage(stages.toSpliced(at, 0, stage))) return at;
  return stages.filter(({ group }) => groupIndex(group) <= groupIndex(stage.group)).length;
}

/** Why these ids are no order of the stages: each is named once. */
export function whyNotOrder(stageIds: readonly string[], ordered: readonly string[]): Refusal | undefined {
  const known = new Set(stageIds);
  if (ordered.length === stageIds.length && ordered.every((id) => known.has(id))) return undefined;
  const errors = [{ pointer: '/stageIds', message: 'must name every stage of the search once' }];
  return new Refusal('search.stage-order', undefined, { errors });
}
