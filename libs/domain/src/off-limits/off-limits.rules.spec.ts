import { describe, expect, it } from '@jest/globals';
import {
  acting,
  client,
  elsewhere,
  forClient,
  ground,
  onPerson,
  person,
  placed,
  policy,
  tied,
  today,
  works,
} from '../../../../test/support/off-limits.js';
import type { Role } from '../access/roles.js';
import type { AffiliationFacts } from '../candidates/affiliation.rules.js';
import { addDays, addMonths } from '../day.js';
import {
  type OffLimitsAction,
  offLimitsActions,
  offLimitsCovers,
  offLimitsLevels,
  type OffLimitsPerson,
  offLimitsReasons,
  type OrganizationTies,
  type PlacedFacts,
} from './off-limits.js';
import { cameFirst, employersOf, policyAbilities, verdictOn, whyNotFree, whyNotPolicy } from './off-limits.rules.js';

const headhunter = acting('headhunter');

describe('the truth table of off-limits', () => {
  const relations = [...offLimitsCovers, 'none'] as const;
  const kinds = offLimitsLevels.flatMap((level) => offLimitsReasons.map((reason) => ({ level, reason })));

  it.each(kinds)(
    '$level for $reason: holds for whom it covers, on an organization and on a person',
    ({ level, reason }) => {
      for (const cover of offLimitsCovers) {
        for (const relation of relations) {
          const one = person(relation === 'none' ? { affiliations: [works(elsewhere)] } : tied[relation]);
          const verdict = verdictOn(one, ground([policy({ level, reason, covers: [cover] })], forClient));
          expect([cover, relation, verdict.level]).toEqual([cover, relation, cover === relation ? level : 'none']);
          expect(verdict.why.map((why) => [why.cover, why.throughId])).toEqual(
            cover === relation ? [[cover, client]] : [],
          );
        }
      }
      for (const relation of relations) {
        const one = person(relation === 'none' ? {} : tied[relation]);
        expect(verdictOn(one, ground([onPerson({ level, reason })], forClient)).level).toBe(level);
        expect(verdictOn(one, ground([onPerson({ level, reason, candidateId: 'bo' })], forClient)).level).toBe('none');
      }
    },
  );

  it('refuses each action for a block and none for a warning; do-not-contact refuses the approach alone', () => {
    const table = offLimitsActions.flatMap((action) =>
      [[], [policy({ level: 'warn' })], [policy()]].flatMap((policies) =>
        [false, true].map((doNotContact) => {
          const verdict = verdictOn(person({ ...tied.staff, doNotContact }), ground(policies));
          return [action, verdict.level, doNotContact, whyNotFree(verdict, action, headhunter)?.code];
        }),
      ),
    );
    const expected = (action: OffLimitsAction, level: string, asked: boolean) =>
      action === 'approach' && asked
        ? 'candidate.do-not-contact'
        : level === 'block'
          ? 'off-limits.blocked'
          : undefined;
    expect(table).toHaveLength(24);
    for (const [action, level, asked, code] of table) {
      expect(code).toBe(expected(action as OffLimitsAction, String(level), asked === true));
    }
  });

  it('names in the refusal what blocks and what would lift it', () => {
    const verdict = verdictOn(person(tied.staff), ground([policy(), policy({ id: 'mild', level: 'warn' })]));
    const facts = whyNotFree(verdict, 'approach', headhunter)?.facts;
    expect(facts).toMatchObject({ action: 'approach', lifts: ['override', 'end', 'inbound'], mayOverride: false });
    expect((facts?.['why'] as { policyId: string }[] | undefined)?.map(({ policyId }) => policyId)).toEqual(['policy']);
    expect(whyNotFree(verdict, 'move', acting('admin'))?.facts).toMatchObject({ mayOverride: true });
  });
});

