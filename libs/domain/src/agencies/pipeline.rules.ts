import { Refusal, type Fault } from '../refusal.js';
import { groupIndex, type StageDraft } from './pipeline.js';

/** Why these cannot be the stages of a pipeline: the first is of the longlist, groups never go back, no name stands twice. */
export function whyNotStages(stages: readonly StageDraft[]): Refusal | undefined {
  const errors: Fault[] = [];
  if (stages.length === 0) errors.push({ pointer: '/stages', message: 'must have at least one stage' });
  const names = new Set<string>();
  stages.forEach(({ name, group }, index) => {
    const before = stages[index - 1];
    const key = name.normalize('NFKC').trim().toLowerCase();
    if (index === 0 && group !== 'longlist') {
      errors.push({ pointer: '/stages/0/group', message: 'must be longlist for the first stage' });
    } else if (before && groupIndex(group) < groupIndex(before.group)) {
      errors.push({ pointer: `/stages/${index}/group`, message: `must not come before ${before.group}` });
    }
    if (names.has(key)) errors.push({ pointer: `/stages/${index}/name`, message: 'stands twice' });
    names.add(key);
  });
  return errors.length === 0 ? undefined : new Refusal('pipeline.stages', undefined, { errors });
}
