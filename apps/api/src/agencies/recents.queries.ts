import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import { Db } from '@platform/db/db.js';
import type { RecentList, RecentRow } from './recent.view.js';

@Injectable()
export class RecentsQueries {
  constructor(private readonly db: Db) {}

  async list(actor: Actor): Promise<RecentList> {
    const items = await this.db.rows<RecentRow>('recents', recentsSql, [
      actor.memberId,
      may(actor, 'candidate.read'),
      may(actor, 'organization.read'),
      may(actor, 'search.read'),
    ]);
    return { items };
  }
}

const recentsSql = `select case when c.id is not null then 'candidate' when o.id is not null then 'organization' else 'search' end
    as "subjectType", r.subject_id as id, coalesce(c.display_name, o.name, s.title) as name,
    (select h.name from organization h where h.agency_id = r.agency_id
      and h.id = coalesce(c.current_organization_id, o.parent_id, s.organization_id)) as hint, r.seen_at as "seenAt"
  from recent r
    left join candidate c on $2 and c.agency_id = r.agency_id and c.id = r.candidate_id
    left join organization o on $3 and o.agency_id = r.agency_id and o.id = r.organization_id
    left join search s on $4 and s.agency_id = r.agency_id and s.id = r.search_id
  where r.agency_id = current_agency() and r.member_id = $1 and coalesce(c.id, o.id, s.id) is not null
  order by r.seen_at desc, r.id desc limit 12`;
