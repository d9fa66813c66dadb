import { randomUUID } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '@platform/clock/clock.js';
import { Units } from '@platform/db/units.js';
import { StageSteps } from '../apps/api/src/candidacies/stage-steps.js';
import { SweepReportsJob } from '../apps/api/src/portal/sweep-reports.job.js';
import type { CandidacyHistory } from '../apps/api/src/candidacies/candidacy.view.js';
import type {
  ReportPreview,
  SubmissionRow,
  SubmissionView,
  VoidedSubmission,
} from '../apps/api/src/portal/submission.view.js';
import { permission, plain, qualified, type Refused } from './support/submitting.js';
import { World } from './support/world.js';

describe('submissions', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('records in one write to whom, when, how, with which permission, and moves to presented', async () => {
    const { agency, member, submit, candidacyId, candidacy, contactId, organizationId, candidateId } =
      await qualified(world);
    const { status, body } = (await submit({ level: 'L3', recommendation: 'Led the team.' })) as {
      status: number;
      body: SubmissionView;
    };
    expect(status).toBe(201);
    const today = world.app.get(Clock).today('UTC');
    expect(body).toMatchObject({
      candidacyId,
      candidateId,
      contactId,
      organizationId,
      level: 'L3',
      channel: 'email',
      state: 'protected',
      protectedUntil: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
      permissionOn: permission.givenOn,
      permissionHow: 'wechat',
      permissionEvidence: permission.evidence,
      recommendation: 'Led the team.',
      showsPay: false,
      abilities: ['report', 'withdraw', 'answer', 'void'],
    });
    expect(body.daysLeft).toBeGreaterThan(363);
    expect((await candidacy()).group).toBe('presented');
    const report = await member.get<string>(`/api/v1/submissions/${body.id}/report`);
    expect(report.status).toBe(200);
    expect(report.text.startsWith('%PDF-')).toBe(true);
    expect(report.headers['content-disposition']).toContain(`candidate-report-${body.code}.pdf`);
    const list = await member.get<{ items: SubmissionRow[] }>(
      `/api/v1/submissions?state=protected&candidateId=${candidateId}`,
    );
    expect(list.body.items.map(({ id }) => id)).toEqual([body.id]);
    const { rows } = await world.owner.query<{ type: string; data: object }>(
      `select type, data from event where agency_id = $1 and type = 'submission.made'`,
      [agency.id],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('please');
  });

  const gates: [string, Record<string, unknown>, Record<string, unknown>, object, number, string, string][] = [
    ['no permission', {}, {}, { permission: undefined }, 422, 'submission.permission', '/permission'],
    [
      'a permission of tomorrow',
      {},
      {},
      { permission: { ...permission, givenOn: '2090-01-01' } },
      422,
      'submission.day',
      '/permission/givenOn',
    ],
    ['do-not-contact', { do_not_contact: true }, {}, {}, 409, 'submission.do-not-contact', '/candidacyId'],
    [
      'a notice that is overdue',
      { law: 'gdpr', sourced_on: '2025-01-01', notice_due_on: '2025-01-31' },
      {},
      { level: 'L0' },
      409,
      'submission.notice-overdue',
      '/candidacyId',
    ],
    [
      'no notice yet at L2',
      { law: 'gdpr', notice_due_on: '2090-01-31' },
      {},
      {},
      409,
      'submission.notice-missing',
      '/level',
    ],
    ['no consent under PIPL', { law: 'pipl', legal_basis: 'consent' }, {}, {}, 422, 'submission.consent', '/consent'],
    [
      'too few like them at L1',
      { country: 'China', seniority: 'staff' },
      {},
      { level: 'L1' },
      409,
      'submission.too-few',
      '/level',
    ],
    [
      'free text in a blind report',
      {},
      {},
      { recommendation: 'Best.' },
      422,
      'submission.free-text',
      '/recommendation',
    ],
    ['a closed search', {}, { state: 'closed', closing_reason: 'lost' }, {}, 409, 'candidacy.search-closed', ''],
    ['an archived person', { archived_at: new Date() }, {}, {}, 409, 'candidate.archived', ''],
    [
      'a day in the future',
      {},
      {},
      { occurredAt: '2090-01-01T00:00:00Z' },
      409,
      'candidacy.occurred-future',
      '/occurredAt',
    ],
    [
      'a day before the last step',
      {},
      {},
      { occurredAt: '2020-01-01T00:00:00Z' },
      409,
      'candidacy.occurred-before',
      '/occurredAt',
    ],
  ];
  it.each(gates)(
    'refuses %s, says what lifts it, and writes nothing',
    async (_, person, search, values, status, code, pointer) => {
      const { member, candidacyId, submit, counts, candidacy } = await qualified(world, person, search);
      const before = await counts();
      const asked = { ...plain, ...values };
      const preview = await member.post<ReportPreview>(`/api/v1/candidacies/${candidacyId}/report-preview`, asked);
      expect(preview.status).toBe(200);
      expect(preview.body.gates.map((gate) => gate.code)).toContain(code);
      const answer = (await submit(values)) as { status: number; body: Refused };
      expect([answer.status, answer.body.type]).toEqual([status, `urn:longlist:${code}`]);
      expect(answer.body.errors?.[0]?.pointer ?? '').toBe(pointer);
      expect(await counts()).toEqual(before);
      expect((await candidacy()).group).toBe('qualified');
    },
  );

  it('leaves neither row nor report when something fails after the report is kept', async () => {
    const { submit, counts, candidacy } = await qualified(world);
    const before = await counts();
    const failing = jest.spyOn(world.app.get(StageSteps), 'advance').mockRejectedValueOnce(new Error('gone'));
    expect((await submit()).status).toBe(500);
    failing.mockRestore();
    expect(await counts()).toEqual(before);
    expect((await candidacy()).group).toBe('qualified');
  });

  it('forgets reports without a row an hour later, and none that has one', async () => {
    const { agency, submit } = await qualified(world);
    const { id } = (await submit()).body as SubmissionView;
    const folder = join(world.config.dataDir, 'files', agency.id, 'submissions');
    const orphan = randomUUID();
    await writeFile(join(folder, orphan), 'x');
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [id, orphan]) await utimes(join(folder, name), old, old);
    const units = world.app.get(Units);
    await units.run(units.systemActor(agency.id), () => world.app.get(SweepReportsJob).run(agency.id));
    expect(await readdir(folder)).toEqual([id]);
  });

  it('refuses who left the pipeline, and who is no candidate', async () => {
    const { member, candidacyId, submit } = await qualified(world);
    await member.post(`/api/v1/candidacies/${candidacyId}/exit`, { party: 'candidate', reason: 'pay' });
    expect((await submit()).body).toMatchObject({ type: 'urn:longlist:candidacy.exited' });
  });

  it('refuses a contact of somebody else, and one that is archived', async () => {
    const { agency, submit } = await qualified(world);
    const other = await agency.contact();
    expect((await submit({ contactId: other.id })).body).toMatchObject({ type: 'urn:longlist:submission.contact' });
  });

  it('takes a contact above or below the client, or one who is named on the search', async () => {
    const { agency, submit, organizationId, searchId } = await qualified(world);
    const lab = await agency.organization({ kind: 'lab', parent_id: organizationId });
    const below = await agency.contact({ organization_id: lab.id });
    expect((await submit({ contactId: below.id })).status).toBe(201);
    const outside = await agency.contact();
    await agency.insert('search_contact', { search_id: searchId, contact_id: outside.id, role: 'other' });
    expect((await submit({ contactId: outside.id })).status).toBe(201);
  });

  it('takes the consent that names the client in the same step, and asks no second time for that client', async () => {
    const { agency, submit, organizationId } = await qualified(world, { law: 'pipl', legal_basis: 'consent' });
    const consent = { givenOn: '2026-01-11', evidence: 'Agreed on WeChat that this client gets the profile.' };
    const first = (await submit({ consent })).body as SubmissionView;
    expect(first).toMatchObject({ consentOn: consent.givenOn, consentEvidence: consent.evidence });
    const { rows } = await world.owner.query('select organization_id, level from consent where agency_id = $1', [
      agency.id,
    ]);
    expect(rows).toEqual([{ organization_id: organizationId, level: 'L2' }]);
    expect((await submit()).status).toBe(201);
    expect((await submit({ level: 'L4' })).body).toMatchObject({ type: 'urn:longlist:submission.consent' });
  });

  it('presents at L1 where five people share role family, seniority and country', async () => {
    const shared = { country: 'China', seniority: 'staff' };
    const { agency, submit } = await qualified(world, { ...shared, law: 'pipl', legal_basis: 'consent' });
    for (let index = 0; index < 4; index += 1) await agency.candidate({ ...shared, country: 'china' });
    expect((await submit({ level: 'L1' })).status).toBe(201);
  });

  it('takes a submission back with its step, and leaves a step after which somebody went on', async () => {
    const { member, candidacyId, searchId, submit, candidacy } = await qualified(world);
    const before = await candidacy();
    const { id } = (await submit()).body as SubmissionView;
    const undone = await member.post<VoidedSubmission>(`/api/v1/submissions/${id}/voiding`);
    expect(undone.status).toBe(200);
    expect(undone.body).toMatchObject({
      state: 'voided',
      kept: [],
      abilities: ['report'],
      voidedByName: 'A headhunter',
    });
    expect((await candidacy()).stageId).toBe(before.stageId);
    const history = await member.get<CandidacyHistory>(`/api/v1/candidacies/${candidacyId}/history`);
    expect(history.body.items.map(({ kind, voidedAt }) => [kind, voidedAt !== null])).toEqual([
      ['moved', true],
      ['added', false],
    ]);
    expect((await member.post(`/api/v1/submissions/${id}/voiding`)).status).toBe(409);

    const again = ((await submit()).body as SubmissionView).id;
    const { body: board } = await member.get<{ stages: { id: string; group: string }[] }>(
      `/api/v1/searches/${searchId}/board`,
    );
    const stage = board.stages.find(({ group }) => group === 'accepted');
    await member.post(`/api/v1/candidacies/${candidacyId}/moves`, { stageId: stage?.id });
    const kept = await member.post<VoidedSubmission>(`/api/v1/submissions/${again}/voiding`);
    expect(kept.body.kept).toEqual([{ part: 'step', code: 'stage-entry.not-latest' }]);
    expect((await candidacy()).group).toBe('accepted');
  });

  it('is taken back by a colleague only who may void submissions', async () => {
    const { agency, submit } = await qualified(world);
    const { id } = (await submit()).body as SubmissionView;
    const colleague = await agency.member('headhunter');
    expect((await colleague.post(`/api/v1/submissions/${id}/voiding`)).status).toBe(403);
    expect((await (await agency.as('admin')).post(`/api/v1/submissions/${id}/voiding`)).status).toBe(200);
  });
});
