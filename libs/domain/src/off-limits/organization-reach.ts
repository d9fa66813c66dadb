import type { Day } from '../day.js';
import type { OrganizationTies } from './off-limits.js';

/** Which policies find an organization: those on itself under any name it had, and those on what it stands below. */
export type Reach = { readonly same: ReadonlySet<string>; readonly above: ReadonlySet<string> };

/** Finds by what an organization is reached on one day; asks for each organization once. */
export class OrganizationReach {
  private readonly known = new Map<string, Reach>();
  private readonly before = new Map<string, string[]>();

  constructor(
    private readonly ties: OrganizationTies,
    day: Day,
  ) {
    for (const { organizationId, successorId, kind, happenedOn } of ties.successions) {
      if (kind === 'acquired' || happenedOn > day) continue;
      this.before.set(successorId, [...(this.before.get(successorId) ?? []), organizationId]);
    }
  }

  /** What was renamed to it or merged into it counts as itself; an acquired one stands below its buyer by the tree alone. */
  of(organizationId: string): Reach {
    let reach = this.known.get(organizationId);
    if (!reach) {
      reach = {
        same: this.closure(organizationId, (id) => this.before.get(id) ?? []),
        above: this.closure(organizationId, (id) => [...(this.before.get(id) ?? []), ...this.parentOf(id)]),
      };
      this.known.set(organizationId, reach);
    }
    return reach;
  }

  /** Whether a policy on `policyOn` finds `organizationId`. */
  finds(policyOn: string, withChildren: boolean, organizationId: string): boolean {
    const { same, above } = this.of(organizationId);
    return (withChildren ? above : same).has(policyOn);
  }

  /** Whether both stand in one tree: one client, whichever of its parts signs. */
  isOneHouse(one: string, other: string): boolean {
    const { above } = this.of(one);
    return [...this.of(other).above].some((id) => above.has(id));
  }

  private parentOf(id: string): string[] {
    const parent = this.ties.parents.get(id) ?? null;
    return parent === null ? [] : [parent];
  }

  private closure(from: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
    const found = new Set([from]);
    for (const id of found) for (const one of next(id)) found.add(one);
    return found;
  }
}
