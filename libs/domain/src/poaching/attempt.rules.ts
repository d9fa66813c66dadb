import { type Actor, may } from '../access/policy.js';
import { addDays, type Day } from '../day.js';
import { whyNotThen } from '../occurred.js';
import { Refusal } from '../refusal.js';
import { passable, type Transition, type Transitions, whyNotPass } from '../transitions.js';
import {
  type AttemptFacts,
  type AttemptOutcome,
  type AttemptStanding,
  type AttemptState,
  type Happening,
  notNowDays,
} from './attempt.js';
import { reached } from './contact-log.rules.js';
import type { ContactLogFacts } from './contact-log.js';

/** The ways of a try. Contacts go `approach`, `answer` and `comeBack`; `reopen` is the day, `agree` the permission of a submission; the others are said. */
export const attemptTransitions = {
  approach: { from: ['planned', 'not_now', 'declined', 'no_response'], to: 'approached', needs: 'contact-log.write' },
  answer: { from: ['approached'], to: 'in_conversation', needs: 'contact-log.write' },
  comeBack: {
    from: ['planned', 'not_now', 'declined', 'no_response'],
    to: 'in_conversation',
    needs: 'contact-log.write',
  },
  win: { from: ['in_conversation'], to: 'won', needs: 'poaching.write' },
  agree: {
    from: ['planned', 'approached', 'in_conversation', 'not_now'],
    to: 'won',
    needs: 'poaching.write',
  },
  postpone: { from: ['in_conversation'], to: 'not_now', needs: 'poaching.write' },
  decline: { from: ['in_conversation'], to: 'declined', needs: 'poaching.write' },
  giveUp: { from: ['approached', 'in_conversation'], to: 'no_response', needs: 'poaching.write' },
  withdraw: {
    from: ['planned', 'approached', 'in_conversation', 'not_now'],
    to: 'withdrawn',
    needs: 'poaching.write',
  },
  reopen: { from: ['not_now'], to: 'planned', needs: 'poaching.write' },
} as const satisfies Transitions<AttemptState>;

type Way = keyof typeof attemptTransitions;

/** What is said of a try → the way that it goes. */
export const wayOf: Record<AttemptOutcome, Way> = {
  won: 'win',
  not_now: 'postpone',
  declined: 'decline',
  no_response: 'giveUp',
  withdrawn: 'withdraw',
};

/** Ways that somebody goes by saying so. */
const said: readonly string[] = Object.values(wayOf);

/** States that nothing leads out of: a contact after them belongs to it (`won`) or to a new try (`withdrawn`). */
const final: readonly AttemptState[] = ['won', 'withdrawn'];

/** Whether the contact was an answer of the person: whatever comes from them, and whatever we heard from them. */
export function answered({ direction, outcome }: ContactLogFacts): boolean {
  if (!reached({ outcome })) return false;
  return direction === 'inbound' || !['no_answer', 'left_message'].includes(outcome);
}

/** The ways that a contact takes a try in `state`, one after the other. A wrong number takes it nowhere. */
export function waysOf(state: AttemptState, log: ContactLogFacts): Way[] {
  if (!reached(log) || final.includes(state)) return [];
  const ways: Way[] = [];
  let here = state;
  const go = (way: Way): void => {
    const { from, to } = attemptTransitions[way] as Transition<AttemptState>;
    if (!from.includes(here)) return;
    ways.push(way);
    here = to;
  };
  go(log.direction === 'outbound' ? 'approach' : 'comeBack');
  if (answered(log)) go('answer');
  if (log.outcome === 'not_now') go('postpone');
  if (log.outcome === 'declined') go('decline');
  return ways;
}

/** Where a way leads. */
const after = (ways: readonly Way[], state: AttemptState): AttemptState => {
  const last = ways.at(-1);
  return last ? attemptTransitions[last].to : state;
};

/** Whether a try waits no longer: its day has come. */
const due = (state: AttemptState, until: Day | null, today: Day): boolean =>
  state === 'not_now' && until !== null && until <= today;

/**
 * How a try stands on `today` by what happened in it, in the order in which it happened, whenever it was written.
 * What is voided counts for nothing. Undefined where nothing counts and nobody planned it.
 */
