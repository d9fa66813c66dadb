import { type Fault, Refusal } from '../refusal.js';
import type { LadderSpan, LevelOnLadder } from './ladder.js';

/** Why these cannot be the steps of a ladder: there is one at least, and no name stands twice. */
export function whyNotLadder(steps: readonly { readonly name: string }[]): Refusal | undefined {
  const errors: Fault[] = steps.length === 0 ? [{ pointer: '/steps', message: 'must have at least one step' }] : [];
  const names = new Set<string>();
  steps.forEach(({ name }, index) => {
    const key = name.normalize('NFKC').trim().toLowerCase();
    if (names.has(key)) errors.push({ pointer: `/steps/${index}/name`, message: 'stands twice' });
    names.add(key);
  });
  return errors.length === 0 ? undefined : new Refusal('ladder.steps', undefined, { errors });
}

/** So many of the levels that hold a step are told; the rest is counted. */
const told = 20;

/** Why the ladder cannot become these steps, by id in their order: a step on which levels stand goes, or a span of theirs turns round. */
export function whyNotBecome(stepIds: readonly string[], levels: readonly LevelOnLadder[]): Refusal | undefined {
  const without = levels.filter((level) => !isOn(level, stepIds));
  if (without.length > 0) return held('ladder.step-used', 'lacks a step on which levels stand', without);
  const turned = levels.filter((level) => isReversed(level, stepIds));
  return turned.length > 0 ? held('ladder.order', 'turns round what levels span', turned) : undefined;
}

/** Whether both ends of the span are among the steps. */
export function isOn({ fromStepId, toStepId }: LadderSpan, stepIds: readonly string[]): boolean {
  return stepIds.includes(fromStepId) && stepIds.includes(toStepId);
}

/** Whether the span ends below where it begins. */
export function isReversed({ fromStepId, toStepId }: LadderSpan, stepIds: readonly string[]): boolean {
  return stepIds.indexOf(fromStepId) > stepIds.indexOf(toStepId);
}

function held(code: 'ladder.step-used' | 'ladder.order', message: string, levels: readonly LevelOnLadder[]): Refusal {
  const heldBy = levels.slice(0, told).map(({ organizationId, organizationName, code: level }) => ({
    organizationId,
    organizationName,
    level,
  }));
  return new Refusal(code, undefined, { errors: [{ pointer: '/steps', message }], heldBy, heldByCount: levels.length });
}
