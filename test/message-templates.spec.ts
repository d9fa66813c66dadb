import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shippedTemplates } from '@domain/poaching/message-template.defaults.js';
import { FoundAgency } from '../apps/api/src/agencies/found-agency.js';
import type { CandidateView } from '../apps/api/src/candidates/candidate.view.js';
import type { ContactLogView } from '../apps/api/src/poaching/contact-log.view.js';
import type { MessageTemplateRow, MessageTemplateView } from '../apps/api/src/poaching/message-template.view.js';
import { until } from './support/until.js';
import { Visitor } from './support/visitor.js';
import { World } from './support/world.js';

type Refused = { type: string; errors: { pointer: string; message: string }[] };

const url = '/api/v1/message-templates';
const text = { locale: 'en', purpose: 'approach', name: 'First', body: 'Hello {{givenName}}' };

describe('message templates', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('are made, changed and removed by those who keep the settings, and read by all', async () => {
    const agency = await world.agency();
    const [owner, headhunter] = [await agency.as('owner'), await agency.as('headhunter')];
    const made = await owner.post<MessageTemplateView>(url, text);
    expect([made.status, made.body]).toMatchObject([201, { ...text, subject: null, abilities: ['edit', 'remove'] }]);
    const path = `${url}/${made.body.id}`;
    expect((await headhunter.get<MessageTemplateView>(path)).body.abilities).toEqual([]);
    expect((await headhunter.post(url, text)).status).toBe(403);
    expect((await owner.post(url, { ...text, name: 'FIRST' })).status).toBe(409);
    expect((await owner.post(url, { ...text, locale: 'zh' })).status).toBe(201);
    const changed = await owner.patch<MessageTemplateView>(path, 1, { subject: '{{search}}', name: 'Cold' });
    expect(changed.body).toMatchObject({ subject: '{{search}}', name: 'Cold', version: 2 });
    expect((await owner.delete(path)).status).toBe(204);
    expect((await owner.get(path)).status).toBe(404);
  });

  it('name only fields that are filled', async () => {
    const owner = await (await world.agency()).as('owner');
    for (const [values, pointer] of [
      [{ ...text, body: 'You earn {{salary}}' }, '/body'],
      [{ ...text, subject: '{{}}' }, '/subject'],
    ] as const) {
      const { status, body } = await owner.post<Refused>(url, values);
      expect([status, body.type, body.errors[0]?.pointer]).toEqual([
        422,
        'urn:longlist:message-template.field',
        pointer,
      ]);
      expect(body.errors[0]?.message).toContain('{{candidate}}');
    }
    const { body } = await owner.get<{ items: MessageTemplateRow[] }>(url);
    expect(body.items).toEqual([]);
  });

  it('what was sent is in the log, and the notice text gives notice', async () => {
    const agency = await world.agency();
    const owner = await agency.as('owner');
    const { id: candidateId } = await agency.candidate({ display_name: 'Ada' });
    const { body: notice } = await owner.post<MessageTemplateView>(url, { ...text, purpose: 'notice' });
    const contact = {
      candidateId,
      channel: 'wechat',
      direction: 'outbound',
      outcome: 'left_message',
      text: 'Hello Ada',
    };
    const logged = await owner.post<ContactLogView>('/api/v1/contact-log', {
      ...contact,
      messageTemplateId: notice.id,
    });
    expect(logged.body).toMatchObject({ text: 'Hello Ada', messageTemplateId: notice.id, noticeGiven: true });
    const person = async () => (await owner.get<CandidateView>(`/api/v1/candidates/${candidateId}`)).body;
    expect((await person()).noticedOn).not.toBeNull();
    await owner.delete(`${url}/${notice.id}`);
    expect((await owner.get<ContactLogView>(`/api/v1/contact-log/${logged.body.id}`)).body).toMatchObject({
      text: 'Hello Ada',
      messageTemplateId: null,
    });
    const unknown = await owner.post<Refused>('/api/v1/contact-log', { ...contact, messageTemplateId: candidateId });
    expect([unknown.status, unknown.body.errors]).toMatchObject([422, [{ pointer: '/messageTemplateId' }]]);
  });
});

describe('a new agency', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ WORKER: 'on' });
  });
  afterAll(() => world.close());

  it('begins with texts in every language', async () => {
    const [email, password] = ['owner@texts.example', 'a password that is long enough'];
    await world.app.get(FoundAgency).found({ name: 'Texts', owner: { name: 'Wei Lin', email, password } });
    const owner = new Visitor(world);
    await owner.signIn(email, password);
    const names = async (): Promise<string[]> =>
      (await owner.get<{ items: MessageTemplateRow[] }>(`${url}?limit=200`)).body.items.map(({ name }) => name);
    await until(async () => (await names()).length > 0);
    expect((await names()).sort()).toEqual(shippedTemplates.map(({ name }) => name).sort());
  });
});
