import { Injectable } from '@nestjs/common';
import type { Decimal } from 'decimal.js';
import { type Actor, may } from '@domain/access/policy.js';
import { shown } from '@domain/compensation/annual-cash.js';
import { Exact, sum } from '@domain/compensation/exact.js';
import type { Day } from '@domain/day.js';
import type { InstalmentState } from '@domain/offers/fee.js';
import {
  hireOf,
  type HireFacts,
  instalmentAmounts,
  plannedOf,
  refundOf,
  standingOf,
} from '@domain/offers/fee-instalment.rules.js';
import { feeEstimate, feeOf, type FeeTerms, sharedOut } from '@domain/offers/fee.rules.js';
import { type FeeWorking, workingOf } from '@domain/offers/fee-working.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import type { Money } from '@platform/http/money.view.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { ExchangeRatesQueries } from './exchange-rates.queries.js';
import type { CandidacyFeeView, FeeCreditView, FeeInstalmentView, MoneyRange } from './fee.view.js';
import {
  type AgreedTerms,
  FeesQueries,
  type HappenedFacts,
  type KeptFee,
  type KeptInstalment,
} from './fees.queries.js';

/** An instalment as it is kept, or as the terms would make it. */
type Part = Omit<KeptInstalment, 'id' | 'state'> & {
  readonly id: string | null;
  readonly state: InstalmentState | null;
  readonly estimate: MoneyRange | null;
};

type Range = { readonly low: Decimal; readonly high: Decimal; readonly currency: string };

/** The fee of one candidacy: as it was kept at acceptance, or as it would be by the terms and the open offer. */
@Injectable()
export class CandidacyFeeQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly rates: ExchangeRatesQueries,
    private readonly fees: FeesQueries,
  ) {}

  async view(actor: Actor, candidacyId: string): Promise<CandidacyFeeView> {
    const { searchId } = await this.db.get(Candidacy, candidacyId);
    const kept = await this.fees.kept(candidacyId);
    if (kept?.state === 'kept' && kept.offerState === 'accepted') return this.ofKept(actor, candidacyId, kept);
    const offer = await this.fees.openOffer(candidacyId);
    if (kept && !offer) return this.ofKept(actor, candidacyId, kept);
    const terms = await this.fees.terms(searchId);
    const happened = await this.fees.facts(candidacyId, offer?.id ?? null, null);
    const acceptedOn = offer?.acceptedOn ?? null;
    const facts = { ...happened, acceptedOn, guaranteeDays: terms?.guaranteeDays ?? null };
    const around = { candidacyId, offerId: offer?.id ?? null, offerNumber: offer?.number ?? null, acceptedOn };
    const nothing = { ...none, ...around, hire: hireOf(facts) };
    if (!terms) return { ...nothing, standing: 'no_terms' };
    const on = acceptedOn ?? this.clock.today(happened.timeZone);
    const currencies = [terms.currency, offer?.pay?.currency, terms.bandCurrency].filter(
      (one) => typeof one === 'string',
    );
    const rates = await this.rates.usable(currencies, on);
    const pay = offer?.pay;
    const result = feeOf(terms, pay ? { pay, startsOn: offer.startsOn } : null, { on, rates });
    const figure = result.standing === 'known' ? result.figure : undefined;
    const band = result.standing === 'no_offer' ? bandOf(terms) : undefined;
    const estimate = band && feeEstimate(terms, band, { on, rates });
    const currency = figure?.currency ?? terms.currency ?? pay?.currency ?? estimate?.currency ?? 'CNY';
    return {
      ...nothing,
      ...agreedOf(terms, currency),
      standing: figure ? 'proposed' : result.standing === 'needs_rate' ? 'needs_rate' : 'no_offer',
      amount: figure ? money(figure.amount, currency) : null,
      estimate: estimate ? shownRange(estimate) : null,
      missingRate: result.standing === 'needs_rate' ? result.missing : null,
      working: figure ? seen(actor, workingOf(figure)) : null,
      wholeOnStart: terms.instalments.length === 0,
      ...this.parts(partsOf(terms, figure?.amount, estimate, currency), facts, happened, currency),
    };
  }

  private async ofKept(actor: Actor, candidacyId: string, kept: KeptFee): Promise<CandidacyFeeView> {
    const { currency, figure, acceptedOn, guaranteeDays, guaranteeKind } = kept;
    const happened = await this.fees.facts(candidacyId, kept.offerId, kept.id);
    const facts = { ...happened, acceptedOn, guaranteeDays };
    const parts = this.parts(
      kept.instalments.map((one) => ({ ...one, estimate: null })),
      facts,
      happened,
      currency,
    );
    const hire = hireOf(facts);
    const notDue = sum(
      parts.instalments.flatMap(({ state, amount }) => (state === 'void' && amount ? [new Exact(amount.amount)] : [])),
    );
    const refund =
      figure && hire === 'fell_off'
        ? refundOf(
            { amount: new Exact(figure.amount), currency, notDue },
            { days: guaranteeDays, kind: guaranteeKind },
            facts,
          )
        : undefined;
    const mayPay = figure !== null && may(actor, 'search.edit-fee');
    return {
      ...none,
      ...agreedOf(kept, currency),
      candidacyId,
      standing: hire === 'gone' ? 'void' : figure ? 'kept' : 'needs_rate',
      hire,
      offerId: kept.offerId,
      offerNumber: kept.offerNumber,
      acceptedOn,
      amount: figure && money(new Exact(figure.amount), currency),
      missingRate: figure || hire === 'gone' ? null : await this.missing(kept),
      working: figure && seen(actor, figure.working),
      ...parts,
      refund: refund
        ? {
            daysLeft: refund.daysLeft,
            guaranteeDays: refund.guaranteeDays,
            amount: money(refund.amount, currency),
            notDue: money(refund.notDue, currency),
            payBack: money(refund.payBack, currency),
          }
        : null,
      abilities: mayPay ? ['pay'] : [],
    };
  }

  /** The rate that a kept fee waits for; null where it has come meanwhile and is taken up in a moment. */
  private async missing(kept: KeptFee): Promise<CandidacyFeeView['missingRate']> {
    const { offerId, acceptedOn: on, startsOn, currency } = kept;
    const pay = (await this.fees.offer(offerId))?.pay ?? null;
    const rates = await this.rates.usable([currency, pay?.currency ?? currency], on);
    const result = feeOf(kept, pay && { pay, startsOn }, { on, rates });
    return result.standing === 'needs_rate' ? result.missing : null;
  }

  private parts(
    parts: readonly Part[],
    facts: HireFacts,
    { timeZone }: HappenedFacts,
    currency: string,
  ): Pick<CandidacyFeeView, 'instalments' | 'credits'> {
    const today = this.clock.today(timeZone);
    const instalments = parts.map((part) => instalmentView(part, facts, today, currency));
    return { instalments, credits: totals(instalments) };
  }
}

