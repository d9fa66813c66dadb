import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@platform/clock/clock.js';
import { Units } from '@platform/db/units.js';
import type { SubmissionView } from '../apps/api/src/portal/submission.view.js';
import { SubmissionsReactions } from '../apps/api/src/portal/submissions.reactions.js';
import type { Agency } from './support/agency.js';
import { qualified, type Refused } from './support/submitting.js';
import { World } from './support/world.js';

describe('the protection of a submission', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  /** What follows when the person's employment changed. */
  function looked(agency: Agency, candidateId: string | null): Promise<void> {
    const units = world.app.get(Units);
    const reactions = world.app.get(SubmissionsReactions);
    return units.run(units.systemActor(agency.id), () => reactions.look({ agencyId: agency.id, candidateId }));
  }

  it('protects for the agency’s months where the search names none, and not at all for none', async () => {
    const usual = await qualified(world, {}, { protection_months: null });
    expect(((await usual.submit()).body as SubmissionView).daysLeft).toBeGreaterThan(360);
    const none = await qualified(world, {}, { protection_months: 0 });
    expect((await none.submit()).body).toMatchObject({ protectedUntil: null, daysLeft: null, state: 'sent' });
  });

  it('ends the protection when the client knew the person, within the agreed days, and takes that back', async () => {
    const { member, submit } = await qualified(world);
    const { id } = (await submit()).body as SubmissionView;
    const url = `/api/v1/submissions/${id}/answer`;
    const source = 'Applied on the career page';
    const known = await member.post<SubmissionView>(url, { source, knownSince: '2025-12-01' });
    expect(known.body).toMatchObject({ state: 'already_known', knownSource: source, knownSince: '2025-12-01' });
    expect((await member.post<Refused>(url, { source })).body.type).toBe('urn:longlist:submission.answered');
    expect((await member.delete<SubmissionView>(url)).body).toMatchObject({ state: 'protected', knownSource: null });
    expect((await member.delete<Refused>(url)).body.type).toBe('urn:longlist:submission.not-answered');
    for (const wrong of [{ answeredOn: '2090-01-01' }, { answeredOn: '2020-01-01' }, { knownSince: '2090-01-01' }]) {
      expect((await member.post<Refused>(url, { source, ...wrong })).body.type).toBe('urn:longlist:submission.day');
    }
    await world.owner.query(`update submission set occurred_at = now() - interval '40 days' where id = $1`, [id]);
    const late = await member.post<Refused>(url, { source });
    expect([late.status, late.body.type]).toEqual([409, 'urn:longlist:submission.answer-late']);
  });

  it('is withdrawn once, and protects on', async () => {
    const { member, submit } = await qualified(world);
    const { id, protectedUntil } = (await submit()).body as SubmissionView;
    const url = `/api/v1/submissions/${id}/withdrawal`;
    const { body } = await member.post<SubmissionView>(url, { reason: 'Took another offer' });
    expect(body).toMatchObject({ state: 'withdrawn', withdrawalReason: 'Took another offer', protectedUntil });
    expect((await member.post<Refused>(url, {})).body.type).toBe('urn:longlist:submission.withdrawn');
  });

  it('raises one task for the lead when the client employs a protected person without a placement', async () => {
    const { agency, member, submit, candidateId, organizationId, searchId } = await qualified(world);
    await world.owner.query('update search set lead_id = $2 where id = $1', [searchId, member.id]);
    const { id } = (await submit()).body as SubmissionView;
    const lab = await agency.organization({ kind: 'lab', parent_id: organizationId });
    const { body } = await member.post<{ id: string }>(`/api/v1/candidates/${candidateId}/affiliations`, {
      organizationId: lab.id,
      type: 'employment',
      startedOn: world.app.get(Clock).today('UTC'),
    });
    expect(body.id).toBeDefined();
    const look = (): Promise<void> => looked(agency, candidateId);
    await look();
    await look();
    const { rows } = await world.owner.query('select assignee_id, title from task where agency_id = $1', [agency.id]);
    expect(rows).toEqual([{ assignee_id: member.id, title: expect.stringContaining('Hired without us') }]);
    expect((await member.get<SubmissionView>(`/api/v1/submissions/${id}`)).body.hireTaskId).not.toBeNull();
  });

  it('finds whom an import brought to the client, and nobody twice', async () => {
    const { agency, member, submit, candidateId, organizationId, searchId } = await qualified(world);
    await world.owner.query('update search set lead_id = $2 where id = $1', [searchId, member.id]);
    await submit();
    const started = world.app.get(Clock).today('UTC');
    const { id } = await agency.insert('affiliation', {
      candidate_id: candidateId,
      organization_id: organizationId,
      type: 'employment',
      started_on: started,
    });
    await world.owner.query(
      'update candidate set current_affiliation_id = $2, current_organization_id = $3 where id = $1',
      [candidateId, id, organizationId],
    );
    await looked(agency, null);
    await looked(agency, null);
    const { rows } = await world.owner.query('select assignee_id from task where agency_id = $1', [agency.id]);
    expect(rows).toEqual([{ assignee_id: member.id }]);
  });

  it('raises none when a placement stands, the client knew them, or the work began before', async () => {
    for (const end of ['placed', 'known', 'before'] as const) {
      const { agency, member, submit, candidateId, organizationId, candidacyId, searchId } = await qualified(world);
      const { id } = (await submit()).body as SubmissionView;
      if (end === 'placed') {
        const own = { candidacy_id: candidacyId, search_id: searchId, candidate_id: candidateId };
        await agency.insert('placement', { ...own, starts_on: '2026-03-01' });
      }
      if (end === 'known') await member.post(`/api/v1/submissions/${id}/answer`, { source: 'Referral' });
      await member.post(`/api/v1/candidates/${candidateId}/affiliations`, {
        organizationId,
        type: 'employment',
        startedOn: end === 'before' ? '2024-01-01' : world.app.get(Clock).today('UTC'),
      });
      await looked(agency, candidateId);
      const { rows } = await world.owner.query('select 1 from task where agency_id = $1', [agency.id]);
      expect([end, rows.length]).toEqual([end, 0]);
    }
  });
});
