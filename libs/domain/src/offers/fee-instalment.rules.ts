import type { Decimal } from 'decimal.js';
import type { PlacementState } from '../candidacies/placement.js';
import { Exact, sum, zero } from '../compensation/exact.js';
import { addDays, type Day, daysBetween, isDay } from '../day.js';
import { Refusal } from '../refusal.js';
import type { GuaranteeKind, InstalmentTrigger } from '../searches/search.js';
import type { Transitions } from '../transitions.js';
import { rounded } from './fee.rules.js';
import type { HireState, InstalmentState } from './fee.js';
import type { OfferState } from './offer.js';

/** So many people presented to the client make the slate (`domain.md`, time to slate). */
export const slateSize = 3;

/** What has happened around a hire, as far as instalments hang on it. */
export type HireFacts = {
  readonly offer: OfferState | null;
  readonly placement: PlacementState | null;
  readonly openedOn: Day;
  /** The day on which the third person was presented. */
  readonly slateOn: Day | null;
  readonly acceptedOn: Day | null;
  /** The first day as it is agreed, and as it came. */
  readonly startsOn: Day | null;
  readonly startedOn: Day | null;
  readonly guaranteeUntil: Day | null;
  readonly leftOn: Day | null;
  readonly guaranteeDays: number | null;
};

const hireOfPlacement: Record<PlacementState, HireState> = {
  awaiting_start: 'accepted',
  started: 'started',
  guarantee_passed: 'passed',
  no_show: 'gone',
  fell_off: 'fell_off',
  replaced: 'fell_off',
  refunded: 'fell_off',
  waived: 'fell_off',
};

/** What has become of a hire, by its offer and its placement. */
export function hireOf({ offer, placement, acceptedOn }: HireFacts): HireState {
  if (acceptedOn === null) return 'open';
  if (offer !== 'accepted') return 'gone';
  return placement === null ? 'accepted' : hireOfPlacement[placement];
}

/** An instalment as a search agrees it: a share in per cent, and the day where one is its trigger. */
export type AgreedInstalment = {
  readonly trigger: InstalmentTrigger;
  readonly share: string;
  readonly agreedOn: Day | null;
};

/** The instalments of a fee; where none are agreed the whole is due on the first day. */
export function plannedOf(agreed: readonly AgreedInstalment[]): readonly AgreedInstalment[] {
  return agreed.length > 0 ? agreed : [{ trigger: 'started', share: '100', agreedOn: null }];
}

/**
 * How an instalment stands by what it waits for and by what has become of the hire; `on_day` is due from its day on. What belongs to the
 * search (start, slate, a day) stays due where somebody does not come: the next fee of the search takes it over.
 */
export const instalmentStanding: Record<InstalmentTrigger, Record<HireState, 'waiting' | 'due' | 'void' | 'on_day'>> = {
  start: { open: 'due', accepted: 'due', started: 'due', passed: 'due', fell_off: 'due', gone: 'due' },
  slate: { open: 'on_day', accepted: 'due', started: 'due', passed: 'due', fell_off: 'due', gone: 'due' },
  day: { open: 'on_day', accepted: 'on_day', started: 'on_day', passed: 'on_day', fell_off: 'on_day', gone: 'on_day' },
  accepted: { open: 'waiting', accepted: 'due', started: 'due', passed: 'due', fell_off: 'due', gone: 'void' },
  started: { open: 'waiting', accepted: 'waiting', started: 'due', passed: 'due', fell_off: 'due', gone: 'void' },
  guarantee_passed: {
    open: 'waiting',
    accepted: 'waiting',
    started: 'waiting',
    passed: 'due',
    fell_off: 'void',
    gone: 'void',
  },
};

/** What is due whoever comes in the end. */
export const retainers: readonly InstalmentTrigger[] = ['start', 'slate', 'day'];

/** The day on which an instalment is due, as it came or as it is expected; null where nobody can say yet. */
const dayOf: Record<InstalmentTrigger, (facts: HireFacts, agreedOn: Day | null) => Day | null> = {
  start: ({ openedOn }) => openedOn,
  slate: ({ slateOn, acceptedOn }) => earlier(slateOn, acceptedOn),
  day: (_, agreedOn) => agreedOn,
  accepted: ({ acceptedOn }) => acceptedOn,
  started: ({ startedOn, startsOn }) => startedOn ?? startsOn,
  guarantee_passed: ({ guaranteeUntil, startedOn, startsOn, guaranteeDays }) => {
    const start = startedOn ?? startsOn;
    if (guaranteeUntil !== null || start === null || guaranteeDays === null) return guaranteeUntil;
    const expected = addDays(start, guaranteeDays);
    return isDay(expected) ? expected : null;
  },
};

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other < one) ? other : one;

