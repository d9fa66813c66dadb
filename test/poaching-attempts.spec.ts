import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '@domain/day.js';
import { attemptOutcomes, attemptStates } from '@domain/poaching/attempt.js';
import { attemptTransitions, wayOf } from '@domain/poaching/attempt.rules.js';
import { responseRate } from '@domain/poaching/response-rate.js';
import { Units } from '@platform/db/units.js';
import { AttemptJob } from '../apps/api/src/poaching/attempt.job.js';
import type { AttemptHistory, AttemptRow, AttemptView, ResponseRates } from '../apps/api/src/poaching/attempt.view.js';
import type { ContactLogView } from '../apps/api/src/poaching/contact-log.view.js';
import type { CandidacyView } from '../apps/api/src/candidacies/candidacy.view.js';
import type { SearchView } from '../apps/api/src/searches/search.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Refused = { type: string; errors: { pointer: string }[] };

const url = '/api/v1/poaching-attempts';
const log = async (member: Member, values: object): Promise<ContactLogView> => {
  const { status, body } = await member.post<ContactLogView>('/api/v1/contact-log', {
    channel: 'wechat',
    direction: 'outbound',
    outcome: 'talked',
    ...values,
  });
  expect(status).toBe(201);
  return body;
};
const of = async (member: Member, query: string): Promise<AttemptRow[]> =>
  (await member.get<{ items: AttemptRow[] }>(`${url}?${query}`)).body.items;
const one = async (member: Member, id: string | null): Promise<AttemptView> =>
  (await member.get<AttemptView>(`${url}/${id}`)).body;
const say = (member: Member, id: string | null, values: object) =>
  member.post<AttemptView & Refused>(`${url}/${id}/outcome`, values);

