import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import type { OffLimitsAction } from '@domain/off-limits/off-limits.js';
import { whyNotFree, whyNotOverride, whyNotPolicy } from '@domain/off-limits/off-limits.rules.js';
import { Refusal, refuseIf, unknownReference } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { AddOffLimitsOverride, AddOffLimitsPolicy, PatchOffLimitsPolicy } from './off-limits.dto.js';
import { OffLimitsOverride, OffLimitsPolicy } from './off-limits.entity.js';
import { OffLimitsQueries } from './off-limits.queries.js';
import type { OffLimitsOverrideView, OffLimitsPolicyView } from './off-limits.view.js';

/** Policies and overrides made by hand, and the one gate that others ask before they act on a person. */
@Injectable()
export class OffLimitsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: OffLimitsQueries,
  ) {}

  async add(actor: Actor, values: AddOffLimitsPolicy): Promise<OffLimitsPolicyView> {
    must(actor, 'off-limits.edit');
    const { organizationId = null, candidateId = null, reason } = values;
    const forClient = reason === 'client_agreement' || reason === 'placement';
    const policy = {
      ...values,
      organizationId,
      candidateId,
      covers: values.covers ?? (organizationId === null ? [] : ['staff' as const]),
      protectsId: values.protectsId === undefined && forClient ? organizationId : (values.protectsId ?? null),
      startsOn: values.startsOn ?? this.clock.today(actor.timeZone),
      endsOn: values.endsOn ?? null,
      createdBy: actor.memberId,
    };
    refuseIf(whyNotPolicy(policy));
    const made = await this.db.insert(OffLimitsPolicy, policy);
    const { level } = made;
    await this.events.record('off-limits.policy-added', { about: made, data: { level, reason } });
    return this.queries.view(actor, made.id);
  }

  async patch(actor: Actor, id: string, values: PatchOffLimitsPolicy): Promise<OffLimitsPolicyView> {
    const policy = await this.made(actor, id);
    if (policy.endedAt !== null) throw new Refusal('off-limits.state');
    refuseIf(whyNotPolicy({ ...policy, ...present(values) }));
    await this.db.change(policy, values);
    await this.events.record('off-limits.policy-changed', { about: policy, data: { fields: Object.keys(values) } });
    return this.queries.view(actor, id);
  }

  /** Ends a policy now, or takes that back. */
  async end(actor: Actor, id: string, ended: boolean): Promise<OffLimitsPolicyView> {
    const policy = await this.made(actor, id);
    if ((policy.endedAt !== null) === ended) throw new Refusal('off-limits.state');
    await this.db.change(policy, { endedAt: ended ? this.clock.now().toISOString() : null });
    await this.events.record(ended ? 'off-limits.policy-ended' : 'off-limits.policy-restored', { about: policy });
    return this.queries.view(actor, id);
  }

  /** Sets the block of a person aside, in one search or in all. The reason is kept here and not in the event. */
  async override(
    actor: Actor,
    { candidateId, searchId = null, reason }: AddOffLimitsOverride,
  ): Promise<OffLimitsOverrideView> {
    must(actor, 'off-limits.override');
    const { memberId } = actor;
    if (memberId === null) throw new Refusal('access.denied');
    const verdict = (await this.queries.judge(actor, [candidateId], searchId)).get(candidateId);
    if (!verdict) throw unknownReference('/candidateId');
    refuseIf(whyNotOverride(verdict));
    const givenOn = this.clock.today(actor.timeZone);
    const override = await this.db.insert(OffLimitsOverride, { candidateId, searchId, reason, memberId, givenOn });
    const policyIds = verdict.why.filter(({ level, relief }) => level === 'block' && relief === null);
    await this.events.record('off-limits.overridden', {
      about: override,
      data: { policyIds: policyIds.map(({ policyId }) => policyId) },
    });
    return this.queries.overrideView(actor, override.id);
  }

  async endOverride(actor: Actor, id: string): Promise<OffLimitsOverrideView> {
    must(actor, 'off-limits.override');
    const override = await this.db.get(OffLimitsOverride, id);
    if (override.endedAt !== null) throw new Refusal('off-limits.state');
    await this.db.change(override, { endedAt: this.clock.now().toISOString() });
    await this.events.record('off-limits.override-ended', { about: override });
    return this.queries.overrideView(actor, id);
  }

  /** Refuses with 409 what an off-limits block forbids to be done to the person, for the search where one is named. */
  async mustBeFree(
    actor: Actor,
    candidateId: string,
    { searchId, action }: { searchId: string | null; action: OffLimitsAction },
  ): Promise<void> {
    refuseIf((await this.whyNotFree(actor, [candidateId], { searchId, action })).get(candidateId));
  }

  /** Who of these people may not be acted on, and why: one statement, however many they are. */
  async whyNotFree(
    actor: Actor,
    candidateIds: readonly string[],
    { searchId, action }: { searchId: string | null; action: OffLimitsAction },
  ): Promise<ReadonlyMap<string, Refusal>> {
    const verdicts = await this.queries.judge(actor, candidateIds, searchId);
    return new Map(
      [...verdicts].flatMap(([id, verdict]) => {
        const why = whyNotFree(verdict, action, actor);
        return why ? [[id, why] as const] : [];
      }),
    );
  }

  private async made(actor: Actor, id: string): Promise<OffLimitsPolicy> {
    const policy = await this.db.find(OffLimitsPolicy, { id });
    if (!policy) {
      await this.queries.view(actor, id);
      throw new Refusal('off-limits.derived');
    }
    must(actor, 'off-limits.edit');
    return this.db.get(OffLimitsPolicy, id);
  }
}

function present<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
