import { Injectable } from '@nestjs/common';
import { type Actor, must } from '@domain/access/policy.js';
import { shown } from '@domain/compensation/annual-cash.js';
import { Exact } from '@domain/compensation/exact.js';
import type { InstalmentState } from '@domain/offers/fee.js';
import { instalmentTransitions, whyNotPaid } from '@domain/offers/fee-instalment.rules.js';
import { rounded } from '@domain/offers/fee.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { PayInstalment } from './fee.dto.js';
import { Fee, FeeInstalment } from './fee.entity.js';
import type { FeeInstalmentRow } from './fee.view.js';
import { FeesQueries } from './fees.queries.js';
import { KeepFee } from './keep-fee.js';

/** What is paid of kept fees. */
@Injectable()
export class FeesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly keeper: KeepFee,
    private readonly queries: FeesQueries,
  ) {}

  /** The client paid an instalment; where that was another amount, the last one that is open settles the difference. */
  async pay(actor: Actor, id: string, { paidOn, amount }: PayInstalment): Promise<FeeInstalmentRow> {
    const { fee, instalment, all } = await this.at(actor, id, 'pay');
    const today = this.clock.today(actor.timeZone);
    const on = paidOn ?? today;
    const paid = amount === undefined ? null : shown(rounded(new Exact(amount), fee.currency), fee.currency);
    refuseIf(whyNotPaid(instalment, all, { on, amount: paid }, today));
    await this.db.change(instalment, { state: 'paid', paidOn: on, amount: paid ?? instalment.amount });
    return this.told(actor, fee, instalment, 'fee.paid');
  }

  /** It was not paid after all. */
  async unpay(actor: Actor, id: string): Promise<FeeInstalmentRow> {
    const { fee, instalment } = await this.at(actor, id, 'unpay');
    await this.db.change(instalment, { state: 'due', paidOn: null });
    return this.told(actor, fee, instalment, 'fee.unpaid');
  }

  private async at(
    actor: Actor,
    id: string,
    way: keyof typeof instalmentTransitions,
  ): Promise<{ fee: Fee; instalment: FeeInstalment; all: FeeInstalment[] }> {
    const { feeId } = await this.db.get(FeeInstalment, id);
    must(actor, 'search.edit-fee', { id });
    const fee = await this.db.lock(Fee, feeId);
    const instalment = await this.db.lock(FeeInstalment, id);
    refuseIf(whyNotPass<InstalmentState>(instalmentTransitions[way], instalment.state, 'fee.state'));
    return { fee, instalment, all: await this.db.all(FeeInstalment, { feeId }) };
  }

  private async told(
    actor: Actor,
    fee: Fee,
    { id, trigger }: FeeInstalment,
    type: 'fee.paid' | 'fee.unpaid',
  ): Promise<FeeInstalmentRow> {
    await this.keeper.settle(fee.id);
    const data = { candidacyId: fee.candidacyId, instalmentId: id, trigger };
    await this.events.record(type, { about: fee, data });
    return this.queries.instalment(actor, id);
  }
}
