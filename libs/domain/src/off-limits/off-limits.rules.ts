import { may, type Actor } from '../access/policy.js';
import { type AffiliationFacts, currentAffiliation, isCurrent } from '../candidates/affiliation.rules.js';
import { addMonths, type Day } from '../day.js';
import { Refusal } from '../refusal.js';
import {
  agreedPlacedMonths,
  type OffLimitsAction,
  type OffLimitsCover,
  type OffLimitsGround,
  type OffLimitsPerson,
  type OffLimitsPolicyFacts,
  type OffLimitsRelief,
  type OffLimitsVerdict,
  type OffLimitsWhy,
  type PlacedFacts,
} from './off-limits.js';
import { OrganizationReach } from './organization-reach.js';

/** Where a person stands that a policy can reach, and since when it is so by placement. */
type Standing = { readonly cover: OffLimitsCover; readonly organizationId: string; readonly since: Day | null };

/** A policy that holds, and what it needs to be lifted. */
type Holding = Omit<OffLimitsWhy, 'relief'> & { readonly madeOn: Day; readonly since: Day | null };

/** Judges people on one day, for one search or none: what is found of an organization is kept from one to the next. */
export function judge(people: readonly OffLimitsPerson[], ground: OffLimitsGround): OffLimitsVerdict[] {
  const reach = new OrganizationReach(ground.ties, ground.day);
  return people.map((person) => verdictOn(person, ground, reach));
}

/**
 * Whether a person is off-limits, and why. A policy on the person beats those on organizations; of several of one kind the
 * hardest decides. None stops the client that it protects. Who came to us first, or is overridden, is warned of alone.
 */
export function verdictOn(
  person: OffLimitsPerson,
  ground: OffLimitsGround,
  reach: OrganizationReach = new OrganizationReach(ground.ties, ground.day),
): OffLimitsVerdict {
  const standings = standingsOf(person, ground.day);
  const holding = [
    ...ground.policies
      .filter((policy) => isInForce(policy, ground.day))
      .flatMap((policy) => byPolicy(policy, person, standings, reach)),
    ...byPlacements(person, ground.day, reach),
    ...byPresentations(person),
  ].filter((one) => !isForProtected(one, ground, reach));
  const own = holding.filter(({ cover }) => cover === null);
  const why = (own.length > 0 ? own : holding).map(({ madeOn, since, protectsId: _, ...one }) => ({
    ...one,
    relief: one.level === 'block' ? reliefOf(person, ground, madeOn, since) : null,
  }));
  const sorted = why
    .toSorted((one, other) => weight(other) - weight(one) || compare(one.policyId, other.policyId))
    .filter((one, index, all) => index === all.findIndex((first) => isSamePolicy(first, one)));
  const level = sorted[0] ? (weight(sorted[0]) === 2 ? 'block' : 'warn') : 'none';
  return { candidateId: person.candidateId, level, doNotContact: person.doNotContact, why: sorted };
}

/** Why this cannot be done to the person now. A warning refuses nothing; do-not-contact refuses an approach, and is named apart. */
export function whyNotFree(verdict: OffLimitsVerdict, action: OffLimitsAction, actor: Actor): Refusal | undefined {
  if (action === 'approach' && verdict.doNotContact) return new Refusal('candidate.do-not-contact');
  if (verdict.level !== 'block') return undefined;
  const mayOverride = may(actor, 'off-limits.override');
  return new Refusal('off-limits.blocked', undefined, {
    candidateId: verdict.candidateId,
    action,
    why: verdict.why.filter(({ level, relief }) => level === 'block' && relief === null),
    lifts: ['override', 'end', 'inbound'],
    mayOverride,
  });
}

/** Where the person works: their current employer, and each other one whose employment has a first day and no last one. */
export function employersOf(affiliations: readonly AffiliationFacts[], day: Day): string[] {
  const current = currentAffiliation(affiliations, day);
  const open = affiliations.filter((one) => isCurrent(one, day) && (one === current || one.startedOn !== null));
  return [...new Set(open.map(({ organizationId }) => organizationId))];
}

