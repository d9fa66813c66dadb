import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

type Contact = { id: string; version: number; name: string; organizationId: string; abilities: string[] };
type Items = { items: { id: string; name: string; lastContactAt: string | null }[] };

describe('contacts at organizations', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  it('are added at an organization, changed, and put away with nothing lost', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const { id: organizationId } = await agency.organization();
    const made = await headhunter.post<Contact>(`/api/v1/organizations/${organizationId}/contacts`, {
      name: 'Wei Sun',
      nativeName: '孙伟',
      kind: 'hiring_manager',
      email: 'Wei.Sun@Example.com',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Wei Sun', organizationId, email: 'wei.sun@example.com' });
    const at = `/api/v1/contacts/${made.body.id}`;
    const changed = await headhunter.patch<Contact>(at, 1, { title: 'Head of Talent', email: null });
    expect(changed.body).toMatchObject({ title: 'Head of Talent', email: null, version: 2 });
    expect((await headhunter.post<Contact>(`${at}/archival`)).body.abilities).toEqual(['restore']);
    expect((await headhunter.patch(at, 3, { title: 'CEO' })).body).toMatchObject({
      type: 'urn:longlist:contact.archived',
    });
    expect((await headhunter.post(`${at}/archival`)).body).toMatchObject({ type: 'urn:longlist:contact.state' });
    expect((await headhunter.delete<Contact>(`${at}/archival`)).body.abilities).toEqual(['edit', 'archive']);
    const { rows } = await world.owner.query(
      'select type, data from event where agency_id = $1 and subject_id = $2 order by id',
      [agency.id, made.body.id],
    );
    expect(rows).toEqual([
      { type: 'contact.created', data: { kind: 'hiring_manager' } },
      { type: 'contact.changed', data: { fields: ['title', 'email'] } },
      { type: 'contact.archived', data: {} },
      { type: 'contact.restored', data: {} },
    ]);
  });

  it('move to another organization of the agency, and to no other', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const contact = await agency.contact();
    const next = await agency.organization();
    const foreign = await (await world.agency()).organization();
    const at = `/api/v1/contacts/${contact.id}`;
    const lost = await headhunter.patch(at, 1, { organizationId: foreign.id });
    expect([lost.status, lost.body]).toEqual([
      422,
      expect.objectContaining({ type: 'urn:longlist:reference.unknown' }),
    ]);
    expect((await headhunter.patch<Contact>(at, 1, { organizationId: next.id })).body.organizationId).toBe(next.id);
    expect((await headhunter.patch(at, 2, { organizationId: null })).status).toBe(400);
    const there = await headhunter.get<Items>(`/api/v1/organizations/${next.id}/contacts`);
    expect(there.body.items.map(({ id }) => id)).toEqual([contact.id]);
    expect(
      (await headhunter.get<Items>(`/api/v1/organizations/${contact.organization_id}/contacts`)).body.items,
    ).toEqual([]);
  });

  it('are found by name in either script, title or address, and say when they were last spoken to', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const { id } = await agency.contact({
      name: 'Wei Sun',
      native_name: '孙伟',
      title: 'CTO',
      email: 'ws@example.com',
    });
    await agency.contact({ name: 'Another' });
    for (const q of ['wei', '孙', 'cto', 'WS@']) {
      const found = await headhunter.get<Items>(`/api/v1/contacts?q=${encodeURIComponent(q)}`);
      expect(found.body.items.map((one) => one.id)).toEqual([id]);
    }
    const logged = await headhunter.post('/api/v1/contact-log', {
      contactId: id,
      channel: 'phone',
      direction: 'outbound',
      outcome: 'talked',
      occurredAt: '2026-01-02T03:04:05Z',
    });
    expect(logged.status).toBe(201);
    const { body } = await headhunter.get<Items>('/api/v1/contacts?q=wei');
    expect(new Date(body.items[0]?.lastContactAt ?? 0).toISOString()).toBe('2026-01-02T03:04:05.000Z');
  });

  it('are changed by those who may, and seen by nobody of a client', async () => {
    const agency = await world.agency();
    const { id } = await agency.contact();
    expect((await (await agency.as('hr')).get(`/api/v1/contacts/${id}`)).status).toBe(200);
    expect((await (await agency.as('hr')).patch(`/api/v1/contacts/${id}`, 1, { name: 'X' })).status).toBe(403);
    expect((await (await agency.as('client_hr')).get('/api/v1/contacts')).status).toBe(403);
  });
});