/** How an instalment that nobody has paid stands on `today`, and its day: while it waits the one that is expected. */
export function standingOf(
  { trigger, agreedOn }: Omit<AgreedInstalment, 'share'>,
  facts: HireFacts,
  today: Day,
): { state: Exclude<InstalmentState, 'paid'>; dueOn: Day | null } {
  const dueOn = dayOf[trigger](facts, agreedOn);
  const standing = instalmentStanding[trigger][hireOf(facts)];
  if (standing === 'void') return { state: 'void', dueOn: null };
  if (standing === 'on_day') return { state: dueOn !== null && dueOn <= today ? 'due' : 'waiting', dueOn };
  return { state: standing, dueOn };
}

/** An instalment as far as its amount follows: its share of the fee in per cent, and what was paid of it where it was. */
export type InstalmentShare = { readonly share: string; readonly paid: Decimal | null };

/**
 * What each instalment comes to: what was paid stays, the others are their share of the fee rounded half up, and the last of those takes
 * what is left, so that all add up to the fee. It is below nothing only where more was paid than the fee is.
 */
export function instalmentAmounts(fee: Decimal, currency: string, parts: readonly InstalmentShare[]): Decimal[] {
  const last = parts.findLastIndex(({ paid }) => paid === null);
  let left = fee.minus(sum(parts.map(({ paid }) => paid ?? zero)));
  return parts.map(({ share, paid }, index) => {
    if (paid !== null) return paid;
    const own = rounded(fee.times(share).div(100), currency);
    const amount = index === last ? left : Exact.max(0, Exact.min(own, left));
    left = left.minus(amount);
    return amount;
  });
}

/** What somebody does with an instalment; whatever else happens to it follows from the hire. */
export const instalmentTransitions = {
  pay: { from: ['waiting', 'due'], to: 'paid', needs: 'search.edit-fee' },
  unpay: { from: ['paid'], to: 'due', needs: 'search.edit-fee' },
} as const satisfies Transitions<InstalmentState>;

/** An instalment as far as it can be paid. */
export type Payable = { readonly id: string; readonly state: InstalmentState; readonly amount: string | null };

/**
 * Why an instalment was not paid so: on a day to come, while the fee waits for a rate, or with another amount than it comes to though no
 * other instalment is left that settles the difference.
 */
export function whyNotPaid(
  { id, amount }: Payable,
  all: readonly Payable[],
  paid: { readonly on: Day; readonly amount: string | null },
  today: Day,
): Refusal | undefined {
  if (amount === null) return new Refusal('fee.unknown');
  const fault = (pointer: string, message: string): Refusal =>
    new Refusal('fee.payment', undefined, { errors: [{ pointer, message }] });
  if (paid.on > today) return fault('/paidOn', 'must not be in the future');
  if (paid.amount === null || new Exact(paid.amount).eq(amount)) return undefined;
  const settles = all.some((one) => one.id !== id && (one.state === 'waiting' || one.state === 'due'));
  return settles ? undefined : fault('/amount', `must be ${amount}: no other instalment settles the difference`);
}

/** What is given back after a fall-off, in whole minor units. */
export type Refund = {
  readonly daysLeft: number;
  readonly guaranteeDays: number;
  /** Fee × days left ÷ guarantee days. */
  readonly amount: Decimal;
  /** What of the fee has not become due and never will: it counts against the refund. */
  readonly notDue: Decimal;
  /** What the client gets back. */
  readonly payBack: Decimal;
};

/** The refund of a fee whose person left in the guarantee; undefined where a replacement or nothing is agreed. */
export function refundOf(
  fee: { readonly amount: Decimal; readonly currency: string; readonly notDue: Decimal },
  guarantee: { readonly days: number | null; readonly kind: GuaranteeKind | null },
  { startedOn, leftOn }: { readonly startedOn: Day | null; readonly leftOn: Day | null },
): Refund | undefined {
  const { days, kind } = guarantee;
  if (kind !== 'refund_pro_rata' || !days || startedOn === null || leftOn === null) return undefined;
  const daysLeft = Math.max(0, days - Math.max(0, daysBetween(startedOn, leftOn)));
  const amount = rounded(fee.amount.times(daysLeft).div(days), fee.currency);
  const { notDue } = fee;
  return { daysLeft, guaranteeDays: days, amount, notDue, payBack: Exact.max(0, amount.minus(notDue)) };
}
