import type { Decimal } from 'decimal.js';
import { afterMonths, type CovenantTerms, earliestStart } from '../candidates/covenant.rules.js';
import { annualCash } from '../compensation/annual-cash.js';
import type { Pay } from '../compensation/bid.js';
import { lossOf } from '../compensation/bid-loss.js';
import { vestingOf } from '../compensation/bid-vesting.js';
import { Exact, sum } from '../compensation/exact.js';
import { convertedBy, type Rate, wayOn } from '../compensation/exchange.js';
import type { CashTerms } from '../compensation/package.js';
import { addDays, type Day, daysBetween } from '../day.js';
import type { Objection } from '../poaching/attempt.js';
import type { RivalOfferState } from './offer.js';

/** Why an employer may win somebody back, in the order in which they are told. */
export const riskReasons = [
  'counteroffer',
  'unvested',
  'unpaid_bonus',
  'claw_back',
  'raise',
  'below_band',
  'record',
  'notice',
  'not_resigned',
  'wait',
  'garden_leave',
  'non_compete',
  'objections',
] as const;
export type RiskReason = (typeof riskReasons)[number];

/** What cannot be judged because nobody noted it. */
export const riskGaps = [
  'current_pay',
  'vesting',
  'bonus_year',
  'expected_pay',
  'rate',
  'employer',
  'record',
  'notice',
  'start',
  'attempts',
] as const;
export type RiskGap = (typeof riskGaps)[number];

/** From so many days on a notice is long, and so is the time between acceptance and the first day. */
export const longNoticeDays = 30;
export const longWaitDays = 60;
/** Within so many days somebody who accepted resigns. */
export const resignWithinDays = 3;

export type RiskMoney = { readonly amount: Decimal; readonly currency: string };

/** A reason with the figures that it rests on; those that do not belong to it are null. */
export type Risk = {
  readonly what: RiskReason;
  /** What is at stake, asked, or bid. */
  readonly amount: RiskMoney | null;
  /** Of unvested equity: what vests within 12 months. Of a raise and a band: today's annual cash. */
  readonly beside: RiskMoney | null;
  /** Of a raise: how many times today's annual cash. */
  readonly multiple: Decimal | null;
  readonly days: number | null;
  readonly from: Day | null;
  readonly until: Day | null;
  /** So many of how many. */
  readonly count: number | null;
  readonly of: number | null;
  readonly state: RivalOfferState | null;
  /** Of a non-compete: whether it holds is doubtful. */
  readonly isDoubtful: boolean;
  readonly objections: readonly Objection[];
};

export type RiskFacts = {
  readonly today: Day;
  /** Today's pay and the expected one; undefined where the reader may not know them. */
  readonly pay:
    { readonly current: Pay | null; readonly expected: (CashTerms & { currency: string }) | null } | undefined;
  readonly band: { readonly low: string; readonly currency: string } | null;
  readonly rates: readonly Rate[];
  readonly covenants: readonly CovenantTerms[];
  /** The organization that hires and those above it. */
  readonly destination: readonly string[];
  readonly acceptedOn: Day | null;
  readonly resignedOn: Day | null;
  readonly lastDayOn: Day | null;
  readonly startsOn: Day | null;
  /** Counteroffers on this candidacy, the latest first. */
  readonly counteroffers: readonly {
    readonly state: RivalOfferState;
    readonly on: Day;
    readonly cash: (CashTerms & { currency: string }) | null;
  }[];
  /** Candidacies of other people of this employer whose offer was decided, and how many it countered; null where nobody knows the employer. */
  readonly record: { readonly decided: number; readonly received: number } | null;
  readonly attempts: number;
  readonly objections: readonly Objection[];
};

export type CounterofferRisk = { readonly reasons: readonly Risk[]; readonly unknown: readonly RiskGap[] };

const none = {
  amount: null,
  beside: null,
  multiple: null,
  days: null,
  from: null,
  until: null,
  count: null,
  of: null,
  state: null,
  isDoubtful: false,
  objections: [],
} as const;

