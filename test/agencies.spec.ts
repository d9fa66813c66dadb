import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@platform/clock/clock.js';
import { AddUser } from '../apps/api/src/agencies/add-user.js';
import { FoundAgency } from '../apps/api/src/agencies/found-agency.js';
import { LastSeenInterceptor } from '../apps/api/src/agencies/last-seen.interceptor.js';
import { isNew, welcomeLink } from '../apps/api/src/agencies/welcome-link.js';
import type { MadeApiKeyView } from '../apps/api/src/agencies/api-key.view.js';
import type { AgencyView, MeView } from '../apps/api/src/agencies/agency.view.js';
import type { SettingsView } from '../apps/api/src/agencies/setting.view.js';
import type { InvitationRow, SentInvitationView, UserRow, UserView } from '../apps/api/src/agencies/user.view.js';
import { TestClient } from './support/client.js';
import { mailsTo, Visitor } from './support/visitor.js';
import { World } from './support/world.js';

type Problem = { type: string; errors?: { pointer: string }[] };
type Items<T> = { items: T[] };

const password = 'a long enough password';
const missing = '01900000-0000-7000-8000-000000000000';
const someone = (): string => `${randomUUID()}@example.com`;
const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';
const code = ({ body, status }: { body: unknown; status: number }): [number, string] => [
  status,
  (body as Problem).type.replace('urn:longlist:', ''),
];

