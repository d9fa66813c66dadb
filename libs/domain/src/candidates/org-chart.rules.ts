import { Refusal } from '../refusal.js';

/** A box of an org chart: a person, or a position for which nobody is known. */
export type ChartBox = { readonly id: string; readonly managerId: string | null };

/** A box with those who report to it, in the order given. */
export type ChartBranch<Box extends ChartBox> = { readonly box: Box; readonly reports: readonly ChartBranch<Box>[] };

/** Why the box cannot stand under the manager: not under itself, nor under anyone below it. */
export function whyNotUnder(boxes: readonly ChartBox[], id: string, managerId: string): Refusal | undefined {
  const managers = new Map(boxes.map((box) => [box.id, box.managerId]));
  const seen = new Set<string>();
  for (let at: string | null = managerId; at !== null && !seen.has(at); at = managers.get(at) ?? null) {
    if (at === id) return new Refusal('chart.cycle');
    seen.add(at);
  }
  return undefined;
}

/** The boxes as trees. A manager who is not among them counts as none; a ring of managers is cut where it was met first. */
export function branchesOf<Box extends ChartBox>(boxes: readonly Box[]): ChartBranch<Box>[] {
  const known = new Set(boxes.map(({ id }) => id));
  const byManager = Map.groupBy(boxes, ({ managerId }) =>
    managerId !== null && known.has(managerId) ? managerId : null,
  );
  const placed = new Set<string>();
  const grow = (box: Box): ChartBranch<Box> => {
    placed.add(box.id);
    const reports = (byManager.get(box.id) ?? []).filter(({ id }) => !placed.has(id));
    return { box, reports: reports.map(grow) };
  };
  const roots = (byManager.get(null) ?? []).map(grow);
  const cut = boxes.flatMap((box) => (placed.has(box.id) ? [] : [grow(box)]));
  return [...roots, ...cut];
}

/** Everyone below the box, itself left out. */
export function idsBelow(boxes: readonly ChartBox[], id: string): ReadonlySet<string> {
  const byManager = Map.groupBy(boxes, ({ managerId }) => managerId);
  const below = new Set<string>();
  const walk = (at: string): void => {
    for (const report of byManager.get(at) ?? []) {
      if (report.id === id || below.has(report.id)) continue;
      below.add(report.id);
      walk(report.id);
    }
  };
  walk(id);
  return below;
}
