import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { candidacyAbilities } from '@domain/candidacies/candidacy.rules.js';
import { placementTransitions } from '@domain/candidacies/placement.rules.js';
import { passable } from '@domain/transitions.js';
import type { SearchState } from '@domain/searches/search.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Search } from '../searches/search.entity.js';
import { Candidacy } from './candidacy.entity.js';
import { candidacyList, placementList } from './candidacy.fields.js';
import type { CandidacyHistory, CandidacyView, PlacementView, StageEntryView } from './candidacy.view.js';

/** So many cards a column of a board; the web asks for more by the list of the stage. */
const column = 100;

@Injectable()
export class CandidaciesQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(candidacyList, actor, query);
  }

  async ofSearch(actor: Actor, searchId: string, query: RawQuery): Promise<Page> {
    await this.db.get(Search, searchId);
    return this.lists.page(candidacyList, actor, { ...query, searchId });
  }

  async view(actor: Actor, id: string): Promise<CandidacyView> {
    const [candidacy, search] = await Promise.all([
      this.lists.detail<CandidacyView>(candidacyList, actor, id),
      this.db.row<{ state: SearchState }>(
        'candidacy_search',
        'select s.state from candidacy c join search s on s.agency_id = c.agency_id and s.id = c.search_id where c.id = $1',
        [id],
      ),
    ]);
    const around = {
      searchState: search?.state ?? 'closed',
      placed: candidacy.placementId !== null,
      accepted: candidacy.group === 'accepted' || candidacy.group === 'placed',
    };
    return { ...candidacy, abilities: candidacyAbilities(actor, candidacy, around) };
  }

  /** All stages with their first cards, written by PostgreSQL in one statement. */
  async board(actor: Actor, searchId: string): Promise<Page> {
    const stages = this.db.rows<{ id: string; name: string; group: string; total: number }>(
      'board_stages',
      `select g.id, g.name, g.stage_group as "group", (select count(*)::int from candidacy c where c.agency_id = g.agency_id
          and c.search_id = g.search_id and c.stage_id = g.id and c.exited_at is null and c.role = 'candidate') as total
        from stage g where g.agency_id = $2 and g.search_id = $1 order by g.position`,
      [searchId, actor.agencyId],
    );
    const cards = this.lists.columns(candidacyList, actor, {
      column: 'c.stage_id',
      where: "c.search_id = $2 and c.exited_at is null and c.role = 'candidate'",
      order: 'c.rank, c.id',
      limit: column,
      values: [searchId],
    });
    const search = this.db.get(Search, searchId);
    const [found, byStage] = await Promise.all([stages, cards, search]);
    const parts = found.map(
      (stage) => `${JSON.stringify(stage).slice(0, -1)},"items":[${byStage.get(stage.id) ?? ''}]}`,
    );
    return new Page(`{"stages":[${parts.join(',')}]}`);
  }

  async history(id: string): Promise<CandidacyHistory> {
    await this.db.get(Candidacy, id);
    const items = await this.db.rows<StageEntryView>('candidacy_history', historySql, [id]);
    return { items };
  }

  /** When the latest step of a candidacy that counts happened; null before the first. */
  async lastStepAt(id: string): Promise<string | null> {
    const row = await this.db.row<{ at: string }>(
      'candidacy_last_step_at',
      'select occurred_at as at from stage_entry where candidacy_id = $1 and voided_at is null order by id desc limit 1',
      [id],
    );
    return row?.at ?? null;
  }

  placements(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(placementList, actor, query);
  }

  async placement(actor: Actor, id: string): Promise<PlacementView> {
    const placement = await this.lists.detail<PlacementView>(placementList, actor, id);
    return { ...placement, abilities: passable(actor, placementTransitions, placement.state) };
  }
}

const historySql = `select e.id, e.kind, e.from_stage_id as "fromStageId", f.name as "fromStageName", e.to_stage_id as "toStageId",
    t.name as "toStageName", e.from_group as "fromGroup", e.to_group as "toGroup", e.exit_party as "exitParty",
    e.exit_reason as "exitReason", e.note, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.member_id as "memberId",
    m.name as "memberName", e.voided_at as "voidedAt", v.name as "voidedByName"
  from stage_entry e
  left join stage f on f.agency_id = e.agency_id and f.id = e.from_stage_id
  left join stage t on t.agency_id = e.agency_id and t.id = e.to_stage_id
  left join member m on m.agency_id = e.agency_id and m.id = e.member_id
  left join member v on v.agency_id = e.agency_id and v.id = e.voided_by
  where e.candidacy_id = $1 order by e.id desc`;
