import type { ChartBox, ChartBranch } from '@domain/candidates/org-chart.rules.js';

/** Where a box stands on the canvas, in pixels at full size. */
type PlacedBox<Box extends ChartBox> = {
  box: Box;
  x: number;
  y: number;
  depth: number;
  reports: number;
};

/** The line from a box down to one that reports to it. */
type Line = { id: string; path: string };

type Layout<Box extends ChartBox> = {
  boxes: PlacedBox<Box>[];
  lines: Line[];
  width: number;
  height: number;
};

export const boxWidth = 216;
export const boxHeight = 96;
const gapX = 24;
const gapY = 44;
const stackGap = 12;
const indent = 20;
const stackRows = 6;
const viewStep = 64;

/** A part of the canvas, in pixels at full size. */
export type CanvasView = { left: number; top: number; right: number; bottom: number };

/** What of the canvas a scrolled frame shows, and a margin around it, in whole steps, so that a small scroll changes nothing. */
export function viewOf(
  frame: { scrollLeft: number; scrollTop: number; clientWidth: number; clientHeight: number },
  scale: number,
): CanvasView {
  const low = (px: number) => Math.floor(px / scale / viewStep - 1) * viewStep;
  const high = (px: number) => Math.ceil(px / scale / viewStep + 1) * viewStep;
  return {
    left: low(frame.scrollLeft),
    top: low(frame.scrollTop),
    right: high(frame.scrollLeft + frame.clientWidth),
    bottom: high(frame.scrollTop + frame.clientHeight),
  };
}

/** The boxes that stand within the view, and those that are kept wherever they stand. */
export function boxesIn<Box extends ChartBox>(
  boxes: readonly PlacedBox<Box>[],
  view: CanvasView,
  kept: ReadonlySet<string | undefined>,
): PlacedBox<Box>[] {
  return boxes.filter(
    ({ box, x, y }) =>
      kept.has(box.id) || (x < view.right && x + boxWidth > view.left && y < view.bottom && y + boxHeight > view.top),
  );
}

type Block<Box extends ChartBox> = Layout<Box> & { anchor: number };

/** Places trees side by side, each manager over their reports; those who lead nobody stand in stacks, so that a wide team stays narrow. */
export function layoutOf<Box extends ChartBox>(
  branches: readonly ChartBranch<Box>[],
  folded: ReadonlySet<string>,
): Layout<Box> {
  const rows = Math.max(stackRows, Math.ceil(Math.sqrt(branches.length * 1.5)));
  const { boxes, lines, width, height } = row(branches, folded, 0, rows, undefined);
  return { boxes, lines, width, height };
}

function block<Box extends ChartBox>(branch: ChartBranch<Box>, folded: ReadonlySet<string>, depth: number): Block<Box> {
  const { box, reports } = branch;
  const own = { box, depth, reports: reports.length };
  if (reports.length === 0 || folded.has(box.id)) {
    const placed = { ...own, x: 0, y: 0 };
    return { boxes: [placed], lines: [], width: boxWidth, height: boxHeight, anchor: boxWidth / 2 };
  }
  const below = row(reports, folded, depth + 1, stackRows, box.id);
  const width = Math.max(boxWidth, below.width);
  const shift = (width - below.width) / 2;
  const anchor = clamp(below.anchor + shift, boxWidth / 2, width - boxWidth / 2);
  const down = shifted(below, shift, boxHeight + gapY);
  const lines = down.lines.map(({ id, path }) => ({
    id,
    path: path.replace('$', `M${anchor} ${boxHeight}V${boxHeight + gapY / 2}`),
  }));
  return {
    boxes: [{ ...own, x: anchor - boxWidth / 2, y: 0 }, ...down.boxes],
    lines,
    width,
    height: below.height + boxHeight + gapY,
    anchor,
  };
}

/** Blocks side by side; lines to their tops begin with `$` until the box above says where it stands. */
function row<Box extends ChartBox>(
  branches: readonly ChartBranch<Box>[],
  folded: ReadonlySet<string>,
  depth: number,
  rows: number,
  above: string | undefined,
): Block<Box> {
  const leads = branches.filter(({ reports }) => reports.length > 0);
  const alone = branches.filter(({ reports }) => reports.length === 0);
  const blocks = leads.map((branch) => block(branch, folded, depth));
  const boxes: PlacedBox<Box>[] = [];
  const lines: Line[] = [];
  const tops: number[] = [];
  let x = 0;
  let height = 0;
  for (const one of blocks) {
    const at = shifted(one, x, 0);
    const [first] = at.boxes;
    boxes.push(...at.boxes);
    lines.push(...at.lines);
    const top = x + one.anchor;
    tops.push(top);
    if (above && first) lines.push({ id: first.box.id, path: `$H${top}V0` });
    x += one.width + gapX;
    height = Math.max(height, one.height);
  }
  for (let from = 0; from < alone.length; from += rows) {
    const some = alone.slice(from, from + rows);
    const left = above ? x + indent : x;
    some.forEach(({ box }, index) => {
      const y = index * (boxHeight + stackGap);
      boxes.push({ box, x: left, y, depth, reports: 0 });
      if (above) lines.push({ id: box.id, path: `$H${x + indent / 2}V${y + boxHeight / 2}H${left}` });
    });
    tops.push(x + indent / 2);
    x = left + boxWidth + gapX;
    height = Math.max(height, some.length * (boxHeight + stackGap) - stackGap);
  }
  const width = Math.max(0, x - gapX);
  const anchor = tops.length === 0 ? boxWidth / 2 : ((tops[0] ?? 0) + (tops.at(-1) ?? 0)) / 2;
  return { boxes, lines, width, height, anchor };
}

function shifted<Box extends ChartBox>(block: Block<Box>, dx: number, dy: number): Block<Box> {
  const boxes = block.boxes.map((one) => ({ ...one, x: one.x + dx, y: one.y + dy }));
  const lines = block.lines.map(({ id, path }) => ({ id, path: moved(path, dx, dy) }));
  return { ...block, boxes, lines };
}

/** The path of `M x y`, `H x` and `V y` steps, moved. */
function moved(path: string, dx: number, dy: number): string {
  return path.replace(/M(-?[\d.]+) (-?[\d.]+)|H(-?[\d.]+)|V(-?[\d.]+)/g, (_, mx, my, h, v) => {
    if (mx !== undefined) return `M${Number(mx) + dx} ${Number(my) + dy}`;
    return h === undefined ? `V${Number(v) + dy}` : `H${Number(h) + dx}`;
  });
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
