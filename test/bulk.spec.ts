import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BulkChangeJob } from '../apps/api/src/bulk/bulk-change.job.js';
import type { BulkChangeView, CandidateChanges } from '../apps/api/src/bulk/bulk-change.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

const path = '/api/v1/candidates/bulk';
const never = new AbortController().signal;

describe('a change of all whom a question finds', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  async function people(agency: Agency, count: number, city: string): Promise<void> {
    await world.owner.query(
      `insert into candidate (agency_id, display_name, city) select $1, 'Person ' || n, $3 from generate_series(1, $2::int) n`,
      [agency.id, count, city],
    );
  }

  const job = (agency: Agency, step: 'run' | 'undo', id: string, signal = never): Promise<void> =>
    world.app.get(BulkChangeJob)[step]({ agencyId: agency.id, subjectId: id }, signal);

  /** Asks and runs the work as the worker would. */
  async function change(member: Member, values: object): Promise<BulkChangeView> {
    const { status, text, body } = await member.post<CandidateChanges>(path, values);
    expect({ status, text }).toMatchObject({ status: 200 });
    const id = body.change?.id ?? '';
    await job(member.agency, 'run', id);
    return (await member.get<BulkChangeView>(`${path}/${id}`)).body;
  }

  async function undo(member: Member, id: string): Promise<BulkChangeView> {
    expect((await member.post(`${path}/${id}/undo`)).status).toBe(200);
    await job(member.agency, 'undo', id);
    return (await member.get<BulkChangeView>(`${path}/${id}`)).body;
  }

  const count = async (agency: Agency, sql: string): Promise<number> => {
    const { rows } = await world.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [agency.id]);
    return rows[0]?.n ?? 0;
  };

  it('reaches everyone across pages, tells what came of it, and is taken back as a whole', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const tag = await agency.insert('setting', { kind: 'tag', name: 'Many' });
    await people(agency, 1_234, 'Zürich');
    await people(agency, 10, 'Elsewhere');
    const { id: had } = await agency.candidate({ city: 'Zürich' });
    await agency.insert('candidate_tag', { candidate_id: had, tag_id: tag.id });
    await agency.candidate({ city: 'Zürich', archived_at: new Date() });
    const asked = await member.post<CandidateChanges>(path, {
      action: 'tag',
      tagId: tag.id,
      matching: { city: 'Zürich' },
    });
    expect(asked.body).toMatchObject({ results: [], change: { state: 'queued', progress: 0, abilities: ['cancel'] } });
    const id = asked.body.change?.id ?? '';
    await job(agency, 'run', id);
    const { body: done } = await member.get<BulkChangeView>(`${path}/${id}`);
    expect(done).toMatchObject({ state: 'done', progress: 1, tagName: 'Many', abilities: ['undo'] });
    expect(done.counts).toEqual({ rows: 1_236, done: 1_234, unchanged: 1, archived: 1, kept: 0 });
    expect(await count(agency, 'candidate_tag where agency_id = $1')).toBe(1_235);
    const tagged = `event where agency_id = $1 and type = 'candidate.tagged' and actor_id = '${member.id}'`;
    expect(await count(agency, tagged)).toBe(1_234);
    await world.owner.query(
      `delete from candidate_tag where ctid in (select ctid from candidate_tag where agency_id = $1 and candidate_id <> $2 limit 4)`,
      [agency.id, had],
    );
    const back = await undo(member, id);
    expect(back).toMatchObject({ state: 'undone', abilities: [] });
    expect(back.counts).toMatchObject({ done: 1_234, kept: 4 });
    expect(await count(agency, 'candidate_tag where agency_id = $1')).toBe(1);
    expect((await member.post(`${path}/${id}/undo`)).status).toBe(409);
  }, 60_000);

  it('gives people back to their former owners, and leaves those whom a colleague took since', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const [first, second] = [await agency.member('researcher'), await agency.member('researcher')];
    const [a, b, c] = [
      await agency.candidate({ owner_id: first.id }),
      await agency.candidate(),
      await agency.candidate({ owner_id: first.id }),
    ];
    const done = await change(member, { action: 'owner', ownerId: second.id, matching: { archived: false } });
    expect(done.counts).toMatchObject({ rows: 3, done: 3 });
    await world.owner.query('update candidate set owner_id = $2 where id = $1', [c.id, member.id]);
    expect((await undo(member, done.id)).counts).toMatchObject({ kept: 1 });
    const { rows } = await world.owner.query<{ id: string; owner_id: string | null }>(
      'select id, owner_id from candidate where agency_id = $1',
      [agency.id],
    );
    const owners = new Map(rows.map((row) => [row.id, row.owner_id]));
    expect([a, b, c].map(({ id }) => owners.get(id))).toEqual([first.id, null, member.id]);
  });

  it('archives and restores, makes a task about each, and puts all on a search', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const colleague = await agency.member('researcher');
    await people(agency, 30, 'Basel');
    const archived = await change(member, { action: 'archive', matching: { city: 'Basel' } });
    expect(archived.counts).toMatchObject({ done: 30 });
    expect(await count(agency, 'candidate where agency_id = $1 and archived_at is not null')).toBe(30);
    await undo(member, archived.id);
    expect(await count(agency, 'candidate where agency_id = $1 and archived_at is not null')).toBe(0);
    const tasks = await change(member, {
      action: 'task',
      title: 'Ask for consent',
      dueOn: '2027-01-15',
      assigneeId: colleague.id,
      matching: { city: 'Basel' },
    });
    expect(tasks.counts).toMatchObject({ done: 30 });
    const theirs = `task where agency_id = $1 and assignee_id = '${colleague.id}'`;
    expect(await count(agency, theirs)).toBe(30);
    await world.owner.query(
      'update task set done_at = now() where id = (select id from task where agency_id = $1 limit 1)',
      [agency.id],
    );
    expect((await undo(member, tasks.id)).counts).toMatchObject({ kept: 1 });
    expect(await count(agency, theirs)).toBe(1);
    const search = await agency.search();
    const { candidate_id } = await agency.candidacy({
      search_id: search.id,
      candidate_id: (await agency.candidate({ city: 'Basel' })).id,
    });
    const added = await change(member, { action: 'add_to_search', searchId: search.id, matching: { city: 'Basel' } });
    expect(added).toMatchObject({ abilities: [], counts: { rows: 31, done: 30, unchanged: 1 } });
    expect(await count(agency, `candidacy where agency_id = $1 and candidate_id <> '${candidate_id}'`)).toBe(30);
    expect((await member.post(`${path}/${added.id}/undo`)).status).toBe(409);
  });

  it('does the same to those who are named, and tells of each', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const search = await agency.search();
    const { id } = await agency.candidate();
    const run = async (values: object): Promise<unknown> =>
      (await member.post<CandidateChanges>(path, { ids: [id], ...values })).body.results;
    expect(await run({ action: 'add_to_search', searchId: search.id })).toEqual([{ id, outcome: 'done' }]);
    expect(await run({ action: 'add_to_search', searchId: search.id })).toEqual([{ id, outcome: 'unchanged' }]);
    expect(await run({ action: 'task', title: 'Call' })).toEqual([{ id, outcome: 'done' }]);
    expect(await count(agency, `task where agency_id = $1 and assignee_id = '${member.id}'`)).toBe(1);
  });

  it('goes on at the first who is not done, and stops when it is canceled', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    await people(agency, 900, 'Bern');
    const { body } = await member.post<CandidateChanges>(path, { action: 'archive', matching: { city: 'Bern' } });
    const id = body.change?.id ?? '';
    let asked = 0;
    const signal = { throwIfAborted: () => asked++ === 1 && fail() } as unknown as AbortSignal;
    const fail = (): never => {
      throw new Error('killed');
    };
    await expect(job(agency, 'run', id, signal)).rejects.toThrow('killed');
    const half = await member.get<BulkChangeView>(`${path}/${id}`);
    expect(half.body).toMatchObject({ state: 'running', counts: { rows: 900, done: 500 } });
    expect(half.body.progress).toBeCloseTo(500 / 900);
    const canceled = await member.post<BulkChangeView>(`${path}/${id}/cancellation`);
    expect(canceled.body).toMatchObject({ state: 'canceled', abilities: ['undo'] });
    await job(agency, 'run', id);
    expect((await member.get<BulkChangeView>(`${path}/${id}`)).body.counts).toMatchObject({ done: 500 });
    expect(await count(agency, 'candidate where agency_id = $1 and archived_at is not null')).toBe(500);
    await undo(member, id);
    expect(await count(agency, 'candidate where agency_id = $1 and archived_at is not null')).toBe(0);
  });

  it('is done as the one who asked, who may do no more than then and no more than now', async () => {
    const agency = await world.agency();
    const member = await agency.member('headhunter');
    await people(agency, 3, 'Chur');
    const { body } = await member.post<CandidateChanges>(path, { action: 'archive', matching: {} });
    await world.owner.query("update member set role = 'hr' where id = $1", [member.id]);
    await job(agency, 'run', body.change?.id ?? '');
    const { rows } = await world.owner.query('select state, error_code from bulk_change where agency_id = $1', [
      agency.id,
    ]);
    expect(rows).toEqual([{ state: 'failed', error_code: 'access.denied' }]);
    expect(await count(agency, 'candidate where agency_id = $1 and archived_at is not null')).toBe(0);
    const stranger = await agency.as('owner');
    expect((await stranger.get(`${path}/${body.change?.id}`)).status).toBe(404);
    expect((await stranger.post(`${path}/${body.change?.id}/cancellation`)).status).toBe(404);
  });

  it('refuses what the list does not know and what a role may not ask by, with the place named', async () => {
    const agency = await world.agency();
    const member = await agency.as('researcher');
    const refused = async (values: object): Promise<unknown> => {
      const { status, body } = await member.post(path, { action: 'archive', ...values });
      const problem = body as { errors: { pointer: string }[] };
      return [status, ...problem.errors.map(({ pointer }) => pointer)];
    };
    expect(await refused({})).toEqual([400, '/ids']);
    expect(await refused({ ids: [], matching: {} })).toEqual([400, '/ids']);
    expect(await refused({ matching: { nonsense: 'x' } })).toEqual([400, '/matching/nonsense']);
    expect(await refused({ matching: { cursor: 'x' } })).toEqual([400, '/matching/cursor']);
    expect(await refused({ matching: { hasPackage: 'true' } })).toEqual([400, '/matching/hasPackage']);
    expect(await refused({ matching: { tagId: { a: 1 } } })).toEqual([400, '/matching/tagId']);
    const missing = '01900000-0000-7000-8000-000000000000';
    expect(await refused({ action: 'tag', tagId: missing, matching: {} })).toEqual([422, '/tagId']);
    expect(await refused({ action: 'add_to_search', searchId: missing, matching: {} })).toEqual([422, '/searchId']);
    expect(await refused({ action: 'task', matching: {} })).toEqual([400, '/title']);
    expect(await refused({ action: 'task', title: 'x', assigneeId: missing, matching: {} })).toEqual([
      422,
      '/assigneeId',
    ]);
    expect(await refused({ action: 'owner', ownerId: missing, matching: {} })).toEqual([422, '/ownerId']);
  });
});