/**
 * Why an employer may win somebody back, as plain reasons with the figures that each rests on, and what nobody knows yet. No score: which
 * of them weighs is for the one who knows the person. Reasons of pay are left out, also as unknown, where the reader may not know it.
 */
export function counterofferRisk(facts: RiskFacts): CounterofferRisk {
  const days = daysOf(facts);
  const found = [
    ofCounteroffers(facts),
    ...(facts.pay
      ? [ofLoss(facts.pay.current, days.lastDay), ofRaise(facts.pay, facts), ofBand(facts.pay, facts)]
      : []),
    ofRecord(facts),
    ofDays(facts, days),
    ofCovenants(facts, days),
    ofAttempts(facts),
  ];
  const unknown = new Set(found.flatMap((one) => one.unknown));
  return {
    reasons: found
      .flatMap((one) => one.reasons)
      .toSorted((one, other) => riskReasons.indexOf(one.what) - riskReasons.indexOf(other.what)),
    unknown: riskGaps.filter((gap) => unknown.has(gap)),
  };
}

type Found = CounterofferRisk;
type Days = { readonly resigns: Day; readonly lastDay: Day; readonly start: Day };

const found = (
  reasons: readonly (Partial<Risk> & { what: RiskReason })[],
  unknown: readonly RiskGap[] = [],
): Found => ({
  reasons: reasons.map((reason) => ({ ...none, ...reason })),
  unknown,
});

/** From resigning to the first day, as agreed, or as the covenants have it. */
function daysOf({ today, resignedOn, lastDayOn, startsOn, covenants, destination }: RiskFacts): Days {
  const resigns = resignedOn ?? today;
  const { lastDay, start } = earliestStart(covenants, resigns, destination, lastDayOn ?? undefined);
  return { resigns, lastDay, start: startsOn ?? start };
}

function ofCounteroffers({ counteroffers }: RiskFacts): Found {
  const live = counteroffers.filter(({ state }) => state === 'expected' || state === 'received');
  return found(
    live.map(({ state, on, cash }) => ({
      what: 'counteroffer',
      state,
      from: on,
      amount: cash && { amount: annualCash(cash), currency: cash.currency },
    })),
  );
}

/** What leaving costs at the last day (R6), each part by itself. */
function ofLoss(current: Pay | null, lastDay: Day): Found {
  if (current === null) return found([], ['current_pay']);
  const { currency } = current;
  const assumed = { lastDay, currency, rateOn: lastDay, growth: {}, haircut: {} };
  const { forfeiture } = lossOf(current, assumed, (amount) => amount);
  const { lines } = forfeiture.total;
  const reason = (what: RiskReason, line: 'unvested' | 'earned_unpaid' | 'claw_back', beside: Decimal | null) => {
    const amount = sum(lines.filter((one) => one.what === line).map((one) => one.amount));
    const money = { amount: { amount, currency }, beside: beside && { amount: beside, currency } };
    return amount.isZero() ? [] : [{ what, until: lastDay, ...money }];
  };
  const gaps: RiskGap[] = [
    ...(current.grants.some((grant, index) => vestingOf(grant, index).missing !== null) ? (['vesting'] as const) : []),
    ...(new Exact(current.bonusAmount).gt(0) && current.bonusYearFrom === null ? (['bonus_year'] as const) : []),
  ];
  return found(
    [
      ...reason('unvested', 'unvested', forfeiture.nextYear),
      ...reason('unpaid_bonus', 'earned_unpaid', null),
      ...reason('claw_back', 'claw_back', null),
    ],
    gaps,
  );
}

