import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { organizationAbilities } from '@domain/organizations/organization.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { organizationList } from './organization.fields.js';
import type { OrganizationNode, OrganizationTree, OrganizationView } from './organization.view.js';

@Injectable()
export class OrganizationsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(organizationList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<OrganizationView> {
    const organization = await this.lists.detail<OrganizationView>(organizationList, actor, id);
    return { ...organization, abilities: organizationAbilities(actor, organization) };
  }

  /** The whole tree in which the organization stands, from its top. */
  async tree(actor: Actor, id: string): Promise<OrganizationTree> {
    await this.lists.detail(organizationList, actor, id);
    const nodes = await this.db.rows<OrganizationNode>('organization_tree', treeSql, [id]);
    return { nodes };
  }

  /** Ids from the organization up to the top of its tree, itself first. */
  async ancestors(id: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'organization_ancestors',
      `with recursive up as (
        select id, parent_id from organization where id = $1
        union select o.id, o.parent_id from up join organization o on o.id = up.parent_id)
      select id from up`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** Ids of what followed the organization, at any remove. */
  async followers(id: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'organization_followers',
      `with recursive after as (
        select successor_id as id from organization_successor where organization_id = $1
        union select s.successor_id from after join organization_successor s on s.organization_id = after.id)
      select id from after`,
      [id],
    );
    return rows.map((row) => row.id);
  }
}

const treeSql = `with recursive up as (
    select id, parent_id from organization where id = $1
    union select o.id, o.parent_id from up join organization o on o.id = up.parent_id),
  down as (
    select o.id, o.parent_id, o.kind, o.name, 0 as depth, array[o.sort_name] as path
    from organization o where o.id = (select id from up where parent_id is null limit 1)
    union all
    select o.id, o.parent_id, o.kind, o.name, down.depth + 1, down.path || o.sort_name
    from down join organization o on o.parent_id = down.id where down.depth < 20)
  select d.id, d.parent_id as "parentId", d.kind, d.name, d.depth,
    (select count(*)::int from candidate c where c.current_organization_id = d.id and c.archived_at is null) as "peopleCount"
  from down d order by d.path, d.id limit 1000`;