describe('an off-limits policy', () => {
  it('holds from its first day to its last', () => {
    const one = person(tied.staff);
    const on = (day: string) =>
      verdictOn(one, ground([policy({ startsOn: '2026-03-01', endsOn: '2026-05-31' })], { day })).level;
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map(on)).toEqual([
      'none',
      'block',
      'block',
      'none',
    ]);
  });

  it('reaches below only where it says so, and follows a new name and a merger but no acquisition', () => {
    const ties: OrganizationTies = {
      parents: new Map([
        ['lab', client],
        ['team', 'lab'],
        ['buyer', null],
        ['renamed', null],
        ['merged', null],
      ]),
      successions: [
        { organizationId: 'team', successorId: 'renamed', kind: 'renamed', happenedOn: '2026-04-01' },
        { organizationId: 'renamed', successorId: 'merged', kind: 'merged', happenedOn: '2026-07-01' },
        { organizationId: 'lab', successorId: 'buyer', kind: 'acquired', happenedOn: '2020-01-01' },
      ],
    };
    const level = (organizationId: string, withChildren: boolean, day = today, policyOn = client) =>
      verdictOn(
        person({ affiliations: [works(organizationId)] }),
        ground([policy({ organizationId: policyOn, withChildren })], { ties, day }),
      ).level;
    const below = ['lab', 'team', 'renamed', 'buyer'];
    expect(below.map((id) => level(id, true))).toEqual(['block', 'block', 'block', 'none']);
    expect(below.map((id) => level(id, false))).toEqual(['none', 'none', 'none', 'none']);
    expect(level('renamed', false, today, 'team')).toBe('block');
    expect(level('renamed', false, '2026-03-31', 'team')).toBe('none');
    expect([level('merged', true), level('merged', true, '2026-07-01')]).toEqual(['none', 'block']);
  });

  it('on the person beats those on organizations, and follows them; the hardest of one kind decides', () => {
    const one = person(tied.staff);
    expect(verdictOn(one, ground([policy(), onPerson({ level: 'warn' })])).level).toBe('warn');
    expect(verdictOn(one, ground([policy({ level: 'warn' }), onPerson()])).level).toBe('block');
    expect(verdictOn(one, ground([policy({ level: 'warn' }), policy({ id: 'other' })])).why[0]?.policyId).toBe('other');
    expect(verdictOn(person(), ground([onPerson()])).why[0]).toMatchObject({ cover: null, throughId: null });
  });

  it('never stops the client that it protects, whichever part of it searches', () => {
    const ties: OrganizationTies = { parents: new Map([['lab', client]]), successions: [] };
    const level = (organizationId: string | null, protectsId: string | null) =>
      verdictOn(
        person(tied.staff),
        ground([policy({ protectsId })], {
          ties,
          search: organizationId === null ? null : { id: 's', organizationId },
        }),
      ).level;
    expect([level(client, client), level('lab', client), level(elsewhere, client)]).toEqual(['none', 'none', 'block']);
    expect([level(null, client), level(client, null)]).toEqual(['block', 'block']);
    const own = onPerson({ protectsId: client, level: 'warn' });
    expect(
      verdictOn(person(tied.staff), ground([policy(), own], { search: { id: 's', organizationId: client } })).level,
    ).toBe('block');
  });

  it('only warns of who came first', () => {
    const contacts = (...directions: ('inbound' | 'outbound')[]) =>
      directions.map((direction, index) => ({ direction, occurredAt: `2026-0${index + 1}-01T10:00:00Z` }));
    const level = (values: Partial<OffLimitsPerson>) => {
      const { why, level: found } = verdictOn(person({ ...tied.staff, ...values }), ground([policy()]));
      return [found, why[0]?.relief];
    };
    expect(level({ contacts: contacts('inbound', 'outbound') })).toEqual(['warn', 'inbound']);
    expect(level({ contacts: contacts('outbound', 'inbound') })).toEqual(['block', null]);
    expect(level({ cameOn: '2025-12-31', contacts: contacts('outbound') })).toEqual(['warn', 'inbound']);
    expect(level({ cameOn: '2026-02-01', contacts: contacts('outbound') })).toEqual(['block', null]);
    expect(level({})).toEqual(['block', null]);
  });

  it('does not take for coming first what came before we placed the person', () => {
    const before = [{ direction: 'inbound' as const, occurredAt: '2025-06-01T10:00:00Z' }];
    const after = [{ direction: 'inbound' as const, occurredAt: '2026-03-01T10:00:00Z' }];
    const level = (contacts: OffLimitsPerson['contacts']) =>
      verdictOn(person({ placements: [placed()], contacts }), ground([])).level;
    expect([level(before), level([...before, ...after])]).toEqual(['block', 'warn']);
    expect(cameFirst(person({ contacts: before }), '2026-02-01')).toBe(false);
  });

  it('only warns of who is overridden, in that search or everywhere, until something new blocks', () => {
    const level = (overrides: OffLimitsPerson['overrides'], searchId: string | null, madeOn = '2026-01-01') =>
      verdictOn(
        person({ ...tied.staff, overrides }),
        ground([policy({ madeOn })], {
          search: searchId === null ? null : { id: searchId, organizationId: elsewhere },
        }),
      ).level;
    const here = [{ searchId: 'here', givenOn: '2026-03-01' }];
    expect([level(here, 'here'), level(here, 'there'), level(here, null)]).toEqual(['warn', 'block', 'block']);
    const all = [{ searchId: null, givenOn: '2026-03-01' }];
    expect([level(all, 'here'), level(all, null), level(all, null, '2026-03-02')]).toEqual(['warn', 'warn', 'block']);
  });

  it('is on one organization, of whom it covers some, or on one person, and ends after it starts', () => {
    const why = (values: Partial<Parameters<typeof whyNotPolicy>[0]>) => {
      const refusal = whyNotPolicy({
        organizationId: client,
        candidateId: null,
        covers: ['staff'],
        startsOn: today,
        endsOn: null,
        ...values,
      });
      return refusal && [refusal.code, refusal.facts.errors?.[0]?.pointer];
    };
    expect(why({})).toBeUndefined();
    expect(why({ organizationId: null, candidateId: 'ada', covers: [] })).toBeUndefined();
    expect(why({ candidateId: 'ada' })).toEqual(['off-limits.subject', '/candidateId']);
    expect(why({ organizationId: null })).toEqual(['off-limits.subject', '/organizationId']);
    expect(why({ covers: [] })).toEqual(['off-limits.subject', '/covers']);
    expect(why({ organizationId: null, candidateId: 'ada' })).toEqual(['off-limits.subject', '/covers']);
    expect(why({ endsOn: '2026-06-14' })).toEqual(['off-limits.days', '/endsOn']);
    expect(why({ endsOn: today })).toBeUndefined();
  });

  it('is changed where it was made', () => {
    const abilities = (source: string, endedAt: string | null, role: Role) =>
      policyAbilities(acting(role), { source, endedAt });
    expect(abilities('made', null, 'headhunter')).toEqual(['edit', 'end']);
    expect(abilities('made', today, 'headhunter')).toEqual(['restore']);
    expect(abilities('made', null, 'researcher')).toEqual([]);
    expect(abilities('agreement', null, 'owner')).toEqual([]);
  });
});

