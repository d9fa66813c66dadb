import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoteTemplateView } from '../apps/api/src/notes/note-template.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

const document = (text: string): object => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'bold' }] }] }],
});

describe('note templates', () => {
  let world: World;
  let agency: Agency;
  let owner: Member;
  let headhunter: Member;

  beforeAll(async () => {
    world = await World.open();
    agency = await world.agency();
    owner = await agency.as('owner');
    headhunter = await agency.as('headhunter');
  });
  afterAll(() => world.close());

  const add = (values: object, member = owner) =>
    member.post<NoteTemplateView>('/api/v1/note-templates', {
      locale: 'en',
      name: 'First call',
      document: document('What moves them'),
      ...values,
    });
  const namesOf = async (member: Member, query = '') =>
    (await member.get<{ items: NoteTemplateView[] }>(`/api/v1/note-templates?${query}`)).body.items.map(
      ({ name, locale }) => `${locale} ${name}`,
    );

  it('are kept by who may change settings and read by every colleague', async () => {
    const made = (await add({})).body;
    expect(made).toMatchObject({ name: 'First call', body: 'What moves them', abilities: ['edit', 'remove'] });
    expect((await add({ name: 'Mine' }, headhunter)).status).toBe(403);
    expect((await add({ locale: 'de', name: 'Erstes Gespräch' })).status).toBe(201);
    expect(await namesOf(headhunter)).toEqual(['de Erstes Gespräch', 'en First call']);
    expect(await namesOf(headhunter, 'locale=de')).toEqual(['de Erstes Gespräch']);
    expect(await namesOf(headhunter, 'q=first')).toEqual(['en First call']);
    const seen = await headhunter.get<NoteTemplateView>(`/api/v1/note-templates/${made.id}`);
    expect(seen.body).toMatchObject({ document: document('What moves them'), abilities: [] });
  });

  it('have one of a name in a language', async () => {
    const made = (await add({ name: 'Debrief' })).body;
    expect((await add({ name: 'debrief' })).status).toBe(409);
    expect((await add({ name: 'Debrief', locale: 'zh' })).status).toBe(201);
    const other = (await add({ name: 'Brief' })).body;
    const taken = await owner.patch(`/api/v1/note-templates/${other.id}`, 1, { name: 'DEBRIEF' });
    expect(taken.body).toMatchObject({ type: 'urn:longlist:setting.name-taken', errors: [{ pointer: '/name' }] });
    const changed = await owner.patch<NoteTemplateView>(`/api/v1/note-templates/${made.id}`, 1, {
      document: document('How it went'),
    });
    expect(changed.body).toMatchObject({ name: 'Debrief', body: 'How it went', version: 2 });
    expect((await owner.patch(`/api/v1/note-templates/${made.id}`, 1, { name: 'Late' })).status).toBe(412);
    expect((await owner.delete(`/api/v1/note-templates/${made.id}`)).status).toBe(204);
    expect((await owner.get(`/api/v1/note-templates/${made.id}`)).status).toBe(404);
  });

  it('are documents that a note can have', async () => {
    const bad = await add({ name: 'Bad', document: { type: 'doc', content: [{ type: 'image' }] } });
    expect([bad.status, bad.body]).toMatchObject([400, { errors: [{ pointer: '/document' }] }]);
    expect((await add({ name: 'Empty', document: document(' ') })).status).toBe(400);
  });
});
