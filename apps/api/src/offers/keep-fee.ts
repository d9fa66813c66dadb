import { Injectable } from '@nestjs/common';
import type { Decimal } from 'decimal.js';
import { shown } from '@domain/compensation/annual-cash.js';
import { Exact } from '@domain/compensation/exact.js';
import {
  hireOf,
  type HireFacts,
  instalmentAmounts,
  plannedOf,
  retainers,
  standingOf,
} from '@domain/offers/fee-instalment.rules.js';
import { feeOf, sharedOut } from '@domain/offers/fee.rules.js';
import { workingOf } from '@domain/offers/fee-working.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { ExchangeRatesQueries } from './exchange-rates.queries.js';
import { Fee, FeeCredit, FeeFigure, FeeInstalment } from './fee.entity.js';
import { type AgreedTerms, FeesQueries } from './fees.queries.js';
import type { Offer } from './offer.entity.js';

/** The fee of an accepted offer: kept once by the terms of that day; how its instalments stand is told anew from all that happened. */
@Injectable()
export class KeepFee {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly rates: ExchangeRatesQueries,
    private readonly queries: FeesQueries,
  ) {}

  /**
   * Keeps the fee of an offer that was accepted just now, or whose search has got its terms; does nothing where the search agrees no
   * fee. Without the exchange rate it is kept without an amount.
   */
  async keep({ id: offerId, candidacyId, candidateId, searchId, organizationId }: Offer): Promise<void> {
    const terms = await this.queries.terms(searchId);
    const offer = await this.queries.offer(offerId);
    const currency = terms?.currency ?? offer?.pay?.currency;
    if (!terms || !offer || offer.acceptedOn === null || currency === undefined) return;
    const former = await this.db.find(Fee, { offerId, state: 'kept' });
    if (former) await this.db.change(former, { state: 'void' });
    const { amount: fixedAmount, kind, rate, basis, minimum, guaranteeDays, guaranteeKind } = terms;
    const { acceptedOn, startsOn } = offer;
    const agreed = { kind, rate, basis, fixedAmount, minimum, currency, guaranteeDays, guaranteeKind };
    const whose = { offerId, candidacyId, candidateId, searchId, organizationId };
    const fee = await this.db.insert(Fee, { ...whose, ...agreed, acceptedOn, startsOn });
    for (const { id } of await this.queries.ofSearch(searchId)) if (id !== fee.id) await this.follow(id);
    await this.plan(fee, terms);
    await this.settle(fee.id);
    await this.events.record('fee.kept', { about: fee, data: { candidacyId, offerId } });
  }

  /** Tells anew how a fee and its instalments stand, and what they come to once the rate is known; records it where anything changed. */
  async follow(id: string): Promise<void> {
    const { fee, rated, changed } = await this.settle(id);
    const { candidacyId } = fee;
    if (rated) await this.events.record('fee.rated', { about: fee, data: { candidacyId } });
    else if (changed) await this.events.record('fee.followed', { about: fee, data: { candidacyId, state: fee.state } });
  }

  /** As `follow`, for who records what happened. */
  async settle(id: string): Promise<{ fee: Fee; rated: boolean; changed: boolean }> {
    const fee = await this.db.lock(Fee, id);
    const { acceptedOn, guaranteeDays } = fee;
    const happened = await this.queries.facts(fee.candidacyId, fee.offerId, id);
    const facts = { ...happened, acceptedOn, guaranteeDays };
    const state = hireOf(facts) === 'gone' ? 'void' : 'kept';
    const { amount, rated } = await this.amount(fee, state === 'kept');
    const turned = state === fee.state ? fee : await this.db.change(fee, { state });
    const changed = await this.settleInstalments(fee, amount, facts, this.clock.today(happened.timeZone));
    return { fee: turned, rated, changed: changed || turned !== fee };
  }

  /** What the fee comes to: as it was kept, or kept now that the rate is known; null where that is still missing. */
  private async amount(fee: Fee, wanted: boolean): Promise<{ amount: Decimal | null; rated: boolean }> {
    const kept = await this.db.find(FeeFigure, { feeId: fee.id });
    if (kept) return { amount: new Exact(kept.amount), rated: false };
    const offer = await this.queries.offer(fee.offerId);
    if (!wanted || !offer) return { amount: null, rated: false };
    const { acceptedOn: on, startsOn, currency } = fee;
    const rates = await this.rates.usable([currency, offer.pay?.currency ?? currency], on);
    const terms = { ...fee, amount: fee.fixedAmount };
    const result = feeOf(terms, offer.pay && { pay: offer.pay, startsOn }, { on, rates });
    if (result.standing !== 'known') return { amount: null, rated: false };
    const { amount } = result.figure;
    await this.db.insert(FeeFigure, {
      feeId: fee.id,
      amount: shown(amount, currency),
      working: workingOf(result.figure),
    });
    return { amount, rated: true };
  }

  private async settleInstalments(
    { id: feeId, currency }: Fee,
    fee: Decimal | null,
    facts: HireFacts,
    today: string,
  ): Promise<boolean> {
    const rows = (await this.db.all(FeeInstalment, { feeId })).toSorted((one, other) => one.position - other.position);
    const parts = rows.map(({ share, state, amount }) => ({
      share,
      paid: state === 'paid' && amount !== null ? new Exact(amount) : null,
    }));
    const amounts = fee && instalmentAmounts(fee, currency, parts);
    let changed = false;
    for (const [index, row] of rows.entries()) {
      const exact = amounts?.[index];
      const amount = exact === undefined ? null : shown(exact, currency);
      const next = row.state === 'paid' ? {} : { ...standingOf(row, facts, today), amount };
      const isSame = (Object.entries(next) as [keyof typeof next, unknown][]).every(
        ([name, value]) => row[name] === value,
      );
      if (isSame) continue;
      await this.db.change(row, next);
      changed = true;
    }
    const credited = await this.credit(currency, new Map(rows.map(({ id }, index) => [id, amounts?.[index] ?? null])));
    return changed || credited;
  }

  /** Shares what each instalment comes to between the colleagues who are credited with it. */
  private async credit(currency: string, amounts: ReadonlyMap<string, Decimal | null>): Promise<boolean> {
    const credits = Map.groupBy(await this.queries.credits([...amounts.keys()]), ({ instalmentId }) => instalmentId);
    const rows = [...credits].flatMap(([instalmentId, all]) => {
      const amount = amounts.get(instalmentId) ?? null;
      const parts =
        amount &&
        sharedOut(
          amount,
          currency,
          all.map(({ share }) => share),
        );
      return all.map(({ memberId }, index) => {
        const part = parts?.[index];
        return { instalmentId, memberId, amount: part === undefined ? null : shown(part, currency) };
      });
    });
    const written = await this.db.write('fee_credit', 'fee_credit_amounts', creditSql, [JSON.stringify(rows)]);
    return written.length > 0;
  }

  /**
   * Makes the instalments that the terms name, the whole on the first day where they name none. What is due whoever comes and hangs on
   * a fee that is void is taken over, as far as it was paid too.
   */
  private async plan(fee: Fee, { instalments, credits }: AgreedTerms): Promise<void> {
    const left = await this.queries.leftOver(fee.searchId, fee.currency);
    for (const [position, { trigger, share, agreedOn }] of plannedOf(instalments).entries()) {
      const at = left.findIndex((one) => one.trigger === trigger && one.agreedOn === agreedOn);
      const former = retainers.includes(trigger) ? left.splice(at, at < 0 ? 0 : 1)[0] : undefined;
      const values = { feeId: fee.id, position, share };
      const { id: instalmentId } = former
        ? await this.db.change(await this.db.lock(FeeInstalment, former.id), values)
        : await this.db.insert(FeeInstalment, { ...values, trigger, agreedOn });
      if (former) await this.db.remove(FeeCredit, { instalmentId });
      await this.db.insertAll(
        FeeCredit,
        credits.map((credit) => ({ instalmentId, memberId: credit.memberId, share: credit.share })),
      );
    }
  }
}

const creditSql = `update fee_credit x set amount = r.amount
  from jsonb_to_recordset($1::jsonb) as r ("instalmentId" uuid, "memberId" uuid, amount numeric)
  where x.agency_id = current_agency() and x.instalment_id = r."instalmentId" and x.member_id = r."memberId"
    and x.amount is distinct from r.amount
  returning x.member_id`;
