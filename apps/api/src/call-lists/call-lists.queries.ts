import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import { mostCalls } from '@domain/call-lists/call-list.js';
import { eachOnce } from '@domain/call-lists/call-list.rules.js';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { candidateList } from '../candidates/candidate.fields.js';
import { callListEntryList, callListList } from './call-list.fields.js';
import type { CallListEntryView, CallListView } from './call-list.view.js';

/** One who is to be called, and the follow-up that asks for it. */
export type ToCall = { candidateId: string; taskId: string | null };

@Injectable()
export class CallListsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(callListList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<CallListView> {
    const list = await this.lists.detail<CallListView>(callListList, actor, id);
    return { ...list, abilities: may(actor, 'contact-log.write') ? ['call', 'remove'] : [] };
  }

  async entries(actor: Actor, id: string, query: RawQuery): Promise<Page> {
    await this.lists.detail(callListList, actor, id);
    return this.lists.page(callListEntryList, actor, { ...query, callListId: id });
  }

  async entry(actor: Actor, id: string, entryId: string): Promise<CallListEntryView> {
    const entry = await this.lists.detail<CallListEntryView>(callListEntryList, actor, entryId);
    if (entry.callListId !== id) throw new Refusal('resource.not-found');
    const skipping = { waiting: ['skip'], skipped: ['unskip'], done: [] }[entry.state];
    return { ...entry, abilities: may(actor, 'contact-log.write') ? ['log', ...skipping] : [] };
  }

  /** The people of a list of candidates in its order; without a word on it, those who are archived are left out. */
  async ofView(actor: Actor, filters: RawQuery): Promise<ToCall[]> {
    const ids = await this.lists.ids(candidateList, actor, { archived: 'false', ...filters }, mostCalls);
    return ids.map((candidateId) => ({ candidateId, taskId: null }));
  }

  /** The people of a stage as they stand on the board; undefined where the search has no such stage. */
  async ofStage(searchId: string, stageId: string): Promise<ToCall[] | undefined> {
    const [stage] = await this.db.rows('call_list_stage', 'select id from stage where id = $1 and search_id = $2', [
      stageId,
      searchId,
    ]);
    if (!stage) return undefined;
    return this.db.rows<ToCall>(
      'call_list_of_stage',
      `select candidate_id as "candidateId", null as "taskId" from candidacy
        where agency_id = current_agency() and search_id = $1 and stage_id = $2 and exited_at is null and role = 'candidate'
        order by rank, id limit ${mostCalls}`,
      [searchId, stageId],
    );
  }

  /** The people behind the actor's follow-ups that are due, longest due first. */
  async ofFollowUps(actor: Actor): Promise<ToCall[]> {
    const rows = await this.db.rows<ToCall>(
      'call_list_of_follow_ups',
      `select coalesce(t.candidate_id, y.candidate_id) as "candidateId", t.id as "taskId"
        from task t left join candidacy y on y.agency_id = t.agency_id and y.id = t.candidacy_id
        where t.agency_id = current_agency() and t.assignee_id = $1 and t.done_at is null and t.kind in ('follow_up', 'call')
          and t.due_on <= $2::date and coalesce(t.candidate_id, y.candidate_id) is not null
        order by t.due_on, t.id limit 2000`,
      [actor.memberId, this.clock.today(actor.timeZone)],
    );
    return eachOnce(rows, mostCalls);
  }

  /** Whether the agency has this search. */
  async hasSearch(id: string): Promise<boolean> {
    return (await this.db.row('call_list_search', 'select id from search where id = $1', [id])) !== undefined;
  }
}
