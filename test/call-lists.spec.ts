import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@domain/day.js';
import { Clock } from '@platform/clock/clock.js';
import type {
  CallListEntryRow,
  CallListEntryView,
  CallListRow,
  CallListView,
} from '../apps/api/src/call-lists/call-list.view.js';
import type { ContactLogView } from '../apps/api/src/poaching/contact-log.view.js';
import type { TaskView } from '../apps/api/src/tasks/task.view.js';
import type { Member } from './support/agency.js';
import { World } from './support/world.js';

type Refused = { type: string; errors?: { pointer: string }[] };

const url = '/api/v1/call-lists';
const make = (member: Member, body: object) => member.post<CallListView>(url, body);
const refused = (member: Member, body: object) => member.post<Refused>(url, body);

async function entriesOf(member: Member, id: string, query = ''): Promise<CallListEntryRow[]> {
  return (await member.get<{ items: CallListEntryRow[] }>(`${url}/${id}/entries?limit=200${query}`)).body.items;
}

async function namesOf(member: Member, id: string): Promise<string[]> {
  return (await entriesOf(member, id)).map(({ candidateName }) => candidateName);
}

const call = (member: Member, entry: { id: string; candidateId: string }, values: object = {}) =>
  member.post<ContactLogView & Refused>('/api/v1/contact-log', {
    candidateId: entry.candidateId,
    callListEntryId: entry.id,
    channel: 'phone',
    direction: 'outbound',
    outcome: 'talked',
    ...values,
  });

