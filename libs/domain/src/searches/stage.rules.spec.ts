import { describe, expect, it } from '@jest/globals';
import type { StageDraft, StageGroup } from '../agencies/pipeline.js';
import { placeOf } from './stage.rules.js';

const stages = (...groups: StageGroup[]): StageDraft[] =>
  groups.map((group, index) => ({ name: `Stage ${index}`, group }));
const removed = (group: StageGroup): StageDraft => ({ name: 'Removed', group });

describe('where a removed stage comes back', () => {
  it('is where it stood', () => {
    expect(placeOf(removed('contacted'), 1, stages('longlist', 'contacted', 'placed'))).toBe(1);
    expect(placeOf(removed('placed'), 9, stages('longlist', 'contacted'))).toBe(2);
  });

  it('is after the last of its group where the groups no longer let it stand there', () => {
    expect(placeOf(removed('qualified'), 1, stages('longlist', 'contacted', 'qualified', 'placed'))).toBe(3);
    expect(placeOf(removed('contacted'), 3, stages('longlist', 'qualified', 'presented', 'placed'))).toBe(1);
  });
});
