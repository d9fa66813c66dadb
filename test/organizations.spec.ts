import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';
import type { OrganizationView } from '../apps/api/src/organizations/organization.view.js';

type Items = { items: { id: string; name: string }[]; nextCursor: string | null; total?: number };

describe('organizations', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('a headhunter adds, reads, changes and archives one', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const created = await headhunter.post<OrganizationView>('/api/v1/organizations', {
      kind: 'company',
      name: ' Northstar AI ',
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ name: 'Northstar AI', kind: 'company', version: 1, parentId: null });
    expect(created.body.abilities).toContain('edit');
    const url = `/api/v1/organizations/${created.body.id}`;
    const patched = await headhunter.patch<OrganizationView>(url, 1, { country: 'China' });
    expect(patched.body).toMatchObject({ country: 'China', version: 2 });
    expect((await headhunter.patch(url, 1, { country: 'Chile' })).status).toBe(412);
    expect((await headhunter.send('PATCH', url, { body: { country: 'Chile' } })).status).toBe(428);
    expect((await headhunter.patch<OrganizationView>(url, 2, { country: null })).body.country).toBeNull();
    expect((await headhunter.post(`${url}/archival`)).status).toBe(200);
    expect((await headhunter.post(`${url}/archival`)).status).toBe(409);
    const refused = await headhunter.patch<{ type: string }>(url, 4, { city: 'Hangzhou' });
    expect(refused.body.type).toBe('urn:longlist:organization.archived');
    const { rows } = await world.owner.query('select type from event where subject_id = $1 order by id', [
      created.body.id,
    ]);
    expect(rows.map(({ type }) => type)).toEqual([
      'organization.created',
      'organization.changed',
      'organization.changed',
      'organization.archived',
    ]);
  });

  it('another agency has nothing of it, in the same bytes as nothing at all', async () => {
    const mine = await world.agency();
    const theirs = await world.agency();
    const { id } = await theirs.organization({ name: 'Canary 7f3a' });
    const owner = await mine.as('owner');
    const foreign = await owner.get(`/api/v1/organizations/${id}`);
    const missing = await owner.get('/api/v1/organizations/01900000-0000-7000-8000-000000000000');
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(missing.text);
    expect((await owner.get('/api/v1/organizations/not-an-id')).text).toBe(missing.text);
    expect((await owner.get('/api/v1/organizations?q=Canary')).text).not.toContain('Canary');
  });

  it('pages by keyset in both directions of both orders', async () => {
    const agency = await world.agency();
    for (let index = 0; index < 23; index += 1) await agency.organization({ name: `Name ${index % 7}` });
    const hr = await agency.as('hr');
    for (const sort of ['name', '-name', 'updatedAt', '-updatedAt']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { body: Items } = await hr.get<Items>(
          `/api/v1/organizations?limit=5&sort=${sort}&cursor=${cursor}&total=true`,
        );
        expect(page.body.total).toBe(23);
        seen.push(...page.body.items.map(({ id }) => id));
        cursor = page.body.nextCursor;
      }
      expect(new Set(seen).size).toBe(23);
      expect(seen).toHaveLength(23);
    }
    const first = await hr.get<Items>('/api/v1/organizations?limit=5');
    const elsewhere = await hr.get(`/api/v1/organizations?limit=5&sort=-name&cursor=${first.body.nextCursor}`);
    expect(elsewhere.status).toBe(400);
  });

  it('finds by part of the name in any script, by alias and by domain', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const { body } = await headhunter.post<OrganizationView>('/api/v1/organizations', {
      kind: 'lab',
      name: 'Deep Valley Research',
      nativeName: '深谷研究院',
    });
    await headhunter.post(`/api/v1/organizations/${body.id}/aliases`, {
      kind: 'domain',
      value: 'https://www.deepvalley.ai/about',
    });
    for (const q of ['valley', '深谷', '研究', 'deepvalley.ai']) {
      const found = await headhunter.get<Items>(`/api/v1/organizations?q=${encodeURIComponent(q)}`);
      expect(found.body.items.map(({ id }) => id)).toEqual([body.id]);
    }
    expect((await headhunter.get<Items>('/api/v1/organizations?q=%25')).body.items).toEqual([]);
  });

  it('refuses what it does not know by name', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const unknown = await headhunter.get<{ type: string; errors: { pointer: string }[] }>(
      '/api/v1/organizations?secret=1',
    );
    expect(unknown.body).toMatchObject({
      type: 'urn:longlist:list.unknown-parameter',
      errors: [{ pointer: '?secret' }],
    });
    const bad = await headhunter.post<{ errors: { pointer: string }[] }>('/api/v1/organizations', {
      kind: 'bank',
      name: '',
      x: 1,
    });
    expect(bad.status).toBe(400);
    expect(bad.body.errors.map(({ pointer }) => pointer).sort()).toEqual(['/kind', '/name', '/x']);
    expect((await headhunter.post('/api/v1/organizations', { kind: 'lab', name: 'a\u0000b' })).status).toBe(400);
  });

  it('answers a repeated key once', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const headers = { 'idempotency-key': 'one-click' };
    const values = { kind: 'company', name: 'Once' };
    const [first, second] = await Promise.all([
      headhunter.post('/api/v1/organizations', values, { headers }),
      headhunter.post('/api/v1/organizations', values, { headers }),
    ]);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(JSON.parse(first.text)).toEqual(JSON.parse(second.text));
    const other = await headhunter.post('/api/v1/organizations', { ...values, name: 'Twice' }, { headers });
    expect(other.status).toBe(422);
  });

  it('roles: everyone on the staff reads, researchers write, hr does not, clients see nothing, nobody is 401', async () => {
    const agency = await world.agency();
    const statusOf = async (role: 'hr' | 'researcher' | 'client_hr' | 'hiring_manager'): Promise<[number, number]> => {
      const member = await agency.as(role);
      return [
        (await member.get('/api/v1/organizations')).status,
        (await member.post('/api/v1/organizations', { kind: 'company', name: 'X' })).status,
      ];
    };
    expect(await statusOf('researcher')).toEqual([200, 201]);
    expect(await statusOf('hr')).toEqual([200, 403]);
    expect(await statusOf('client_hr')).toEqual([403, 403]);
    expect(await statusOf('hiring_manager')).toEqual([403, 403]);
    expect((await world.anonymous.get('/api/v1/organizations')).status).toBe(401);
  });

  it('keeps the tree a tree', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const top = await agency.organization({ name: 'Top' });
    const lab = await agency.organization({ name: 'Lab', kind: 'lab', parent_id: top.id });
    const inner = await agency.organization({ name: 'Inner', kind: 'lab', parent_id: lab.id });
    const cycle = await headhunter.patch<{ type: string }>(`/api/v1/organizations/${lab.id}`, 1, {
      parentId: inner.id,
    });
    expect(cycle.body.type).toBe('urn:longlist:organization.parent-cycle');
    const tree = await headhunter.get<{ nodes: { name: string; depth: number }[] }>(
      `/api/v1/organizations/${inner.id}/tree`,
    );
    expect(tree.body.nodes.map(({ name, depth }) => [name, depth])).toEqual([
      ['Top', 0],
      ['Lab', 1],
      ['Inner', 2],
    ]);
  });
});