const none = {
  kind: null,
  rate: null,
  basis: null,
  minimum: null,
  guaranteeDays: null,
  guaranteeKind: null,
  amount: null,
  estimate: null,
  missingRate: null,
  working: null,
  wholeOnStart: false,
  instalments: [],
  credits: [],
  refund: null,
  abilities: [],
};

const money = (amount: Decimal, currency: string): Money => ({ amount: shown(amount, currency), currency });

const shownRange = ({ low, high, currency }: Range): MoneyRange => ({
  low: shown(low, currency),
  high: shown(high, currency),
  currency,
});

/** The working tells what the offer pays: it is for who may see that. */
const seen = (actor: Actor, working: FeeWorking): CandidacyFeeView['working'] =>
  may(actor, 'offer.read')
    ? {
        ...working,
        baseLines: [...working.baseLines],
        equity: [...working.equity],
        missing: [...working.missing],
        rates: [...working.rates],
        lines: [...working.lines],
      }
    : null;

type Agreed = FeeTerms & Pick<AgreedTerms, 'guaranteeDays' | 'guaranteeKind'>;

function agreedOf(
  { kind, rate, basis, minimum, guaranteeDays, guaranteeKind }: Agreed,
  currency: string,
): Pick<CandidacyFeeView, 'kind' | 'rate' | 'basis' | 'minimum' | 'guaranteeDays' | 'guaranteeKind'> {
  return {
    kind,
    rate: rate === null ? null : Number(rate),
    basis,
    minimum: minimum === null ? null : money(new Exact(minimum), currency),
    guaranteeDays,
    guaranteeKind,
  };
}

function bandOf({
  bandLow,
  bandHigh,
  bandCurrency: currency,
}: AgreedTerms): Parameters<typeof feeEstimate>[1] | undefined {
  const [low, high] = [bandLow ?? bandHigh, bandHigh ?? bandLow];
  return low === null || high === null || currency === null ? undefined : { low, high, currency };
}

/** The instalments that the terms would make of a fee, or of a range of it. */
function partsOf(
  { instalments, credits }: AgreedTerms,
  fee: Decimal | undefined,
  estimate: Range | undefined,
  currency: string,
): Part[] {
  const agreed = plannedOf(instalments);
  const shares = agreed.map(({ share }) => ({ share, paid: null }));
  const [amounts, lows, highs] = [fee, estimate?.low, estimate?.high].map(
    (one) => one && instalmentAmounts(one, currency, shares),
  );
  return agreed.map((one, index) => {
    const [amount, low, high] = [amounts?.[index], lows?.[index], highs?.[index]];
    const parts =
      amount &&
      sharedOut(
        amount,
        currency,
        credits.map(({ share }) => share),
      );
    return {
      ...one,
      id: null,
      state: null,
      paidOn: null,
      amount: amount ? shown(amount, currency) : null,
      estimate: low && high ? shownRange({ low, high, currency }) : null,
      credits: credits.map((credit, at) => {
        const part = parts?.[at];
        return { ...credit, amount: part ? shown(part, currency) : null };
      }),
    };
  });
}

function instalmentView(part: Part, facts: HireFacts, today: Day, currency: string): FeeInstalmentView {
  const { id, trigger, share, amount, paidOn, estimate, credits } = part;
  const told = standingOf(part, facts, today);
  return {
    id,
    trigger,
    share: Number(share),
    state: part.state === 'paid' ? 'paid' : told.state,
    dueOn: told.dueOn,
    paidOn,
    amount: amount === null ? null : money(new Exact(amount), currency),
    estimate,
    credits: credits.map((credit) => ({
      memberId: credit.memberId,
      name: credit.name,
      share: Number(credit.share),
      amount: credit.amount === null ? null : money(new Exact(credit.amount), currency),
    })),
  };
}

/** What each colleague is credited of all instalments together, the largest first. */
function totals(instalments: readonly FeeInstalmentView[]): FeeCreditView[] {
  const all = Map.groupBy(
    instalments.flatMap(({ credits }) => credits),
    ({ memberId }) => memberId,
  );
  return [...all.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const amounts = [first, ...rest].map(({ amount }) => amount);
    const currency = first.amount?.currency;
    const known = currency !== undefined && amounts.every((amount) => amount !== null);
    const total = sum(amounts.flatMap((one) => (one ? [new Exact(one.amount)] : [])));
    return [{ ...first, amount: known ? money(total, currency) : null }];
  });
}
