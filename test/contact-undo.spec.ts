import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@platform/clock/clock.js';
import type { TimelineEntry } from '../apps/api/src/audit/timeline.view.js';
import type { CallListEntryView, CallListView } from '../apps/api/src/call-lists/call-list.view.js';
import type { CandidacyHistory, CandidacyView } from '../apps/api/src/candidacies/candidacy.view.js';
import type { CandidateView } from '../apps/api/src/candidates/candidate.view.js';
import type { ContactLogRow, ContactLogView, VoidedContactLog } from '../apps/api/src/poaching/contact-log.view.js';
import type { SearchView } from '../apps/api/src/searches/search.view.js';
import type { TaskView } from '../apps/api/src/tasks/task.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Refused = { type: string };

const url = '/api/v1/contact-log';
const log = async (member: Member, values: object): Promise<ContactLogView> => {
  const { status, body } = await member.post<ContactLogView>(url, {
    channel: 'phone',
    direction: 'outbound',
    outcome: 'talked',
    ...values,
  });
  expect(status).toBe(201);
  return body;
};
const takeBack = (member: Member, { id }: { id: string }) =>
  member.post<VoidedContactLog & Refused>(`${url}/${id}/voiding`);

describe('a contact taken back', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  /** Someone on the longlist of a search. */
  async function longlisted(): Promise<{
    agency: Agency;
    member: Member;
    search: SearchView;
    candidateId: string;
    candidacy: () => Promise<CandidacyView>;
    person: () => Promise<CandidateView>;
  }> {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { body: search } = await member.post<SearchView>('/api/v1/searches', {
      organizationId: (await agency.organization()).id,
      title: 'Head of post-training',
      type: 'retained',
    });
    const { id: candidateId } = await agency.candidate({ display_name: 'Ada' });
    const added = await member.post<{ items: { candidacyId: string }[] }>(`/api/v1/searches/${search.id}/candidacies`, {
      candidateIds: [candidateId],
    });
    const id = added.body.items[0]?.candidacyId ?? '';
    return {
      agency,
      member,
      search,
      candidateId,
      candidacy: async () => (await member.get<CandidacyView>(`/api/v1/candidacies/${id}`)).body,
      person: async () => (await member.get<CandidateView>(`/api/v1/candidates/${candidateId}`)).body,
    };
  }

  it('takes everything back that it changed: stage, follow-ups, last contact, notice and the call list', async () => {
    const { agency, member, search, candidateId, candidacy, person } = await longlisted();
    const earlier = await log(member, { candidateId, direction: 'inbound', occurredAt: '2026-01-02T03:04:05Z' });
    const due = await member.post<TaskView>('/api/v1/tasks', {
      title: 'Call Ada',
      kind: 'call',
      dueOn: world.app.get(Clock).today('UTC'),
      subjectType: 'candidate',
      subjectId: candidateId,
    });
    const list = await member.post<CallListView>('/api/v1/call-lists', {
      source: { kind: 'follow_ups' },
      searchId: search.id,
    });
    const entries = `/api/v1/call-lists/${list.body.id}/entries`;
    const [entry] = (await member.get<{ items: CallListEntryView[] }>(entries)).body.items;
    const before = [await candidacy(), await person()] as const;

    const called = await log(member, {
      candidateId,
      searchId: search.id,
      callListEntryId: entry?.id,
      outcome: 'interested',
      noticeGiven: true,
      followUp: { dueOn: '2030-01-31' },
    });
    expect((await candidacy()).group).toBe('qualified');
    expect(await person()).toMatchObject({ noticedBy: 'A headhunter', lastContactAt: called.occurredAt });
    expect((await member.get<TaskView>(`/api/v1/tasks/${due.body.id}`)).body.doneAt).not.toBeNull();

    const { status, body } = await takeBack(member, called);
    expect(status).toBe(200);
    expect(body).toMatchObject({ kept: [], voidedByName: 'A headhunter', abilities: [], followUpTaskId: null });
    const { stageId, group, enteredStageAt } = before[0];
    expect(await candidacy()).toMatchObject({ stageId, group, enteredStageAt });
    const { lastContactAt, noticedOn, noticedBy } = before[1];
    expect(await person()).toMatchObject({ lastContactAt, noticedOn, noticedBy });
    expect(noticedOn).toBeNull();
    expect((await member.get(`/api/v1/tasks/${called.followUpTaskId}`)).status).toBe(404);
    expect((await member.get<TaskView>(`/api/v1/tasks/${due.body.id}`)).body.doneAt).toBeNull();
    const { body: waiting } = await member.get<CallListEntryView>(`${entries}/${entry?.id}`);
    expect(waiting).toMatchObject({ state: 'waiting', lastContact: { id: earlier.id } });
    const { body: history } = await member.get<CandidacyHistory>(`/api/v1/candidacies/${before[0].id}/history`);
    expect(history.items.map(({ kind, voidedAt }) => [kind, voidedAt !== null])).toEqual([
      ['moved', true],
      ['moved', true],
      ['added', false],
    ]);
    const { body: timeline } = await member.get<{ items: TimelineEntry[] }>(
      `/api/v1/candidates/${candidateId}/timeline?kind=contact`,
    );
    expect(timeline.items.map(({ id, data }) => [id, data['voidedAt'] !== null])).toEqual([
      [called.id, true],
      [earlier.id, false],
    ]);
    const counting = await member.get<{ items: ContactLogRow[] }>(`${url}?candidateId=${candidateId}&voided=false`);
    expect(counting.body.items.map(({ id }) => id)).toEqual([earlier.id]);
    const { rows } = await agency.world.owner.query<{ type: string }>(
      'select type from event where agency_id = $1 order by id desc limit 6',
      [agency.id],
    );
    expect(rows.map(({ type }) => type).sort()).toEqual([
      'candidacy.voided',
      'candidacy.voided',
      'contact-log.voided',
      'poaching-attempt.voided',
      'task.removed',
      'task.reopened',
    ]);
  });

  it('leaves a step after which somebody moved the candidacy on, and says so', async () => {
    const { member, search, candidateId, candidacy, person } = await longlisted();
    const called = await log(member, { candidateId, searchId: search.id, followUp: { dueOn: '2030-01-31' } });
    const stageId = search.stages.find(({ group }) => group === 'presented')?.id;
    await member.post(`/api/v1/candidacies/${(await candidacy()).id}/moves`, { stageId });
    const { status, body } = await takeBack(member, called);
    expect([status, body.kept]).toEqual([200, [{ part: 'step', code: 'stage-entry.not-latest' }]]);
    expect((await candidacy()).group).toBe('presented');
    expect((await person()).lastContactAt).toBeNull();
    expect((await member.get(`/api/v1/tasks/${called.followUpTaskId}`)).status).toBe(404);
  });

  it('leaves a follow-up that somebody did or changed, and says so', async () => {
    const { member, search, candidateId, candidacy } = await longlisted();
    const followUp = { dueOn: '2030-01-31' };
    const [one, two] = [
      await log(member, { candidateId, searchId: search.id, followUp }),
      await log(member, { candidateId, followUp }),
    ];
    await member.post(`/api/v1/tasks/${one.followUpTaskId}/completion`);
    await member.patch(`/api/v1/tasks/${two.followUpTaskId}`, 1, { title: 'Ring again' });
    expect((await takeBack(member, one)).body.kept).toEqual([{ part: 'follow_up', code: 'task.done' }]);
    expect((await takeBack(member, two)).body.kept).toEqual([{ part: 'follow_up', code: 'row.changed' }]);
    expect((await candidacy()).group).toBe('longlist');
    expect((await member.get<TaskView>(`/api/v1/tasks/${two.followUpTaskId}`)).body.title).toBe('Ring again');
  });

  it('leaves a day of notice that it did not give', async () => {
    const { member, candidateId, person } = await longlisted();
    const given = async (noticedOn: string): Promise<void> => {
      const { version } = await person();
      expect((await member.patch(`/api/v1/candidates/${candidateId}`, version, { noticedOn })).status).toBe(200);
    };
    const today = world.app.get(Clock).today('UTC');
    await given(today);
    await takeBack(member, await log(member, { candidateId, noticeGiven: true }));
    expect((await person()).noticedOn).toBe(today);
  });

  it('happens once, also when asked for twice at the same moment', async () => {
    const { member, search, candidateId } = await longlisted();
    const called = await log(member, { candidateId, searchId: search.id });
    const both = await Promise.all([takeBack(member, called), takeBack(member, called)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const again = await takeBack(member, called);
    expect([again.status, again.body.type]).toEqual([409, 'urn:longlist:contact-log.voided']);
  });

  it('is for who logged it, and for those who may undo what colleagues did', async () => {
    const { agency, member, candidateId } = await longlisted();
    const [researcher, owner] = [await agency.as('researcher'), await agency.as('owner')];
    const called = await log(member, { candidateId });
    const seen = async (who: Member): Promise<string[]> =>
      (await who.get<ContactLogView>(`${url}/${called.id}`)).body.abilities;
    expect([await seen(member), await seen(researcher), await seen(owner)]).toEqual([['void'], [], ['void']]);
    expect((await takeBack(researcher, called)).status).toBe(403);
    expect((await takeBack(await agency.as('hr'), called)).status).toBe(403);
    expect((await takeBack(await (await world.agency()).as('owner'), called)).status).toBe(404);
    expect((await takeBack(owner, called)).body.voidedByName).toBe('A owner');
  });

  it('of a contact counts no more as their last', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const organization = await agency.organization();
    const made = await member.post<{ id: string }>(`/api/v1/organizations/${organization.id}/contacts`, {
      name: 'Hannah',
      kind: 'hr',
    });
    const contactId = made.body.id;
    const called = await log(member, { contactId, followUp: { dueOn: '2030-01-31' } });
    expect((await takeBack(member, called)).body.kept).toEqual([]);
    const { body } = await member.get<{ lastContactAt: string | null }>(`/api/v1/contacts/${contactId}`);
    expect(body.lastContactAt).toBeNull();
  });
});
