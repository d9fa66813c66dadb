import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { Units } from '@platform/db/units.js';
import type { NoticeRow } from '../apps/api/src/notices/notice.view.js';
import type { TaskView } from '../apps/api/src/tasks/task.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Items = { items: NoticeRow[]; total?: number };

const noticesOf = async (member: Member, query = ''): Promise<NoticeRow[]> =>
  (await member.get<Items>(`/api/v1/notices?${query}`)).body.items;

/** Asks until it holds, for twenty seconds. */
async function soon<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const found = await ask();
    if (holds(found) || tries === 400) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const mentioning = (...members: Member[]): object => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Please ring ' },
        ...members.map(({ id }) => ({ type: 'mention', attrs: { id, label: 'A colleague' } })),
      ],
    },
  ],
});

describe('notices', () => {
  let world: World;
  let agency: Agency;
  let author: Member;
  let colleague: Member;
  let other: Member;
  let candidate: string;

  beforeAll(async () => {
    world = await World.open({ WORKER: 'on' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    agency = await world.agency();
    author = await agency.member('headhunter');
    colleague = await agency.member('researcher');
    other = await agency.member('owner');
    candidate = (await agency.candidate()).id;
  });

  const write = (values: object) =>
    author.post<{ id: string; version: number }>('/api/v1/notes', {
      subjectType: 'candidate',
      subjectId: candidate,
      visibility: 'agency',
      ...values,
    });

  it('tell a colleague of a mention, once, and nobody else', async () => {
    const note = (await write({ document: mentioning(colleague, author) })).body;
    const told = await soon(
      () => noticesOf(colleague),
      (all) => all.length > 0,
    );
    expect(told).toMatchObject([
      { kind: 'mention', noteId: note.id, candidateId: candidate, actorId: author.id, readAt: null },
    ]);
    expect(told[0]?.text).toBe('Please ring @A colleague@A colleague');
    const again = await author.patch(`/api/v1/notes/${note.id}`, 1, { document: mentioning(colleague, other) });
    expect(again.status).toBe(200);
    await soon(
      () => noticesOf(other),
      (all) => all.length > 0,
    );
    expect(await noticesOf(colleague)).toHaveLength(1);
    expect(await noticesOf(author)).toEqual([]);
    await author.patch(`/api/v1/notes/${note.id}`, 2, { visibility: 'private' });
    expect(await noticesOf(colleague)).toEqual([]);
  });

  it('a private note tells nobody; as a task it gives one', async () => {
    await write({ document: mentioning(colleague), visibility: 'private', asTasks: true });
    await write({ document: mentioning(colleague), asTasks: true });
    await soon(
      () => noticesOf(colleague),
      (all) => all.length > 0,
    );
    const tasks = await soon(
      async () => (await colleague.get<{ items: TaskView[] }>('/api/v1/tasks?mine=true')).body.items,
      (all) => all.length > 0,
    );
    expect(tasks).toMatchObject([
      { title: 'Please ring @A colleague', subjectType: 'candidate', subjectId: candidate, createdBy: author.id },
    ]);
    expect(await noticesOf(colleague)).toHaveLength(1);
  });

  it('are read one by one or all at once; those of others are not there', async () => {
    for (let count = 0; count < 3; count += 1) await write({ document: mentioning(colleague) });
    const [first] = await soon(
      () => noticesOf(colleague),
      (all) => all.length === 3,
    );
    const url = `/api/v1/notices/${first?.id}/reading`;
    expect((await other.post(url, {})).status).toBe(404);
    const read = await colleague.post<NoticeRow>(url, {});
    expect([read.status, typeof read.body.readAt]).toEqual([200, 'string']);
    expect((await colleague.post<NoticeRow>(url, {})).body.readAt).toBe(read.body.readAt);
    const unread = await colleague.get<Items>('/api/v1/notices?unread=true&total=true');
    expect(unread.body.total).toBe(2);
    expect((await colleague.post('/api/v1/notices/reading', {})).body).toEqual({ count: 2 });
    expect(await noticesOf(colleague, 'unread=true')).toEqual([]);
    expect(await noticesOf(colleague, 'unread=false')).toHaveLength(3);
  });

  it('tell the team of a search of the moves and exits of others', async () => {
    const candidacy = await agency.candidacy();
    for (const { id } of [author, colleague]) {
      await agency.insert('search_member', { search_id: candidacy.search_id, member_id: id });
    }
    const exit = await author.post(`/api/v1/candidacies/${candidacy.id}/exit`, { party: 'candidate', reason: 'pay' });
    expect(exit.status).toBeLessThan(300);
    const told = await soon(
      () => noticesOf(colleague),
      (all) => all.length > 0,
    );
    expect(told).toMatchObject([
      { kind: 'exit', word: 'pay', searchId: candidacy.search_id, candidateId: candidacy.candidate_id },
    ]);
    expect(await noticesOf(author)).toEqual([]);
    expect(await noticesOf(other)).toEqual([]);
  });

  it('are taken back with the step that was undone: those not read vanish, those read stay', async () => {
    const candidacy = await agency.candidacy();
    const hasRead = await agency.member('headhunter');
    for (const { id } of [author, colleague, hasRead]) {
      await agency.insert('search_member', { search_id: candidacy.search_id, member_id: id });
    }
    await author.post(`/api/v1/candidacies/${candidacy.id}/exit`, { party: 'candidate', reason: 'pay' });
    for (const member of [colleague, hasRead]) {
      const told = await soon(
        () => noticesOf(member),
        (all) => all.length > 0,
      );
      expect(told).toMatchObject([{ kind: 'exit' }]);
    }
    await hasRead.post('/api/v1/notices/reading', {});
    const { rows } = await world.owner.query<{ id: string }>(
      `select id from stage_entry where candidacy_id = $1 and kind = 'exited'`,
      [candidacy.id],
    );
    expect((await author.post(`/api/v1/history/${rows[0]?.id}/voiding`, {})).status).toBeLessThan(300);
    const left = await soon(
      () => noticesOf(colleague),
      (all) => all.length === 0,
    );
    expect(left).toEqual([]);
    expect(await noticesOf(hasRead)).toMatchObject([{ kind: 'exit' }]);
  });

  it('do not tell of a step that was undone before anyone was told', async () => {
    const candidacy = await agency.candidacy();
    await agency.insert('search_member', { search_id: candidacy.search_id, member_id: colleague.id });
    await author.post(`/api/v1/candidacies/${candidacy.id}/exit`, { party: 'candidate', reason: 'pay' });
    await soon(
      () => noticesOf(colleague),
      (all) => all.length > 0,
    );
    await world.owner.query('delete from notice where agency_id = $1', [agency.id]);
    await world.owner.query(
      `update stage_entry set voided_at = now(), voided_by = $2 where candidacy_id = $1 and kind = 'exited'`,
      [candidacy.id, author.id],
    );
    const { rows } = await world.owner.query<{ event: object }>(
      `select json_build_object('agencyId', agency_id, 'id', id, 'actorId', actor_id, 'candidateId', candidate_id,
        'searchId', search_id, 'subjectId', subject_id, 'data', data) as event
        from event where agency_id = $1 and type = 'candidacy.exited'`,
      [agency.id],
    );
    const units = world.app.get(Units);
    await units.run(units.systemActor(agency.id), async () =>
      world.app
        .get(Reactions)
        .reactions.get('notices.exits')
        ?.run(rows[0]?.event as RecordedEvent),
    );
    expect(await noticesOf(colleague)).toEqual([]);
  });

  it('of a mention go when the note mentions them no more, and come again when it does', async () => {
    const note = (await write({ document: mentioning(colleague, other) })).body;
    const count = (n: number) =>
      soon(
        () => noticesOf(colleague),
        (all) => all.length === n,
      );
    expect(await count(1)).toHaveLength(1);
    await author.patch(`/api/v1/notes/${note.id}`, 1, { document: mentioning(other) });
    expect(await count(0)).toEqual([]);
    expect(await noticesOf(other)).toHaveLength(1);
    await author.patch(`/api/v1/notes/${note.id}`, 2, { document: mentioning(colleague) });
    expect(await count(1)).toHaveLength(1);
  });

  it('tell of a task on its day in the zone of the agency, once', async () => {
    await world.owner.query(`update agency set time_zone = 'Asia/Shanghai' where id = $1`, [agency.id]);
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    for (const dueOn of [today, tomorrow]) {
      await author.post('/api/v1/tasks', { title: `Due ${dueOn}`, dueOn, assigneeId: colleague.id });
    }
    const units = world.app.get(Units);
    const run = () =>
      units.run(units.systemActor(agency.id), async () =>
        world.app.get(Reactions).clockworks.get('notices.tasks-due')?.run(agency.id),
      );
    await run();
    await run();
    expect(await noticesOf(colleague)).toMatchObject([{ kind: 'task_due', text: `Due ${today}` }]);
    expect(await noticesOf(author)).toEqual([]);
  });
});
