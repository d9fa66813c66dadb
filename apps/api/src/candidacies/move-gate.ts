import { Injectable } from '@nestjs/common';
import type { StageGroup } from '@domain/agencies/pipeline.js';
import { leadsOn } from '@domain/candidacies/stages.js';
import type { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { OffLimitsService } from '../off-limits/off-limits.service.js';
import type { Candidacy } from './candidacy.entity.js';

/** Why those who may not go on may not: by the person's id. */
export type Blocked = ReadonlyMap<string, Refusal>;

/** Stands before every step that leads beyond the longlist: nobody who is off-limits goes on. */
@Injectable()
export class MoveGate {
  constructor(
    private readonly db: Db,
    private readonly offLimits: OffLimitsService,
  ) {}

  /** Why the person does not go on from one group of stages to the other; nothing for a step back or within a group. `known`: asked before, for many. */
  async whyNot(
    { candidateId, searchId }: Pick<Candidacy, 'candidateId' | 'searchId'>,
    from: StageGroup | null,
    to: StageGroup,
    known?: Blocked,
  ): Promise<Refusal | undefined> {
    if (!leadsOn(from, to)) return undefined;
    return (known ?? (await this.of(searchId, [candidateId], to))).get(candidateId);
  }

  /** Who of these people may not go on to a group of the search: one statement, and none where it is the longlist. */
  async of(searchId: string, candidateIds: readonly string[], to: StageGroup): Promise<Blocked> {
    if (!leadsOn(null, to)) return new Map();
    return this.offLimits.whyNotFree(unit().actor, candidateIds, { searchId, action: 'move' });
  }

  /** As `of`, for the people of candidacies. */
  async ofCandidacies(searchId: string, candidacyIds: readonly string[], to: StageGroup): Promise<Blocked> {
    const people = await this.db.rows<{ candidateId: string }>(
      'candidates_of_candidacies',
      `select candidate_id as "candidateId" from candidacy
        where agency_id = current_agency() and search_id = $1 and id = any($2::uuid[])`,
      [searchId, candidacyIds],
    );
    return this.of(
      searchId,
      people.map(({ candidateId }) => candidateId),
      to,
    );
  }
}
