import { describe, expect, it } from '@jest/globals';
import { branchesOf, type ChartBox } from '@domain/candidates/org-chart.rules.js';
import fc from 'fast-check';
import { boxesIn, boxHeight, boxWidth, layoutOf, viewOf } from './chart-layout.js';

const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 60 }).map((picks) =>
  picks.map((pick, index): ChartBox => {
    const manager = pick % (index + 1);
    return { id: String(index), managerId: manager === index ? null : String(manager) };
  }),
);

describe('the layout of an org chart', () => {
  it('shows each box once, inside of the canvas, and no two over each other', () => {
    fc.assert(
      fc.property(trees, (boxes) => {
        const { boxes: placed, width, height } = layoutOf(branchesOf(boxes), new Set());
        expect(placed.map(({ box }) => box.id).toSorted()).toEqual(boxes.map(({ id }) => id).toSorted());
        for (const one of placed) {
          expect(one.x >= 0 && one.y >= 0 && one.x + boxWidth <= width && one.y + boxHeight <= height).toBe(true);
          const over = placed.find(
            (other) => other !== one && Math.abs(other.x - one.x) < boxWidth && Math.abs(other.y - one.y) < boxHeight,
          );
          expect(over).toBeUndefined();
        }
      }),
    );
  });

  it('puts a manager above their reports, with a line to each', () => {
    fc.assert(
      fc.property(trees, (boxes) => {
        const { boxes: placed, lines } = layoutOf(branchesOf(boxes), new Set());
        const at = new Map(placed.map((one) => [one.box.id, one]));
        for (const { box, y } of placed) {
          if (box.managerId !== null) expect(at.get(box.managerId)?.y).toBeLessThan(y);
        }
        const reporting = boxes.flatMap(({ id, managerId }) => (managerId === null ? [] : [id]));
        expect(lines.map(({ id }) => id).toSorted()).toEqual(reporting.toSorted());
        for (const { path } of lines) expect(path).toMatch(/^M[\d.]+ [\d.]+V/);
      }),
    );
  });

  it('hides what is below a folded box', () => {
    const boxes = [
      { id: 'a', managerId: null },
      { id: 'b', managerId: 'a' },
      { id: 'c', managerId: 'b' },
    ];
    const { boxes: placed } = layoutOf(branchesOf(boxes), new Set(['b']));
    expect(placed.map(({ box, reports }) => [box.id, reports])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('is mounted where it is seen, whatever else is kept', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ id: String(index), managerId: null }));
    const { boxes: placed, height } = layoutOf(branchesOf(many), new Set());
    const frame = { scrollLeft: 0, scrollTop: 0, clientWidth: 1100, clientHeight: 600 };
    const ids = (scale: number, from = frame) =>
      boxesIn(placed, viewOf(from, scale), new Set(['299'])).map(({ box }) => box.id);
    expect(ids(1)).toEqual(expect.arrayContaining(['0', '299']));
    expect(ids(1).length).toBeLessThan(100);
    expect(ids(0.1)).toHaveLength(300);
    expect(ids(1, { ...frame, scrollTop: height - 600 })).not.toContain('0');
    expect(ids(1, { ...frame, scrollTop: 10 })).toEqual(ids(1));
  });
});
