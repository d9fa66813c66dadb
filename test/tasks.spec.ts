import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@domain/day.js';
import { Clock } from '@platform/clock/clock.js';
import type { TaskRow, TaskView } from '../apps/api/src/tasks/task.view.js';
import { World } from './support/world.js';

type Items = { items: TaskRow[]; nextCursor: string | null; total?: number };
type Refused = { type: string; errors: { pointer: string }[] };

describe('tasks', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('a colleague is given one, changes it, completes it and takes that back', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const researcher = await agency.as('researcher');
    const candidacy = await agency.candidacy();
    const made = await headhunter.post<TaskView>('/api/v1/tasks', {
      title: 'Map the lab',
      assigneeId: researcher.id,
      dueOn: '2026-03-31',
      subjectType: 'candidacy',
      subjectId: candidacy.id,
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      kind: 'other',
      assigneeId: researcher.id,
      createdBy: headhunter.id,
      subjectType: 'candidacy',
      subjectId: candidacy.id,
      doneAt: null,
      abilities: ['edit', 'complete', 'remove'],
    });
    const url = `/api/v1/tasks/${made.body.id}`;
    expect((await researcher.patch<TaskView>(url, 1, { dueOn: null, kind: 'call' })).body).toMatchObject({
      dueOn: null,
      kind: 'call',
      version: 2,
    });
    const done = await researcher.post<TaskView>(`${url}/completion`);
    expect([done.status, done.body.abilities]).toEqual([200, ['reopen', 'remove']]);
    expect(done.body.doneAt).not.toBeNull();
    expect((await researcher.post<Refused>(`${url}/completion`)).body.type).toBe('urn:longlist:task.state');
    expect((await researcher.patch<Refused>(url, 3, { title: 'X' })).body.type).toBe('urn:longlist:task.done');
    expect((await researcher.delete<TaskView>(`${url}/completion`)).body.doneAt).toBeNull();
    expect((await researcher.delete(`${url}/completion`)).status).toBe(409);
    expect((await researcher.delete(url)).status).toBe(204);
    expect((await researcher.get(url)).status).toBe(404);
    const { rows } = await world.owner.query<{ type: string }>(
      'select type from event where subject_id = $1 and candidate_id = $2 and search_id = $3 order by id',
      [made.body.id, candidacy.candidate_id, candidacy.search_id],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'task.made',
      'task.changed',
      'task.completed',
      'task.reopened',
      'task.removed',
    ]);
  });

  it('are due as the day stands in the time zone of the agency', async () => {
    const agency = await world.agency();
    await world.owner.query(`update agency set time_zone = 'Pacific/Kiritimati' where id = $1`, [agency.id]);
    const headhunter = await agency.as('headhunter');
    const today = world.app.get(Clock).today('Pacific/Kiritimati');
    const days = { overdue: addDays(today, -1), today, later: addDays(today, 1), none: null };
    for (const [title, dueOn] of Object.entries(days)) await headhunter.post('/api/v1/tasks', { title, dueOn });
    const titles = async (query: string): Promise<string[]> =>
      (await headhunter.get<Items>(`/api/v1/tasks?${query}`)).body.items.map(({ title }) => title);
    for (const due of Object.keys(days)) expect(await titles(`due=${due}`)).toEqual([due]);
    expect(await titles('due=today,overdue')).toEqual(['overdue', 'today']);
    expect(await titles('')).toEqual(['overdue', 'today', 'later', 'none']);
    expect(await titles('sort=-dueOn')).toEqual(['none', 'later', 'today', 'overdue']);
    const overdue = (await headhunter.get<Items>('/api/v1/tasks?due=overdue')).body.items[0];
    await headhunter.post(`/api/v1/tasks/${overdue?.id}/completion`);
    expect(await titles('due=overdue')).toEqual([]);
    expect(await titles('done=true')).toEqual(['overdue']);
    expect(await titles('done=false')).toEqual(['today', 'later', 'none']);
    expect((await headhunter.get('/api/v1/tasks?due=soon')).status).toBe(400);
  });

  it('page by keyset through those with a day and those without', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    for (let index = 0; index < 12; index += 1) {
      await agency.insert('task', {
        title: `Task ${index}`,
        assignee_id: headhunter.id,
        due_on: index % 3 === 0 ? null : `2026-01-0${1 + (index % 2)}`,
      });
    }
    for (const sort of ['dueOn', '-dueOn', 'createdAt', '-createdAt']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { body: Items } = await headhunter.get<Items>(
          `/api/v1/tasks?limit=5&mine=true&done=false&sort=${sort}&total=true&cursor=${cursor}`,
        );
        expect(page.body.total).toBe(12);
        seen.push(...page.body.items.map(({ id }) => id));
        cursor = page.body.nextCursor;
      }
      expect([seen.length, new Set(seen).size]).toEqual([12, 12]);
    }
  });

  it('mine are mine, and a record shows its own', async () => {
    const agency = await world.agency();
    const [one, other] = [await agency.member('headhunter'), await agency.member('headhunter')];
    const { id } = await agency.candidate();
    await one.post('/api/v1/tasks', { title: 'Own' });
    await one.post('/api/v1/tasks', {
      title: 'Given',
      assigneeId: other.id,
      subjectType: 'candidate',
      subjectId: id,
    });
    const titles = async (query: string): Promise<string[]> =>
      (await one.get<Items>(`/api/v1/tasks?${query}`)).body.items.map(({ title }) => title);
    expect(await titles('mine=true')).toEqual(['Own']);
    expect(await titles('mine=false')).toEqual(['Given']);
    expect(await titles(`subjectType=candidate&subjectId=${id}`)).toEqual(['Given']);
    expect(await titles(`assigneeId=${other.id}&createdBy=${one.id}`)).toEqual(['Given']);
  });

  it('are for colleagues at work, about a whole subject', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const gone = await agency.member('headhunter');
    await world.owner.query('update member set suspended_at = now() where id = $1', [gone.id]);
    const client = await agency.as('hiring_manager');
    for (const assigneeId of [gone.id, client.id]) {
      const refused = await headhunter.post<Refused>('/api/v1/tasks', { title: 'X', assigneeId });
      expect([refused.status, refused.body.type]).toEqual([422, 'urn:longlist:task.assignee']);
    }
    const stranger = await (await world.agency()).as('headhunter');
    const refused = await headhunter.post<Refused>('/api/v1/tasks', { title: 'X', assigneeId: stranger.id });
    expect(refused.body).toMatchObject({
      type: 'urn:longlist:reference.unknown',
      errors: [{ pointer: '/assigneeId' }],
    });
    const half = await headhunter.post<Refused>('/api/v1/tasks', { title: 'X', subjectType: 'candidate' });
    expect([half.status, half.body.errors[0]?.pointer]).toEqual([400, '/subjectId']);
    expect((await (await agency.as('hr')).post('/api/v1/tasks', { title: 'X' })).status).toBe(403);
  });
});