export function standingOf(
  happenings: readonly Happening[],
  today: Day,
  planned: AttemptFacts | null,
): AttemptStanding | undefined {
  const counting = happenings.filter(counts).toSorted(inOrder);
  if (counting.length === 0 && planned === null) return undefined;
  const contacts = counting.filter((one) => one.kind === 'contact');
  let state: AttemptState = 'planned';
  let notNowUntil: Day | null = null;
  let decidedAt: string | null = null;
  for (const happening of counting) {
    if (due(state, notNowUntil, happening.on)) state = 'planned';
    const next = stateAfter(state, happening);
    if (next === 'not_now' && happening.outcome === 'not_now') {
      notNowUntil = happening.until ?? addDays(happening.on, notNowDays);
    }
    if (next !== state) decidedAt = ['planned', 'approached', 'in_conversation'].includes(next) ? null : happening.at;
    state = next;
  }
  const waiting = state === 'not_now';
  const reopened = due(state, notNowUntil, today);
  const first = contacts[0];
  return {
    state: reopened ? 'planned' : state,
    direction: first?.direction ?? null,
    channel: first?.channel ?? null,
    firstApproachedAt: contacts.find(({ direction }) => direction === 'outbound')?.at ?? null,
    answeredAt: contacts.find(answered)?.at ?? null,
    decidedAt: reopened ? null : decidedAt,
    lastAt: counting.at(-1)?.at ?? null,
    notNowUntil: waiting && !reopened ? notNowUntil : null,
    contacts: contacts.length,
    ...factsOf(planned === null ? counting : [planned, ...counting]),
  };
}

function counts(happening: Happening): boolean {
  return happening.voidedAt === null && (happening.kind === 'word' || reached(happening));
}

function stateAfter(state: AttemptState, happening: Happening): AttemptState {
  if (happening.kind === 'contact') return after(waysOf(state, happening), state);
  return happening.outcome === null || final.includes(state) ? state : happening.outcome;
}

function inOrder(one: Happening, other: Happening): number {
  const [here, there] = [Date.parse(one.at), Date.parse(other.at)];
  return here === there ? (one.id < other.id ? -1 : 1) : here - there;
}

/** What is known of a try: of each thing, what was told last. */
function factsOf(
  told: readonly AttemptFacts[],
): Pick<AttemptStanding, 'hook' | 'objections' | 'motives' | 'askedAmount' | 'askedCurrency'> {
  const last = <Key extends keyof AttemptFacts>(key: Key): NonNullable<AttemptFacts[Key]> | null =>
    (told.findLast((one) => one[key] !== null && one[key] !== undefined)?.[key] as
      NonNullable<AttemptFacts[Key]> | undefined) ?? null;
  return {
    hook: last('hook'),
    objections: last('objections') ?? [],
    motives: last('motives') ?? [],
    askedAmount: last('askedAmount'),
    askedCurrency: last('askedCurrency'),
  };
}

/** Why no search is named: it goes with `won`, for which the person agreed to be considered. */
export function whyNotFor(outcome: AttemptOutcome, searchId: string | null | undefined): Refusal | undefined {
  if (outcome === 'won' || searchId === null || searchId === undefined) return undefined;
  return new Refusal('request.invalid', undefined, {
    errors: [{ pointer: '/searchId', message: 'goes with the outcome won alone' }],
  });
}

/** Why this cannot be said of a try in `state`; a `won` names its search. */
export function whyNotSay(state: AttemptState, outcome: AttemptOutcome, searchId: string | null): Refusal | undefined {
  const refused = whyNotPass<AttemptState>(attemptTransitions[wayOf[outcome]], state, 'poaching-attempt.state');
  if (refused) return refused;
  if (outcome !== 'won' || searchId !== null) return undefined;
  const errors = [{ pointer: '/searchId', message: 'says for which search they agreed to be considered' }];
  return new Refusal('poaching-attempt.search-needed', undefined, { errors });
}

/** Why it cannot have been said then: not in the future, not before the latest that happened. Moments are ISO texts. */
export const whyNotSaidAt = (at: string, lastAt: string | null, now: Date): Refusal | undefined =>
  whyNotThen('poaching-attempt.occurred', at, lastAt, now);

/** Why a try cannot wait until this day: it lies after the day on which that was said. */
export function whyNotUntil(
  outcome: string,
  until: Day | null | undefined,
  on: Day,
  pointer: string,
): Refusal | undefined {
  if (until === null || until === undefined) return undefined;
  const message =
    outcome !== 'not_now' ? 'goes with the outcome not_now alone' : until <= on ? `must be after ${on}` : undefined;
  return message === undefined
    ? undefined
    : new Refusal('poaching-attempt.until', undefined, { errors: [{ pointer, message }] });
}

/** Why an asked pay is none: amount and currency go together. */
export function whyNotAsked({ askedAmount, askedCurrency }: AttemptFacts): Refusal | undefined {
  const given = (value: string | null | undefined): boolean => value !== null && value !== undefined;
  if (given(askedAmount) === given(askedCurrency)) return undefined;
  const pointer = given(askedAmount) ? '/askedCurrency' : '/askedAmount';
  return new Refusal('request.invalid', undefined, {
    errors: [{ pointer, message: 'amount and currency go together' }],
  });
}

/** What the actor may do with a try: for `abilities`. */
export function attemptAbilities(actor: Actor, { state }: { readonly state: AttemptState }): string[] {
  if (!may(actor, 'poaching.write')) return [];
  const ways = passable<AttemptState>(actor, attemptTransitions, state).filter((way) => said.includes(way));
  return ['edit', ...ways];
}
