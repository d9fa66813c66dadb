import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isGroup, partsOf, type WhereCondition, type WhereGroup, type WherePart } from '@domain/where.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Person = {
  id: string;
  city: string | null;
  seniority: string | null;
  ownerId: string | null;
  doNotContact: boolean;
  lastContactAt: string | null;
  tags: readonly string[];
};
type Page = { items: { id: string }[]; nextCursor: string | null; total: number };
type Problem = { type: string; errors: { pointer: string; message: string }[] };

const cities = ['Bern', 'Zürich', '杭州'];
const levels = ['senior', 'staff', 'lead'];
const days = ['2026-01-05', '2026-02-10', '2026-03-15'];

describe('nested filters', () => {
  let world: World;
  let agency: Agency;
  let headhunter: Member;
  let people: Person[];
  let owners: string[];
  let tags: string[];

  beforeAll(async () => {
    world = await World.open();
    agency = await world.agency();
    headhunter = await agency.as('headhunter');
    owners = [headhunter.id, (await agency.as('researcher')).id];
    tags = [];
    for (const name of ['Star', 'Later']) tags.push((await agency.insert('setting', { kind: 'tag', name })).id);
    const pick = <T>(all: readonly T[], number: number): T | null => all[number % (all.length + 1)] ?? null;
    people = [];
    for (let number = 0; number < 48; number += 1) {
      const person = {
        city: pick(cities, number),
        seniority: pick(levels, number >> 1),
        ownerId: pick(owners, number >> 2),
        doNotContact: number % 5 === 0,
        lastContactAt: pick(days, number >> 3),
        tags: tags.filter((_, index) => (number >> index) % 3 === 0),
      };
      const { id } = await agency.candidate({
        display_name: `Person ${number}`,
        city: person.city,
        seniority: person.seniority,
        owner_id: person.ownerId,
        do_not_contact: person.doNotContact,
        last_contact_at: person.lastContactAt,
      });
      for (const tag_id of person.tags) {
        await world.owner.query('insert into candidate_tag (agency_id, candidate_id, tag_id) values ($1, $2, $3)', [
          agency.id,
          id,
          tag_id,
        ]);
      }
      people.push({ id, ...person });
    }
  }, 30_000);
  afterAll(() => world.close());

  const ask = <T = Page>(where: unknown, more = '') =>
    headhunter.get<T>(
      `/api/v1/candidates?limit=200${more}&where=${encodeURIComponent(typeof where === 'string' ? where : JSON.stringify(where))}`,
    );

  function holds(person: Person, part: WherePart): boolean {
    if (isGroup(part)) {
      const [join, parts] = partsOf(part);
      return join === 'all' ? parts.every((one) => holds(person, one)) : parts.some((one) => holds(person, one));
    }
    return meets(person, part);
  }

  function meets(person: Person, { field, op, value }: WhereCondition): boolean {
    const own = field === 'tagId' ? person.tags : [person[field as 'city']].filter((one) => one !== null);
    const given = [value ?? []].flat();
    const same = own.some((one) => given.includes(one));
    switch (op) {
      case 'is':
      case 'anyOf':
        return same;
      case 'isNot':
        return !same;
      case 'from':
        return own.some((one) => one >= String(value));
      case 'to':
        return own.some((one) => one <= String(value));
      case 'empty':
        return own.length === 0;
      case 'notEmpty':
        return own.length > 0;
    }
  }

  it('answer as a naive reading of them does', async () => {
    const field = (
      name: string,
      values: readonly (string | boolean)[],
      nullable = true,
    ): fc.Arbitrary<WhereCondition> =>
      fc.oneof(
        fc.record({ field: fc.constant(name), op: fc.constantFrom('is', 'isNot'), value: fc.constantFrom(...values) }),
        fc.record({
          field: fc.constant(name),
          op: fc.constant('anyOf' as const),
          value: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }),
        }),
        ...(nullable ? [fc.record({ field: fc.constant(name), op: fc.constantFrom('empty', 'notEmpty') })] : []),
      ) as fc.Arbitrary<WhereCondition>;
    const condition = fc.oneof(
      field('city', cities),
      field('seniority', levels),
      field('ownerId', owners),
      field('tagId', tags),
      field('doNotContact', [true, false], false),
      fc.record({
        field: fc.constant('lastContactAt'),
        op: fc.constantFrom('from', 'to'),
        value: fc.constantFrom(...days),
      }) as fc.Arbitrary<WhereCondition>,
    );
    const group = (depth: number): fc.Arbitrary<WhereGroup> =>
      fc
        .array(
          depth < 3
            ? fc.oneof({ weight: 2, arbitrary: condition }, { weight: 1, arbitrary: group(depth + 1) })
            : condition,
          {
            minLength: 1,
            maxLength: 3,
          },
        )
        .chain((parts) => fc.constantFrom<WhereGroup>({ all: parts }, { any: parts }));
    let some = 0;
    await fc.assert(
      fc.asyncProperty(group(1), async (where) => {
        const { status, body } = await ask(where, '&total=true');
        const wanted = people.filter((person) => holds(person, where)).map(({ id }) => id);
        expect([status, body.items.map(({ id }) => id).toSorted(), body.total]).toEqual([
          200,
          wanted.toSorted(),
          wanted.length,
        ]);
        if (wanted.length > 0 && wanted.length < people.length) some += 1;
      }),
      { numRuns: 120 },
    );
    expect(some).toBeGreaterThan(30);
  }, 60_000);

  it('narrow what the flat parameters leave, page by page, with a cursor of their own', async () => {
    const where = {
      any: [
        { field: 'city', op: 'is', value: 'Bern' },
        { field: 'city', op: 'empty' },
      ],
    };
    const wanted = people.filter(({ city, doNotContact }) => (city === 'Bern' || city === null) && !doNotContact);
    const url = (text: string) => `/api/v1/candidates?doNotContact=false&limit=7&where=${encodeURIComponent(text)}`;
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await headhunter.get<Page>(`${url(JSON.stringify(where))}&cursor=${cursor}`);
      found.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ?? '';
      if (found.length === 7) {
        const other = JSON.stringify({ any: [{ field: 'city', op: 'empty' }] });
        expect((await headhunter.get(`${url(other)}&cursor=${cursor}`)).status).toBe(400);
      }
    } while (cursor !== '');
    expect(found.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
  });

  it('are refused where they are wrong, with the place named', async () => {
    const all = (...parts: unknown[]) => ({ all: parts });
    const wrong: [unknown, string, string][] = [
      ['{', 'list.invalid-parameter', '?where'],
      [all({ field: 'agencyId', op: 'is', value: 'x' }), 'list.unknown-parameter', '?where/all/0/field'],
      [all({ field: 'cityFrom', op: 'is', value: 'x' }), 'list.unknown-parameter', '?where/all/0/field'],
      [all({ field: 'city', op: 'from', value: 'x' }), 'list.invalid-parameter', '?where/all/0/op'],
      [all({ field: 'doNotContact', op: 'empty' }), 'list.invalid-parameter', '?where/all/0/op'],
      [
        all({ any: [{ field: 'ownerId', op: 'is', value: 'me' }] }),
        'list.invalid-parameter',
        '?where/all/0/any/0/value',
      ],
      [all({ field: 'seniority', op: 'anyOf', value: ['staff', 'x'] }), 'list.invalid-parameter', '?where/all/0/value'],
      [all({ field: 'city', op: 'is', value: '\u0000' }), 'list.invalid-parameter', '?where/all/0/value'],
    ];
    for (const [where, code, pointer] of wrong) {
      const { status, body } = await ask<Problem>(where);
      expect([status, body.type, body.errors[0]?.pointer]).toEqual([400, `urn:longlist:${code}`, pointer]);
    }
  });

  it('know nothing of pay for those who may not see it', async () => {
    const researcher = await agency.as('researcher');
    const asked = (field: string) =>
      researcher.get<Problem>(
        `/api/v1/candidates?where=${encodeURIComponent(JSON.stringify({ all: [{ field, op: 'from', value: 1 }] }))}`,
      );
    const [hidden, nowhere] = [await asked('currentCash'), await asked('nowhere')];
    expect(hidden.status).toBe(400);
    expect(hidden.body).toEqual(nowhere.body);
    expect((await ask({ all: [{ field: 'currentCash', op: 'from', value: 1 }] })).status).toBe(200);
  });
});
