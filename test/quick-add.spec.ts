import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecentsInterceptor } from '../apps/api/src/agencies/recents.interceptor.js';
import type { RecentRow } from '../apps/api/src/agencies/recent.view.js';
import type { PossibleMatches } from '../apps/api/src/candidates/candidate.view.js';
import type { Member } from './support/agency.js';
import { World } from './support/world.js';

const matches = async (member: Member, values: object) =>
  (await member.post<PossibleMatches>('/api/v1/candidates/matches', values)).body.items;

describe('somebody about to be added', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is surely known by an id, likely by a channel with a name that goes with it, maybe by the name alone', async () => {
    const agency = await world.agency();
    const member = await agency.as('researcher');
    const add = (displayName: string, more: object = {}) =>
      member.post<{ id: string }>('/api/v1/candidates', { displayName, ...more });
    const byId = (await add('Somebody Else', { identifiers: [{ kind: 'github', value: 'zhao-hong' }] })).body.id;
    const byChannel = (await add('赵宏', { channels: [{ kind: 'phone', value: '138 0013 8000' }] })).body.id;
    const byName = (await add('Hong Zhao')).body.id;
    await add('Wang Wei', { channels: [{ kind: 'phone', value: '+8613800138000' }] });
    const found = await matches(member, {
      displayName: 'Zhao Hong',
      identifiers: [{ kind: 'github', value: 'https://github.com/Zhao-Hong' }],
      channels: [{ kind: 'phone', value: '+86 138 0013 8000' }],
    });
    expect(found.map(({ id, strength, by }) => [id, strength, by])).toEqual([
      [byId, 'sure', 'github'],
      [byChannel, 'likely', 'phone'],
      [byName, 'maybe', null],
    ]);
    expect(await matches(member, { displayName: 'Nobody Known' })).toEqual([]);
    expect(await matches(member, {})).toEqual([]);
    const wrong = await member.post('/api/v1/candidates/matches', { identifiers: [{ kind: 'orcid', value: 'x' }] });
    expect([wrong.status, wrong.body]).toMatchObject([422, { errors: [{ pointer: '/identifiers/0/value' }] }]);
  });

  it('is not compared with those of another agency', async () => {
    const [mine, theirs] = [await world.agency(), await world.agency()];
    await (await theirs.as('owner')).post('/api/v1/candidates', { displayName: 'Hong Zhao' });
    expect(await matches(await mine.as('owner'), { displayName: 'Hong Zhao' })).toEqual([]);
  });
});

describe('records that were opened', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('are remembered for the one who opened them, latest first, each once', async () => {
    const agency = await world.agency();
    const [member, other] = [await agency.as('headhunter'), await agency.as('owner')];
    const recents = async (who: Member): Promise<string[]> => {
      await world.app.get(RecentsInterceptor).flush();
      const { body } = await who.get<{ items: RecentRow[] }>('/api/v1/recents');
      return body.items.map(({ subjectType, name }) => `${subjectType} ${name}`);
    };
    const candidate = await agency.candidate({ display_name: 'Ada' });
    const organization = await agency.organization({ name: 'Northstar' });
    const search = await agency.search({ title: 'Head of inference' });
    await member.get(`/api/v1/candidates/${candidate.id}`);
    await member.get(`/api/v1/organizations/${organization.id}`);
    await member.get(`/api/v1/searches/${search.id}`);
    await member.get(`/api/v1/candidates/${search.id}`);
    expect(await recents(member)).toEqual(['search Head of inference', 'organization Northstar', 'candidate Ada']);
    await member.get(`/api/v1/candidates/${candidate.id}`);
    expect((await recents(member))[0]).toBe('candidate Ada');
    expect(await recents(member)).toHaveLength(3);
    expect(await recents(other)).toEqual([]);
  });

  it('are all written when a flush is done, also those that an earlier flush has taken', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const recents = world.app.get(RecentsInterceptor);
    await member.get(`/api/v1/candidates/${(await agency.candidate()).id}`);
    const earlier = recents.flush();
    await recents.flush();
    const { rows } = await world.owner.query('select from recent where agency_id = $1', [agency.id]);
    expect(rows).toHaveLength(1);
    await earlier;
  });

  it('are thirty at most', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    for (let index = 0; index < 35; index += 1) {
      await member.get(`/api/v1/candidates/${(await agency.candidate()).id}`);
      if (index === 20) await world.app.get(RecentsInterceptor).flush();
    }
    await world.app.get(RecentsInterceptor).flush();
    const { rows } = await world.owner.query('select from recent where agency_id = $1', [agency.id]);
    expect(rows).toHaveLength(30);
  });
});
