import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { levelKey, whyNotLevels } from '@domain/organizations/level.rules.js';
import { whyNotChange } from '@domain/organizations/organization.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { LadderQueries } from '../agencies/ladder.queries.js';
import type { PutLevels } from './level.dto.js';
import { OrganizationLevel } from './level.entity.js';
import type { OrganizationLevels } from './level.view.js';
import { LevelsQueries } from './levels.queries.js';
import { Organization } from './organization.entity.js';

@Injectable()
export class LevelsService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly ladder: LadderQueries,
    private readonly queries: LevelsQueries,
  ) {}

  /** Puts these levels in the place of the organization's own; its version goes up with them. */
  async put(actor: Actor, id: string, values: PutLevels): Promise<OrganizationLevels> {
    const organization = await this.db.get(Organization, id);
    must(actor, 'organization.edit', organization);
    refuseIf(whyNotChange(organization));
    const levels = values.levels.map((level) => ({ ...level, toStepId: level.toStepId ?? level.fromStepId }));
    const steps = await this.ladder.steps();
    refuseIf(
      whyNotLevels(
        levels,
        steps.map((step) => step.id),
      ),
    );
    await this.db.change(organization, { name: organization.name });
    await this.db.remove(OrganizationLevel, { organizationId: id });
    await this.db.insertAll(
      OrganizationLevel,
      levels.map((level, position) => ({ ...level, organizationId: id, codeKey: levelKey(level.code), position })),
    );
    await this.events.record('organization.levels-changed', { about: organization });
    return this.queries.at(actor, id);
  }
}
