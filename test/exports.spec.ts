import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { formulaStarts } from '@domain/exports/export.js';
import { Files } from '@platform/files/files.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { Units } from '@platform/db/units.js';
import { ExportJob } from '../apps/api/src/exports/export.job.js';
import type { ExportView } from '../apps/api/src/exports/export.view.js';
import type { Agency, Member } from './support/agency.js';
import type { Answer } from './support/client.js';
import { World } from './support/world.js';

const path = '/api/v1/exports';
const never = new AbortController().signal;

describe('exports', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const ask = (member: Member, values: object = {}): Promise<Answer<ExportView>> =>
    member.post<ExportView>(path, { report: 'candidates', format: 'csv', ...values });

  const work = (agency: Agency, id: string, signal = never): Promise<void> =>
    world.app.get(ExportJob).run({ agencyId: agency.id, subjectId: id }, signal);

  /** Asks, runs the work as the worker would, and answers the rows of the file, its header first. */
  async function exported(member: Member, values: object = {}): Promise<string[][]> {
    const asked = await ask(member, values);
    expect({ status: asked.status, text: asked.text }).toMatchObject({ status: 201 });
    expect(asked.body).toMatchObject({ state: 'queued', progress: 0, abilities: ['cancel'] });
    await work(member.agency, asked.body.id);
    const { body: done } = await member.get<ExportView>(`${path}/${asked.body.id}`);
    expect(done).toMatchObject({ state: 'done', progress: 1, abilities: ['download'] });
    const file = await member.get<string>(`${path}/${asked.body.id}/file`);
    expect(file.status).toBe(200);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${done.fileName}"`,
      'cache-control': 'no-store',
    });
    expect(Buffer.byteLength(file.text)).toBe(done.fileBytes);
    expect(file.text.startsWith('\ufeff')).toBe(true);
    const rows = parse(file.text.slice(1), { record_delimiter: '\r\n' });
    expect(rows).toHaveLength(done.rows + 1);
    return rows;
  }

  it('are the list as it is asked for: its filters, its order, its columns, called as the screen calls them', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const tag = await agency.insert('setting', { kind: 'tag', name: 'RL, "deep"' });
    for (const [display_name, city] of [
      ['Zhao Hong', 'Hangzhou'],
      ['Ada "the" Example\nOf Two Lines', 'Zürich'],
      ['Müller, Jörg', 'Zürich'],
    ]) {
      const { id: candidate_id } = await agency.candidate({ display_name, city });
      await agency.insert('candidate_tag', { candidate_id, tag_id: tag.id });
    }
    await agency.candidate({ display_name: 'Elsewhere', city: 'Zürich', archived_at: new Date() });
    const rows = await exported(member, {
      filters: { city: 'Zürich', archived: false, sort: 'displayName' },
      columns: ['displayName', 'city', 'tags', 'doNotContact'],
      headers: ['Name', '=Ort', '标签', 'x'],
    });
    expect(rows).toEqual([
      ['Name', "'=Ort", '标签', 'x'],
      ['Ada "the" Example\nOf Two Lines', 'Zürich', 'RL, "deep"', 'false'],
      ['Müller, Jörg', 'Zürich', 'RL, "deep"', 'false'],
    ]);
    expect(await exported(member, { filters: { q: '没有这个人' }, columns: ['id'] })).toEqual([['id']]);
    expect(await exported(member, { filters: { area: 'Nothing' } })).toHaveLength(1);
  });

  it('leave out people whose privacy notice is overdue, unless they are asked for', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const overdue = { law: 'gdpr', sourced_on: '2024-01-01', notice_due_on: '2024-01-31' };
    await agency.candidate({ display_name: 'Told', ...overdue, noticed_on: '2024-01-20' });
    await agency.candidate({ display_name: 'Untold', ...overdue });
    await agency.candidate({ display_name: 'In time', ...overdue, notice_due_on: '2099-01-01' });
    await agency.candidate({ display_name: 'No clock' });
    const names = async (values: object): Promise<string[]> =>
      (await exported(member, { columns: ['displayName'], filters: { sort: 'displayName' }, ...values }))
        .slice(1)
        .map(([name = '']) => name);
    expect(await names({})).toEqual(['In time', 'No clock', 'Told']);
    expect(await names({ overdueNotices: true })).toEqual(['In time', 'No clock', 'Told', 'Untold']);
    const { body } = await member.get<{ total: number }>('/api/v1/candidates?noticeOverdue=true&total=true');
    expect(body.total).toBe(1);
  });

  it('carry no live formula in any cell', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    for (const start of formulaStarts) {
      await agency.candidate({ display_name: `${start}cmd|' /C calc'!A0`, city: `${start}1`, headline: `a${start}` });
    }
    const rows = await exported(member);
    const [header = [], ...people] = rows;
    const cells = people.flat();
    expect(cells.filter((cell) => formulaStarts.some((start) => cell.startsWith(start)))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith("'"))).toHaveLength(formulaStarts.length * 2);
    const headlines = people.map((row) => row[header.indexOf('headline')]);
    expect(headlines.sort()).toEqual(formulaStarts.map((start) => `a${start}`).sort());
  });

  it('hold what the one who asks may read, and nothing that another may', async () => {
    const agency = await world.agency();
    const { id: candidate_id } = await agency.candidate({ display_name: 'Paid Well' });
    await agency.insert('package', {
      candidate_id,
      kind: 'current',
      base_per: 'month',
      base_amount: '50000',
      months: 15,
      bonus_amount: '1000',
      currency: 'CNY',
      annual_cash_minor: 75_100_000,
      source: 'volunteered',
      stated_on: '2026-01-01',
    });
    await agency.insert('candidate_channel', {
      candidate_id,
      kind: 'email',
      value: 'paid@example.com',
      value_key: 'paid@example.com',
    });
    const headhunter = await agency.as('headhunter');
    const columns = ['displayName', 'email', 'currentCash', 'expectedCash'];
    expect((await exported(headhunter, { columns }))[1]).toEqual([
      'Paid Well',
      'paid@example.com',
      '751000.00 CNY',
      '',
    ]);
    expect((await ask(await agency.as('researcher'))).status).toBe(403);
    const key = await headhunter.post<{ key: string }>('/api/v1/api-keys', {
      name: 'Narrow',
      permissions: ['export.run', 'candidate.read'],
    });
    expect(key.status).toBe(403);
    const other = await world.agency();
    const theirs = await other.as('headhunter');
    expect((await exported(theirs)).flat()).not.toContain('Paid Well');
    const { id } = (await ask(headhunter)).body;
    for (const stranger of [theirs, await agency.as('owner')]) {
      expect((await stranger.get(`${path}/${id}`)).status).toBe(404);
      expect((await stranger.get(`${path}/${id}/file`)).status).toBe(404);
      expect((await stranger.post(`${path}/${id}/cancellation`)).status).toBe(404);
      expect((await stranger.get<{ items: unknown[] }>(path)).text).not.toContain(id);
    }
  });

  it('hold no more than the one who asked may read when the work is done', async () => {
    const agency = await world.agency();
    await agency.candidate();
    const member = await agency.member('headhunter');
    const first = await ask(member, { columns: ['displayName', 'currentCash'] });
    await world.owner.query("update member set role = 'researcher' where id = $1", [member.id]);
    await work(agency, first.body.id);
    const { rows } = await world.owner.query('select state, error_code from export where id = $1', [first.body.id]);
    expect(rows).toEqual([{ state: 'failed', error_code: 'access.denied' }]);
  });

  it('refuse what the list does not know, with the place named', async () => {
    const member = await (await world.agency()).as('headhunter');
    const pointers = async (values: object): Promise<unknown> => {
      const { status, body } = await ask(member, values);
      const problem = body as unknown as { errors: { pointer: string }[] };
      return [status, ...problem.errors.map(({ pointer }) => pointer)];
    };
    expect(await pointers({ filters: { nonsense: '1' } })).toEqual([400, '/filters/nonsense']);
    expect(await pointers({ filters: { ownerId: 'x' } })).toEqual([400, '/filters/ownerId']);
    expect(await pointers({ filters: { limit: '5' } })).toEqual([400, '/filters/limit']);
    expect(await pointers({ filters: { sort: 'salary' } })).toEqual([400, '/filters/sort']);
    expect(await pointers({ filters: { city: ['a'] } })).toEqual([400, '/filters/city']);
    expect(await pointers({ columns: ['displayName', 'agencyId'] })).toEqual([400, '/columns/1']);
    expect(await pointers({ columns: ['displayName'], headers: ['a', 'b'] })).toEqual([400, '/headers']);
    expect(await pointers({ format: 'exe' })).toEqual([400, '/format']);
  });

  it('stop when they are canceled, and leave no file', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    await agency.candidate();
    const { id } = (await ask(member)).body;
    expect((await member.get(`${path}/${id}/file`)).status).toBe(409);
    const canceled = await member.post<ExportView>(`${path}/${id}/cancellation`);
    expect(canceled.body).toMatchObject({ state: 'canceled', abilities: [] });
    await work(agency, id);
    expect((await member.get<ExportView>(`${path}/${id}`)).body).toMatchObject({ state: 'canceled', fileBytes: null });
    expect((await member.post(`${path}/${id}/cancellation`)).status).toBe(409);
    const file = world.app.get(Files).path(`${agency.id}/export-${id}`);
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });

  it('begin their file anew when the work comes again, and are swept after their days', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    await agency.candidate({ display_name: 'Once' });
    const { id } = (await ask(member, { columns: ['displayName'] })).body;
    const cut = new AbortController();
    cut.abort(new Error('killed'));
    await expect(work(agency, id, cut.signal)).rejects.toThrow('killed');
    expect((await member.get<ExportView>(`${path}/${id}`)).body.state).toBe('running');
    await work(agency, id);
    expect((await member.get(`${path}/${id}/file`)).text).toBe('\ufeff"displayName"\r\n"Once"\r\n');
    const { rows } = await world.owner.query('select type from event where subject_id = $1 order by id', [id]);
    expect(rows.map(({ type }) => type)).toEqual(['export.asked', 'export.done', 'export.downloaded']);
    const sweep = async (): Promise<void> => {
      const units = world.app.get(Units);
      const clockwork = world.app.get(Reactions).clockworks.get('exports.sweep');
      await units.run(units.systemActor(agency.id), async () => clockwork?.run(agency.id));
    };
    await sweep();
    expect((await member.get(`${path}/${id}`)).status).toBe(200);
    await world.owner.query("update export set created_at = now() - interval '8 days' where id = $1", [id]);
    await sweep();
    expect((await member.get(`${path}/${id}`)).status).toBe(404);
    expect(existsSync(world.app.get(Files).path(`${agency.id}/export-${id}`))).toBe(false);
  });

  it('are twenty an hour for each member', async () => {
    const limited = await World.open({ RATE_LIMIT: 'on' });
    try {
      const agency = await limited.agency();
      const member = await agency.as('headhunter');
      const answers = await Promise.all(Array.from({ length: 23 }, () => ask(member)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(3);
      expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(3_500);
      expect((await ask(await agency.as('hr'))).status).toBe(201);
    } finally {
      await limited.close();
    }
  });
});
