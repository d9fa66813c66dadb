import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { whyNotDays } from '@domain/candidates/affiliation.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { AddAffiliation, PatchAffiliation } from './candidate.dto.js';
import { Affiliation } from './candidate.entity.js';
import { CandidateGate } from './candidate-gate.js';
import { CandidateSearch } from './candidate.search.js';
import type { CandidateView } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';
import { DeriveCurrent } from './derive-current.js';

@Injectable()
export class AffiliationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: CandidatesQueries,
    private readonly gate: CandidateGate,
    private readonly search: CandidateSearch,
    private readonly current: DeriveCurrent,
  ) {}

  async add(actor: Actor, candidateId: string, values: AddAffiliation): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const affiliation = await this.insert(actor, candidateId, values);
    const { id, organizationId, type } = affiliation;
    await this.search.refresh([candidateId]);
    await this.events.record('candidate.affiliation-added', {
      about: { id: candidate.id, organizationId },
      data: { affiliationId: id, atOrganizationId: organizationId, type },
    });
    return this.queries.view(actor, candidateId);
  }

  async patch(actor: Actor, candidateId: string, id: string, values: PatchAffiliation): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const affiliation = await this.get(candidateId, id);
    refuseIf(whyNotDays({ ...affiliation, ...values }));
    await this.db.change(affiliation, { ...values, ...(values.managerId && { managerPositionId: null }) });
    await this.derive(actor, candidateId);
    await this.events.record('candidate.affiliation-changed', {
      about: { id: candidate.id, organizationId: values.organizationId ?? affiliation.organizationId },
      data: { affiliationId: id, fields: Object.keys(values) },
    });
    return this.queries.view(actor, candidateId);
  }

  async remove(actor: Actor, candidateId: string, id: string): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const { organizationId } = await this.get(candidateId, id);
    await this.db.remove(Affiliation, { id });
    await this.derive(actor, candidateId);
    await this.events.record('candidate.affiliation-removed', {
      about: { id: candidate.id, organizationId },
      data: { affiliationId: id, atOrganizationId: organizationId },
    });
    return this.queries.view(actor, candidateId);
  }

  /** Adds the row and derives the current employer; the caller records it and refreshes the search row. */
  async insert(actor: Actor, candidateId: string, values: AddAffiliation): Promise<Affiliation> {
    refuseIf(whyNotDays(values));
    const affiliation = await this.db.insert(Affiliation, { candidateId, ...values });
    await this.current.of([candidateId], this.clock.today(actor.timeZone));
    return affiliation;
  }

  private async derive(actor: Actor, candidateId: string): Promise<void> {
    await this.current.of([candidateId], this.clock.today(actor.timeZone));
    await this.search.refresh([candidateId]);
  }

  private async get(candidateId: string, id: string): Promise<Affiliation> {
    const affiliation = await this.db.get(Affiliation, id);
    if (affiliation.candidateId !== candidateId) throw new Refusal('resource.not-found');
    return affiliation;
  }
}
