import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { bulkTransitions, whyNotAsk, whyNotUndo } from '@domain/bulk/bulk-change.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { ChangeCandidates } from './bulk-change.dto.js';
import { BulkChange } from './bulk-change.entity.js';
import type { BulkChangeView, CandidateChanges } from './bulk-change.view.js';
import { BulkChangesQueries } from './bulk-changes.queries.js';
import { ChangeMany } from './change-many.js';

@Injectable()
export class BulkChangesService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly many: ChangeMany,
    private readonly queries: BulkChangesQueries,
  ) {}

  /** Does it at once to those who are named, and begins long work for all whom a question finds. */
  async change(actor: Actor, values: ChangeCandidates): Promise<CandidateChanges> {
    refuseIf(whyNotAsk(values));
    const { ids, matching, ...deed } = values;
    if (ids) {
      const results = await this.many.run(actor, ids, deed);
      return { results: results.map(({ id, outcome }) => ({ id, outcome })), change: null };
    }
    this.queries.whom(actor, matching ?? {});
    await this.many.check(actor, deed);
    if (actor.memberId === null) throw new Error('a member asks for long work');
    const asked = await this.db.insert(BulkChange, {
      ...deed,
      matching: matching ?? {},
      permissions: [...actor.permissions],
      createdBy: actor.memberId,
    });
    await this.events.record('bulk-change.asked', { about: asked, data: { action: asked.action } });
    return { results: [], change: await this.queries.view(actor, asked.id) };
  }

  /** Stops it; what was done up to then stays and can be undone. */
  async cancel(actor: Actor, id: string): Promise<BulkChangeView> {
    const found = await this.own(actor, id);
    refuseIf(whyNotPass(bulkTransitions.cancel, found.state, 'bulk-change.state'));
    await this.db.change(found, { state: bulkTransitions.cancel.to });
    await this.events.record('bulk-change.canceled', { about: found, data: { action: found.action } });
    return this.queries.view(actor, id);
  }

  async undo(actor: Actor, id: string): Promise<BulkChangeView> {
    const found = await this.own(actor, id);
    refuseIf(whyNotUndo(found.action) ?? whyNotPass(bulkTransitions.undo, found.state, 'bulk-change.state'));
    await this.db.change(found, { state: bulkTransitions.undo.to, rowsDone: 0, keptCount: 0 });
    await this.events.record('bulk-change.undo-asked', { about: found, data: { action: found.action } });
    return this.queries.view(actor, id);
  }

  /** The change of one's own; that of a colleague is not there. */
  private async own(actor: Actor, id: string): Promise<BulkChange> {
    const found = await this.db.lock(BulkChange, id);
    if (found.createdBy !== actor.memberId) throw new Refusal('resource.not-found');
    return found;
  }
}
