import { describe, expect, it } from '@jest/globals';
import type { LevelOnLadder } from './ladder.js';
import { whyNotBecome, whyNotLadder } from './ladder.rules.js';

const level = (code: string, fromStepId: string, toStepId = fromStepId): LevelOnLadder => ({
  organizationId: 'northstar',
  organizationName: 'Northstar AI',
  code,
  fromStepId,
  toStepId,
});

describe('the steps of a ladder', () => {
  const faults = (...names: string[]) =>
    whyNotLadder(names.map((name) => ({ name })))?.facts.errors?.map(({ pointer }) => pointer);

  it('are one at least, each with a name of its own', () => {
    expect(faults('Senior')).toBeUndefined();
    expect(faults('Senior', 'Staff')).toBeUndefined();
    expect(faults()).toEqual(['/steps']);
    expect(faults('Senior', 'Staff', ' senior', 'ＳＴＡＦＦ')).toEqual(['/steps/2/name', '/steps/3/name']);
  });
});

describe('a ladder that changes', () => {
  const levels = [level('P6', 'senior'), level('P7', 'staff', 'principal')];

  it('may gain steps, lose those on which nothing stands, and change their order around what levels span', () => {
    expect(whyNotBecome(['senior', 'lead', 'staff', 'principal'], levels)).toBeUndefined();
    expect(whyNotBecome(['staff', 'principal', 'senior'], levels)).toBeUndefined();
    expect(whyNotBecome([], [])).toBeUndefined();
  });

  it('keeps the steps on which levels stand, and says whose they are', () => {
    const refusal = whyNotBecome(['senior', 'staff'], levels);
    expect([refusal?.code, refusal?.facts]).toMatchObject([
      'ladder.step-used',
      {
        errors: [{ pointer: '/steps' }],
        heldBy: [{ organizationId: 'northstar', organizationName: 'Northstar AI', level: 'P7' }],
        heldByCount: 1,
      },
    ]);
  });

  it('turns no span round', () => {
    const refusal = whyNotBecome(['principal', 'senior', 'staff'], levels);
    expect([refusal?.code, refusal?.facts['heldByCount']]).toEqual(['ladder.order', 1]);
  });

  it('tells twenty of the levels and counts the rest', () => {
    const many = Array.from({ length: 33 }, (_, index) => level(`P${index}`, 'mid'));
    const { heldBy, heldByCount } = whyNotBecome(['senior'], many)?.facts ?? {};
    expect([(heldBy as unknown[]).length, heldByCount]).toEqual([20, 33]);
  });
});
