import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Units } from '@platform/db/units.js';
import type { NoteRow, NoteView } from '../apps/api/src/notes/note.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Items = { items: NoteRow[]; nextCursor: string | null; total?: number };

const write = (member: Member, subjectType: string, subjectId: string, values: object = {}) =>
  member.post<NoteView>('/api/v1/notes', { subjectType, subjectId, visibility: 'agency', body: 'A text', ...values });

const typesAbout = async (world: World, id: string): Promise<unknown[]> => {
  const { rows } = await world.owner.query(
    'select type, visibility, candidate_id from event where subject_id = $1 order by id',
    [id],
  );
  return rows;
};

describe('notes', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('stand on every kind of subject, newest first', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const candidacy = await agency.candidacy();
    const contact = await agency.contact();
    const subjects = {
      candidate: candidacy.candidate_id,
      search: candidacy.search_id,
      candidacy: candidacy.id,
      contact: contact.id,
      organization: contact.organization_id,
    };
    for (const [subjectType, subjectId] of Object.entries(subjects)) {
      const written = await write(headhunter, subjectType, subjectId, { body: `On ${subjectType}`, pinned: true });
      expect(written.status).toBe(201);
      expect(written.body).toMatchObject({ subjectType, subjectId, pinned: true, version: 1, editCount: 0, edits: [] });
      expect(written.body.subjectName).toBeTruthy();
      await write(headhunter, subjectType, subjectId, { body: 'Later' });
      const list = await headhunter.get<Items>(
        `/api/v1/notes?subjectType=${subjectType}&subjectId=${subjectId}&total=true`,
      );
      expect(list.body.items.map(({ body }) => body)).toEqual(['Later', `On ${subjectType}`]);
      expect(list.body.total).toBe(2);
    }
    const pinned = await headhunter.get<Items>('/api/v1/notes?pinned=true&subjectType=contact,organization');
    expect(pinned.body.items.map(({ body }) => body)).toEqual(['On organization', 'On contact']);
    const elsewhere = await write(headhunter, 'organization', subjects.candidate);
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.body).toMatchObject({ errors: [{ pointer: '/subjectId' }] });
  });

  it('an edit keeps what the note said before', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const { id } = await agency.candidate();
    const note = (await write(headhunter, 'candidate', id, { body: 'First' })).body;
    const url = `/api/v1/notes/${note.id}`;
    const second = await headhunter.patch<NoteView>(url, 1, { body: 'Second' });
    expect(second.body).toMatchObject({ body: 'Second', version: 2, editCount: 1 });
    expect(second.body.edits).toMatchObject([
      { body: 'First', visibility: 'agency', authorName: second.body.authorName },
    ]);
    const pinned = await headhunter.patch<NoteView>(url, 2, { pinned: true });
    expect(pinned.body).toMatchObject({ pinned: true, editCount: 1 });
    expect((await headhunter.patch(url, 2, { body: 'Third' })).status).toBe(412);
    expect((await headhunter.send('PATCH', url, { body: { body: 'Third' } })).status).toBe(428);
    expect((await headhunter.patch(url, 3, { body: null })).status).toBe(400);
  });

  it('its author alone changes the text; an owner may pin and remove, a colleague neither', async () => {
    const agency = await world.agency();
    const author = await agency.member('headhunter');
    const colleague = await agency.member('headhunter');
    const owner = await agency.as('owner');
    const { id } = await agency.candidate();
    const note = (await write(author, 'candidate', id)).body;
    const url = `/api/v1/notes/${note.id}`;
    expect(note.abilities).toEqual(['edit', 'pin', 'remove']);
    expect((await colleague.patch(url, 1, { body: 'Mine' })).status).toBe(403);
    expect((await colleague.delete(url)).status).toBe(403);
    expect((await colleague.get<NoteView>(url)).body.abilities).toEqual([]);
    const refused = await owner.patch<{ type: string }>(url, 1, { visibility: 'private' });
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:longlist:note.not-yours']);
    expect((await owner.patch<NoteView>(url, 1, { pinned: true })).body.abilities).toEqual(['pin', 'remove']);
    expect((await owner.delete(url)).status).toBe(204);
    expect((await author.get(url)).status).toBe(404);
  });

  describe('a private note', () => {
    const canary = 'Canary 61c9e2';
    let agency: Agency;
    let author: Member;
    let others: Member[];
    let candidate: string;
    let note: NoteView;

    beforeAll(async () => {
      agency = await world.agency();
      author = await agency.member('headhunter');
      others = [
        await agency.as('owner'),
        await agency.as('admin'),
        await agency.as('researcher'),
        await agency.as('hr'),
      ];
      candidate = (await agency.candidate()).id;
      note = (await write(author, 'candidate', candidate, { body: canary, visibility: 'private' })).body;
    });

    it('is its author’s', async () => {
      expect((await author.get<Items>('/api/v1/notes?q=61c9e2')).body.items).toHaveLength(1);
      expect((await author.get<Items>(`/api/v1/notes?subjectId=${candidate}&total=true`)).body.total).toBe(1);
      expect((await author.get(`/api/v1/candidates/${candidate}/timeline`)).text).toContain(canary);
    });

    it('is nothing to anybody else, in lists, counts, search, timelines and audit', async () => {
      const missing = (await author.get('/api/v1/notes/01900000-0000-7000-8000-000000000000')).text;
      for (const other of others) {
        expect((await other.get(`/api/v1/notes/${note.id}`)).text).toBe(missing);
        expect((await other.delete(`/api/v1/notes/${note.id}`)).status).toBe(other.role === 'hr' ? 403 : 404);
        for (const list of ['', 'q=Canary', `subjectId=${candidate}`, `authorId=${author.id}`, 'visibility=private']) {
          const { body } = await other.get<Items>(`/api/v1/notes?total=true&${list}`);
          expect(body).toEqual({ items: [], nextCursor: null, total: 0 });
        }
        const timeline = await other.get<{ items: unknown[] }>(`/api/v1/candidates/${candidate}/timeline`);
        expect(timeline.body.items).toEqual([]);
        expect((await other.get('/api/v1/events?limit=200')).text).not.toContain(note.id);
      }
    });

    it('stays hidden from a query that forgets to ask', async () => {
      const count = async (member: Member, table: string): Promise<number> => {
        const { pool } = world.app.get<{ pool: typeof world.owner }>(Units);
        const client = await pool.connect();
        try {
          await client.query('begin');
          await client.query(`select set_config('app.agency_id', $1, true), set_config('app.member_id', $2, true)`, [
            agency.id,
            member.id,
          ]);
          return (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1;
        } finally {
          await client.query('rollback');
          client.release();
        }
      };
      await author.patch(`/api/v1/notes/${note.id}`, 1, { body: `${canary} again` });
      expect(await count(author, 'note')).toBe(1);
      expect(await count(author, 'note_edit')).toBe(1);
      for (const other of others) {
        expect(await count(other, 'note')).toBe(0);
        expect(await count(other, 'note_edit')).toBe(0);
        expect(await count(other, `note_matches('canary')`)).toBe(0);
      }
    });
  });

  it('what was private stays the author’s after the note is opened; what is closed is told to have gone', async () => {
    const agency = await world.agency();
    const author = await agency.member('headhunter');
    const colleague = await agency.member('headhunter');
    const { id } = await agency.candidate();
    const note = (await write(author, 'candidate', id, { body: 'Secret 9d1', visibility: 'private' })).body;
    const url = `/api/v1/notes/${note.id}`;
    const opened = await author.patch<NoteView>(url, 1, { body: 'Public', visibility: 'agency' });
    expect(opened.body.edits).toMatchObject([{ body: 'Secret 9d1' }]);
    const seen = await colleague.get<NoteView>(url);
    expect(seen.body).toMatchObject({ body: 'Public', edits: [], editCount: 0 });
    expect((await author.patch(url, 2, { visibility: 'private' })).status).toBe(200);
    expect((await colleague.get(url)).status).toBe(404);
    expect(await typesAbout(world, note.id)).toEqual([
      { type: 'note.written', visibility: 'private', candidate_id: id },
      { type: 'note.changed', visibility: 'agency', candidate_id: id },
      { type: 'note.changed', visibility: 'private', candidate_id: id },
      { type: 'note.withdrawn', visibility: 'agency', candidate_id: id },
    ]);
  });

  it('are found by part of their text in any script, without wildcards', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const { id } = await agency.candidate();
    await write(headhunter, 'candidate', id, { body: 'Will not move before the 期权 vest, 100% sure' });
    for (const q of ['not MOVE', '期权', '100%']) {
      const found = await headhunter.get<Items>(`/api/v1/notes?q=${encodeURIComponent(q)}`);
      expect(found.body.items).toHaveLength(1);
    }
    for (const q of ['n_t', '1%sure', '股']) {
      const found = await headhunter.get<Items>(`/api/v1/notes?q=${encodeURIComponent(q)}`);
      expect(found.body.items).toEqual([]);
    }
  });

  it('another agency’s are not there', async () => {
    const [mine, theirs] = [await world.agency(), await world.agency()];
    const owner = await mine.as('owner');
    const { id } = await theirs.candidate();
    const note = (await write(await theirs.as('headhunter'), 'candidate', id)).body;
    const missing = await owner.get('/api/v1/notes/01900000-0000-7000-8000-000000000000');
    expect((await owner.get(`/api/v1/notes/${note.id}`)).text).toBe(missing.text);
    expect((await write(owner, 'candidate', id)).status).toBe(422);
    expect((await owner.delete(`/api/v1/notes/${note.id}`)).status).toBe(404);
    expect((await write(await mine.as('hr'), 'candidate', id)).status).toBe(403);
  });
});
