import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { idsBelow, whyNotUnder } from '@domain/candidates/org-chart.rules.js';
import { whyNotChange } from '@domain/organizations/organization.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Organization } from '../organizations/organization.entity.js';
import { Affiliation, Candidate } from './candidate.entity.js';
import { CandidateGate } from './candidate-gate.js';
import type { AddChartPosition, PatchChartPosition, PutManager } from './chart.dto.js';
import { ChartPosition } from './chart-position.entity.js';
import type { ChartMove, ChartNode, ChartPositionView } from './chart.view.js';
import { ChartsQueries } from './charts.queries.js';

type Above = { managerId: string | null; managerPositionId: string | null };

/** Who reports to whom, and the places for which nobody is known. One change of a chart at a time. */
@Injectable()
export class ChartsService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly queries: ChartsQueries,
    private readonly gate: CandidateGate,
  ) {}

  /** Says to whom somebody of the chart reports; who holds a position brings it along. */
  async putManager(actor: Actor, organizationId: string, candidateId: string, values: PutManager): Promise<ChartMove> {
    await this.open(organizationId);
    await this.db.subject(Candidate, candidateId);
    const candidate = await this.gate.open(actor, candidateId);
    const { nodes } = await this.queries.boxes(organizationId);
    const node = nodes.find(({ id }) => id === candidateId);
    if (!node || candidate.currentAffiliationId === null) throw new Refusal('resource.not-found');
    const above = aboveOf(nodes, candidateId, values);
    const affiliation = await this.db.find(Affiliation, { id: candidate.currentAffiliationId });
    if (!affiliation) throw new Refusal('resource.not-found');
    await this.db.change(affiliation, above);
    const position = node.position && (await this.db.find(ChartPosition, { id: node.position.id }));
    if (position) await this.db.change(position, above);
    await this.events.record('candidate.affiliation-changed', {
      about: { id: candidateId, organizationId: node.organizationId },
      data: { affiliationId: affiliation.id, fields: ['managerId'] },
    });
    return { id: candidateId, ...above };
  }

  async addPosition(actor: Actor, organizationId: string, values: AddChartPosition): Promise<ChartPositionView> {
    await this.db.get(Organization, organizationId);
    const organization = await this.open(organizationId);
    must(actor, 'organization.edit', organization);
    const above = aboveOf((await this.queries.boxes(organizationId)).nodes, null, values);
    const position = await this.db.insert(ChartPosition, { ...values, ...above, organizationId });
    await this.events.record('organization.position-added', {
      about: organization,
      data: { positionId: position.id },
    });
    return this.queries.position(position.id);
  }

  /** Changes a position, its place in the chart, or who holds it. */
  async patchPosition(
    actor: Actor,
    organizationId: string,
    positionId: string,
    values: PatchChartPosition,
  ): Promise<ChartPositionView> {
    const organization = await this.open(organizationId);
    must(actor, 'organization.edit', organization);
    const position = await this.db.subject(ChartPosition, positionId);
    const { nodes } = await this.queries.boxes(organizationId);
    const node = nodes.find((one) => one.position?.id === positionId);
    if (!node) throw new Refusal('resource.not-found');
    const moves = values.managerId !== undefined || values.managerPositionId !== undefined;
    const above = moves ? aboveOf(nodes, node.id, values) : undefined;
    if (values.holderId) refuseIf(whyNotHold(nodes, node, values.holderId));
    const changed = await this.db.change(position, { ...values, ...above });
    if (above && node.kind === 'person') await this.lead(node.id, above);
    if (values.holderId && idsBelow(nodes, node.id).has(values.holderId)) await this.lead(values.holderId, changed);
    await this.events.record('organization.position-changed', {
      about: organization,
      data: { positionId, fields: Object.keys(values) },
    });
    return this.queries.position(positionId);
  }

  /** Takes a position away; who reported to it reports to the one above. */
  async removePosition(actor: Actor, organizationId: string, positionId: string): Promise<void> {
    const organization = await this.open(organizationId);
    must(actor, 'organization.edit', organization);
    const position = await this.db.subject(ChartPosition, positionId);
    const { nodes } = await this.queries.boxes(organizationId);
    const node = nodes.find((one) => one.position?.id === positionId);
    if (!node) throw new Refusal('resource.not-found');
    const heir = node.kind === 'person' ? { managerId: node.id, managerPositionId: null } : position;
    const { managerId, managerPositionId } = heir;
    const to = [positionId, managerId, managerPositionId];
    await this.db.write('affiliation', 'chart_inherit_people', inheritSql('affiliation', 'candidate_id'), to);
    await this.db.write('chart_position', 'chart_inherit_positions', inheritSql('chart_position', 'holder_id'), to);
    await this.db.remove(ChartPosition, { id: positionId });
    await this.events.record('organization.position-removed', { about: organization, data: { positionId } });
  }

  /** The organization, whose chart nobody else changes meanwhile. `If-Match` speaks of the position, not of it. */
  private async open(organizationId: string): Promise<Organization> {
    await this.db.rows('chart_lock', 'select id from organization where id = $1 for update', [organizationId]);
    const organization = await this.db.find(Organization, { id: organizationId });
    if (!organization) throw new Refusal('resource.not-found');
    refuseIf(whyNotChange(organization));
    return organization;
  }

  private async lead(candidateId: string, { managerId, managerPositionId }: Above): Promise<void> {
    await this.db.write('affiliation', 'chart_lead', leadSql, [candidateId, managerId, managerPositionId]);
  }
}

/** The manager that the values name, once it is known that the box may stand there. */
function aboveOf(nodes: readonly ChartNode[], id: string | null, values: PutManager): Above {
  const managerId = values.managerId ?? null;
  const managerPositionId = values.managerPositionId ?? null;
  const named = managerId ?? managerPositionId;
  if (named === null) return { managerId: null, managerPositionId: null };
  const pointer = managerId === null ? '/managerPositionId' : '/managerId';
  if (managerId !== null && managerPositionId !== null)
    throw outside('/managerPositionId', 'must be null beside managerId');
  const box = nodes.find((node) => node.id === named || node.position?.id === named);
  if (!box) throw outside(pointer, 'does not stand in this chart');
  if (id !== null && whyNotUnder(nodes, id, box.id)) {
    const errors = [{ pointer, message: 'stands below it already' }];
    throw new Refusal('chart.cycle', undefined, { errors });
  }
  return { managerId, managerPositionId };
}

/** Why the person cannot hold the position: they stand in the chart, hold no other one, and it is not below them. */
function whyNotHold(nodes: readonly ChartNode[], position: ChartNode, holderId: string): Refusal | undefined {
  const holder = nodes.find(({ id, kind }) => id === holderId && kind === 'person');
  if (!holder) return outside('/holderId', 'does not stand in this chart');
  if (holder.position !== null && holder.position.id !== position.position?.id) return new Refusal('chart.held');
  return position.id === holderId ? undefined : whyNotUnder(nodes, holderId, position.id);
}

function outside(pointer: string, message: string): Refusal {
  return new Refusal('chart.not-there', undefined, { errors: [{ pointer, message }] });
}

const inheritSql = (table: string, self: string): string => `update ${table}
  set manager_id = nullif($2::uuid, ${self}), manager_position_id = $3, version = version + 1, updated_at = now()
  where manager_position_id = $1`;

const leadSql = `update affiliation a set manager_id = $2, manager_position_id = $3, version = a.version + 1, updated_at = now()
  from candidate c where c.id = $1 and a.agency_id = c.agency_id and a.id = c.current_affiliation_id`;
