import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Units } from '@platform/db/units.js';
import type { AttemptHistory, AttemptView } from '../apps/api/src/poaching/attempt.view.js';
import { AttemptsService } from '../apps/api/src/poaching/attempts.service.js';
import type { ContactLogView } from '../apps/api/src/poaching/contact-log.view.js';
import type { Member } from './support/agency.js';
import { permission, qualified, type Refused } from './support/submitting.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

const url = '/api/v1/poaching-attempts';
const one = async (member: Member, id: string | null): Promise<AttemptView> =>
  (await member.get<AttemptView>(`${url}/${id}`)).body;

/** The attempt that a talk for the search opens. */
async function talked(member: Member, candidateId: string, searchId: string): Promise<string> {
  const { status, body } = await member.post<ContactLogView>('/api/v1/contact-log', {
    candidateId,
    searchId,
    channel: 'wechat',
    direction: 'outbound',
    outcome: 'talked',
    occurredAt: '2026-01-05T09:00:00Z',
  });
  expect([status, body.attemptId]).toEqual([201, expect.any(String)]);
  return body.attemptId ?? '';
}

describe('an attempt and a submission', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ WORKER: 'on' });
  });
  afterAll(() => world.close());

  it('who lets themselves be presented has agreed to be considered, until the submission is taken back', async () => {
    const { member, candidateId, searchId, submit } = await qualified(world);
    const attemptId = await talked(member, candidateId, searchId);
    expect(await one(member, attemptId)).toMatchObject({ state: 'in_conversation' });
    const made = await submit();
    expect(made.status).toBe(201);
    await until(async () => (await one(member, attemptId)).state === 'won');
    const { id } = made.body as { id: string };
    expect((await member.post(`/api/v1/submissions/${id}/voiding`)).status).toBe(200);
    await until(async () => (await one(member, attemptId)).state === 'in_conversation');
  }, 60_000);

  it('whom a block keeps from being presented is not, with what lifts it, and nothing is written', async () => {
    const { agency, member, candidateId, candidacyId, submit, counts } = await qualified(world);
    await agency.insert('off_limits_policy', {
      candidate_id: candidateId,
      level: 'block',
      reason: 'own_decision',
      starts_on: '2025-01-15',
    });
    const before = await counts();
    const refused = await submit();
    expect([refused.status, refused.body]).toMatchObject([409, { type: 'urn:longlist:off-limits.blocked' }]);
    expect(await counts()).toEqual(before);
    const preview = await member.post<{ gates: { code: string }[] }>(
      `/api/v1/candidacies/${candidacyId}/report-preview`,
      { level: 'L2', locale: 'en', permission },
    );
    expect(preview.body.gates.map(({ code }) => code)).toContain('off-limits.blocked');
  });
});

describe('an attempt without the worker', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is not won by a submission that was taken back before anybody told of it', async () => {
    const { agency, member, candidateId, searchId, submit } = await qualified(world);
    const attemptId = await talked(member, candidateId, searchId);
    const { id: submissionId } = (await submit()).body as { id: string };
    const said = { candidateId, searchId, submissionId, memberId: member.id };
    const agreed = { ...said, occurredAt: new Date().toISOString() };
    const [units, attempts] = [world.app.get(Units), world.app.get(AttemptsService)];
    const actor = units.systemActor(agency.id);
    const state = async () => (await one(member, attemptId)).state;
    await units.run(actor, () => attempts.agree(actor, agreed));
    expect(await state()).toBe('won');
    expect((await member.post(`/api/v1/submissions/${submissionId}/voiding`)).status).toBe(200);
    await units.run(actor, () => attempts.disagree(actor, said));
    expect(await state()).toBe('in_conversation');
    await units.run(actor, () => attempts.agree(actor, agreed));
    expect(await state()).toBe('in_conversation');
  });

  it('that was taken back is neither changed nor answered', async () => {
    const { member, candidateId, searchId } = await qualified(world);
    const attemptId = await talked(member, candidateId, searchId);
    const { body } = await member.get<{ items: { id: string }[] }>(`${url}/${attemptId}/history`);
    await member.post(`/api/v1/contact-log/${body.items[0]?.id}/voiding`);
    const { body: history } = await member.get<AttemptHistory & Refused>(`${url}/${attemptId}/history`);
    expect(history.type).toBe('urn:longlist:resource.not-found');
    const { rows } = await world.owner.query<{ version: number }>(
      'select version from poaching_attempt where id = $1',
      [attemptId],
    );
    const changed = await member.patch<Refused>(`${url}/${attemptId}`, rows[0]?.version ?? 0, { hook: 'compute' });
    expect([changed.status, changed.body.type]).toEqual([404, 'urn:longlist:resource.not-found']);
    const said = await member.post<Refused>(`${url}/${attemptId}/outcome`, { outcome: 'declined' });
    expect([said.status, said.body.type]).toEqual([404, 'urn:longlist:resource.not-found']);
  });

  it('is planned only where an approach is free, and nothing is written', async () => {
    const { agency, member, candidateId, searchId } = await qualified(world);
    const block = { level: 'block', reason: 'own_decision', starts_on: '2025-01-15' };
    await agency.insert('off_limits_policy', { candidate_id: candidateId, ...block });
    const refused = await member.post<Refused>(url, { candidateId, searchId });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:longlist:off-limits.blocked']);
    const { rows } = await world.owner.query('select id from poaching_attempt where agency_id = $1', [agency.id]);
    expect(rows).toEqual([]);
  });
});