describe('agencies', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  afterEach(() => {
    world.app.get(Clock).now = () => new Date();
  });

  const later = (days: number): void => {
    world.app.get(Clock).now = () => new Date(Date.now() + days * 86_400_000);
  };

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

  async function joined(owner: Visitor, role: string): Promise<{ visitor: Visitor; id: string; email: string }> {
    const email = someone();
    const sent = await owner.post<SentInvitationView>('/api/v1/users/invitations', { email, name: 'Ada', role });
    const visitor = new Visitor(world);
    const values = { token: tokenOf(sent.body.link), name: 'Ada', password };
    expect((await visitor.post('/api/auth/invitation', values)).status).toBe(201);
    const { body } = await visitor.get<MeView>('/api/v1/me');
    return { visitor, id: body.id, email };
  }

  describe('the first start', () => {
    it('founds an agency with owner, pipeline and role families by a link that works once', async () => {
      expect(await isNew(world.auth)).toBe((await world.owner.query('select from agency')).rowCount === 0);
      const link = await welcomeLink(world.auth, world.config.publicUrl, world.app.get(Clock));
      expect(link).toMatch(/\/welcome\?token=[\w-]{43}$/);
      const values = {
        token: tokenOf(link),
        agencyName: '北辰 Zürich Search',
        name: 'Wei Lin',
        email: someone(),
        password,
        timeZone: 'Asia/Shanghai',
        locale: 'zh',
      };
      const owner = new Visitor(world);
      expect((await owner.post('/api/auth/welcome', { ...values, timeZone: 'Mars/Olympus' })).status).toBe(422);
      const answers = await Promise.all([
        owner.post('/api/auth/welcome', values),
        world.anonymous.post('/api/auth/welcome', { ...values, email: someone() }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await isNew(world.auth)).toBe(false);
      const winner = answers[0].status === 201 ? owner : undefined;
      if (winner) {
        const { body } = await winner.get<MeView>('/api/v1/me');
        expect(body).toMatchObject({ role: 'owner', locale: 'zh', agency: { timeZone: 'Asia/Shanghai' } });
        expect(body.agency.slug).toMatch(/^zurich-search(-\d+)?$/);
      }
      expect(code(await world.anonymous.post('/api/auth/welcome', values))).toEqual([409, 'welcome.invalid']);
      const { rows } = await world.owner.query("select type from event where type = 'agency.founded'");
      expect(rows.length).toBeGreaterThan(0);
    });

    it('gives every agency its defaults, its own short name, and nothing when it fails', async () => {
      const one = await founded();
      const two = await founded();
      const slugs = await Promise.all(
        [one, two].map(async ({ owner }) => (await owner.get<AgencyView>('/api/v1/agency')).body.slug),
      );
      expect(new Set(slugs).size).toBe(2);
      const settings = (await one.owner.get<SettingsView>('/api/v1/settings')).body;
      expect(settings.pipelines).toHaveLength(1);
      expect(settings.pipelines[0]?.isDefault).toBe(true);
      expect(settings.pipelines[0]?.stages.map(({ group }) => group)).toEqual([
        'longlist',
        'contacted',
        'qualified',
        'presented',
        'client_interview',
        'finalist',
        'offer',
        'accepted',
        'placed',
      ]);
      expect(settings.roleFamilies.map(({ name }) => name)).toContain('Pre-training');
      const before = (await world.owner.query('select from agency')).rowCount;
      const email = (await one.owner.get<MeView>('/api/v1/me')).body.email;
      const clash = world.app.get(FoundAgency).found({ name: 'Again', owner: { name: 'X', email, password } });
      await expect(clash).rejects.toMatchObject({ constraint: 'user_email_key' });
      expect((await world.owner.query('select from agency')).rowCount).toBe(before);
    });

    it('a link is void after a day, and when a newer one is made', async () => {
      const first = await welcomeLink(world.auth, world.config.publicUrl, world.app.get(Clock));
      const second = await welcomeLink(world.auth, world.config.publicUrl, world.app.get(Clock));
      const values = { agencyName: 'Late', name: 'X', password };
      const open = (link: string) =>
        world.anonymous.post('/api/auth/welcome', { ...values, token: tokenOf(link), email: someone() });
      expect((await open(first)).status).toBe(409);
      later(1.01);
      expect((await open(second)).status).toBe(409);
    });
  });

  describe('me and the agency', () => {
    it('shows permissions of the role and takes the own name and language', async () => {
      const agency = await world.agency();
      const hr = await agency.as('hr');
      const me = await hr.get<MeView>('/api/v1/me');
      expect(me.body).toMatchObject({ id: hr.id, role: 'hr', locale: 'en', version: 1, agency: { id: agency.id } });
      expect(me.body.permissions).toContain('package.read');
      expect(me.body.permissions).not.toContain('candidate.edit');
      expect((await hr.patch<MeView>('/api/v1/me', 1, { locale: 'de' })).body.locale).toBe('de');
      expect(code(await hr.patch('/api/v1/me', 1, { name: 'Late' }))).toEqual([412, 'row.changed']);
      expect((await hr.patch<MeView>('/api/v1/me', 2, { locale: null })).body.locale).toBe('en');
      expect((await (await agency.as('hiring_manager')).get('/api/v1/me')).status).toBe(403);
    });

    it('only owner and admin change the agency, to a time zone that exists', async () => {
      const agency = await world.agency();
      const admin = await agency.as('admin');
      const changed = await admin.patch<AgencyView>('/api/v1/agency', 1, {
        timeZone: 'Asia/Shanghai',
        currency: 'EUR',
      });
      expect(changed.body).toMatchObject({ timeZone: 'Asia/Shanghai', currency: 'EUR', version: 2 });
      for (const timeZone of ['Mars/Olympus', '+99:00', '+08:00']) {
        expect(code(await admin.patch('/api/v1/agency', 2, { timeZone }))).toEqual([422, 'agency.time-zone']);
      }
      expect(code(await admin.patch('/api/v1/agency', 1, { name: 'Late' }))).toEqual([412, 'row.changed']);
      const headhunter = await agency.as('headhunter');
      expect((await headhunter.patch('/api/v1/agency', 2, { name: 'X' })).status).toBe(403);
      expect((await headhunter.get<AgencyView>('/api/v1/agency')).body.abilities).toEqual([]);
    });
  });

  describe('users', () => {
    it('are invited by mail with a link that works once, and are signed in by it', async () => {
      const { owner, agencyId } = await founded();
      const email = someone();
      const values = { email, name: 'Ada', role: 'researcher' };
      const sent = await owner.post<SentInvitationView>('/api/v1/users/invitations', values);
      expect(sent.status).toBe(201);
      expect((await mailsTo(world, email))[0]).toContain(sent.body.link);
      expect(code(await owner.post('/api/v1/users/invitations', values))).toEqual([409, 'invitation.open']);
      const open = await owner.get<Items<InvitationRow>>('/api/v1/users/invitations');
      expect(open.body.items.map((one) => one.email)).toEqual([email]);
      expect(open.text).not.toContain(tokenOf(sent.body.link));

      const token = tokenOf(sent.body.link);
      const offer = await world.anonymous.get(`/api/auth/invitation?token=${token}`);
      expect(offer.body).toMatchObject({ agencyName: 'Northern Search', email, role: 'researcher' });
      const ada = new Visitor(world);
      const other = new Visitor(world);
      const accepted = await Promise.all([
        ada.post('/api/auth/invitation', { token, name: 'Ada', password }),
        other.post('/api/auth/invitation', { token, name: 'Eve', password: 'another long password' }),
      ]);
      expect(accepted.map(({ status }) => status).sort()).toEqual([201, 409]);
      const winner = accepted[0].status === 201 ? ada : other;
      const me = await winner.get<MeView>('/api/v1/me');
      expect(me.body).toMatchObject({ email, role: 'researcher', agency: { id: agencyId } });
      expect(code(await world.anonymous.get(`/api/auth/invitation?token=${token}`))).toEqual([
        409,
        'invitation.invalid',
      ]);
      expect(code(await owner.post('/api/v1/users/invitations', values))).toEqual([409, 'member.exists']);
      const { rows } = await world.owner.query('select type, data from event where agency_id = $1 order by id', [
        agencyId,
      ]);
      expect(rows.map(({ type }) => type)).toEqual([
        'member.joined',
        'agency.founded',
        'member.invited',
        'member.joined',
      ]);
    });

    it('an invitation can be renewed and taken back, and ends after a week', async () => {
      const { owner } = await founded();
      const values = { email: someone(), name: 'Ada', role: 'researcher' };
      const url = '/api/v1/users/invitations';
      const first = await owner.post<SentInvitationView>(url, values);
      const renewed = await owner.post<SentInvitationView>(`${url}/${first.body.id}/renewal`);
      expect(renewed.status).toBe(200);
      const accept = (link: string) =>
        world.anonymous.post('/api/auth/invitation', { token: tokenOf(link), name: 'Ada', password });
      expect((await accept(first.body.link)).status).toBe(409);
      later(8);
      expect((await accept(renewed.body.link)).status).toBe(409);
      const second = await owner.post<SentInvitationView>(url, values);
      expect(second.status).toBe(201);
      expect((await owner.delete(`${url}/${second.body.id}`)).status).toBe(204);
      expect((await owner.delete(`${url}/${second.body.id}`)).status).toBe(404);
      expect((await accept(second.body.link)).status).toBe(409);
      expect((await owner.get<Items<InvitationRow>>(url)).body.items).toEqual([]);
    });

    it('an address that signs in elsewhere already is not taken twice', async () => {
      const one = await founded();
      const { email } = await joined(one.owner, 'hr');
      const two = await founded();
      const sent = await two.owner.post<SentInvitationView>('/api/v1/users/invitations', {
        email,
        name: 'Ada',
        role: 'hr',
      });
      expect(sent.status).toBe(201);
      const values = { token: tokenOf(sent.body.link), name: 'Ada', password: 'another long password' };
      expect(code(await world.anonymous.post('/api/auth/invitation', values))).toEqual([409, 'member.exists']);
      expect((await world.anonymous.get(`/api/auth/invitation?token=${values.token}`)).status).toBe(200);
      expect((await new Visitor(world).signIn(email, 'another long password')).status).toBe(401);
    });

    it('exactly client roles name a client', async () => {
      const agency = await world.agency();
      const owner = await agency.as('owner');
      const client = (await agency.organization()).id;
      const invite = (values: object) =>
        owner.post<SentInvitationView>('/api/v1/users/invitations', { email: someone(), name: 'Ada', ...values });
      expect(code(await invite({ role: 'client_hr' }))).toEqual([422, 'member.client']);
      expect(code(await invite({ role: 'hr', clientId: client }))).toEqual([422, 'member.client']);
      expect(code(await invite({ role: 'client_hr', clientId: missing }))).toEqual([422, 'reference.unknown']);
      const theirs = (await (await world.agency()).organization()).id;
      expect(code(await invite({ role: 'client_hr', clientId: theirs }))).toEqual([422, 'reference.unknown']);
      const sent = await invite({ role: 'client_hr', clientId: client });
      expect(sent.body.clientId).toBe(client);
      const manager = new Visitor(world);
      const token = tokenOf(sent.body.link);
      expect((await manager.post('/api/auth/invitation', { token, name: 'Ada', password })).status).toBe(201);
      expect((await manager.get('/api/auth/get-session')).status).toBe(200);
      expect((await manager.get('/api/v1/me')).status).toBe(403);
    });

    it('are listed, found, and changed by those who manage them', async () => {
      const agency = await world.agency();
      const [owner, headhunter] = [await agency.as('owner'), await agency.as('headhunter')];
      const list = await headhunter.get<Items<UserRow>>('/api/v1/users?role=headhunter,owner&state=active');
      expect(list.body.items.map(({ id }) => id).sort()).toEqual([owner.id, headhunter.id].sort());
      expect((await headhunter.get<Items<UserRow>>('/api/v1/users?q=HEADHUN')).body.items).toHaveLength(1);
      const url = `/api/v1/users/${headhunter.id}`;
      const changed = await owner.patch<UserView>(url, 1, { role: 'admin', name: 'Ada' });
      expect(changed.body).toMatchObject({ role: 'admin', name: 'Ada', version: 2 });
      expect((await headhunter.get<MeView>('/api/v1/me')).body.permissions).toContain('user.manage');
      await owner.patch(url, 2, { role: 'researcher' });
      expect((await headhunter.patch(`/api/v1/users/${owner.id}`, 1, { role: 'hr' })).status).toBe(403);
      expect(code(await owner.patch(url, 3, { role: 'client_hr' }))).toEqual([422, 'member.client']);
    });

    it('the last owner stays, and nobody changes themselves', async () => {
      const agency = await world.agency();
      const [owner, admin] = [await agency.as('owner'), await agency.as('admin')];
      const url = `/api/v1/users/${owner.id}`;
      expect(code(await admin.patch(url, 1, { role: 'admin' }))).toEqual([409, 'member.last-owner']);
      expect(code(await admin.post(`${url}/suspension`))).toEqual([409, 'member.last-owner']);
      expect(code(await owner.patch(url, 1, { role: 'admin' }))).toEqual([409, 'member.self']);
      expect(code(await owner.post(`${url}/suspension`))).toEqual([409, 'member.self']);
      const second = await agency.member('owner');
      const answers = await Promise.all([
        owner.patch(`/api/v1/users/${second.id}`, 1, { role: 'admin' }),
        second.patch(url, 1, { role: 'admin' }),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
      const { rows } = await world.owner.query(
        "select count(*)::int as n from member where agency_id = $1 and role = 'owner'",
        [agency.id],
      );
      expect(rows[0]).toEqual({ n: 1 });
    });

    it('a suspended one is out at once, with every session and key, until let in again', async () => {
      const { owner } = await founded();
      const { visitor, id, email } = await joined(owner, 'admin');
      const key = await visitor.post<MadeApiKeyView>('/api/v1/api-keys', { name: 'K', permissions: ['user.read'] });
      const bearer = new TestClient(world.app, { authorization: `Bearer ${key.body.key}` });
      expect((await bearer.get('/api/v1/users')).status).toBe(200);
      const suspended = await owner.post<UserView>(`/api/v1/users/${id}/suspension`);
      expect(suspended.body).toMatchObject({ state: 'suspended', abilities: ['edit', 'changeRole', 'resume'] });
      expect((await visitor.get('/api/v1/me')).status).toBe(401);
      expect(code(await bearer.get('/api/v1/users'))).toEqual([403, 'access.suspended']);
      expect(code(await visitor.signIn(email, password))).toEqual([403, 'access.suspended']);
      expect(code(await visitor.signIn(email, 'not the password'))).toEqual([401, 'sign-in.failed']);
      expect(code(await owner.post(`/api/v1/users/${id}/suspension`))).toEqual([409, 'member.state']);
      expect((await owner.delete<UserView>(`/api/v1/users/${id}/suspension`)).body.state).toBe('active');
      expect((await visitor.get('/api/v1/me')).status).toBe(401);
      expect((await visitor.signIn(email, password)).status).toBe(200);
      expect((await bearer.get('/api/v1/users')).status).toBe(200);
    });

    it('a session that outlived the suspension in the database opens nothing', async () => {
      const agency = await world.agency();
      const hr = await agency.as('hr');
      await world.owner.query('update member set suspended_at = now() where id = $1', [hr.id]);
      expect(code(await hr.get('/api/v1/me'))).toEqual([403, 'access.suspended']);
    });

    it('another agency has nothing of them, in the same bytes as nothing at all', async () => {
      const [mine, theirs] = [await world.agency(), await world.agency()];
      const owner = await mine.as('owner');
      const { id } = await theirs.as('hr');
      const nothing = await owner.get(`/api/v1/users/${missing}`);
      expect(nothing.status).toBe(404);
      expect((await owner.get(`/api/v1/users/${id}`)).text).toBe(nothing.text);
      expect((await owner.patch(`/api/v1/users/${id}`, 1, { role: 'admin' })).text).toBe(nothing.text);
      expect((await owner.post(`/api/v1/users/${id}/suspension`)).text).toBe(nothing.text);
      expect((await owner.get<Items<UserRow>>('/api/v1/users')).body.items).toHaveLength(1);
    });

    it('it is known when one was last seen', async () => {
      const agency = await world.agency();
      const hr = await agency.as('hr');
      const seen = async (): Promise<string | null | undefined> =>
        (await hr.get<UserView>(`/api/v1/users/${hr.id}`)).body.lastSeenAt;
      expect(await seen()).toBeNull();
      await world.app.get(LastSeenInterceptor).flush();
      const first = await seen();
      expect(Date.parse(String(first))).toBeGreaterThan(Date.now() - 60_000);
      later(1);
      await seen();
      await world.app.get(LastSeenInterceptor).flush();
      expect(Date.parse(String(await seen()))).toBeGreaterThan(Date.parse(String(first)) + 80_000_000);
      expect((await hr.get<UserView>(`/api/v1/users/${hr.id}`)).body.version).toBe(1);
    });

    it('can be added by a program with a password', async () => {
      const { owner, agencyId } = await founded();
      const email = someone();
      const member = await world.app.get(AddUser).to(agencyId, { name: 'Bo', email, password, role: 'researcher' });
      const bo = new Visitor(world);
      expect((await bo.signIn(email, password)).status).toBe(200);
      expect((await owner.get<UserView>(`/api/v1/users/${member.id}`)).body.role).toBe('researcher');
    });
  });
});
