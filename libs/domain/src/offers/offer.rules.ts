import type { Permission } from '../access/permissions.js';
import { type Actor, may } from '../access/policy.js';
import { whyNotWork } from '../candidacies/candidacy.rules.js';
import type { CandidacyFacts } from '../candidacies/candidacy.js';
import type { ExitParty, ExitReason } from '../candidacies/exit-reasons.js';
import type { Day } from '../day.js';
import { whyNotThen } from '../occurred.js';
import { type Fault, Refusal } from '../refusal.js';
import type { SearchState } from '../searches/search.js';
import { passable, type Transitions } from '../transitions.js';
import type { OfferState, RivalOfferKind, RivalOfferState } from './offer.js';

/** The ways of an offer; `expire` is the clock, `revise` a new version of it. */
export const offerTransitions = {
  tell: { from: ['draft'], to: 'verbal', needs: 'offer.edit' },
  extend: { from: ['draft', 'verbal'], to: 'extended', needs: 'offer.edit' },
  accept: { from: ['extended'], to: 'accepted', needs: 'offer.decide' },
  decline: { from: ['verbal', 'extended'], to: 'declined', needs: 'offer.decide' },
  expire: { from: ['extended'], to: 'expired', needs: 'offer.decide' },
  withdraw: { from: ['draft', 'verbal', 'extended'], to: 'withdrawn', needs: 'offer.decide' },
  revise: { from: ['draft', 'verbal', 'extended'], to: 'superseded', needs: 'offer.edit' },
  renege: { from: ['accepted'], to: 'reneged', needs: 'offer.decide' },
  rescind: { from: ['accepted'], to: 'rescinded', needs: 'offer.decide' },
} as const satisfies Transitions<OfferState>;

export type OfferWay = keyof typeof offerTransitions;

/** The ways of a counteroffer and of a competing offer. */
export const rivalOfferTransitions = {
  receive: { from: ['expected'], to: 'received', needs: 'offer.edit' },
  refuse: { from: ['received'], to: 'refused', needs: 'offer.decide' },
  accept: { from: ['received'], to: 'accepted', needs: 'offer.decide' },
  lapse: { from: ['expected', 'received'], to: 'lapsed', needs: 'offer.edit' },
} as const satisfies Transitions<RivalOfferState>;

export type RivalOfferWay = keyof typeof rivalOfferTransitions;

/** With what a candidacy leaves the pipeline when our offer or a rival one ends this way; undefined where it goes on. */
export function exitAfter(way: OfferWay): { party: ExitParty; reason: ExitReason } | undefined {
  if (way === 'renege') return { party: 'candidate', reason: 'reneged' };
  return way === 'rescind' ? { party: 'client', reason: 'offer_rescinded' } : undefined;
}

/** With what the candidacy leaves when the other bid is accepted. */
export function exitFor(kind: RivalOfferKind): { party: ExitParty; reason: ExitReason } {
  const reason = kind === 'counteroffer' ? 'counteroffer_accepted' : 'competing_offer_accepted';
  return { party: 'candidate', reason };
}

/** What becomes of our open offer when the other bid is accepted. */
export function endedBy(state: OfferState): OfferWay | undefined {
  if (state === 'accepted') return 'renege';
  return state === 'draft'
    ? 'withdraw'
    : offerTransitions.decline.from.some((one) => one === state)
      ? 'decline'
      : undefined;
}

/** Why this candidacy gets no offer: it is out of the pipeline, or its search is closed. */
export function whyNotOffer(candidacy: CandidacyFacts, searchState: SearchState): Refusal | undefined {
  const refused = whyNotWork(searchState);
  if (refused) return refused;
  if (candidacy.role !== 'candidate') return new Refusal('candidacy.role');
  return candidacy.exitedAt === null ? undefined : new Refusal('candidacy.exited');
}

/** Why the package and the days of an offer stay as they are: it is out of our hands, or over. */
export function whyNotChange(state: OfferState): Refusal | undefined {
  return state === 'draft' || state === 'verbal' ? undefined : new Refusal('offer.fixed', undefined, { state });
}

/** Why the client's offer cannot be taken back any more: the person has begun. */
export function whyNotEnd(startedOn: Day | null): Refusal | undefined {
  return startedOn === null ? undefined : new Refusal('offer.started', undefined, { startedOn });
}

/** Why an offer cannot be extended or accepted on `today`: its last day is over. */
export function whyNotStill(expiresOn: Day | null, today: Day): Refusal | undefined {
  if (expiresOn === null || today <= expiresOn) return undefined;
  return new Refusal('offer.over', undefined, {
    errors: [{ pointer: '/expiresOn', message: `was ${expiresOn}` }],
    expiresOn,
  });
}

/** Why a step cannot have been then: not in the future, not before the step that it follows. ISO 8601. */
export const whyNotStepAt = (at: string, lastAt: string | null, now: Date): Refusal | undefined =>
  whyNotThen('offer.occurred', at, lastAt, now);