describe('call lists', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('freeze the people of a view in its order, without those who are archived', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    for (const display_name of ['Cleo', 'Ada', 'Bo']) await agency.candidate({ display_name, city: 'Hangzhou' });
    await agency.candidate({ display_name: 'Dora', city: 'Hangzhou', archived_at: new Date() });
    await agency.candidate({ display_name: 'Emil', city: 'Berlin' });
    const made = await make(member, { source: { kind: 'view', filters: { city: 'Hangzhou', sort: 'displayName' } } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ source: 'view', total: 3, done: 0, skipped: 0, abilities: ['call', 'remove'] });
    expect(await namesOf(member, made.body.id)).toEqual(['Ada', 'Bo', 'Cleo']);
    await world.owner.query(`update candidate set city = 'Berlin' where agency_id = $1 and display_name = 'Bo'`, [
      agency.id,
    ]);
    expect(await namesOf(member, made.body.id)).toEqual(['Ada', 'Bo', 'Cleo']);
    const wrong = await refused(member, { source: { kind: 'view', filters: { nothing: 'x' } } });
    expect([wrong.status, wrong.body.type]).toEqual([400, 'urn:longlist:list.unknown-parameter']);
    expect((await refused(member, { source: { kind: 'view', filters: { city: 7 } } })).status).toBe(400);
    const empty = await refused(member, { source: { kind: 'view', filters: { city: 'Nowhere' } } });
    expect([empty.status, empty.body.type]).toEqual([409, 'urn:longlist:call-list.empty']);
  });

  it('hold 500 people at most', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    await world.owner.query(
      `insert into candidate (agency_id, display_name) select $1, 'Person ' || n from generate_series(1, 520) as n`,
      [agency.id],
    );
    const { body } = await make(member, { source: { kind: 'view' } });
    expect(body.total).toBe(500);
  });

  it('take a stage as it stands on the board, and are then about its search', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const search = await agency.search();
    const people: string[] = [];
    for (const rank of ['c', 'a', 'b']) {
      const { candidate_id } = await agency.candidacy({ search_id: search.id, rank });
      people.push(candidate_id);
    }
    await agency.candidacy({ search_id: search.id, stage_id: search.stages[1] });
    const source = { kind: 'stage', searchId: search.id, stageId: search.stages[0] };
    const { body } = await make(member, { source });
    expect(body).toMatchObject({ source: 'stage', searchId: search.id, stageName: 'longlist', total: 3 });
    expect((await entriesOf(member, body.id)).map(({ candidateId }) => candidateId)).toEqual([
      people[1],
      people[2],
      people[0],
    ]);
    const other = await agency.search();
    const crossed = await refused(member, { source: { ...source, searchId: other.id } });
    expect(crossed.body).toMatchObject({
      type: 'urn:longlist:reference.unknown',
      errors: [{ pointer: '/source/stageId' }],
    });
    const half = await refused(member, { source: { kind: 'stage', searchId: search.id } });
    expect([half.status, half.body.errors?.[0]?.pointer]).toEqual([400, '/source/stageId']);
  });

  it('take the own follow-ups that are due, each person once, and complete them by the call', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const colleague = await agency.as('researcher');
    const today = world.app.get(Clock).today('UTC');
    const [ada, bo, cleo] = [await agency.candidate(), await agency.candidacy(), await agency.candidate()];
    const task = (values: object) =>
      member.post<TaskView>('/api/v1/tasks', { title: 'T', kind: 'follow_up', ...values });
    const on = (id: string) => ({ subjectType: 'candidate', subjectId: id });
    const first = await task({ dueOn: today, ...on(ada.id) });
    await task({ dueOn: addDays(today, -3), subjectType: 'candidacy', subjectId: bo.id });
    await task({ dueOn: addDays(today, -1), ...on(bo.candidate_id) });
    await task({ dueOn: addDays(today, 1), ...on(cleo.id) });
    await task({ dueOn: today, assigneeId: colleague.id, ...on(cleo.id) });
    await task({ dueOn: today, kind: 'other', ...on(cleo.id) });
    const { body } = await make(member, { source: { kind: 'follow_ups' } });
    const entries = await entriesOf(member, body.id);
    expect(entries.map(({ candidateId }) => candidateId)).toEqual([bo.candidate_id, ada.id]);
    const second = entries[1];
    if (!second) throw new Error('two are due');
    expect((await member.get<CallListEntryView>(`${url}/${body.id}/entries/${second.id}`)).body.task).toMatchObject({
      id: first.body.id,
      doneAt: null,
    });
    expect((await call(member, second)).status).toBe(201);
    expect((await member.get<TaskView>(`/api/v1/tasks/${first.body.id}`)).body.doneAt).not.toBeNull();
    expect((await call(member, second, { outcome: 'interested' })).status).toBe(201);
  });

  it('are ticked by the log of the call in the same write, and tell how far they are', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    for (const display_name of ['Ada', 'Bo', 'Cleo']) await agency.candidate({ display_name });
    const { id } = (await make(member, { source: { kind: 'view', filters: { sort: 'displayName' } } })).body;
    const [ada, bo, cleo] = await entriesOf(member, id);
    if (!ada || !bo || !cleo) throw new Error('three were made');
    const logged = await call(member, ada, { followUp: { dueOn: '2030-01-31' } });
    expect([logged.status, logged.body.followUpDueOn]).toEqual([201, '2030-01-31']);
    const skipped = await member.post<CallListEntryView>(`${url}/${id}/entries/${bo.id}/skipping`);
    expect([skipped.status, skipped.body.state, skipped.body.abilities]).toEqual([200, 'skipped', ['log', 'unskip']]);
    expect((await member.post<Refused>(`${url}/${id}/entries/${ada.id}/skipping`)).body.type).toBe(
      'urn:longlist:call-list.state',
    );
    expect((await member.get<CallListView>(`${url}/${id}`)).body).toMatchObject({ total: 3, done: 1, skipped: 1 });
    expect((await entriesOf(member, id, '&state=waiting')).map((one) => one.id)).toEqual([cleo.id]);
    const open = async (): Promise<string[]> =>
      (await member.get<{ items: CallListRow[] }>(`${url}?open=true`)).body.items.map((one) => one.id);
    expect(await open()).toEqual([id]);
    await call(member, cleo);
    expect(await open()).toEqual([]);
    expect((await member.delete<CallListEntryView>(`${url}/${id}/entries/${bo.id}/skipping`)).body.state).toBe(
      'waiting',
    );
    expect(await open()).toEqual([id]);
    const other = await call(member, { id: bo.id, candidateId: ada.candidateId });
    expect([other.status, other.body.errors?.[0]?.pointer]).toEqual([422, '/callListEntryId']);
    expect((await entriesOf(member, id)).map(({ state }) => state)).toEqual(['done', 'waiting', 'done']);
    expect((await member.delete(`${url}/${id}`)).status).toBe(204);
    expect((await member.get(`${url}/${id}`)).status).toBe(404);
    expect((await member.get(`/api/v1/contact-log/${logged.body.id}`)).status).toBe(200);
  });

  it('show one person with channels, last contact, latest note and hooks, each note to those who may see it', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const colleague = await agency.as('owner');
    const { id: candidateId } = await agency.candidate();
    const channel = (kind: string, value: string, more: object = {}) =>
      agency.insert('candidate_channel', { candidate_id: candidateId, kind, value, value_key: value, ...more });
    await channel('email', 'ada@example.com');
    await channel('phone', '+8613900000000');
    await channel('wechat', 'ada_wx', { do_not_use: true });
    const note = (who: Member, body: string, more: object = {}) =>
      who.post('/api/v1/notes', {
        subjectType: 'candidate',
        subjectId: candidateId,
        visibility: 'agency',
        body,
        ...more,
      });
    await note(member, 'Moves for compute', { pinned: true });
    await note(member, 'Latest');
    await note(colleague, 'Secret', { visibility: 'private' });
    await note(colleague, 'Secret hook', { visibility: 'private', pinned: true });
    await member.post('/api/v1/contact-log', {
      candidateId,
      channel: 'wechat',
      direction: 'inbound',
      outcome: 'not_now',
      text: 'In spring.',
    });
    const { id } = (await make(member, { source: { kind: 'view' } })).body;
    const [entry] = await entriesOf(member, id);
    const { body, text } = await member.get<CallListEntryView>(`${url}/${id}/entries/${entry?.id}`);
    expect(body.channels.map(({ value }) => value)).toEqual(['+8613900000000', 'ada@example.com']);
    expect(body.lastContact).toMatchObject({ channel: 'wechat', outcome: 'not_now', text: 'In spring.' });
    expect(body.lastNote).toMatchObject({ body: 'Latest' });
    expect(body.hooks.map((hook) => hook.body)).toEqual(['Moves for compute']);
    expect(text).not.toContain('Secret');
  });

  it('mark who asked not to be contacted, and let nothing outbound be logged', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    await agency.candidate({ do_not_contact: true, do_not_contact_since: '2025-01-01' });
    const { id } = (await make(member, { source: { kind: 'view' } })).body;
    const [entry] = await entriesOf(member, id);
    if (!entry) throw new Error('one was made');
    expect(entry.doNotContact).toBe(true);
    const outbound = await call(member, entry);
    expect([outbound.status, outbound.body.type]).toEqual([409, 'urn:longlist:candidate.do-not-contact']);
    expect((await entriesOf(member, id))[0]?.state).toBe('waiting');
    expect((await call(member, entry, { direction: 'inbound' })).status).toBe(201);
    expect((await entriesOf(member, id))[0]?.state).toBe('done');
  });

  it('are their member’s alone', async () => {
    const agency = await world.agency();
    const [one, other] = [await agency.member('headhunter'), await agency.member('headhunter')];
    await agency.candidate();
    const { id } = (await make(one, { source: { kind: 'view' } })).body;
    const [entry] = await entriesOf(one, id);
    if (!entry) throw new Error('one was made');
    expect((await other.get<{ items: CallListRow[] }>(url)).body.items).toEqual([]);
    const nothing = (await other.get(`${url}/01900000-0000-7000-8000-000000000000`)).text;
    expect((await other.get(`${url}/${id}`)).text).toBe(nothing);
    expect((await other.get(`${url}/${id}/entries`)).status).toBe(404);
    expect((await other.post(`${url}/${id}/entries/${entry.id}/skipping`)).status).toBe(404);
    expect((await other.delete(`${url}/${id}`)).status).toBe(404);
    expect((await call(other, entry)).status).toBe(422);
    expect((await entriesOf(one, id))[0]?.state).toBe('waiting');
  });
});
