import { Injectable } from '@nestjs/common';
import { type Actor, must } from '@domain/access/policy.js';
import { groupIndex } from '@domain/agencies/pipeline.js';
import { Refusal, refuseIf, unknownReference } from '@domain/refusal.js';
import { whyNotEdit, whyNotOnTeam, whyNotResearch } from '@domain/searches/search.rules.js';
import { placeOf, whyNotOrder, whyNotStage } from '@domain/searches/stage.rules.js';
import { whyNotTerms } from '@domain/searches/terms.rules.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Member } from '../agencies/agency.entity.js';
import type { AddSearchContact, PutTerms } from './search.dto.js';
import { Search, SearchContact, SearchCredit, SearchInstalment, SearchMember, Stage, Target } from './search.entity.js';
import type { SearchView } from './search.view.js';
import { SearchesQueries } from './searches.queries.js';
import { SearchesService } from './searches.service.js';
import type { AddStage, PatchStage } from './stage.dto.js';
import type { AddTarget, PatchTarget } from './target.dto.js';
import type { TargetView } from './target.view.js';

/** What a search is made of beside its own row: stages, targets, team, contacts and terms. */
@Injectable()
export class SearchPartsService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly searches: SearchesService,
    private readonly queries: SearchesQueries,
  ) {}

  async addStage(actor: Actor, id: string, { name, group, beforeId }: AddStage): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    const stages = await this.stages(id);
    const before = stages.findIndex((stage) => stage.id === beforeId);
    if (beforeId && before < 0) throw unknownReference('/beforeId');
    const at = beforeId ? before : stages.filter((stage) => groupIndex(stage.group) <= groupIndex(group)).length;
    refuseIf(whyNotStage([...stages.slice(0, at), { name, group }, ...stages.slice(at)]));
    for (const stage of stages.slice(at)) await this.db.change(stage, { position: stage.position + 1 });
    const added = await this.db.insert(Stage, { searchId: id, name, group, position: at });
    await this.events.record('search.stage-added', { about: search, data: { stageId: added.id, group } });
    return this.queries.view(actor, id);
  }

  async patchStage(actor: Actor, id: string, stageId: string, values: PatchStage): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    const stages = await this.stages(id);
    const stage = stages.find((one) => one.id === stageId);
    if (!stage) throw new Refusal('resource.not-found');
    const after = { name: values.name ?? stage.name, group: values.group ?? stage.group };
    refuseIf(whyNotStage(stages.map((one) => (one === stage ? after : one))));
    await this.db.change(stage, after);
    const data = { stageId, fields: Object.keys(values), group: after.group };
    await this.events.record('search.stage-changed', { about: search, data });
    return this.queries.view(actor, id);
  }

  async orderStages(actor: Actor, id: string, stageIds: readonly string[]): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    const stages = await this.stages(id);
    refuseIf(
      whyNotOrder(
        stages.map((stage) => stage.id),
        stageIds,
      ),
    );
    const ordered = stageIds.flatMap((one) => stages.find((stage) => stage.id === one) ?? []);
    refuseIf(whyNotStage(ordered));
    await Promise.all(ordered.map((stage, position) => this.db.change(stage, { position })));
    await this.events.record('search.stages-ordered', { about: search, data: { stageIds } });
    return this.queries.view(actor, id);
  }

  async removeStage(actor: Actor, id: string, stageId: string): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    const stages = await this.stages(id);
    const stage = stages.find((one) => one.id === stageId);
    if (!stage) throw new Refusal('resource.not-found');
    const used = await this.db.rows('stage_used', 'select 1 as used from candidacy where stage_id = $1 limit 1', [
      stageId,
    ]);
    if (used.length > 0) throw new Refusal('search.stage-used');
    const rest = stages.filter((one) => one !== stage);
    refuseIf(whyNotStage(rest));
    await this.db.remove(Stage, { id: stageId });
    await Promise.all(rest.map((one, position) => this.db.change(one, { position })));
    await this.events.record('search.stage-removed', { about: search, data: { stageId, group: stage.group } });
    return this.queries.view(actor, id);
  }

  /** Puts a removed stage back in its place, under the id that it had. */
  async restoreStage(
    actor: Actor,
    searchId: string,
    { id, name, group, position }: Pick<Stage, 'id' | 'name' | 'group' | 'position'>,
  ): Promise<void> {
    const search = await this.searches.changeable(actor, searchId);
    const stages = await this.stages(searchId);
    const at = placeOf({ name, group }, position, stages);
    refuseIf(whyNotStage([...stages.slice(0, at), { name, group }, ...stages.slice(at)]));
    for (const stage of stages.slice(at)) await this.db.change(stage, { position: stage.position + 1 });
    await this.db.insert(Stage, { id, searchId, name, group, position: at });
    await this.events.record('search.stage-restored', { about: search, data: { stageId: id, group } });
  }

  async addTarget(actor: Actor, searchId: string, values: AddTarget): Promise<TargetView> {
    const search = await this.db.get(Search, searchId);
    must(actor, 'target.edit', search);
    refuseIf(whyNotEdit(search));
    const target = await this.db.insert(Target, { searchId, ...values });
    await this.events.record('target.added', {
      about: { ...target, searchId: search.id },
      data: { state: target.state },
    });
    return this.queries.target(actor, target.id);
  }

  async patchTarget(actor: Actor, searchId: string, targetId: string, values: PatchTarget): Promise<TargetView> {
    await this.mappable(actor, searchId);
    const target = await this.targetOf(searchId, targetId);
    if (values.state !== undefined) refuseIf(whyNotResearch(target.state, values.state));
    await this.db.change(target, values);
    const data = {
      fields: Object.keys(values),
      ...(values.state !== undefined && { from: target.state, to: values.state }),
    };
    await this.events.record('target.changed', { about: target, data });
    return this.queries.target(actor, targetId);
  }

  async removeTarget(actor: Actor, searchId: string, targetId: string): Promise<void> {
    await this.mappable(actor, searchId);
    const target = await this.targetOf(searchId, targetId);
    await this.db.remove(Target, { id: targetId });
    await this.events.record('target.removed', { about: target });
  }

  async join(actor: Actor, id: string, memberId: string): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    refuseIf(whyNotOnTeam(await this.db.find(Member, { id: memberId }), '/memberId'));
    await this.db.insert(SearchMember, { searchId: id, memberId });
    await this.events.record('search.member-joined', { about: search, data: { memberId } });
    return this.queries.view(actor, id);
  }

  async leave(actor: Actor, id: string, memberId: string): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    if ((await this.db.remove(SearchMember, { searchId: id, memberId })) === 0) throw new Refusal('resource.not-found');
    await this.events.record('search.member-left', { about: search, data: { memberId } });
    return this.queries.view(actor, id);
  }

  async addContact(actor: Actor, id: string, values: AddSearchContact): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    await this.db.insert(SearchContact, { searchId: id, ...values });
    await this.events.record('search.contact-added', {
      about: search,
      data: { contactId: values.contactId, role: values.role },
    });
    return this.queries.view(actor, id);
  }

  async removeContact(actor: Actor, id: string, contactId: string): Promise<SearchView> {
    const search = await this.searches.changeable(actor, id);
    if ((await this.db.remove(SearchContact, { searchId: id, contactId })) === 0)
      throw new Refusal('resource.not-found');
    await this.events.record('search.contact-removed', { about: search, data: { contactId } });
    return this.queries.view(actor, id);
  }

  /** Replaces fee, instalments and credits. */
  async putTerms(actor: Actor, id: string, terms: PutTerms): Promise<SearchView> {
    const search = await this.db.get(Search, id);
    must(actor, 'search.edit-fee', search);
    refuseIf(whyNotEdit(search));
    refuseIf(whyNotTerms(terms));
    const { fee } = terms;
    await this.db.change(search, {
      feeKind: fee?.kind ?? null,
      feeRate: fee?.rate === undefined || fee.rate === null ? null : String(fee.rate),
      feeBasis: fee?.basis ?? null,
      feeAmount: fee?.amount ?? null,
      feeMinimum: fee?.minimum ?? null,
      feeCurrency: fee?.currency ?? null,
    });
    await this.db.remove(SearchInstalment, { searchId: id });
    await this.db.remove(SearchCredit, { searchId: id });
    await this.db.insertAll(
      SearchInstalment,
      terms.instalments.map(({ trigger, share, dueOn }, position) => ({
        searchId: id,
        trigger,
        share: String(share),
        dueOn: dueOn ?? null,
        position,
      })),
    );
    await this.db.insertAll(
      SearchCredit,
      terms.credits.map(({ memberId, share }) => ({ searchId: id, memberId, share: String(share) })),
    );
    await this.events.record('search.terms-changed', { about: search });
    return this.queries.view(actor, id);
  }

  private async stages(searchId: string): Promise<Stage[]> {
    const stages = await this.db.all(Stage, { searchId });
    return stages.sort((one, other) => one.position - other.position);
  }

  private async mappable(actor: Actor, searchId: string): Promise<Search> {
    const search = await this.db.find(Search, { id: searchId });
    if (!search) throw new Refusal('resource.not-found');
    must(actor, 'target.edit', search);
    refuseIf(whyNotEdit(search));
    return search;
  }

  private async targetOf(searchId: string, targetId: string): Promise<Target> {
    const target = await this.db.subject(Target, targetId);
    if (target.searchId !== searchId) throw new Refusal('resource.not-found');
    return target;
  }
}