/** States in which the person was told an offer that stands. */
const standing: readonly OfferState[] = ['verbal', 'extended', 'accepted'];

/** Why no summary of an offer goes out: it was told to nobody, stands no more, or the person has begun. */
export function whyNotTold({ state, startedOn }: OfferStanding): Refusal | undefined {
  if (!standing.includes(state)) return new Refusal('offer.not-told', undefined, { state, from: standing });
  return whyNotEnd(startedOn);
}

/** States in which the client can still approve. */
const approvable: readonly OfferState[] = ['draft', 'verbal', 'extended'];

/** Why the client's approval of that day cannot be kept: the offer is decided, or the day has not come. */
export function whyNotApprove(state: OfferState, approvedOn: Day, today: Day): Refusal | undefined {
  if (!approvable.includes(state)) return new Refusal('offer.state', undefined, { state, from: approvable });
  if (approvedOn <= today) return undefined;
  return new Refusal('offer.days', undefined, {
    errors: [{ pointer: '/approvedOn', message: 'must not be in the future' }],
  });
}

/** Why the days between acceptance and start cannot be noted: it is not accepted, or the person has begun. */
export function whyNotDate({ state, startedOn }: OfferStanding): Refusal | undefined {
  if (state !== 'accepted') return new Refusal('offer.state', undefined, { state, from: ['accepted'] });
  return whyNotEnd(startedOn);
}

/** How an offer stands, and whether the person has begun. */
export type OfferStanding = { readonly state: OfferState; readonly startedOn: Day | null };

/** The days between acceptance and start, as far as they are known. */
export type ResignationDays = {
  readonly resignedOn: Day | null;
  readonly resignationConfirmedOn: Day | null;
  readonly lastDayOn: Day | null;
  readonly startsOn: Day | null;
};

/** Why these days do not follow each other: resigned, confirmed, last day, start; what has been done is not in the future. */
export function whyNotDays(days: ResignationDays, today: Day): Refusal | undefined {
  const errors: Fault[] = [];
  const after = (name: keyof ResignationDays, before: keyof ResignationDays, strictly: boolean): void => {
    const [day, since] = [days[name], days[before]];
    if (day === null || since === null) return;
    if (strictly ? day <= since : day < since) {
      errors.push({ pointer: `/${name}`, message: `must be ${strictly ? 'after' : 'on or after'} ${before}` });
    }
  };
  for (const done of ['resignedOn', 'resignationConfirmedOn'] as const) {
    if ((days[done] ?? '') > today) errors.push({ pointer: `/${done}`, message: 'must not be in the future' });
  }
  if (days.resignationConfirmedOn !== null && days.resignedOn === null) {
    errors.push({ pointer: '/resignedOn', message: 'comes before its confirmation' });
  }
  after('resignationConfirmedOn', 'resignedOn', false);
  after('lastDayOn', 'resignedOn', false);
  after('startsOn', 'lastDayOn', true);
  return errors.length === 0 ? undefined : new Refusal('offer.days', undefined, { errors });
}

/** What can be done with an offer as it stands, by who may: the web asks the same for its menus. */
export function offerActions(mayDo: (permission: Permission) => boolean, offer: OfferStanding): OfferAction[] {
  const { state, startedOn } = offer;
  const edits = mayDo('offer.edit');
  const ways = (Object.keys(offerTransitions) as OfferWay[]).filter((way): way is Exclude<OfferWay, 'expire'> => {
    const { from, needs } = offerTransitions[way];
    const begun = startedOn !== null && (way === 'renege' || way === 'rescind');
    return way !== 'expire' && !begun && mayDo(needs) && from.some((one) => one === state);
  });
  return [
    ...(edits && !whyNotChange(state) ? (['edit'] as const) : []),
    ...(edits && approvable.includes(state) ? (['approve'] as const) : []),
    ...(edits && !whyNotDate(offer) ? (['date'] as const) : []),
    ...ways,
    ...(mayDo('offer.read') && !whyNotTold(offer) ? (['summarize'] as const) : []),
  ];
}

/** What somebody does with an offer; the clock expires it. */
export type OfferAction = 'edit' | 'approve' | 'date' | 'summarize' | Exclude<OfferWay, 'expire'>;

/** What the actor may do with an offer now: for `abilities`. */
export const offerAbilities = (actor: Actor, offer: OfferStanding): OfferAction[] =>
  offerActions((permission) => may(actor, permission), offer);

/** What the actor may do with a counteroffer or a competing offer now: for `abilities`. */
export function rivalOfferAbilities(actor: Actor, { state }: { readonly state: RivalOfferState }): string[] {
  const ways = passable<RivalOfferState>(actor, rivalOfferTransitions, state);
  return may(actor, 'offer.edit') ? ['edit', ...ways] : ways;
}