describe('poaching attempts', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const searchOf = async (agency: Agency, member: Member): Promise<SearchView> =>
    (
      await member.post<SearchView>('/api/v1/searches', {
        organizationId: (await agency.organization()).id,
        title: 'Head of post-training',
        type: 'retained',
      })
    ).body;

  async function approached(): Promise<{ agency: Agency; member: Member; search: SearchView; candidateId: string }> {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { id: candidateId } = await agency.candidate({ display_name: 'Ada' });
    return { agency, member, search: await searchOf(agency, member), candidateId };
  }

  it('one log is one write: it opens the attempt, moves the candidacy, gives the notice and makes the follow-up', async () => {
    const { member, search, candidateId } = await approached();
    const added = await member.post<{ items: { candidacyId: string }[] }>(`/api/v1/searches/${search.id}/candidacies`, {
      candidateIds: [candidateId],
    });
    const candidacyId = added.body.items[0]?.candidacyId;
    const first = await log(member, {
      candidateId,
      searchId: search.id,
      outcome: 'no_answer',
      hook: 'compute',
      noticeGiven: true,
      followUp: { dueOn: '2030-01-31' },
    });
    expect(await one(member, first.attemptId)).toMatchObject({
      state: 'approached',
      direction: 'outbound',
      channel: 'wechat',
      hook: 'compute',
      contacts: 1,
      candidacyId,
      searchTitle: search.title,
      ownerId: member.id,
      followUpOn: '2030-01-31',
      abilities: ['edit', 'giveUp', 'withdraw'],
    });
    const candidacy = async () => (await member.get<CandidacyView>(`/api/v1/candidacies/${candidacyId}`)).body;
    expect((await candidacy()).group).toBe('contacted');
    const second = await log(member, {
      candidateId,
      searchId: search.id,
      outcome: 'interested',
      objections: ['unvested_equity'],
      motives: ['route', 'team'],
      askedAmount: '1500000',
      askedCurrency: 'CNY',
    });
    expect(second.attemptId).toBe(first.attemptId);
    expect((await candidacy()).group).toBe('qualified');
    expect(await one(member, first.attemptId)).toMatchObject({
      state: 'in_conversation',
      objections: ['unvested_equity'],
      motives: ['route', 'team'],
      asked: { amount: '1500000.00', currency: 'CNY' },
      hook: 'compute',
      contacts: 2,
    });
    const won = await say(member, first.attemptId, { outcome: 'won' });
    expect(won.body).toMatchObject({ state: 'won', abilities: ['edit'] });
    await log(member, { candidateId, searchId: search.id });
    expect((await of(member, `candidateId=${candidateId}`)).map(({ state }) => state)).toEqual(['won']);
  });

  it('a log taken back takes the attempt back to where it was, or out of every list', async () => {
    const { member, candidateId } = await approached();
    const first = await log(member, { candidateId, outcome: 'left_message' });
    const second = await log(member, { candidateId, outcome: 'declined' });
    const takeBack = ({ id }: { id: string }) => member.post(`/api/v1/contact-log/${id}/voiding`);
    expect(await one(member, first.attemptId)).toMatchObject({ state: 'declined' });
    await takeBack(second);
    expect(await one(member, first.attemptId)).toMatchObject({ state: 'approached', contacts: 1, answeredAt: null });
    await takeBack(first);
    expect(await of(member, `candidateId=${candidateId}`)).toEqual([]);
    expect((await member.get(`${url}/${first.attemptId}`)).status).toBe(404);
    const again = await log(member, { candidateId });
    expect(again.attemptId).not.toBe(first.attemptId);
    expect((await log(member, { candidateId, outcome: 'wrong_number' })).attemptId).toBe(again.attemptId);
    expect(await one(member, again.attemptId)).toMatchObject({ contacts: 1 });
  });

  it('a colleague who reaches out as well opens another attempt, and sees the first', async () => {
    const { agency, member, search, candidateId } = await approached();
    const colleague = await agency.as('researcher');
    const mine = await log(member, { candidateId, searchId: search.id });
    const before = await of(colleague, `candidateId=${candidateId}&open=true&mine=false`);
    expect(before).toMatchObject([{ id: mine.attemptId, ownerId: member.id, state: 'in_conversation' }]);
    const theirs = await log(colleague, { candidateId });
    expect(theirs.attemptId).not.toBe(mine.attemptId);
    expect((await log(colleague, { candidateId, searchId: search.id })).attemptId).toBe(mine.attemptId);
    expect((await log(colleague, { candidateId })).attemptId).toBe(theirs.attemptId);
    const other = await (await world.agency()).as('owner');
    expect(await of(other, `candidateId=${candidateId}`)).toEqual([]);
    expect((await other.get(`${url}/${mine.attemptId}`)).status).toBe(404);
  });

  it('is planned, refused for whom asked not to be contacted, and once for a search', async () => {
    const { agency, member, search, candidateId } = await approached();
    const planned = await member.post<AttemptView>(url, { candidateId, searchId: search.id, hook: 'mission' });
    expect(planned.status).toBe(201);
    expect(planned.body).toMatchObject({ state: 'planned', hook: 'mission', direction: null, contacts: 0 });
    const again = await member.post<Refused>(url, { candidateId, searchId: search.id });
    expect([again.status, again.body.type]).toEqual([409, 'urn:longlist:poaching-attempt.exists']);
    expect((await log(member, { candidateId, searchId: search.id })).attemptId).toBe(planned.body.id);
    const silent = await agency.candidate({ do_not_contact: true, do_not_contact_since: '2026-01-01' });
    const refused = await member.post<Refused>(url, { candidateId: silent.id });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:longlist:candidate.do-not-contact']);
    const unknown = await member.post<Refused>(url, { candidateId: search.id });
    expect([unknown.status, unknown.body.errors]).toMatchObject([422, [{ pointer: '/candidateId' }]]);
  });

  it('ends as it is said, in order and not in the future; what was said is taken back', async () => {
    const { member, search, candidateId } = await approached();
    const { attemptId } = await log(member, { candidateId, outcome: 'no_answer' });
    const early = await say(member, attemptId, { outcome: 'won', searchId: search.id });
    expect([early.status, early.body.type]).toEqual([409, 'urn:longlist:poaching-attempt.state']);
    await log(member, { candidateId });
    const nowhere = await say(member, attemptId, { outcome: 'won' });
    expect([nowhere.status, nowhere.body.errors]).toMatchObject([422, [{ pointer: '/searchId' }]]);
    for (const occurredAt of ['2099-01-01T00:00:00Z', '2020-01-01T00:00:00Z']) {
      const wrong = await say(member, attemptId, { outcome: 'no_response', occurredAt });
      expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ pointer: '/occurredAt' }]]);
    }
    const past = await say(member, attemptId, { outcome: 'not_now', until: '2020-01-01' });
    expect([past.status, past.body.errors]).toMatchObject([422, [{ pointer: '/until' }]]);
    const waiting = await say(member, attemptId, {
      outcome: 'not_now',
      until: '2099-01-01',
      note: 'After the release',
    });
    expect(waiting.body).toMatchObject({ state: 'not_now', notNowUntil: '2099-01-01' });
    const { items } = (await member.get<AttemptHistory>(`${url}/${attemptId}/history`)).body;
    expect(items.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['word', 'not_now'],
      ['contact', 'talked'],
      ['contact', 'no_answer'],
    ]);
    const back = await member.post<AttemptView>(`/api/v1/attempt-words/${items[0]?.id}/voiding`);
    expect(back.body).toMatchObject({ state: 'in_conversation', notNowUntil: null });
    const twice = await member.post<Refused>(`/api/v1/attempt-words/${items[0]?.id}/voiding`);
    expect([twice.status, twice.body.type]).toEqual([409, 'urn:longlist:attempt-word.voided']);
    const won = await say(member, attemptId, { outcome: 'won', searchId: search.id });
    expect(won.body).toMatchObject({ state: 'won', searchId: search.id });
  });

  it('keeps what is learnt, and goes to a colleague', async () => {
    const { agency, member, candidateId } = await approached();
    const colleague = await agency.as('researcher');
    const { attemptId } = await log(member, { candidateId, hook: 'pay' });
    const { version } = await one(member, attemptId);
    const changed = await member.patch<AttemptView>(`${url}/${attemptId}`, version, {
      ownerId: colleague.id,
      hook: 'compute',
      objections: ['loyalty'],
    });
    expect(changed.body).toMatchObject({ ownerId: colleague.id, hook: 'compute', objections: ['loyalty'] });
    const half = await member.patch<Refused>(`${url}/${attemptId}`, changed.body.version, { askedAmount: '1' });
    expect([half.status, half.body.errors]).toMatchObject([400, [{ pointer: '/askedCurrency' }]]);
  });

  it('a wait that is over is planned again, by the clock and once', async () => {
    const { agency, member, candidateId } = await approached();
    const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
    const { attemptId } = await log(member, {
      candidateId,
      outcome: 'not_now',
      occurredAt: at,
      notNowUntil: addDays(at.slice(0, 10), 400),
    });
    const job = world.app.get(AttemptJob);
    const units = world.app.get(Units);
    const run = () => units.run(units.systemActor(agency.id, 'UTC'), () => job.run(agency.id));
    await run();
    expect(await one(member, attemptId)).toMatchObject({ state: 'not_now' });
    await world.owner.query(`update contact_log set not_now_until = $2::date where attempt_id = $1`, [
      attemptId,
      at.slice(0, 10),
    ]);
    await world.owner.query('update poaching_attempt set not_now_until = $2::date where id = $1', [
      attemptId,
      at.slice(0, 10),
    ]);
    await run();
    await run();
    expect(await one(member, attemptId)).toMatchObject({ state: 'planned', notNowUntil: null });
    const { rows } = await world.owner.query(
      `select from event where subject_id = $1 and type = 'poaching-attempt.changed'`,
      [attemptId],
    );
    expect(rows).toHaveLength(1);
  });

  it('lists by state, owner, search and what is due', async () => {
    const { member, search, candidateId } = await approached();
    await log(member, { candidateId, searchId: search.id, followUp: { dueOn: '2020-01-01' } });
    const { body: second } = await member.post<{ id: string }>('/api/v1/candidates', { displayName: 'Grace' });
    await log(member, { candidateId: second.id, outcome: 'declined', followUp: { dueOn: '2099-01-01' } });
    const names = async (query: string): Promise<string[]> =>
      (await of(member, query)).map(({ candidateName }) => candidateName);
    expect(await names('due=true')).toEqual(['Ada']);
    expect(await names('state=declined')).toEqual(['Grace']);
    expect(await names('open=false')).toEqual(['Grace']);
    expect(await names('mine=true&sort=lastAt')).toEqual(['Ada', 'Grace']);
    expect(await names(`searchId=${search.id}`)).toEqual(['Ada']);
    expect(await names('q=grac')).toEqual(['Grace']);
  });

  it('tells response rates as the domain counts them, voided contacts never', async () => {
    const [from, to] = ['2026-03-01', '2026-03-31'];
    const days = fc.integer({ min: 0, max: 60 });
    const attempt = fc.record({
      day: days,
      channel: fc.constantFrom('wechat', 'email'),
      answer: fc.option(days),
      inbound: fc.boolean(),
      voided: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 8 }), async (drawn) => {
        const agency = await world.agency();
        const member = await agency.as('headhunter');
        const expected: Parameters<typeof responseRate>[0][number][] = [];
        for (const { day, channel, answer, inbound, voided } of drawn) {
          const { id: candidateId } = await agency.candidate({ display_name: 'Somebody' });
          const on = addDays('2026-02-15', day);
          const answeredOn = answer === null ? null : addDays(on, answer);
          const first = await log(member, {
            candidateId,
            channel,
            direction: inbound ? 'inbound' : 'outbound',
            outcome: 'left_message',
            occurredAt: `${on}T12:00:00Z`,
          });
          const ids = [first.id];
          if (answeredOn !== null) {
            ids.push((await log(member, { candidateId, channel, occurredAt: `${answeredOn}T13:00:00Z` })).id);
          }
          if (voided) {
            for (const id of ids) await member.post(`/api/v1/contact-log/${id}/voiding`);
          } else {
            expected.push({ direction: inbound ? 'inbound' : 'outbound', approachedOn: on, answeredOn });
          }
        }
        const { body } = await member.get<ResponseRates>(`${url}/response-rate?by=channel&from=${from}&to=${to}`);
        const { counted, answered, rate } = body.whole;
        expect({ counted, answered, rate }).toEqual(responseRate(expected, from, to));
        expect(body.items.reduce((sum, item) => sum + item.counted, 0)).toBe(counted);
        for (const { key, counted: rows } of body.items) {
          expect(await of(member, `channel=${key}&countedFrom=${from}&countedTo=${to}`)).toHaveLength(rows);
        }
      }),
      { numRuns: 12 },
    );
    const member = await (await world.agency()).as('hr');
    for (const [query, pointer] of [
      ['by=shoe&from=2026-01-01&to=2026-01-31', '?by'],
      ['by=hook&from=2026-01-31&to=2026-01-01', '?to'],
      ['by=hook&from=2026-01-31', '?to'],
      ['by=hook&from=2026-01-01&to=2026-01-31&more=1', '?more'],
    ]) {
      const { status, body } = await member.get<Refused>(`${url}/response-rate?${query}`);
      expect([query, status, body.errors[0]?.pointer]).toEqual([query, 400, pointer]);
    }
  });

  it('goes from every state as the table says, for every role', async () => {
    const agency = await world.agency();
    const { id: searchId } = await agency.search();
    for (const role of ['owner', 'admin', 'headhunter', 'researcher', 'hr'] as const) {
      const member = await agency.as(role);
      for (const state of attemptStates) {
        for (const outcome of attemptOutcomes) {
          const { id: candidateId } = await agency.candidate();
          const { id } = await agency.insert<{ id: string }>('poaching_attempt', {
            candidate_id: candidateId,
            search_id: searchId,
            owner_id: member.id,
            state,
            last_at: '2026-01-01T00:00:00Z',
            ...(state === 'not_now' && { not_now_until: '2099-01-01' }),
          });
          const { status, body } = await say(member, id, { outcome });
          const goes = (attemptTransitions[wayOf[outcome]].from as readonly string[]).includes(state);
          const expected = role === 'hr' ? 403 : goes ? 200 : 409;
          expect([role, state, outcome, status]).toEqual([role, state, outcome, expected]);
          if (expected === 200) expect(body.state).toBe(outcome);
          if (expected === 409) expect(body.type).toBe('urn:longlist:poaching-attempt.state');
        }
      }
    }
  }, 30_000);

  it('is read by every role of the agency, and changed by those who approach', async () => {
    const { agency, member, candidateId } = await approached();
    const { attemptId } = await log(member, { candidateId });
    for (const [role, status] of [
      ['owner', 200],
      ['researcher', 200],
      ['hr', 403],
    ] as const) {
      const other = await agency.as(role);
      expect((await other.get(`${url}/${attemptId}`)).status).toBe(200);
      const said = await say(other, attemptId, { outcome: 'no_response', note: role });
      expect([role, said.status]).toEqual([role, status]);
      if (status === 200) {
        const { items } = (await other.get<AttemptHistory>(`${url}/${attemptId}/history`)).body;
        await other.post(`/api/v1/attempt-words/${items[0]?.id}/voiding`);
      }
    }
    expect(attemptStates).toContain((await one(member, attemptId)).state);
  });
});
