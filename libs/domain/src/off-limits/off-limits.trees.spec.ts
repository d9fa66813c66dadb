import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, placed, policy, works } from '../../../../test/support/off-limits.js';
import { addDays, addMonths } from '../day.js';
import { offLimitsCovers, offLimitsLevels, type OffLimitsPerson } from './off-limits.js';
import { employersOf, judge } from './off-limits.rules.js';

describe('any tree with moves over time', () => {
  const size = 8;
  const organizationId = fc.integer({ min: 0, max: size - 1 }).map((n) => `o${n}`);
  const day = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2024-01-01', n));
  /** Each stands below an earlier one or at the top, so that nothing stands below itself. */
  const parents = fc
    .tuple(
      ...Array.from({ length: size }, (_, index) => fc.option(fc.nat({ max: Math.max(0, index - 1) }), { freq: 2 })),
    )
    .map(
      (above) =>
        new Map(above.map((at, index) => [`o${index}`, index === 0 || at === null ? null : `o${at}`] as const)),
    );
  const successions = fc.array(
    fc.record({
      organizationId,
      successorId: organizationId,
      kind: fc.constantFrom('renamed', 'merged', 'acquired' as const),
      happenedOn: day,
    }),
    { maxLength: 3 },
  );
  const job = fc.record({
    organizationId,
    startedOn: fc.option(day, { nil: null, freq: 4 }),
    months: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
  });
  const made = fc.record({
    level: fc.constantFrom(...offLimitsLevels),
    on: organizationId,
    isOnPerson: fc.boolean(),
    withChildren: fc.boolean(),
    covers: fc.subarray([...offLimitsCovers], { minLength: 1 }),
    protectsId: fc.option(organizationId, { nil: null }),
    startsOn: day,
    months: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
  });
  const contact = fc.record({
    direction: fc.constantFrom('inbound', 'outbound' as const),
    occurredAt: day.map((on) => `${on}T09:00:00Z`),
  });
  const world = fc.record({
    parents,
    successions,
    day,
    jobs: fc.array(job, { maxLength: 3 }),
    presented: fc.array(organizationId, { maxLength: 2 }),
    placements: fc.array(fc.record({ at: organizationId, on: day, hasLeft: fc.boolean() }), { maxLength: 2 }),
    policies: fc.array(made, { maxLength: 4 }),
    contacts: fc.array(contact, { maxLength: 3 }),
    override: fc.option(fc.record({ isHere: fc.boolean(), givenOn: day })),
    client: fc.option(organizationId, { nil: null }),
  });
  type Case = typeof world extends fc.Arbitrary<infer T> ? T : never;

  /** Everything that a policy on `on` finds, found by walking down until nothing is added. */
  function reached(one: Case, on: string, withChildren: boolean): Set<string> {
    const inside = new Set([on]);
    for (let before = -1; before !== inside.size;) {
      before = inside.size;
      for (const [id, parent] of one.parents) if (withChildren && parent !== null && inside.has(parent)) inside.add(id);
      for (const { organizationId: from, successorId, kind, happenedOn } of one.successions) {
        if (kind !== 'acquired' && happenedOn <= one.day && inside.has(from)) inside.add(successorId);
      }
    }
    return inside;
  }

  /** One house where some organization finds both. */
  const isOneHouse = (one: Case, a: string, b: string): boolean =>
    [...one.parents.keys()].some((top) => reached(one, top, true).has(a) && reached(one, top, true).has(b));

  function naive(one: Case, facts: OffLimitsPerson): string {
    const now = employersOf(facts.affiliations, one.day);
    const inForce: {
      level: string;
      isOwn: boolean;
      protectsId: string | null;
      madeOn: string;
      since: string | null;
    }[] = [];
    for (const { level, on, isOnPerson, withChildren, covers, protectsId, startsOn, months } of one.policies) {
      if (startsOn > one.day || (months !== null && addMonths(startsOn, months) < one.day)) continue;
      const inside = reached(one, on, withChildren);
      const own = { level, protectsId, madeOn: startsOn };
      if (isOnPerson) {
        inForce.push({ ...own, isOwn: true, since: null });
        continue;
      }
      const isStaff = covers.includes('staff') && now.some((at) => inside.has(at));
      const isPresented = covers.includes('presented') && one.presented.some((at) => inside.has(at));
      if (isStaff || isPresented) inForce.push({ ...own, isOwn: false, since: null });
      if (!covers.includes('placed')) continue;
      for (const { at, on: since } of one.placements) if (inside.has(at)) inForce.push({ ...own, isOwn: false, since });
    }
    for (const { at, on, hasLeft } of one.placements) {
      if (on > one.day) continue;
      const isThere = now.some((id) => isOneHouse(one, at, id));
      const wasThere = facts.affiliations.filter(({ organizationId: id }) => isOneHouse(one, at, id));
      const others = facts.affiliations.filter((job) => !wasThere.includes(job));
      const isGone =
        wasThere.some(({ endedOn }) => endedOn !== null && endedOn >= on && endedOn < one.day) ||
        others.some(({ startedOn }) => startedOn !== null && startedOn > on && startedOn <= one.day);
      const holds = one.day <= addMonths(on, 24) || (!hasLeft && (isThere || !isGone));
      if (holds) inForce.push({ level: 'block', isOwn: false, protectsId: at, madeOn: on, since: on });
    }
    for (const at of one.presented) {
      inForce.push({ level: 'warn', isOwn: false, protectsId: at, madeOn: '2024-01-01', since: null });
    }
    const counting = inForce.filter(
      ({ protectsId }) => one.client === null || protectsId === null || !isOneHouse(one, protectsId, one.client),
    );
    const deciding = counting.some(({ isOwn }) => isOwn) ? counting.filter(({ isOwn }) => isOwn) : counting;
    const blocks = deciding.filter(({ level, madeOn, since }) => {
      if (level !== 'block') return false;
      const { override } = one;
      if (override && (!override.isHere || one.client !== null) && override.givenOn >= madeOn) return false;
      const sorted = one.contacts
        .filter(({ occurredAt }) => since === null || occurredAt >= since)
        .toSorted((a, b) =>
          a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.direction < b.direction ? -1 : 1,
        );
      return sorted[0]?.direction !== 'inbound';
    });
    return blocks.length > 0 ? 'block' : deciding.length > 0 ? 'warn' : 'none';
  }

  it('is judged as one would by hand', () => {
    fc.assert(
      fc.property(world, (one) => {
        const facts = person({
          contacts: one.contacts,
          affiliations: one.jobs.map(({ organizationId: at, startedOn, months }, index) =>
            works(at, {
              id: `job ${index}`,
              startedOn,
              endedOn: months === null ? null : addMonths(startedOn ?? '2024-06-01', months),
            }),
          ),
          presentations: one.presented.map((at, index) => ({
            searchId: `p${index}`,
            organizationId: at,
            since: '2024-01-01',
          })),
          placements: one.placements.map(({ at, on, hasLeft }, index) =>
            placed({
              id: `placed ${index}`,
              organizationId: at,
              madeOn: on,
              startsOn: on,
              startedOn: on,
              ...(hasLeft && { state: 'fell_off', leftOn: addDays(on, 20) }),
            }),
          ),
          overrides: one.override
            ? [{ searchId: one.override.isHere ? 'here' : null, givenOn: one.override.givenOn }]
            : [],
        });
        const policies = one.policies.map(({ on, isOnPerson, months, covers, ...values }, index) =>
          policy({
            ...values,
            id: `policy ${index}`,
            organizationId: isOnPerson ? null : on,
            candidateId: isOnPerson ? 'ada' : null,
            covers: isOnPerson ? [] : covers,
            endsOn: months === null ? null : addMonths(values.startsOn, months),
            madeOn: values.startsOn,
          }),
        );
        const search = one.client === null ? null : { id: 'here', organizationId: one.client };
        const ties = { parents: one.parents, successions: one.successions };
        const [verdict] = judge([facts], { day: one.day, search, policies, ties });
        expect(verdict?.level).toBe(naive(one, facts));
      }),
      { numRuns: 1000 },
    );
  });
});
