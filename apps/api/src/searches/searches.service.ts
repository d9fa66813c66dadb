import { Injectable } from '@nestjs/common';
import { type Actor, must } from '@domain/access/policy.js';
import { defaultsOf } from '@domain/agencies/defaults.js';
import { type StageDraft } from '@domain/agencies/pipeline.js';
import { livePlacementStates } from '@domain/candidacies/placement.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import {
  searchTransitions,
  stateByPlacements,
  whyNotEdit,
  whyNotOnDay,
  whyNotOnTeam,
} from '@domain/searches/search.rules.js';
import { whyNotPass } from '@domain/transitions.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Member } from '../agencies/agency.entity.js';
import type { CloseSearch, HoldSearch, OpenSearch, PatchSearch, ResumeSearch } from './search.dto.js';
import { Search, SearchHold, SearchMember, Stage } from './search.entity.js';
import type { SearchView } from './search.view.js';
import { SearchesQueries } from './searches.queries.js';

@Injectable()
export class SearchesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: SearchesQueries,
  ) {}

  /** Opens a search with the stages of the pipeline named, else of the default one. */
  async open(actor: Actor, { pipelineId, ...values }: OpenSearch): Promise<SearchView> {
    must(actor, 'search.edit');
    const today = this.clock.today(actor.timeZone);
    const openedOn = values.openedOn ?? today;
    refuseIf(whyNotOnDay(openedOn, '1900-01-01', today, '/openedOn'));
    const leadId = values.leadId ?? actor.memberId;
    if (leadId !== null) refuseIf(whyNotOnTeam(await this.db.find(Member, { id: leadId }), '/leadId'));
    const stages = await this.stagesOf(pipelineId ?? null);
    const search = await this.db.insert(Search, { ...values, openedOn, leadId });
    await this.db.insertAll(
      Stage,
      stages.map(({ name, group }, position) => ({ searchId: search.id, name, group, position })),
    );
    if (leadId !== null) await this.db.insert(SearchMember, { searchId: search.id, memberId: leadId });
    await this.events.record('search.opened', { about: search, data: { type: search.type } });
    return this.queries.view(actor, search.id);
  }

  async patch(actor: Actor, id: string, values: PatchSearch): Promise<SearchView> {
    const search = await this.changeable(actor, id);
    const today = this.clock.today(actor.timeZone);
    if (values.openedOn !== undefined) refuseIf(whyNotOnDay(values.openedOn, '1900-01-01', today, '/openedOn'));
    if (values.leadId) refuseIf(whyNotOnTeam(await this.db.find(Member, { id: values.leadId }), '/leadId'));
    const changed = await this.db.change(search, values);
    await this.events.record('search.changed', { about: changed, data: { fields: Object.keys(values) } });
    if (values.openings !== undefined) await this.followPlacements(changed);
    return this.queries.view(actor, id);
  }

  async hold(actor: Actor, id: string, { reason, heldOn }: HoldSearch): Promise<SearchView> {
    const search = await this.db.get(Search, id);
    must(actor, 'search.edit', search);
    refuseIf(whyNotPass(searchTransitions.hold, search.state, 'search.state'));
    const today = this.clock.today(actor.timeZone);
    const day = heldOn ?? today;
    refuseIf(whyNotOnDay(day, search.openedOn, today, '/heldOn'));
    await this.db.change(search, { state: searchTransitions.hold.to });
    await this.db.insert(SearchHold, { searchId: id, heldOn: day, reason: reason ?? null });
    await this.events.record('search.held', { about: search, data: { state: 'on_hold' } });
    return this.queries.view(actor, id);
  }

  async resume(actor: Actor, id: string, { resumedOn }: ResumeSearch): Promise<SearchView> {
    const search = await this.db.get(Search, id);
    must(actor, 'search.edit', search);
    refuseIf(whyNotPass(searchTransitions.resume, search.state, 'search.state'));
    await this.db.change(search, { state: searchTransitions.resume.to });
    await this.endHold(actor, id, resumedOn, '/resumedOn');
    await this.events.record('search.resumed', { about: search, data: { state: 'open' } });
    return this.queries.view(actor, id);
  }

  async close(actor: Actor, id: string, { reason, closedOn }: CloseSearch): Promise<SearchView> {
    const search = await this.db.get(Search, id);
    must(actor, 'search.edit', search);
    refuseIf(whyNotPass(searchTransitions.close, search.state, 'search.state'));
    const today = this.clock.today(actor.timeZone);
    const day = closedOn ?? today;
    refuseIf(whyNotOnDay(day, search.openedOn, today, '/closedOn'));
    if (search.state === 'on_hold') await this.endHold(actor, id, day, '/closedOn');
    await this.db.change(search, { state: searchTransitions.close.to, closedOn: day, closingReason: reason });
    await this.events.record('search.closed', { about: search, data: { state: 'closed', reason } });
    return this.queries.view(actor, id);
  }

  async reopen(actor: Actor, id: string): Promise<SearchView> {
    const search = await this.db.get(Search, id);
    must(actor, 'search.edit', search);
    refuseIf(whyNotPass(searchTransitions.reopen, search.state, 'search.state'));
    const changed = await this.db.change(search, { state: 'open', closedOn: null, closingReason: null });
    await this.events.record('search.reopened', { about: search, data: { state: 'open' } });
    await this.followPlacements(changed);
    return this.queries.view(actor, id);
  }

  /** The search, unless it is closed: for what changes something in it. */
  async changeable(actor: Actor, id: string): Promise<Search> {
    const search = await this.db.get(Search, id);
    must(actor, 'search.edit', search);
    refuseIf(whyNotEdit(search));
    return search;
  }

  /** Fills the search when live placements reach its openings, and opens it again when one is gone. */
  async followPlacements(search: Search): Promise<void> {
    const row = await this.db.row<{ n: number }>(
      'search_placements',
      'select count(*)::int as n from placement where search_id = $1 and state = any($2)',
      [search.id, livePlacementStates],
    );
    const state = stateByPlacements(search.state, search.openings, row?.n ?? 0);
    if (state === search.state) return;
    const closedOn = state === 'filled' ? this.clock.today('UTC') : null;
    await this.db.change(search, { state, closedOn });
    await this.events.record(state === 'filled' ? 'search.filled' : 'search.reopened', {
      about: search,
      data: { state },
    });
  }

  private async endHold(actor: Actor, searchId: string, on: string | undefined, pointer: string): Promise<void> {
    const open = (await this.db.all(SearchHold, { searchId })).find(({ resumedOn }) => resumedOn === null);
    if (!open) return;
    const today = this.clock.today(actor.timeZone);
    const day = on ?? today;
    refuseIf(whyNotOnDay(day, open.heldOn, today, pointer));
    await this.db.change(open, { resumedOn: day });
  }

  private async stagesOf(pipelineId: string | null): Promise<readonly StageDraft[]> {
    const stages = await this.db.rows<StageDraft>(
      'pipeline_stages_of',
      `select s.name, s.stage_group as "group" from pipeline p join pipeline_stage s on s.agency_id = p.agency_id and s.pipeline_id = p.id
        where p.archived_at is null and ((p.id = $1::uuid) or ($1 is null and p.is_default)) order by s.position`,
      [pipelineId],
    );
    if (stages.length > 0) return stages;
    if (pipelineId === null) return defaultsOf('en').pipeline.stages;
    throw new Refusal('reference.unknown', undefined, {
      errors: [{ pointer: '/pipelineId', message: 'does not exist' }],
    });
  }
}
