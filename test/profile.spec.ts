import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@domain/day.js';
import { Units } from '@platform/db/units.js';
import type { CandidateView } from '../apps/api/src/candidates/candidate.view.js';
import type { CoAuthors } from '../apps/api/src/candidates/publication.view.js';
import { NoticeJob } from '../apps/api/src/tasks/notice.job.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Problem = { type: string; errors: { pointer: string }[] };

const today = new Date().toISOString().slice(0, 10);
let world: World;
let mine: Agency;
let owner: Member;

beforeAll(async () => {
  world = await World.open();
  mine = await world.agency();
  owner = await mine.as('owner');
});
afterAll(() => world.close());

describe('co-authors', () => {
  it('are those of the agency who wrote with the person, most together first', async () => {
    const people = await Promise.all(['Ada', 'Bo', 'Cy', 'Di'].map((name) => mine.candidate({ display_name: name })));
    const [ada, bo, cy, di] = people.map(({ id }) => id);
    const wrote = async (year: number | null, ...authors: (string | undefined)[]): Promise<void> => {
      const { id } = await mine.insert('publication', { title: `A paper of ${year}`, year });
      for (const [position, candidate_id] of authors.entries()) {
        await mine.insert('authorship', { candidate_id, publication_id: id, position: position + 1 });
      }
    };
    await wrote(2023, ada, bo);
    await wrote(2021, ada, bo, cy);
    await wrote(null, ada, di);
    await wrote(2025, bo, cy, di);
    const { body } = await owner.get<CoAuthors>(`/api/v1/candidates/${ada}/co-authors`);
    expect(body.total).toBe(3);
    expect(body.items.map(({ displayName, shared, lastYear }) => [displayName, shared, lastYear])).toEqual([
      ['Bo', 2, 2023],
      ['Cy', 1, 2021],
      ['Di', 1, null],
    ]);
  });
});

describe('packages', () => {
  it('refuse numbers that are too fine, too large or none, by their field', async () => {
    const url = `/api/v1/candidates/${(await mine.candidate()).id}/package`;
    const cash = { currency: 'CNY', baseAmount: '40000', basePer: 'year', source: 'volunteered' };
    for (const vestSplit of [[100, 5e-324], [99.9999], [1e300], ['100']]) {
      const current = { ...cash, grants: [{ kind: 'rsu', units: '1', vestSplit }] };
      const refused = await owner.put<Problem>(url, { current });
      expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, '/current/grants/0/vestSplit']);
    }
  });
});

describe('affiliations', () => {
  it('end after they begin, on the row as it becomes', async () => {
    const url = `/api/v1/candidates/${(await mine.candidate()).id}/affiliations`;
    const organizationId = (await mine.organization()).id;
    const values = { organizationId, type: 'employment', startedOn: '2024-05-01' };
    const wrong = await owner.post<Problem>(url, { ...values, endedOn: '2024-04-30' });
    expect([wrong.status, wrong.body.type]).toEqual([422, 'urn:longlist:affiliation.days']);
    expect(wrong.body.errors[0]?.pointer).toBe('/endedOn');
    const { body } = await owner.post<CandidateView>(url, values);
    const one = body.affiliations[0];
    const patched = await owner.patch<Problem>(`${url}/${one?.id}`, 1, { endedOn: '2023-01-01' });
    expect([patched.status, patched.body.errors[0]?.pointer]).toEqual([422, '/endedOn']);
    expect((await owner.patch(`${url}/${one?.id}`, 1, { endedOn: '2024-05-01' })).status).toBe(200);
  });
});

describe('the notice', () => {
  const ask = async (
    agency: Agency,
  ): Promise<{ title: string; assignee_id: string; candidate_id: string | null }[]> => {
    const units = world.app.get(Units);
    await units.run(units.systemActor(agency.id), () => world.app.get(NoticeJob).run(agency.id));
    const { rows } = await world.owner.query<{ title: string; assignee_id: string; candidate_id: string | null }>(
      'select title, assignee_id, candidate_id, due_on from task where agency_id = $1 and kind = $2 order by candidate_id',
      [agency.id, 'notice'],
    );
    return rows;
  };
  const found = (days: number, values: Record<string, unknown> = {}): Record<string, unknown> => ({
    law: 'gdpr',
    sourced_on: addDays(today, -days),
    notice_due_on: addDays(today, 30 - days),
    ...values,
  });

  it('is asked for once on day 20, of the owner, and again only when its day moves', async () => {
    const agency = await world.agency();
    const [boss, hunter] = [await agency.as('owner'), await agency.as('headhunter')];
    const due = await agency.candidate(found(21, { owner_id: hunter.id }));
    const ownerless = await agency.candidate(found(40));
    await agency.candidate(found(10));
    await agency.candidate(found(25, { noticed_on: today }));
    await agency.candidate(found(25, { archived_at: new Date() }));
    await agency.candidate(found(300));
    const first = await ask(agency);
    expect(first.map((one) => [one.candidate_id, one.assignee_id]).sort()).toEqual(
      [
        [due.id, hunter.id],
        [ownerless.id, boss.id],
      ].sort(),
    );
    await world.owner.query('delete from task where agency_id = $1', [agency.id]);
    expect(await ask(agency)).toEqual([]);
    await world.owner.query('update candidate set notice_due_on = notice_due_on + 1 where id = $1', [due.id]);
    expect(await ask(agency)).toHaveLength(1);
  });

  it('is one task for the people of an import', async () => {
    const agency = await world.agency();
    const hunter = await agency.as('headhunter');
    const { id: import_id } = await agency.insert('import', {
      format: 'csv',
      file_name: 'people.csv',
      file_key: 'x',
      file_bytes: 1,
      created_by: hunter.id,
    });
    for (let one = 0; one < 5; one += 1) await agency.candidate(found(22, { import_id }));
    expect(await ask(agency)).toMatchObject([
      { title: 'Tell 5 imported people that we keep their data', assignee_id: hunter.id, candidate_id: null },
    ]);
  });

  it('names who gave it, by the contact log', async () => {
    const { id } = await mine.candidate(found(3));
    const body = {
      candidateId: id,
      channel: 'email',
      direction: 'outbound',
      outcome: 'left_message',
      noticeGiven: true,
    };
    expect((await owner.post('/api/v1/contact-log', body)).status).toBe(201);
    const { body: view } = await owner.get<CandidateView>(`/api/v1/candidates/${id}`);
    expect(view).toMatchObject({ noticedOn: today, noticedBy: 'A owner', documentCount: 0 });
  });
});

describe('the legal basis', () => {
  it('is one that the law knows', async () => {
    const { id } = await mine.candidate();
    const url = `/api/v1/candidates/${id}`;
    const wrong = await owner.patch<Problem>(url, 1, { law: 'pipl' });
    expect([wrong.status, wrong.body.errors[0]?.pointer]).toEqual([422, '/legalBasis']);
    expect((await owner.patch(url, 1, { law: 'pipl', legalBasis: 'contract' })).status).toBe(422);
    expect((await owner.patch(url, 1, { law: 'pipl', legalBasis: 'public_information' })).status).toBe(200);
  });
});
