import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@platform/clock/clock.js';
import { FoundAgency } from '../apps/api/src/agencies/found-agency.js';
import { LastSeenInterceptor } from '../apps/api/src/agencies/last-seen.interceptor.js';
import type { ApiKeyRow, MadeApiKeyView } from '../apps/api/src/agencies/api-key.view.js';
import type { MeView } from '../apps/api/src/agencies/agency.view.js';
import type { SavedViewView } from '../apps/api/src/agencies/saved-view.view.js';
import type {
  CustomFieldView,
  PipelineRow,
  PipelineView,
  SettingsView,
  SettingView,
} from '../apps/api/src/agencies/setting.view.js';
import { TestClient } from './support/client.js';
import { Visitor } from './support/visitor.js';
import { World } from './support/world.js';

type Problem = { type: string; errors?: { pointer: string }[] };
type Items<T> = { items: T[] };

const password = 'a long enough password';
const missing = '01900000-0000-7000-8000-000000000000';
const someone = (): string => `${randomUUID()}@example.com`;
const code = ({ body, status }: { body: unknown; status: number }): [number, string] => [
  status,
  (body as Problem).type.replace('urn:longlist:', ''),
];

describe('keys and settings', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  afterEach(() => {
    world.app.get(Clock).now = () => new Date();
  });

  /** An agency as it is founded, with its owner signed in. */
  async function founded(): Promise<{ owner: Visitor; ownerId: string; agencyId: string }> {
    const email = someone();
    const { id } = await world.app
      .get(FoundAgency)
      .found({ name: 'Northern Search', owner: { name: 'Wei Lin', email, password } });
    const owner = new Visitor(world);
    await owner.signIn(email, password);
    const { body } = await owner.get<MeView>('/api/v1/me');
    return { owner, ownerId: id, agencyId: body.agency.id };
  }

  describe('API keys', () => {
    it('do what they are narrowed to, are shown once, and stop when revoked', async () => {
      const agency = await world.agency();
      const owner = await agency.as('owner');
      const made = await owner.post<MadeApiKeyView>('/api/v1/api-keys', {
        name: 'Nightly',
        permissions: ['organization.read'],
      });
      expect(made.body.key).toMatch(/^ll_[\w-]{43}$/);
      const bearer = new TestClient(world.app, { authorization: `Bearer ${made.body.key}` });
      expect((await bearer.get('/api/v1/organizations')).status).toBe(200);
      expect((await bearer.post('/api/v1/organizations', { kind: 'company', name: 'X' })).status).toBe(403);
      expect((await bearer.get('/api/v1/users')).status).toBe(403);
      const altered = new TestClient(world.app, { authorization: `Bearer ${made.body.key.slice(0, -1)}x` });
      expect((await altered.get('/api/v1/organizations')).status).toBe(401);
      await world.app.get(LastSeenInterceptor).flush();
      const list = await owner.get<Items<ApiKeyRow>>('/api/v1/api-keys?revoked=false');
      expect(list.body.items[0]).toMatchObject({ prefix: made.body.key.slice(0, 8), revokedAt: null });
      expect(list.body.items[0]?.lastUsedAt).not.toBeNull();
      expect(list.text).not.toContain(made.body.key.slice(8));
      const { rows } = await world.owner.query('select k::text as text from api_key k where id = $1', [made.body.id]);
      expect(JSON.stringify(rows)).not.toContain(made.body.key.slice(8));
      expect((await owner.delete(`/api/v1/api-keys/${made.body.id}`)).status).toBe(204);
      expect((await bearer.get('/api/v1/organizations')).status).toBe(401);
      expect((await owner.get<ApiKeyRow>(`/api/v1/api-keys/${made.body.id}`)).body.revokedAt).not.toBeNull();
    });

    it('never do more than their maker, nor more than the maker may later', async () => {
      const agency = await world.agency();
      const [owner, admin] = [await agency.as('owner'), await agency.as('admin')];
      const wide = { name: 'K', permissions: ['api-key.manage', 'organization.read'] };
      const made = await admin.post<MadeApiKeyView>('/api/v1/api-keys', wide);
      const bearer = new TestClient(world.app, { authorization: `Bearer ${made.body.key}` });
      const beyond = await bearer.post('/api/v1/api-keys', { name: 'K', permissions: ['user.manage'] });
      expect(code(beyond)).toEqual([422, 'api-key.permissions']);
      expect(code(await admin.post('/api/v1/api-keys', { name: 'K', permissions: [] }))[0]).toBe(422);
      expect(code(await admin.post('/api/v1/api-keys', { name: 'K', permissions: ['all'] }))[0]).toBe(400);
      await owner.patch(`/api/v1/users/${admin.id}`, 1, { role: 'researcher' });
      expect((await bearer.get('/api/v1/api-keys')).status).toBe(403);
      expect((await bearer.get('/api/v1/organizations')).status).toBe(200);
      expect((await (await agency.as('headhunter')).get('/api/v1/api-keys')).status).toBe(403);
    });

    it('end when they say', async () => {
      const agency = await world.agency();
      const owner = await agency.as('owner');
      const values = { name: 'K', permissions: ['organization.read'] };
      const past = await owner.post('/api/v1/api-keys', { ...values, expiresAt: '2020-01-01T00:00:00Z' });
      expect(code(past)).toEqual([422, 'value.out-of-range']);
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      const made = await owner.post<MadeApiKeyView>('/api/v1/api-keys', { ...values, expiresAt });
      const bearer = new TestClient(world.app, { authorization: `Bearer ${made.body.key}` });
      expect((await bearer.get('/api/v1/organizations')).status).toBe(200);
      await world.owner.query("update api_key set expires_at = now() - interval '1 second' where id = $1", [
        made.body.id,
      ]);
      expect((await bearer.get('/api/v1/organizations')).status).toBe(401);
    });
  });

  describe('settings', () => {
    it('tags and role families: added, renamed, put away and brought back; names are taken once', async () => {
      const agency = await world.agency();
      const admin = await agency.as('admin');
      for (const path of ['tags', 'role-families']) {
        const url = `/api/v1/settings/${path}`;
        const made = await admin.post<SettingView>(url, { name: 'World models', color: 'teal' });
        expect(made.body).toMatchObject({ name: 'World models', color: 'teal', position: 0, candidateCount: 0 });
        expect(code(await admin.post(url, { name: 'world MODELS' }))).toEqual([409, 'setting.name-taken']);
        const one = `${url}/${made.body.id}`;
        const patched = await admin.patch<SettingView>(one, 1, { name: 'Simulation', color: null });
        expect(patched.body).toMatchObject({ name: 'Simulation', color: null });
        expect((await admin.post<SettingView>(url, { name: 'Agents' })).body.position).toBe(1);
        expect((await admin.post<SettingView>(`${one}/archival`)).body.abilities).toEqual(['restore']);
        expect(code(await admin.post(`${one}/archival`))).toEqual([409, 'setting.state']);
        expect(code(await admin.patch(one, 3, { name: 'X' }))).toEqual([409, 'setting.archived']);
        await admin.post(url, { name: 'Simulation' });
        expect(code(await admin.delete(`${one}/archival`))).toEqual([409, 'setting.name-taken']);
        const active = await admin.get<Items<SettingView>>(`${url}?archived=false`);
        expect(active.body.items.map(({ name }) => name)).toEqual(['Agents', 'Simulation']);
        const other = path === 'tags' ? 'role-families' : 'tags';
        expect((await admin.get(`/api/v1/settings/${other}/${made.body.id}`)).status).toBe(404);
        expect((await admin.post(`/api/v1/settings/${other}/${made.body.id}/archival`)).status).toBe(404);
      }
      const researcher = await agency.as('researcher');
      expect((await researcher.get('/api/v1/settings')).status).toBe(200);
      expect((await researcher.post('/api/v1/settings/tags', { name: 'X' })).status).toBe(403);
    });

    it('custom fields keep their key and kind, and their choices fit', async () => {
      const agency = await world.agency();
      const admin = await agency.as('admin');
      const url = '/api/v1/settings/custom-fields';
      const make = (values: object) => admin.post<CustomFieldView>(url, { label: 'Accelerator', ...values });
      const made = await make({ key: 'accelerator', kind: 'choice', choices: ['A', 'B'] });
      expect(made.body).toMatchObject({ key: 'accelerator', kind: 'choice', choices: ['A', 'B'], position: 0 });
      expect(code(await make({ key: 'accelerator', kind: 'text' }))).toEqual([409, 'custom-field.key-taken']);
      expect(code(await make({ key: 'one', kind: 'choice', choices: ['A'] }))).toEqual([422, 'custom-field.choices']);
      expect(code(await make({ key: 'two', kind: 'flag', choices: ['A'] }))).toEqual([422, 'custom-field.choices']);
      expect((await make({ key: 'Not a key', kind: 'text' })).status).toBe(422);
      const one = `${url}/${made.body.id}`;
      expect((await admin.patch(one, 1, { kind: 'text' })).status).toBe(400);
      expect((await admin.patch<CustomFieldView>(one, 1, { choices: ['B', 'C'] })).body.choices).toEqual(['B', 'C']);
      expect((await admin.post(`${one}/archival`)).status).toBe(200);
      expect((await admin.get<SettingsView>('/api/v1/settings')).body.customFields).toEqual([]);
    });

    it('pipelines: stages keep their ids, groups never go back, one is the default', async () => {
      const { owner } = await founded();
      const url = '/api/v1/settings/pipelines';
      const wrong = [
        [],
        [{ name: 'A', group: 'contacted' }],
        [
          { name: 'A', group: 'longlist' },
          { name: 'B', group: 'offer' },
          { name: 'C', group: 'presented' },
        ],
        [
          { name: 'A', group: 'longlist' },
          { name: 'a ', group: 'offer' },
        ],
      ];
      for (const stages of wrong)
        expect(code(await owner.post(url, { name: 'X', stages }))).toEqual([422, 'pipeline.stages']);
      const stages = [
        { name: 'Long', group: 'longlist' },
        { name: 'Called', group: 'contacted' },
      ];
      const made = await owner.post<PipelineView>(url, { name: 'Short', stages });
      expect(made.body.stages.map(({ name, position }) => [name, position])).toEqual([
        ['Long', 0],
        ['Called', 1],
      ]);
      const one = `${url}/${made.body.id}`;
      const [long, called] = made.body.stages;
      const next = [long, { name: 'Read', group: 'longlist' }, { ...called, name: 'Phoned' }];
      const given = next.map((stage) => ({
        id: (stage as { id?: string }).id,
        name: stage?.name,
        group: stage?.group,
      }));
      const patched = await owner.patch<PipelineView>(one, 1, { stages: given });
      expect(patched.body.stages.map(({ id }) => id)[2]).toBe(called?.id);
      expect(patched.body.stages.map(({ name }) => name)).toEqual(['Long', 'Read', 'Phoned']);
      const unknown = await owner.patch(one, 2, { stages: [{ id: missing, ...stages[0] }] });
      expect(code(unknown)).toEqual([422, 'reference.unknown']);
      expect(patched.body.version).toBe(2);

      const usual = (await owner.get<Items<PipelineRow>>(url)).body.items.find(({ isDefault }) => isDefault);
      expect(code(await owner.post(`${url}/${usual?.id}/archival`))).toEqual([409, 'pipeline.default']);
      expect((await owner.post<PipelineView>(`${one}/default`)).body.isDefault).toBe(true);
      expect((await owner.post<PipelineView>(`${url}/${usual?.id}/archival`)).body.archivedAt).not.toBeNull();
      expect(code(await owner.post(`${url}/${usual?.id}/default`))).toEqual([409, 'setting.archived']);
    });
  });

  it('saved views: the own and the shared; only the owner changes one, everyone pins for themselves', async () => {
    const agency = await world.agency();
    const [ada, bo] = [await agency.as('headhunter'), await agency.as('researcher')];
    const url = '/api/v1/saved-views';
    const values = { subject: 'candidates', name: 'Infra', query: 'q=infra&sort=-updatedAt' };
    const made = await ada.post<SavedViewView>(url, values);
    expect(made.body).toMatchObject({ ...values, shared: false, pinned: false, abilities: ['edit', 'remove', 'pin'] });
    const one = `${url}/${made.body.id}`;
    expect((await bo.get(one)).status).toBe(404);
    expect((await bo.get<Items<SavedViewView>>(url)).body.items).toEqual([]);
    expect((await ada.patch<SavedViewView>(one, 1, { shared: true })).body.shared).toBe(true);
    expect((await bo.get<SavedViewView>(one)).body.abilities).toEqual(['pin']);
    expect(code(await bo.patch(one, 2, { name: 'Mine' }))).toEqual([403, 'saved-view.not-yours']);
    expect(code(await bo.delete(one))).toEqual([403, 'saved-view.not-yours']);
    expect((await bo.post<SavedViewView>(`${one}/pin`)).body.pinned).toBe(true);
    expect((await bo.post<SavedViewView>(`${one}/pin`)).body.pinned).toBe(true);
    expect((await bo.get<Items<SavedViewView>>(`${url}?pinned=true&subject=candidates`)).body.items).toHaveLength(1);
    expect((await ada.get<SavedViewView>(one)).body.pinned).toBe(false);
    expect((await bo.delete<SavedViewView>(`${one}/pin`)).body.pinned).toBe(false);
    expect((await ada.delete(one)).status).toBe(204);
    expect((await ada.get(one)).status).toBe(404);
  });
});
