import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { whyNotBind } from '@domain/candidates/candidate.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Covenant } from './candidate.entity.js';
import { CandidateGate } from './candidate-gate.js';
import type { CandidateView } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';
import type { AddCovenant, PatchCovenant } from './covenant.dto.js';

@Injectable()
export class CovenantsService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly queries: CandidatesQueries,
    private readonly gate: CandidateGate,
  ) {}

  async add(actor: Actor, candidateId: string, values: AddCovenant): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const { organizationIds = [], ...own } = values;
    refuseIf(whyNotBind(own.binds ?? 'all', organizationIds.length));
    const { id, kind } = await this.db.insert(Covenant, { candidateId, ...own });
    await this.bind(id, organizationIds);
    await this.events.record('candidate.covenant-added', { about: candidate, data: { covenantId: id, kind } });
    return this.queries.view(actor, candidateId);
  }

  async patch(actor: Actor, candidateId: string, id: string, values: PatchCovenant): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const covenant = await this.db.get(Covenant, id);
    if (covenant.candidateId !== candidateId) throw new Refusal('resource.not-found');
    const { organizationIds, ...own } = values;
    const binds = own.binds ?? covenant.binds;
    const named = organizationIds ?? (binds === 'all' ? [] : await this.bound(id));
    refuseIf(whyNotBind(binds, named.length));
    await this.db.change(covenant, own);
    await this.bind(id, named);
    await this.events.record('candidate.covenant-changed', {
      about: candidate,
      data: { covenantId: id, fields: Object.keys(values) },
    });
    return this.queries.view(actor, candidateId);
  }

  async remove(actor: Actor, candidateId: string, id: string): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const covenant = await this.db.find(Covenant, { id, candidateId });
    if (!covenant) throw new Refusal('resource.not-found');
    await this.db.remove(Covenant, { id });
    const { kind } = covenant;
    await this.events.record('candidate.covenant-removed', { about: candidate, data: { covenantId: id, kind } });
    return this.queries.view(actor, candidateId);
  }

  private async bound(covenantId: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'covenant_organizations_of',
      'select organization_id as id from covenant_organization where covenant_id = $1',
      [covenantId],
    );
    return rows.map(({ id }) => id);
  }

  private async bind(covenantId: string, organizationIds: readonly string[]): Promise<void> {
    await this.db.write('covenant_organization', 'covenant_organizations', bindSql, [covenantId, organizationIds]);
  }
}

const bindSql = `with gone as (delete from covenant_organization where covenant_id = $1 and organization_id <> all ($2::uuid[]))
  insert into covenant_organization (covenant_id, organization_id) select $1, unnest($2::uuid[]) on conflict do nothing`;
