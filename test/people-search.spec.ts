import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CandidateSearch, searchNames } from '../apps/api/src/candidates/candidate.search.js';
import { Units } from '@platform/db/units.js';
import type { Agency, Member } from './support/agency.js';
import { until } from './support/product.js';
import { World } from './support/world.js';

type Items = { items: { id: string }[] };
type Person = { id: string; text: string };

const given = ['Ada', 'Zhihao', 'Jürgen', 'Ines', 'Xiaoyun', 'Noël'];
const family = ['Lovelace', 'Müller', 'Wang', 'O’Brien', 'García', 'Ng'];
const native = ['赵宏', '王志豪', '欧阳雪', '吕丽', '李文', null];
const titles = ['Research Scientist', 'Tech Lead', '算法工程师', 'Staff Engineer'];
const employers = ['Northstar AI', '北辰智能', 'Lab for Moving Things', 'DeepRiver'];
const areas = ['reinforcement learning', 'speculative decoding', '强化学习', 'RLHF'];

/** As people compare names: without case, accents and width. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase().replaceAll('ø', 'o');

describe('people are found', () => {
  let world: World;
  let agency: Agency;
  let member: Member;
  const people: Person[] = [];

  const ids = async (q: string, as: Member = member): Promise<string[]> => {
    const answer = await as.get<Items>(`/api/v1/candidates?limit=200&q=${encodeURIComponent(q)}`);
    expect([q, answer.status]).toEqual([q, 200]);
    return answer.body.items.map(({ id }) => id).sort();
  };

  async function person(number: number): Promise<Person> {
    const pick = <T>(from: readonly T[], step: number): T => from[Math.floor(number / step) % from.length] as T;
    const nativeName = pick(native, 1);
    const displayName = `${pick(given, 1)} ${pick(family, 6)}`;
    const names = { displayName, nativeName };
    const { id } = await agency.candidate({
      display_name: displayName,
      native_name: nativeName,
      search_names: searchNames(names),
    });
    const employer = pick(employers, 3);
    const { rows } = await world.owner.query<{ id: string }>(
      'select id from organization where agency_id = $1 and name = $2',
      [agency.id, employer],
    );
    const organization_id = rows[0]?.id ?? (await agency.organization({ name: employer })).id;
    const title = pick(titles, 2);
    const area = pick(areas, 5);
    await agency.insert('affiliation', { candidate_id: id, organization_id, type: 'employment', title });
    await agency.insert('candidate_topic', { candidate_id: id, kind: 'area', name: area });
    return { id, text: plain([searchNames(names), title, employer, area].join('\n')) };
  }

  const refresh = (of: readonly string[]): Promise<void> => {
    const units = world.app.get(Units);
    return units.run(units.systemActor(agency.id), () => world.app.get(CandidateSearch).refresh(of));
  };

  beforeAll(async () => {
    world = await World.open({ WORKER: 'on' });
    agency = await world.agency();
    member = await agency.as('headhunter');
    for (let number = 0; number < 60; number += 1) people.push(await person(number));
    await refresh(people.map(({ id }) => id));
  }, 60_000);
  afterAll(() => world.close());

  it('by any parts of what is known of them, in any order, as a naive reading finds them', async () => {
    const words = [...new Set(people.flatMap(({ text }) => text.split(/\s+/)))].filter((word) => word.length > 0);
    const part = fc
      .record({ word: fc.constantFrom(...words), from: fc.nat(6), size: fc.integer({ min: 1, max: 8 }) })
      .map(({ word, from, size }) => {
        const letters = [...word];
        const start = from % letters.length;
        return letters.slice(start, start + size).join('');
      })
      .filter((text) => /^[\p{L}\p{N}]+$/u.test(text))
      .filter((text) => /\p{Script=Han}/u.test(text) || text.length >= 3);
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 3 }), async (parts) => {
        const expected = people.filter(({ text }) => parts.every((one) => text.includes(one))).map(({ id }) => id);
        expect(await ids(parts.join(' '))).toEqual(expected.sort());
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each([
    ['王志豪', ['王志豪', 'wangzhihao', 'wang zhihao', 'zhihao wang', 'zhihaowang', 'WANG ZHI', '志豪', '王', 'wz']],
    ['欧阳雪', ['欧阳雪', 'ouyang xue', 'xue ouyang', 'ouyangxue', 'ox']],
    ['吕丽', ['吕丽', 'lv li', 'lu li', 'lvli']],
  ])('%s by characters and by pinyin, together and apart', async (name, queries) => {
    const expected = people.filter(({ text }) => text.includes(name)).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    for (const q of queries) {
      const found = await ids(q);
      for (const id of expected) expect([q, found.includes(id)]).toEqual([q, true]);
    }
  });

  it('without accents and by alias, identifier, former employer and the title of a paper', async () => {
    const made = await member.post<{ id: string; version: number }>('/api/v1/candidates', {
      displayName: 'Søren Håkansson',
      aliases: ['Sunny'],
      identifiers: [{ kind: 'openreview', value: '~Soren_Hakansson7' }],
      skills: ['Triton kernels'],
    });
    const { id } = made.body;
    const before = await agency.organization({ name: 'Forgotten Forge' });
    await member.post(`/api/v1/candidates/${id}/affiliations`, {
      organizationId: before.id,
      type: 'employment',
      startedOn: '2019-01-01',
      endedOn: '2020-01-01',
    });
    await member.post(`/api/v1/candidates/${id}/publications`, { title: 'Attention to forgetting', year: 2024 });
    for (const q of [
      'soren',
      'hakansson soren',
      'sunny',
      'Hakansson7',
      'forgotten',
      'forge sor',
      'attention forget',
      'triton',
    ]) {
      expect([q, await ids(q)]).toEqual([q, [id]]);
    }
  });

  it('by the new name of their employer once it is renamed', async () => {
    const { id: organizationId } = await agency.organization({ name: 'Elderwood' });
    const { id } = await agency.candidate({ display_name: 'Rename Me', search_names: 'rename me' });
    await member.post(`/api/v1/candidates/${id}/affiliations`, { organizationId, type: 'employment' });
    expect(await ids('elderwood')).toEqual([id]);
    const renamed = await member.patch(`/api/v1/organizations/${organizationId}`, 1, { name: 'Youngleaf' });
    expect(renamed.status).toBe(200);
    const found = await until(async () => ((await ids('youngleaf')).length > 0 ? ids('youngleaf') : undefined));
    expect(found).toEqual([id]);
  });

  it('by the text of a note that they may see, and of no other', async () => {
    const { id } = await agency.candidate({ display_name: 'Noted One', search_names: 'noted one' });
    await refresh([id]);
    const colleague = await agency.member('headhunter');
    const write = (visibility: string, body: string) =>
      member.post('/api/v1/notes', { subjectType: 'candidate', subjectId: id, visibility, body });
    await write('private', 'secretword only mine');
    await write('agency', 'openword for all');
    expect(await ids('secretword')).toEqual([id]);
    expect(await ids('noted secretword')).toEqual([id]);
    expect(await ids('secretword', colleague)).toEqual([]);
    expect(await ids('openword', colleague)).toEqual([id]);
    const stranger = await (await world.agency()).as('owner');
    expect(await ids('openword', stranger)).toEqual([]);
  });
});
