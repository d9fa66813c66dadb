import type { Ground } from './people.js';
import type { Random } from './random.js';

/** Somebody with a current employment, as its row is about to be written. */
export type Placed = {
  id: string;
  row: Record<string, unknown>;
  organizationId: string;
  team: string | null;
  years: number;
};

type Leader = Pick<Placed, 'id' | 'years' | 'team'> & { reports: number };

/** Organization → those who can lead others there, the most experienced first. */
export type Leaders = Map<string, Leader[]>;

const mostReports = 7;
const leadsFrom = 6;
const largeFrom = 12;

/** Gives each a manager with more experience, of their own team where there is one; a few report to nobody that is known. */
export function reporting(random: Random, leaders: Leaders, employed: readonly Placed[]): void {
  for (const one of employed.toSorted((a, b) => b.years - a.years)) {
    const there = leaders.get(one.organizationId) ?? [];
    const free = there.filter((leader) => leader.reports < mostReports && leader.years > one.years);
    const above = free.findLast(({ team }) => team === one.team) ?? free.at(-1);
    if (above && random.chance(0.94)) {
      one.row['manager_id'] = above.id;
      above.reports += 1;
    }
    if (one.years < leadsFrom) continue;
    const { id, years, team } = one;
    const at = there.findIndex((leader) => leader.years < years);
    there.splice(at < 0 ? there.length : at, 0, { id, years, team, reports: 0 });
    leaders.set(one.organizationId, there);
  }
}

const unknown = [
  ['Head of Pre-training', 'Foundation Models', 'Named in two talks, never by name'],
  ['Head of Data', 'Training Systems', null],
  ['Lead, Evaluation', 'Alignment', 'A paper thanks the evaluation lead'],
] as const;

/** Places at larger labs for which nobody is known yet, each below who leads the most people there. */
export function openPositions(random: Random, { leaders }: Pick<Ground, 'leaders'>): Record<string, unknown>[] {
  return [...leaders].flatMap(([organizationId, there]) => {
    const led = there.reduce((sum, { reports }) => sum + reports, 0);
    const [top] = there.toSorted((a, b) => b.reports - a.reports);
    if (led < largeFrom || !top) return [];
    return random.some(unknown, random.whole(1, 2)).map(([title, team, note]) => ({
      organization_id: organizationId,
      title,
      team,
      note,
      manager_id: top.id,
    }));
  });
}
