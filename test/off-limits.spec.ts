import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { addDays, addMonths } from '@domain/day.js';
import { Clock } from '@platform/clock/clock.js';
import type { CandidacyView } from '../apps/api/src/candidacies/candidacy.view.js';
import type {
  BlockedUniverse,
  OffLimitsOverrideView,
  OffLimitsPolicyRow,
  OffLimitsPolicyView,
  OffLimitsVerdicts,
  OffLimitsVerdictView,
} from '../apps/api/src/off-limits/off-limits.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Refused = {
  type: string;
  errors?: { pointer: string }[];
  why?: { reason: string; organizationName: string; until: string | null }[];
  lifts?: string[];
  mayOverride?: boolean;
};
type List = { items: OffLimitsPolicyRow[] };

const policies = '/api/v1/off-limits-policies';
const overrides = '/api/v1/off-limits/overrides';
const today = new Date().toISOString().slice(0, 10);

const check = (member: Member, candidateIds: string[], values: object = {}) =>
  member.post<OffLimitsVerdicts>('/api/v1/off-limits/check', { candidateIds, ...values });

async function verdictOn(member: Member, id: string, searchId?: string): Promise<OffLimitsVerdictView> {
  const { body } = await check(member, [id], { ...(searchId && { searchId }) });
  if (!body.items[0]) throw new Error('no verdict');
  return body.items[0];
}

const add = (member: Member, values: object) =>
  member.post<OffLimitsPolicyView & Refused>(policies, { level: 'block', reason: 'own_decision', ...values });

/** Somebody who works at the organization now. */
async function staff(agency: Agency, organizationId: string, values: object = {}): Promise<string> {
  const { id } = await agency.candidate({ current_organization_id: organizationId, ...values });
  await agency.insert('affiliation', {
    candidate_id: id,
    organization_id: organizationId,
    type: 'employment',
    started_on: '2024-01-01',
  });
  return id;
}

const log = (member: Member, candidateId: string, values: object = {}) =>
  member.post<Refused & { id: string }>('/api/v1/contact-log', {
    candidateId,
    channel: 'phone',
    direction: 'outbound',
    outcome: 'talked',
    ...values,
  });

const move = (member: Member, id: string, stageId: string | undefined) =>
  member.post<CandidacyView & Refused>(`/api/v1/candidacies/${id}/moves`, { stageId });

