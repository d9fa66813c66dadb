import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import { Db } from '@platform/db/db.js';
import { Organization } from '../organizations/organization.entity.js';
import { ChartPosition } from './chart-position.entity.js';
import type { ChartNode, ChartPositionView, ChartSearch, OrgChart } from './chart.view.js';

/** The most boxes of one chart. */
const mostBoxes = 1000;

type PersonRow = Omit<ChartNode, 'kind' | 'position' | 'name'> & {
  name: string;
  affiliationId: string;
  managerPositionId: string | null;
};
type PositionRow = ChartPositionView & { organizationName: string };

@Injectable()
export class ChartsQueries {
  constructor(private readonly db: Db) {}

  /** The chart of an organization and of what stands below it, or of one team there. */
  async chart(actor: Actor, organizationId: string, team?: string): Promise<OrgChart> {
    await this.db.get(Organization, organizationId);
    const { nodes, truncated } = await this.boxes(organizationId);
    const teams = [...new Set(nodes.flatMap((node) => node.team ?? []))].sort();
    const shown = team === undefined ? nodes : nodes.filter((node) => node.team === team);
    if (!may(actor, 'search.read') || !may(actor, 'candidacy.read')) return { nodes: shown, teams, truncated };
    const searches = await this.searches(shown.flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])));
    return { nodes: shown.map((node) => ({ ...node, searches: searches.get(node.id) ?? [] })), teams, truncated };
  }

  /** Every box of the chart. Who holds a position takes its place: those below it stand below the person. */
  async boxes(organizationId: string): Promise<{ nodes: ChartNode[]; truncated: boolean }> {
    const people = await this.db.rows<PersonRow>('chart_people', peopleSql, [organizationId, mostBoxes + 1]);
    const positions = await this.db.rows<PositionRow>('chart_positions', positionsSql, [organizationId, mostBoxes]);
    const there = new Set(people.map(({ id }) => id));
    const held = new Map(
      positions.flatMap((one) => (one.holderId !== null && there.has(one.holderId) ? [[one.holderId, one]] : [])),
    );
    const boxOf = (positionId: string | null): string | null => {
      const holder = positions.find(({ id }) => id === positionId)?.holderId ?? null;
      return holder !== null && there.has(holder) ? holder : positionId;
    };
    const nodes: ChartNode[] = people.slice(0, mostBoxes).map((person) => {
      const { affiliationId: _, managerPositionId, ...shown } = person;
      const position = held.get(person.id);
      const own = person.managerId ?? boxOf(managerPositionId);
      const managerId = own ?? position?.managerId ?? boxOf(position?.managerPositionId ?? null);
      return { ...shown, kind: 'person', managerId, position: position ? plain(position) : null };
    });
    for (const position of positions) {
      if (position.holderId !== null && there.has(position.holderId)) continue;
      const { id, title, level, team, organizationId: at, organizationName } = position;
      const managerId = position.managerId ?? boxOf(position.managerPositionId);
      const empty = { name: null, nativeName: null, doNotContact: false, searches: [] };
      const place = { title, level, team, organizationId: at, organizationName };
      nodes.push({ id, kind: 'position', managerId, ...empty, ...place, position: plain(position) });
    }
    return { nodes, truncated: people.length > mostBoxes };
  }

  async position(id: string): Promise<ChartPositionView> {
    return plain(await this.db.get(ChartPosition, id));
  }

  private async searches(people: readonly string[]): Promise<ReadonlyMap<string, ChartSearch[]>> {
    const rows = await this.db.rows<ChartSearch & { candidateId: string }>('chart_searches', searchesSql, [people]);
    const byPerson = Map.groupBy(rows, ({ candidateId }) => candidateId);
    return new Map([...byPerson].map(([id, some]) => [id, some.map((one) => ({ id: one.id, title: one.title }))]));
  }
}

function plain(position: ChartPositionView): ChartPositionView {
  const { id, organizationId, title, level, team, note, managerId, managerPositionId, holderId, version } = position;
  return { id, organizationId, title, level, team, note, managerId, managerPositionId, holderId, version };
}

const belowSql = `with recursive below as (
    select id, name from organization where id = $1
    union select o.id, o.name from below b join organization o on o.parent_id = b.id)`;

const peopleSql = `${belowSql}
  select c.id, c.display_name as name, c.native_name as "nativeName", c.do_not_contact as "doNotContact",
    a.id as "affiliationId", a.title, a.level, a.team, a.manager_id as "managerId",
    a.manager_position_id as "managerPositionId", b.id as "organizationId", b.name as "organizationName",
    '{}'::text[] as searches
  from below b join candidate c on c.current_organization_id = b.id
    join affiliation a on a.agency_id = c.agency_id and a.id = c.current_affiliation_id
  where c.archived_at is null order by c.sort_name, c.id limit $2`;

const positionsSql = `${belowSql}
  select p.id, p.organization_id as "organizationId", b.name as "organizationName", p.title, p.level, p.team, p.note,
    p.manager_id as "managerId", p.manager_position_id as "managerPositionId", p.holder_id as "holderId", p.version
  from below b join chart_position p on p.organization_id = b.id order by p.id limit $2`;

const searchesSql = `select y.candidate_id as "candidateId", s.id, s.title
  from candidacy y join search s on s.agency_id = y.agency_id and s.id = y.search_id
  where y.candidate_id = any($1::uuid[]) and y.exited_at is null and y.role = 'candidate' and s.state in ('open', 'on_hold')
  order by s.title, s.id`;