describe('what follows from a placement', () => {
  const level = (day: string, values: Partial<PlacedFacts> = {}, affiliations: AffiliationFacts[] = []) =>
    verdictOn(person({ placements: [placed(values)], affiliations }), ground([], { day })).level;
  const least = addMonths('2026-02-01', 24);

  it('is a block from its making on, at least for the agreed months, and never for a no-show', () => {
    expect([level('2025-12-31'), level('2026-01-01'), level(least)]).toEqual(['none', 'block', 'block']);
    const noShow = { state: 'no_show', startedOn: null } as const;
    expect(level(today, noShow)).toBe('none');
    const covered = ground([policy({ covers: ['placed'] })], forClient);
    expect(verdictOn(person({ placements: [placed(noShow)] }), covered).level).toBe('none');
    expect(level(today, { state: 'awaiting_start', startedOn: null })).toBe('block');
    const left = { state: 'fell_off', leftOn: '2026-03-01' } as const;
    expect([level(today, left), level(least, left), level(addDays(least, 1), left)]).toEqual([
      'block',
      'block',
      'none',
    ]);
    expect(level(addMonths('2026-02-01', 6), { months: 5, ...left })).toBe('none');
  });

  it('lasts while the person works there', () => {
    const later = addDays(least, 400);
    expect(level(later)).toBe('block');
    expect(level(later, {}, [works(client, { startedOn: '2026-02-01' })])).toBe('block');
    const gone = works(client, { startedOn: '2026-02-01', endedOn: addDays(least, 30) });
    expect([level(addDays(least, 30), {}, [gone]), level(addDays(least, 31), {}, [gone])]).toEqual(['block', 'none']);
    expect(level(later, {}, [works(elsewhere, { startedOn: addDays(least, 10) })])).toBe('none');
    expect(level(later, {}, [works(elsewhere, { startedOn: '2020-01-01', endedOn: '2026-01-31' })])).toBe('block');
  });

  it('stops others alone', () => {
    const verdict = verdictOn(person(tied.placed), ground([], forClient));
    expect([verdict.level, verdict.why]).toEqual(['none', []]);
  });
});

describe('what follows from a presentation', () => {
  it('is a warning to others', () => {
    const verdict = verdictOn(person(tied.presented), ground([]));
    expect(verdict).toMatchObject({ level: 'warn', why: [{ source: 'presentation', organizationId: client }] });
    expect(verdictOn(person(tied.presented), ground([], forClient)).level).toBe('none');
    const other = { search: { id: 'x', organizationId: elsewhere } };
    expect(verdictOn(person(tied.presented), ground([], other)).level).toBe('warn');
  });
});

describe('the employers of a person', () => {
  it('are the current one, and others that began on a known day and have not ended', () => {
    const dated = works('dated');
    const seen = works('seen', { startedOn: null, seenUntil: 2019 });
    expect(employersOf([dated, seen, works('gone', { endedOn: '2026-06-14' })], today)).toEqual(['dated']);
    expect(employersOf([seen], today)).toEqual(['seen']);
    expect(employersOf([dated, works('second', { startedOn: '2025-01-01' })], today)).toEqual(['dated', 'second']);
    expect(employersOf([works('unsure', { confidence: 'unsure' }), works('school', { type: 'study' })], today)).toEqual(
      [],
    );
  });
});