function standingsOf(person: OffLimitsPerson, day: Day): Standing[] {
  return [
    ...employersOf(person.affiliations, day).map((organizationId) => ({
      cover: 'staff' as const,
      organizationId,
      since: null,
    })),
    ...person.placements
      .filter(({ state }) => state !== 'no_show')
      .map((placed) => ({ cover: 'placed' as const, organizationId: placed.organizationId, since: firstDay(placed) })),
    ...person.presentations.map(({ organizationId }) => ({ cover: 'presented' as const, organizationId, since: null })),
  ];
}

function isInForce({ startsOn, endsOn }: Pick<OffLimitsPolicyFacts, 'startsOn' | 'endsOn'>, day: Day): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}

function byPolicy(
  policy: OffLimitsPolicyFacts,
  person: OffLimitsPerson,
  standings: readonly Standing[],
  reach: OrganizationReach,
): (Holding & { protectsId: string | null })[] {
  const { id: policyId, source, reason, level, organizationId, searchId, endsOn: until, madeOn, protectsId } = policy;
  const common = { policyId, source, reason, level, organizationId, searchId, until, madeOn, protectsId };
  if (organizationId === null) {
    if (policy.candidateId !== person.candidateId) return [];
    return [{ ...common, whileThere: false, cover: null, throughId: null, since: null }];
  }
  return standings.flatMap(({ cover, organizationId: throughId, since }) =>
    policy.covers.includes(cover) && reach.finds(organizationId, policy.withChildren, throughId)
      ? [{ ...common, whileThere: false, cover, throughId, since }]
      : [],
  );
}

