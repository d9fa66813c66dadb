import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { branchesOf, type ChartBox, type ChartBranch, idsBelow, whyNotUnder } from './org-chart.rules.js';

/** Charts of up to 12 boxes whose managers are any of them, none, or somebody who is not there; rings among them. */
const charts = fc
  .array(fc.option(fc.integer({ min: 0, max: 13 })), { minLength: 1, maxLength: 12 })
  .map((managers) => managers.map((manager, id) => box(String(id), manager === null ? null : String(manager))));

const box = (id: string, managerId: string | null): ChartBox => ({ id, managerId });

/** What a person with a pencil does: goes up from the manager step by step, as often as there are boxes. */
function meetsGoingUp(boxes: readonly ChartBox[], id: string, managerId: string): boolean {
  let at: string | null = managerId;
  for (let step = 0; step <= boxes.length && at !== null; step += 1) {
    if (at === id) return true;
    at = boxes.find((one) => one.id === at)?.managerId ?? null;
  }
  return false;
}

const flat = (branches: readonly ChartBranch<ChartBox>[]): string[] =>
  branches.flatMap(({ box: { id }, reports }) => [id, ...flat(reports)]);

describe('an org chart', () => {
  it('refuses a manager exactly where a walk upwards meets the box', () => {
    fc.assert(
      fc.property(charts, fc.nat(), fc.nat(), (boxes, one, other) => {
        const id = String(one % boxes.length);
        const managerId = String(other % boxes.length);
        expect(whyNotUnder(boxes, id, managerId) !== undefined).toBe(meetsGoingUp(boxes, id, managerId));
      }),
      { numRuns: 2000 },
    );
  });

  it('stays without rings when only what is not refused is done', () => {
    const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (asked) => {
        let boxes = Array.from({ length: 10 }, (_, index) => box(String(index), null));
        for (const [one, manager] of asked) {
          if (whyNotUnder(boxes, String(one), String(manager))) continue;
          boxes = boxes.map((each) => (each.id === String(one) ? box(each.id, String(manager)) : each));
        }
        for (const { id, managerId } of boxes) {
          expect(managerId !== null && meetsGoingUp(boxes, id, managerId)).toBe(false);
        }
      }),
    );
  });

  it('shows every box exactly once, whatever is recorded', () => {
    fc.assert(
      fc.property(charts, (boxes) => {
        const shown = flat(branchesOf(boxes));
        expect(shown.toSorted()).toEqual(boxes.map(({ id }) => id).toSorted());
      }),
      { numRuns: 2000 },
    );
  });

  it('puts each under their manager where nobody stands in a ring', () => {
    const boxes = [box('lead', null), box('a', 'lead'), box('b', 'a'), box('c', 'gone')];
    expect(branchesOf(boxes)).toEqual([
      {
        box: boxes[0],
        reports: [{ box: boxes[1], reports: [{ box: boxes[2], reports: [] }] }],
      },
      { box: boxes[3], reports: [] },
    ]);
  });

  it('knows everyone below a box as those who are refused as its manager', () => {
    fc.assert(
      fc.property(charts, (boxes) => {
        for (const { id } of boxes) {
          const below = idsBelow(boxes, id);
          for (const other of boxes) {
            if (other.id === id) continue;
            expect(below.has(other.id)).toBe(whyNotUnder(boxes, id, other.id) !== undefined);
          }
        }
      }),
    );
  });
});
