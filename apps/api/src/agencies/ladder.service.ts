import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { whyNotBecome, whyNotLadder } from '@domain/agencies/ladder.rules.js';
import { refuseIf, unknownReference } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Agency } from './agency.entity.js';
import type { PutLadder, StepValues } from './ladder.dto.js';
import { LadderQueries } from './ladder.queries.js';
import type { LadderView } from './ladder.view.js';
import { LadderStep } from './setting.entity.js';

/** The agency's own ladder, on which it compares the levels of organizations. */
@Injectable()
export class LadderService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly queries: LadderQueries,
  ) {}

  /** Puts these steps in the place of the ladder; the agency's version goes up with it. */
  async put(actor: Actor, { steps }: PutLadder): Promise<LadderView> {
    const agency = await this.db.subject(Agency, actor.agencyId);
    must(actor, 'settings.edit');
    refuseIf(whyNotLadder(steps));
    const former = new Map((await this.db.all(LadderStep, {})).map((step) => [step.id, step]));
    refuseStrangers(steps, new Set(former.keys()));
    const kept = steps.flatMap(({ id }) => id ?? []);
    refuseIf(whyNotBecome(kept, await this.queries.levels()));
    await this.db.change(agency, { name: agency.name });
    for (const id of former.keys()) if (!kept.includes(id)) await this.db.remove(LadderStep, { id });
    for (const [position, { id, name }] of steps.entries()) {
      const step = id === undefined ? undefined : former.get(id);
      if (step) await this.db.change(step, { name, position });
      else await this.db.insert(LadderStep, { name, position });
    }
    await this.events.record('ladder.changed', { about: agency });
    return this.queries.view(actor);
  }
}

/** Refuses an id that names no step of the ladder, or one that is named already. */
function refuseStrangers(steps: readonly StepValues[], known: Set<string>): void {
  const stranger = steps.findIndex(({ id }) => id !== undefined && !known.delete(id));
  if (stranger >= 0) throw unknownReference(`/steps/${stranger}/id`);
}