function isSamePolicy(one: OffLimitsWhy, other: OffLimitsWhy): boolean {
  return one.policyId === other.policyId && one.source === other.source;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A placed person is blocked for others while they work there, and at least for the agreed months from the first day. */
function byPlacements(
  person: OffLimitsPerson,
  day: Day,
  reach: OrganizationReach,
): (Holding & { protectsId: string | null })[] {
  return person.placements.flatMap((placed) => {
    const { id: policyId, organizationId, searchId, madeOn } = placed;
    const until = placedUntil(placed);
    if (placed.state === 'no_show' || madeOn > day || (day > until && !isStillThere(placed, person, day, reach))) {
      return [];
    }
    return [
      {
        policyId,
        source: 'placement' as const,
        reason: 'placement' as const,
        level: 'block' as const,
        cover: 'placed' as const,
        organizationId,
        throughId: organizationId,
        searchId,
        until,
        whileThere: placed.leftOn === null,
        madeOn,
        since: firstDay(placed),
        protectsId: organizationId,
      },
    ];
  });
}

/** A client that has the person before it now is warned of to all others. */
function byPresentations(person: OffLimitsPerson): (Holding & { protectsId: string | null })[] {
  return person.presentations.map(({ searchId, organizationId, since }) => ({
    policyId: searchId,
    source: 'presentation',
    reason: 'client_agreement',
    level: 'warn',
    cover: 'presented',
    organizationId,
    throughId: organizationId,
    searchId,
    until: null,
    whileThere: false,
    madeOn: since,
    since: null,
    protectsId: organizationId,
  }));
}

/** The last day of the agreed months of a placement, whether the person still works there or not. */
export function placedUntil(placed: PlacedFacts): Day {
  return addMonths(firstDay(placed), placed.months ?? agreedPlacedMonths);
}

function firstDay({ startedOn, startsOn }: PlacedFacts): Day {
  return startedOn ?? startsOn;
}

/** Nobody told us of an end: the placement holds, no employment there has ended, and none elsewhere began since. */
function isStillThere(placed: PlacedFacts, person: OffLimitsPerson, day: Day, reach: OrganizationReach): boolean {
  if (placed.leftOn !== null) return false;
  const isThere = (id: string): boolean => reach.isOneHouse(placed.organizationId, id);
  if (employersOf(person.affiliations, day).some(isThere)) return true;
  const since = firstDay(placed);
  return !person.affiliations.some(
    ({ type, confidence, organizationId, startedOn, endedOn }) =>
      type === 'employment' &&
      confidence === 'sure' &&
      ((isThere(organizationId) && endedOn !== null && endedOn >= since && endedOn < day) ||
        (!isThere(organizationId) && startedOn !== null && startedOn > since && startedOn <= day)),
  );
}

function isForProtected(
  { protectsId }: { readonly protectsId: string | null },
  { search }: OffLimitsGround,
  reach: OrganizationReach,
): boolean {
  return search !== null && protectsId !== null && reach.isOneHouse(protectsId, search.organizationId);
}

function reliefOf(
  person: OffLimitsPerson,
  { search }: OffLimitsGround,
  madeOn: Day,
  since: Day | null,
): OffLimitsRelief | null {
  const overridden = person.overrides.some(
    ({ searchId, givenOn }) => (searchId === null || searchId === search?.id) && madeOn <= givenOn,
  );
  if (overridden) return 'override';
  return cameFirst(person, since) ? 'inbound' : null;
}

/** Whether the first contact came from them: ever, or since a placement began. */
export function cameFirst({ cameOn, contacts }: OffLimitsPerson, since: Day | null): boolean {
  const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(`${since}T00:00:00Z`);
  const first = (moments: readonly number[]): number => Math.min(...moments.filter((moment) => moment >= from));
  const of = (direction: 'inbound' | 'outbound'): number[] =>
    contacts.filter((contact) => contact.direction === direction).map(({ occurredAt }) => Date.parse(occurredAt));
  const came = first([...of('inbound'), ...(cameOn === null ? [] : [Date.parse(`${cameOn}T00:00:00Z`)])]);
  return came < Number.POSITIVE_INFINITY && came <= first(of('outbound'));
}

function weight({ level, relief }: Pick<OffLimitsWhy, 'level' | 'relief'>): 1 | 2 {
  return level === 'block' && relief === null ? 2 : 1;
}

/** Why a policy cannot stand so: it is on one organization, of whom it covers some, or on one person; it ends after it starts. */
export function whyNotPolicy({
  organizationId,
  candidateId,
  covers,
  startsOn,
  endsOn,
}: {
  readonly organizationId: string | null;
  readonly candidateId: string | null;
  readonly covers: readonly OffLimitsCover[];
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}): Refusal | undefined {
  if ((organizationId === null) === (candidateId === null)) {
    const pointer = organizationId === null ? '/organizationId' : '/candidateId';
    return fault('off-limits.subject', pointer, 'exactly one of organizationId and candidateId says on whom');
  }
  if (organizationId !== null && covers.length === 0) {
    return fault('off-limits.subject', '/covers', 'must name whom of the organization it covers');
  }
  if (candidateId !== null && covers.length > 0) {
    return fault('off-limits.subject', '/covers', 'must be empty for a policy on a person');
  }
  if (endsOn !== null && endsOn < startsOn) {
    return fault('off-limits.days', '/endsOn', `lies before ${startsOn}, the day on which it starts`);
  }
  return undefined;
}

/** Why there is nothing to override: the person is not blocked there. */
export function whyNotOverride(verdict: OffLimitsVerdict): Refusal | undefined {
  return verdict.level === 'block'
    ? undefined
    : new Refusal('off-limits.not-blocked', undefined, { level: verdict.level });
}

/** What the actor may do with this policy now: for `abilities`. What is read from a search or placement changes there. */
export function policyAbilities(
  actor: Actor,
  policy: { readonly source: string; readonly endedAt: string | null },
): string[] {
  if (policy.source !== 'made' || !may(actor, 'off-limits.edit')) return [];
  return policy.endedAt === null ? ['edit', 'end'] : ['restore'];
}

function fault(code: 'off-limits.subject' | 'off-limits.days', pointer: string, message: string): Refusal {
  return new Refusal(code, undefined, { errors: [{ pointer, message }] });
}