describe('off-limits', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('holds policies that are made, changed, ended and brought back, each told once', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { id: organizationId, name } = await agency.organization();
    const made = await add(member, { organizationId, reason: 'client_agreement' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      source: 'made',
      organizationName: name,
      covers: ['staff'],
      withChildren: true,
      protectsName: name,
      startsOn: today,
      endsOn: null,
      state: 'active',
      abilities: ['edit', 'end'],
    });
    const url = `${policies}/${made.body.id}`;
    const values = { level: 'warn', endsOn: addDays(today, 3) };
    const patched = await member.patch<OffLimitsPolicyView>(url, made.body.version, values);
    expect(patched.body).toMatchObject({ level: 'warn', endsOn: addDays(today, 3), state: 'active' });
    const ended = await member.post<OffLimitsPolicyView>(`${url}/ending`);
    expect(ended.body).toMatchObject({ state: 'ended', abilities: ['restore'] });
    expect((await member.post<Refused>(`${url}/ending`)).body.type).toBe('urn:longlist:off-limits.state');
    expect((await member.delete<OffLimitsPolicyView>(`${url}/ending`)).body.state).toBe('active');
    const { rows } = await world.owner.query<{ type: string; data: object }>(
      'select type, data from event where agency_id = $1 and subject_id = $2 order by id',
      [agency.id, made.body.id],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'off-limits.policy-added',
      'off-limits.policy-changed',
      'off-limits.policy-ended',
      'off-limits.policy-restored',
    ]);
  });

  it('refuses policies that make no sense, and says where', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const organizationId = (await agency.organization()).id;
    const candidateId = (await agency.candidate()).id;
    const refused = async (values: object) => {
      const { status, body } = await add(member, values);
      return [status, body.type, body.errors?.[0]?.pointer];
    };
    expect(await refused({})).toEqual([422, 'urn:longlist:off-limits.subject', '/organizationId']);
    expect(await refused({ organizationId, candidateId })).toEqual([
      422,
      'urn:longlist:off-limits.subject',
      '/candidateId',
    ]);
    const days = { startsOn: '2026-02-02', endsOn: '2026-02-01' };
    expect(await refused({ organizationId, ...days })).toEqual([422, 'urn:longlist:off-limits.days', '/endsOn']);
    const [status, type] = await refused({ organizationId: candidateId });
    expect([status, type]).toEqual([422, 'urn:longlist:reference.unknown']);
    expect((await add(await agency.as('researcher'), { organizationId })).status).toBe(403);
  });

  it('reads the staff of an agreed entity from the search: while it runs, and for the agreed months after closing', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const client = await agency.organization({ name: 'Northstar' });
    const lab = await agency.organization({ kind: 'lab', parent_id: client.id });
    const search = await agency.search({ organization_id: client.id, off_limits_organization_id: client.id });
    const other = await agency.search();
    const ada = await staff(agency, lab.id);
    expect(await verdictOn(member, ada)).toMatchObject({
      level: 'block',
      doNotContact: false,
      why: [
        {
          source: 'agreement',
          organizationName: 'Northstar',
          throughId: lab.id,
          cover: 'staff',
          until: null,
          searchId: search.id,
        },
      ],
    });
    expect((await verdictOn(member, ada, other.id)).level).toBe('block');
    expect((await verdictOn(member, ada, search.id)).level).toBe('none');
    const listed = await member.get<List>(`${policies}?source=agreement&organizationId=${client.id}`);
    expect(listed.body.items).toMatchObject([{ id: search.id, source: 'agreement', state: 'active', endsOn: null }]);
    const derived = await member.get<OffLimitsPolicyView>(`${policies}/${search.id}`);
    expect(derived.body.abilities).toEqual([]);
    expect((await member.post<Refused>(`${policies}/${search.id}/ending`)).body.type).toBe(
      'urn:longlist:off-limits.derived',
    );
    const url = `/api/v1/searches/${search.id}`;
    await member.post(`${url}/closure`, { reason: 'lost' });
    expect((await verdictOn(member, ada)).why[0]?.until).toBe(addMonths(today, 12));
    const clock = world.app.get(Clock);
    const now = clock.now.bind(clock);
    try {
      clock.now = () => new Date(`${addMonths(today, 12)}T12:00:00Z`);
      expect((await verdictOn(member, ada)).level).toBe('block');
      clock.now = () => new Date(`${addDays(addMonths(today, 12), 1)}T12:00:00Z`);
      expect((await verdictOn(member, ada)).level).toBe('none');
    } finally {
      clock.now = now;
    }
    await member.delete(`${url}/closure`);
    expect((await verdictOn(member, ada)).why[0]?.until).toBeNull();
    const { body } = await member.get<{ version: number }>(url);
    await member.patch(url, body.version, { offLimitsOrganizationId: null });
    expect((await verdictOn(member, ada)).level).toBe('none');
  });

  it('reads placed people from their placements, also after they fell off, and those presented elsewhere', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const search = await agency.search({ placed_off_limits_months: 6 });
    const other = await agency.search();
    const { id: candidacyId, candidate_id: ada } = await agency.candidacy({
      search_id: search.id,
      stage_id: search.stages[4],
    });
    expect(await verdictOn(member, ada, other.id)).toMatchObject({
      level: 'warn',
      why: [{ source: 'presentation', searchId: search.id, cover: 'presented' }],
    });
    const placement = await member.post<{ id: string }>(`/api/v1/candidacies/${candidacyId}/placement`, {
      startsOn: today,
    });
    await member.post(`/api/v1/placements/${placement.body.id}/start`, {});
    const until = addMonths(today, 6);
    expect(await verdictOn(member, ada, other.id)).toMatchObject({
      level: 'block',
      why: [{ source: 'placement', reason: 'placement', until, whileThere: true }],
    });
    expect((await verdictOn(member, ada, search.id)).level).toBe('none');
    await member.post(`/api/v1/placements/${placement.body.id}/falling-off`, { leftBy: 'candidate' });
    expect((await verdictOn(member, ada, other.id)).why[0]).toMatchObject({ until, whileThere: false });
    const listed = await member.get<List>(`${policies}?candidateId=${ada}`);
    expect(listed.body.items).toMatchObject([{ source: 'placement', endsOn: until, whileThere: false }]);
  });

  it('marks on adding and refuses an approach and a step beyond the longlist, with nothing half written', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const client = await agency.organization({ name: 'Northstar' });
    await agency.search({ organization_id: client.id, off_limits_organization_id: client.id });
    const search = await agency.search();
    const ada = await staff(agency, client.id);
    const bo = (await agency.candidate()).id;
    const added = await member.post<{ items: { candidacyId: string; outcome: string }[] }>(
      `/api/v1/searches/${search.id}/candidacies`,
      { candidateIds: [ada, bo] },
    );
    expect(added.body.items.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    const [adas = '', bos = ''] = added.body.items.map(({ candidacyId }) => candidacyId);
    const before = await world.owner.query('select id from event where agency_id = $1', [agency.id]);
    const approach = await log(member, ada, { searchId: search.id, followUp: { dueOn: addDays(today, 7) } });
    expect([approach.status, approach.body.type]).toEqual([409, 'urn:longlist:off-limits.blocked']);
    expect(approach.body).toMatchObject({
      why: [{ reason: 'client_agreement', organizationName: 'Northstar', until: null }],
      lifts: ['override', 'end', 'inbound'],
      mayOverride: false,
    });
    const refusedMove = await move(member, adas, search.stages[1]);
    expect([refusedMove.status, refusedMove.body.type]).toEqual([409, 'urn:longlist:off-limits.blocked']);
    const after = await world.owner.query('select id from event where agency_id = $1', [agency.id]);
    const logs = await world.owner.query('select id from contact_log where agency_id = $1', [agency.id]);
    const tasks = await world.owner.query('select id from task where agency_id = $1', [agency.id]);
    expect([after.rowCount, logs.rowCount, tasks.rowCount]).toEqual([before.rowCount, 0, 0]);
    const many = await member.post<{ items: { outcome: string; code?: string }[] }>(
      `/api/v1/searches/${search.id}/moves`,
      { candidacyIds: [adas, bos], stageId: search.stages[1] },
    );
    expect(many.body.items.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'off-limits.blocked'],
      ['moved', undefined],
    ]);
    const cleo = await staff(agency, client.id);
    const beyond = await member.post<{ items: { outcome: string; code?: string }[] }>(
      `/api/v1/searches/${search.id}/candidacies`,
      { candidateIds: [cleo, (await agency.candidate()).id], stageId: search.stages[2] },
    );
    expect(beyond.body.items.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'off-limits.blocked'],
      ['added', undefined],
    ]);
  });

  it('lets a blocked person stand back, leave, and be taken along with a removed stage, and not come back', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const search = await agency.search();
    const candidacy = await agency.candidacy({ search_id: search.id, stage_id: search.stages[2] });
    await add(member, { candidateId: candidacy.candidate_id });
    expect((await move(member, candidacy.id, search.stages[1])).status).toBe(200);
    expect((await move(member, candidacy.id, search.stages[2])).status).toBe(409);
    const removal = `/api/v1/searches/${search.id}/stages/${search.stages[1]}/removal`;
    expect((await member.post(removal, { toStageId: search.stages[2] })).status).toBe(200);
    const exit = `/api/v1/candidacies/${candidacy.id}/exit`;
    expect((await member.post(exit, { party: 'candidate', reason: 'pay' })).status).toBe(200);
    const back = (stageId?: string) =>
      member.post<Refused>(`/api/v1/candidacies/${candidacy.id}/reopening`, { stageId });
    expect((await back(search.stages[2])).body.type).toBe('urn:longlist:off-limits.blocked');
    expect((await back(search.stages[0])).status).toBe(200);
  });

  it('keeps do-not-contact apart, and always lets a call from them be logged', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { id } = await agency.candidate({ do_not_contact: true });
    await add(member, { candidateId: id });
    expect(await verdictOn(member, id)).toMatchObject({ level: 'block', doNotContact: true });
    expect((await log(member, id)).body.type).toBe('urn:longlist:candidate.do-not-contact');
    const { body } = await check(member, [id], { action: 'approach' });
    expect(body.items[0]?.refused).toBe(true);
    expect((await log(member, id, { direction: 'inbound' })).status).toBe(201);
  });

  it('warns of who came first, by a log or by their source, with a date', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const first = (await agency.candidate()).id;
    const second = (await agency.candidate()).id;
    const fourth = (await agency.candidate()).id;
    const third = (await agency.candidate({ source: 'inbound', sourced_on: '2026-01-02' })).id;
    for (const candidateId of [first, third, fourth]) await add(member, { candidateId });
    await log(member, second, { occurredAt: '2026-01-01T10:00:00Z' });
    await add(member, { candidateId: second });
    for (const id of [first, second]) await log(member, id, { direction: 'inbound' });
    const levels = (await check(member, [first, second, third])).body.items.map(({ level, why }) => [
      level,
      why[0]?.relief,
    ]);
    expect(levels).toEqual([
      ['warn', 'inbound'],
      ['block', null],
      ['warn', 'inbound'],
    ]);
    expect((await log(member, first)).status).toBe(201);
    expect((await log(member, second)).status).toBe(409);
    const wrong = await log(member, fourth, { direction: 'inbound' });
    expect((await verdictOn(member, fourth)).level).toBe('warn');
    await member.post(`/api/v1/contact-log/${wrong.body.id}/voiding`);
    expect((await verdictOn(member, fourth)).level).toBe('block');
  });

  it('is overridden by who may, with a written reason that no event holds, in one search or in all', async () => {
    const agency = await world.agency();
    const admin = await agency.as('admin');
    const headhunter = await agency.as('headhunter');
    const { id: candidateId } = await agency.candidate();
    const search = await agency.search();
    const idle = await admin.post<Refused>(overrides, { candidateId, reason: 'Nothing to override' });
    expect([idle.status, idle.body.type]).toEqual([409, 'urn:longlist:off-limits.not-blocked']);
    await add(headhunter, { candidateId, reason: 'court_order' });
    const values = { candidateId, searchId: search.id, reason: 'Released in writing' };
    expect((await headhunter.post(overrides, values)).status).toBe(403);
    const refused = await log(admin, candidateId, { searchId: search.id });
    expect(refused.body.mayOverride).toBe(true);
    const made = await admin.post<OffLimitsOverrideView>(overrides, values);
    expect(made.body).toMatchObject({ reason: 'Released in writing', searchId: search.id, abilities: ['end'] });
    expect((await verdictOn(headhunter, candidateId, search.id)).why[0]?.relief).toBe('override');
    expect((await log(headhunter, candidateId, { searchId: search.id })).status).toBe(201);
    expect((await log(headhunter, candidateId)).status).toBe(409);
    const { rows } = await world.owner.query<{ data: object; candidate_id: string; search_id: string }>(
      `select data, candidate_id, search_id from event where agency_id = $1 and type = 'off-limits.overridden'`,
      [agency.id],
    );
    expect(rows).toMatchObject([{ candidate_id: candidateId, search_id: search.id }]);
    expect(JSON.stringify(rows)).not.toContain('Released');
    await admin.post(`${overrides}/${made.body.id}/ending`);
    expect((await log(headhunter, candidateId, { searchId: search.id })).status).toBe(409);
    const listed = await headhunter.get<{ items: OffLimitsOverrideView[] }>(`${overrides}?candidateId=${candidateId}`);
    expect(listed.body.items.map(({ endedAt }) => endedAt !== null)).toEqual([true]);
  });

  it('judges 1,000 people in one statement', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const client = await agency.organization();
    await add(member, { organizationId: client.id });
    const { rows } = await world.owner.query<{ id: string }>(
      `with made as (insert into candidate (agency_id, display_name) select $1, 'Person ' || n from generate_series(1, 1000) as n returning id),
        work as (insert into affiliation (agency_id, candidate_id, organization_id, type) select $1, id, $2, 'employment' from made)
        select id from made`,
      [agency.id, client.id],
    );
    const query = jest.spyOn(Client.prototype, 'query');
    const { body } = await check(
      member,
      rows.map(({ id }) => id),
    );
    const asked = query.mock.calls.map(([statement]) => JSON.stringify(statement));
    query.mockRestore();
    expect(body.items.filter(({ level }) => level === 'block')).toHaveLength(1000);
    expect(asked.filter((text) => /candidate|affiliation|polic/.test(text))).toHaveLength(1);
  });

  it('shows how much of the targets of a search is blocked, and who', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const target = await agency.organization({ name: 'Target' });
    const lab = await agency.organization({ kind: 'lab', parent_id: target.id });
    const search = await agency.search();
    await agency.insert('target', { search_id: search.id, organization_id: target.id });
    const ada = await staff(agency, lab.id, { display_name: 'Ada' });
    const bo = await staff(agency, target.id, { display_name: 'Bo' });
    const cleo = await staff(agency, target.id, { display_name: 'Cleo' });
    await staff(agency, target.id, { display_name: 'Dora' });
    await staff(agency, (await agency.organization()).id);
    await staff(agency, target.id, { archived_at: new Date() });
    await add(member, { candidateId: bo });
    await add(member, { candidateId: cleo });
    await add(member, { candidateId: ada, level: 'warn' });
    const url = `/api/v1/searches/${search.id}/blocked-universe`;
    const whole = await member.get<BlockedUniverse>(url);
    expect(whole.body).toMatchObject({ total: 4, blocked: 2, warned: 1, nextCursor: null });
    expect(whole.body.items.map(({ candidateName, level }) => [candidateName, level])).toEqual([
      ['Bo', 'block'],
      ['Cleo', 'block'],
      ['Ada', 'warn'],
    ]);
    const page = await member.get<BlockedUniverse>(`${url}?limit=2`);
    const next = await member.get<BlockedUniverse>(`${url}?limit=2&cursor=${page.body.nextCursor}`);
    expect([...page.body.items, ...next.body.items]).toEqual(whole.body.items);
    expect((await member.get(`${url}?limit=0`)).status).toBe(400);
    expect((await member.get(`${url}?cursor=x`)).status).toBe(400);
    expect((await member.get(`${url}?other=x`)).status).toBe(400);
  });
});
