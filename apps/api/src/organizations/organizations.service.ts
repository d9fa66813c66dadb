import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { aliasKey, whyNotBelow, whyNotChange, whyNotSucceed } from '@domain/organizations/organization.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type {
  AddAlias,
  AddFundingRound,
  AddSuccessor,
  CreateOrganization,
  PatchOrganization,
} from './organization.dto.js';
import { FundingRound, Organization, OrganizationAlias, OrganizationSuccessor } from './organization.entity.js';
import { OrganizationsQueries } from './organizations.queries.js';
import type { OrganizationView } from './organization.view.js';

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: OrganizationsQueries,
  ) {}

  async create(actor: Actor, values: CreateOrganization): Promise<OrganizationView> {
    must(actor, 'organization.edit');
    if (values.parentId) await this.refuseParent(values, values.parentId);
    const organization = await this.db.insert(Organization, values);
    await this.db.insert(OrganizationAlias, aliasOf(organization.id, { kind: 'name', value: organization.name }));
    await this.events.record('organization.created', { about: organization, data: { kind: organization.kind } });
    return this.queries.view(actor, organization.id);
  }

  async patch(actor: Actor, id: string, values: PatchOrganization): Promise<OrganizationView> {
    const organization = await this.db.get(Organization, id);
    must(actor, 'organization.edit', organization);
    refuseIf(whyNotChange(organization));
    const after = { ...organization, ...values };
    if (after.parentId && (values.parentId !== undefined || values.kind !== undefined)) {
      await this.refuseParent(after, after.parentId);
    }
    await this.db.change(organization, values);
    if (values.name !== undefined) await this.rename(id, values.name);
    await this.events.record('organization.changed', { about: organization, data: { fields: Object.keys(values) } });
    return this.queries.view(actor, id);
  }

  async archive(actor: Actor, id: string, archived: boolean): Promise<OrganizationView> {
    const organization = await this.db.get(Organization, id);
    must(actor, 'organization.edit', organization);
    if ((organization.archivedAt !== null) === archived) throw new Refusal('organization.state');
    await this.db.change(organization, { archivedAt: archived ? this.clock.now().toISOString() : null });
    await this.events.record(archived ? 'organization.archived' : 'organization.restored', { about: organization });
    return this.queries.view(actor, id);
  }

  async addAlias(actor: Actor, id: string, values: AddAlias): Promise<OrganizationView> {
    const organization = await this.changeable(actor, id);
    const alias = await this.db.insert(OrganizationAlias, aliasOf(id, values));
    await this.events.record('organization.alias-added', {
      about: organization,
      data: { aliasId: alias.id, kind: alias.kind },
    });
    return this.queries.view(actor, id);
  }

  async removeAlias(actor: Actor, id: string, aliasId: string): Promise<OrganizationView> {
    const organization = await this.changeable(actor, id);
    const alias = await this.db.find(OrganizationAlias, { id: aliasId, organizationId: id });
    if (!alias) throw new Refusal('resource.not-found');
    await this.db.remove(OrganizationAlias, { id: aliasId });
    await this.events.record('organization.alias-removed', {
      about: organization,
      data: { aliasId, kind: alias.kind },
    });
    return this.queries.view(actor, id);
  }

  async addSuccessor(actor: Actor, id: string, values: AddSuccessor): Promise<OrganizationView> {
    const organization = await this.changeable(actor, id);
    refuseIf(whyNotSucceed(id, values.successorId, await this.queries.followers(values.successorId)));
    await this.db.insert(OrganizationSuccessor, { organizationId: id, ...values });
    const { successorId, kind } = values;
    await this.events.record('organization.successor-added', { about: organization, data: { successorId, kind } });
    return this.queries.view(actor, id);
  }

  async removeSuccessor(actor: Actor, id: string, successionId: string): Promise<OrganizationView> {
    const organization = await this.changeable(actor, id);
    const succession = await this.db.find(OrganizationSuccessor, { id: successionId, organizationId: id });
    if (!succession) throw new Refusal('resource.not-found');
    await this.db.remove(OrganizationSuccessor, { id: successionId });
    const { successorId } = succession;
    await this.events.record('organization.successor-removed', { about: organization, data: { successorId } });
    return this.queries.view(actor, id);
  }

  async addFundingRound(actor: Actor, id: string, values: AddFundingRound): Promise<OrganizationView> {
    const organization = await this.changeable(actor, id);
    const round = await this.db.insert(FundingRound, { organizationId: id, ...values });
    await this.events.record('organization.funding-added', { about: organization, data: { fundingRoundId: round.id } });
    return this.queries.view(actor, id);
  }

  async removeFundingRound(actor: Actor, id: string, fundingRoundId: string): Promise<OrganizationView> {
    const organization = await this.changeable(actor, id);
    const removed = await this.db.remove(FundingRound, { id: fundingRoundId, organizationId: id });
    if (removed === 0) throw new Refusal('resource.not-found');
    await this.events.record('organization.funding-removed', { about: organization, data: { fundingRoundId } });
    return this.queries.view(actor, id);
  }

  private async changeable(actor: Actor, id: string): Promise<Organization> {
    const organization = await this.db.get(Organization, id);
    must(actor, 'organization.edit', organization);
    refuseIf(whyNotChange(organization));
    return organization;
  }

  private async refuseParent(
    organization: Pick<Organization, 'kind'> & { id?: string },
    parentId: string,
  ): Promise<void> {
    const parent = await this.db.find(Organization, { id: parentId });
    if (!parent) {
      throw new Refusal('reference.unknown', undefined, {
        errors: [{ pointer: '/parentId', message: 'does not exist' }],
      });
    }
    refuseIf(whyNotBelow(organization, parent, await this.queries.ancestors(parentId)));
  }

  private async rename(id: string, name: string): Promise<void> {
    const alias = aliasOf(id, { kind: 'name', value: name });
    const known = await this.db.find(OrganizationAlias, { organizationId: id, kind: 'name', valueKey: alias.valueKey });
    if (!known) await this.db.insert(OrganizationAlias, alias);
  }
}

function aliasOf(
  organizationId: string,
  { kind, value }: AddAlias,
): Pick<OrganizationAlias, 'organizationId' | 'kind' | 'value' | 'valueKey'> {
  return { organizationId, kind, value, valueKey: aliasKey(kind, value) };
}
