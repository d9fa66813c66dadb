import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import type { LevelOnLadder } from '@domain/agencies/ladder.js';
import { Db } from '@platform/db/db.js';
import { Agency } from './agency.entity.js';
import type { LadderStepView, LadderView } from './ladder.view.js';

@Injectable()
export class LadderQueries {
  constructor(private readonly db: Db) {}

  async view(actor: Actor): Promise<LadderView> {
    const [{ version }, steps] = await Promise.all([this.db.get(Agency, actor.agencyId), this.steps()]);
    return { steps, version, abilities: may(actor, 'settings.edit') ? ['edit'] : [] };
  }

  /** The steps from the lowest. */
  steps(): Promise<LadderStepView[]> {
    return this.db.rows('ladder_steps', 'select id, name, position from ladder_step order by position, id');
  }

  /** Every level that stands on the ladder. */
  levels(): Promise<LevelOnLadder[]> {
    return this.db.rows(
      'ladder_levels',
      `select o.id as "organizationId", o.name as "organizationName", l.code,
          l.from_step_id as "fromStepId", l.to_step_id as "toStepId"
        from organization_level l join organization o on o.id = l.organization_id
        order by o.sort_name, o.id, l.position`,
    );
  }
}
