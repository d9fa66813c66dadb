import { Injectable } from '@nestjs/common';
import { type AffiliationFacts, currentAffiliation } from '@domain/candidates/affiliation.rules.js';
import type { Day } from '@domain/day.js';
import { Db } from '@platform/db/db.js';

type Known = AffiliationFacts & { candidateId: string };

/** Keeps each candidate's current employer as the one rule says. */
@Injectable()
export class DeriveCurrent {
  constructor(private readonly db: Db) {}

  /** Derives the current employer of these candidates as of `today`; two round trips, however many they are. */
  async of(candidateIds: readonly string[], today: Day): Promise<void> {
    if (candidateIds.length === 0) return;
    const known = await this.db.rows<Known>('affiliations_of', affiliationsSql, [candidateIds]);
    const byCandidate = Map.groupBy(known, ({ candidateId }) => candidateId);
    const current = candidateIds.map((id) => currentAffiliation(byCandidate.get(id) ?? [], today));
    await this.db.write('candidate', 'candidate_current', currentSql, [
      candidateIds,
      current.map((one) => one?.id ?? null),
      current.map((one) => one?.organizationId ?? null),
      current.map((one) => one?.title ?? null),
    ]);
  }
}

const affiliationsSql = `select candidate_id as "candidateId", id, organization_id as "organizationId", type, title,
    started_on as "startedOn", ended_on as "endedOn", seen_from as "seenFrom", seen_until as "seenUntil", confidence
  from affiliation where candidate_id = any($1::uuid[])`;

const currentSql = `update candidate c
  set current_affiliation_id = v.affiliation_id, current_organization_id = v.organization_id, current_title = v.title, updated_at = now()
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as v (id, affiliation_id, organization_id, title)
  where c.id = v.id and (c.current_affiliation_id, c.current_organization_id, c.current_title)
    is distinct from (v.affiliation_id, v.organization_id, v.title)`;
