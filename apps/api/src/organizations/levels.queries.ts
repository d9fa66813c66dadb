import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { LevelRange } from '@domain/organizations/level.js';
import { correspond, levelOf } from '@domain/organizations/level.rules.js';
import { organizationAbilities } from '@domain/organizations/organization.rules.js';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import type { LevelQuestion } from './level.dto.js';
import type { LevelMatch, LevelMatches, LevelView, OrganizationLevels } from './level.view.js';
import { Organization } from './organization.entity.js';

type Source = { id: string; name: string; levels: LevelView[] };

@Injectable()
export class LevelsQueries {
  constructor(private readonly db: Db) {}

  /** The levels of an organization: its own, or those of the nearest one above it that has some. */
  async at(actor: Actor, id: string): Promise<OrganizationLevels> {
    const organization = await this.organization(id);
    const source = await this.source(id);
    return {
      organizationId: source?.id ?? null,
      organizationName: source?.name ?? null,
      levels: source?.levels ?? [],
      version: organization.version,
      abilities: organizationAbilities(actor, organization).filter((ability) => ability === 'edit'),
    };
  }

  /** What the levels of an organization are elsewhere; the one that is written so alone, where one is asked for. */
  async matches(id: string, { level: written }: LevelQuestion): Promise<LevelMatches> {
    await this.organization(id);
    const source = await this.source(id);
    const own = { organizationId: source?.id ?? null, organizationName: source?.name ?? null };
    const asked = written === undefined ? source?.levels : [levelOf(written, source?.levels ?? [])];
    const levels = asked?.flatMap((level) => level ?? []) ?? [];
    if (!source || levels.length === 0) return { ...own, levels: [] };
    const others = await this.db.rows<LevelMatch>('levels_elsewhere', elsewhereSql, [source.id]);
    const matchesOf = (level: LevelView): LevelMatch[] =>
      others.filter((other) => correspond(rangeOf(level), rangeOf(other)));
    return { ...own, levels: levels.map((level) => ({ ...level, matches: matchesOf(level) })) };
  }

  private async organization(id: string): Promise<Organization> {
    const organization = await this.db.find(Organization, { id });
    if (!organization) throw new Refusal('resource.not-found');
    return organization;
  }

  private source(id: string): Promise<Source | undefined> {
    return this.db.row('levels_source', sourceSql, [id]);
  }
}

const rangeOf = ({ fromStep, toStep }: LevelView): LevelRange => ({ from: fromStep.position, to: toStep.position });

const stepJson = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'position', ${alias}.position)`;

const onLadder = `organization_level l join ladder_step f on f.id = l.from_step_id join ladder_step t on t.id = l.to_step_id`;

const sourceSql = `with recursive up as (
    select id, parent_id, name, 0 as depth from organization where id = $1
    union all select o.id, o.parent_id, o.name, up.depth + 1 from up join organization o on o.id = up.parent_id where up.depth < 20)
  select up.id, up.name, (select json_agg(json_build_object('code', l.code, 'title', l.title, 'track', l.track,
      'fromStep', ${stepJson('f')}, 'toStep', ${stepJson('t')}) order by l.position)
    from ${onLadder} where l.organization_id = up.id) as levels
  from up where exists (select from organization_level l where l.organization_id = up.id) order by up.depth limit 1`;

const elsewhereSql = `select o.id as "organizationId", o.name as "organizationName", l.code, l.title, l.track,
    ${stepJson('f')} as "fromStep", ${stepJson('t')} as "toStep"
  from ${onLadder} join organization o on o.id = l.organization_id
  where l.organization_id <> $1 and o.archived_at is null order by o.sort_name, o.id, l.position`;