/** The cash that the person asks for above today's: so much a counteroffer has to match. */
function ofRaise({ current, expected }: NonNullable<RiskFacts['pay']>, { rates, today }: RiskFacts): Found {
  if (expected === null) return found([], ['expected_pay']);
  if (current === null) return found([]);
  const now = annualCash(current);
  const way = wayOn(rates, expected.currency, current.currency, today);
  if (!way) return found([], ['rate']);
  const asked = convertedBy(annualCash(expected), expected.currency, way);
  if (now.isZero() || asked.lte(now)) return found([]);
  const { currency } = current;
  return found([
    {
      what: 'raise',
      amount: { amount: asked, currency },
      beside: { amount: now, currency },
      multiple: asked.div(now),
    },
  ]);
}

/** Today's cash under what the search pays at least: the employer can lift it without going over the market. */
function ofBand({ current }: NonNullable<RiskFacts['pay']>, { band, rates, today }: RiskFacts): Found {
  if (current === null || band === null) return found([]);
  const way = wayOn(rates, current.currency, band.currency, today);
  if (!way) return found([], ['rate']);
  const now = convertedBy(annualCash(current), current.currency, way);
  const { currency } = band;
  const low = new Exact(band.low);
  if (now.gte(low)) return found([]);
  return found([{ what: 'below_band', amount: { amount: low, currency }, beside: { amount: now, currency } }]);
}

function ofRecord({ record }: RiskFacts): Found {
  if (record === null) return found([], ['employer']);
  const { decided, received } = record;
  if (decided === 0) return found([], ['record']);
  return found(received === 0 ? [] : [{ what: 'record', count: received, of: decided }]);
}

/** Time in which an employer can ask somebody to stay: a long notice, a resignation that has not come, a start far away. */
function ofDays(
  { today, acceptedOn, resignedOn, startsOn, lastDayOn, covenants }: RiskFacts,
  { resigns, lastDay, start }: Days,
): Found {
  const isKnown = lastDayOn !== null || covenants.some(({ kind }) => kind === 'notice');
  const notice = daysBetween(resigns, lastDay);
  const since = acceptedOn === null ? 0 : daysBetween(acceptedOn, today);
  const from = acceptedOn ?? today;
  const wait = daysBetween(from, start);
  return found(
    [
      ...(notice >= longNoticeDays ? [{ what: 'notice', days: notice, from: resigns, until: lastDay } as const] : []),
      ...(acceptedOn !== null && resignedOn === null && since > resignWithinDays
        ? [{ what: 'not_resigned', days: since, from: acceptedOn } as const]
        : []),
      ...(wait >= longWaitDays ? [{ what: 'wait', days: wait, from, until: start } as const] : []),
    ],
    [...(isKnown ? [] : (['notice'] as const)), ...(startsOn === null ? (['start'] as const) : [])],
  );
}

/** Days away from work between the two employments: the garden leave within the notice, and the non-competes that reach there. */
function ofCovenants({ covenants, destination, lastDayOn }: RiskFacts, { resigns, lastDay }: Days): Found {
  const until = covenants
    .filter(({ kind, status }) => kind === 'garden_leave' && (status === 'asserted' || status === 'doubtful'))
    .map(({ months }) => afterMonths(resigns, months))
    .toSorted()
    .at(-1);
  const { start, doubtfulStart } = earliestStart(covenants, resigns, destination, lastDayOn ?? undefined);
  const free = addDays(lastDay, 1);
  const bound = start > free ? start : (doubtfulStart ?? start);
  return found([
    ...(until !== undefined && until > resigns
      ? [{ what: 'garden_leave', days: daysBetween(resigns, until), from: resigns, until } as const]
      : []),
    ...(bound > free
      ? [
          {
            what: 'non_compete',
            days: daysBetween(free, bound),
            from: free,
            until: addDays(bound, -1),
            isDoubtful: bound !== start,
          } as const,
        ]
      : []),
  ]);
}

function ofAttempts({ attempts, objections }: RiskFacts): Found {
  if (attempts === 0) return found([], ['attempts']);
  return found(objections.length === 0 ? [] : [{ what: 'objections', count: attempts, objections }]);
}
