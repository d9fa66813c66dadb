import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Refusal } from '@domain/refusal.js';
import { Config } from '@platform/config/config.js';
import { Db } from '@platform/db/db.js';
import { openCursor, sealCursor } from '@platform/lists/cursor.js';
import type { RawQuery } from '@platform/lists/query.js';
import { refuse, text, whole } from '@platform/lists/values.js';
import { OffLimitsQueries } from './off-limits.queries.js';
import type { BlockedPerson, BlockedUniverse } from './off-limits.view.js';

type Someone = Omit<BlockedPerson, 'level' | 'why'>;

@Injectable()
export class BlockedUniverseQueries {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly offLimits: OffLimitsQueries,
  ) {}

  /** Who of the people in the targets of a search is off-limits for it: two statements, however many they are. */
  async of(actor: Actor, searchId: string, query: RawQuery): Promise<BlockedUniverse> {
    const stray = Object.keys(query).find((name) => name !== 'limit' && name !== 'cursor');
    if (stray !== undefined) {
      const errors = [{ pointer: `?${stray}`, message: 'is not known to this list' }];
      throw new Refusal('list.unknown-parameter', 'This list knows limit, cursor.', { errors });
    }
    const { limit: asked, cursor } = query;
    const limit = asked === undefined ? 50 : whole('?limit', text('?limit', asked), 1, 200);
    const identity = `blocked-universe\n${searchId}`;
    const after =
      cursor === undefined || cursor === ''
        ? undefined
        : openCursor(text('?cursor', cursor), identity, this.config.secret);
    const search = await this.db.row('blocked_universe_search', 'select id from search where id = $1', [searchId]);
    if (!search) throw new Refusal('resource.not-found');
    const people = await this.db.rows<Someone>('blocked_universe', peopleSql, [searchId]);
    const verdicts = await this.offLimits.judge(
      actor,
      people.map(({ candidateId }) => candidateId),
      searchId,
    );
    const found = people.flatMap((person): BlockedPerson[] => {
      const verdict = verdicts.get(person.candidateId);
      return verdict && verdict.level !== 'none' ? [{ ...person, level: verdict.level, why: [...verdict.why] }] : [];
    });
    const blocked = found.filter(({ level }) => level === 'block');
    const inOrder = [...blocked, ...found.filter(({ level }) => level === 'warn')];
    const from = after === undefined ? 0 : inOrder.findIndex(({ candidateId }) => candidateId === after.id) + 1;
    if (after !== undefined && from === 0) refuse('?cursor', 'is behind what has changed since; begin again');
    const items = inOrder.slice(from, from + limit);
    const last = from + limit < inOrder.length ? items.at(-1) : undefined;
    return {
      total: people.length,
      blocked: blocked.length,
      warned: found.length - blocked.length,
      items,
      nextCursor: last
        ? sealCursor({ key: last.candidateId, id: last.candidateId }, identity, this.config.secret)
        : null,
    };
  }
}

const peopleSql = `with recursive inside as (
    select t.organization_id as id from target t where t.agency_id = current_agency() and t.search_id = $1
    union select e.id from inside join lateral (
      select o.id from organization o where o.agency_id = current_agency() and o.parent_id = inside.id
      union all select z.successor_id from organization_successor z
        where z.agency_id = current_agency() and z.organization_id = inside.id and z.kind in ('renamed', 'merged')) as e on true)
  select c.id as "candidateId", c.display_name as "candidateName", c.native_name as "nativeName",
    c.current_title as "currentTitle", o.name as "currentOrganizationName"
  from inside join candidate c on c.agency_id = current_agency() and c.current_organization_id = inside.id
    join organization o on o.agency_id = c.agency_id and o.id = inside.id
  where c.archived_at is null order by c.sort_name, c.id`;
