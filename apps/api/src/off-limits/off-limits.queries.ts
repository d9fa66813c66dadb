import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import type { AffiliationFacts } from '@domain/candidates/affiliation.rules.js';
import type {
  OffLimitsPerson,
  OffLimitsPolicyFacts,
  OffLimitsVerdict,
  OrganizationTies,
  PlacedFacts,
  PresentedFacts,
} from '@domain/off-limits/off-limits.js';
import { judge, policyAbilities, whyNotFree } from '@domain/off-limits/off-limits.rules.js';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import type { CheckOffLimits } from './off-limits.dto.js';
import { factsSql } from './off-limits.facts.js';
import { offLimitsOverrideList, offLimitsPolicyList } from './off-limits.fields.js';
import type {
  OffLimitsOverrideView,
  OffLimitsPolicyView,
  OffLimitsVerdicts,
  OffLimitsWhyView,
} from './off-limits.view.js';

/** A verdict with the names of what it speaks of. */
export type NamedVerdict = OffLimitsVerdict & { readonly why: readonly OffLimitsWhyView[] };

type Of<T> = T & { candidateId: string };

type Facts = {
  people: Of<Pick<OffLimitsPerson, 'doNotContact' | 'cameOn'>>[];
  contacts: Of<OffLimitsPerson['contacts'][number]>[];
  affiliations: Of<AffiliationFacts>[];
  placements: Of<PlacedFacts>[];
  presentations: Of<PresentedFacts>[];
  overrides: Of<OffLimitsPerson['overrides'][number]>[];
  policies: OffLimitsPolicyFacts[];
  organizations: { id: string; name: string; parentId: string | null }[];
  successions: OrganizationTies['successions'];
  searches: { id: string; title: string; organizationId: string }[];
};

@Injectable()
export class OffLimitsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(offLimitsPolicyList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<OffLimitsPolicyView> {
    const policy = await this.lists.detail<OffLimitsPolicyView>(offLimitsPolicyList, actor, id);
    return { ...policy, abilities: policyAbilities(actor, policy) };
  }

  overrides(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(offLimitsOverrideList, actor, query);
  }

  async overrideView(actor: Actor, id: string): Promise<OffLimitsOverrideView> {
    const override = await this.lists.detail<OffLimitsOverrideView>(offLimitsOverrideList, actor, id);
    const endable = override.endedAt === null && may(actor, 'off-limits.override');
    return { ...override, abilities: endable ? ['end'] : [] };
  }

  async check(actor: Actor, { candidateIds, searchId = null, action }: CheckOffLimits): Promise<OffLimitsVerdicts> {
    const verdicts = await this.judge(actor, candidateIds, searchId);
    const items = candidateIds.flatMap((id) => {
      const verdict = verdicts.get(id);
      if (!verdict) return [];
      const refused = action !== undefined && whyNotFree(verdict, action, actor) !== undefined;
      return [{ ...verdict, why: [...verdict.why], refused }];
    });
    return { items };
  }

  /** How each of these people stands today, for the search where one is named: one statement, however many they are. 422 for a search that is not there. */
  async judge(
    actor: Actor,
    candidateIds: readonly string[],
    searchId: string | null,
  ): Promise<ReadonlyMap<string, NamedVerdict>> {
    const day = this.clock.today(actor.timeZone);
    const facts = await this.db.rowByOnePlan<Facts>('off_limits_facts', factsSql, [
      candidateIds,
      searchId,
      day,
      actor.timeZone,
    ]);
    if (!facts) return new Map();
    const search = facts.searches.find(({ id }) => id === searchId) ?? null;
    if (searchId !== null && !search) {
      throw new Refusal('reference.unknown', undefined, {
        errors: [{ pointer: '/searchId', message: 'does not exist' }],
      });
    }
    const parents = new Map(facts.organizations.map(({ id, parentId }) => [id, parentId]));
    const verdicts = judge(peopleOf(facts), {
      day,
      search,
      policies: facts.policies,
      ties: { parents, successions: facts.successions },
    });
    const organizations = new Map(facts.organizations.map(({ id, name }) => [id, name]));
    const searches = new Map(facts.searches.map(({ id, title }) => [id, title]));
    const named = (verdict: OffLimitsVerdict): NamedVerdict => ({
      ...verdict,
      why: verdict.why.map((one) => ({
        ...one,
        organizationName: organizations.get(one.organizationId ?? '') ?? null,
        throughName: organizations.get(one.throughId ?? '') ?? null,
        searchTitle: searches.get(one.searchId ?? '') ?? null,
      })),
    });
    return new Map(verdicts.map((verdict) => [verdict.candidateId, named(verdict)]));
  }
}

function peopleOf(facts: Facts): OffLimitsPerson[] {
  const by = <T extends { candidateId: string }>(rows: readonly T[]): Map<string, T[]> =>
    Map.groupBy(rows, ({ candidateId }) => candidateId);
  const contacts = by(facts.contacts);
  const affiliations = by(facts.affiliations);
  const placements = by(facts.placements);
  const presentations = by(facts.presentations);
  const overrides = by(facts.overrides);
  return facts.people.map((person) => ({
    ...person,
    contacts: contacts.get(person.candidateId) ?? [],
    affiliations: affiliations.get(person.candidateId) ?? [],
    placements: placements.get(person.candidateId) ?? [],
    presentations: presentations.get(person.candidateId) ?? [],
    overrides: overrides.get(person.candidateId) ?? [],
  }));
}
