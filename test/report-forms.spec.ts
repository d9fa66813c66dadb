import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportPreview, SubmissionView } from '../apps/api/src/portal/submission.view.js';
import { plain, qualified, type Refused } from './support/submitting.js';
import { World } from './support/world.js';

describe('what a report shows by place, role and form', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('shows current pay where the place allows it or the person volunteered it for this client', async () => {
    const usd = {
      currency: 'USD',
      base_amount: 400_000,
      base_per: 'year',
      annual_cash_minor: 40_000_000,
      stated_on: '2026-01-01',
    };
    const text = async (
      place: Record<string, unknown>,
      source: string,
      values: object = {},
    ): Promise<ReportPreview> => {
      const { agency, member, candidacyId, candidateId } = await qualified(world, {}, place);
      await agency.insert('package', { candidate_id: candidateId, kind: 'current', source, ...usd });
      const url = `/api/v1/candidacies/${candidacyId}/report-preview`;
      return (await member.post<ReportPreview>(url, { ...plain, level: 'L3', ...values })).body;
    };
    const california = { city: 'San Francisco', country: 'USA' };
    const payVolunteered = { givenOn: '2026-01-10', evidence: 'Told us so that the client knows.' };
    expect((await text({ city: 'Shanghai', country: 'China' }, 'asked')).text).toContain('$400,000');
    const banned = await text(california, 'volunteered');
    expect(banned.payHidden).toBe(true);
    expect(banned.text).not.toContain('400,000');
    expect((await text(california, 'volunteered', { payVolunteered })).text).toContain('$400,000');
    expect((await text(california, 'asked', { payVolunteered })).text).not.toContain('400,000');
    expect((await text({ city: null, country: 'United States' }, 'asked')).payHidden).toBe(true);
  });

  it('lets the agency say of a shipped place that pay may be shown there', async () => {
    const { agency, member, candidacyId, candidateId } = await qualified(
      world,
      {},
      { city: 'Berlin', country: 'Germany' },
    );
    await agency.insert('package', {
      candidate_id: candidateId,
      kind: 'current',
      source: 'asked',
      currency: 'EUR',
      base_amount: 100_000,
      base_per: 'year',
      annual_cash_minor: 10_000_000,
      stated_on: '2026-01-01',
    });
    const preview = async (): Promise<ReportPreview> =>
      (await member.post<ReportPreview>(`/api/v1/candidacies/${candidacyId}/report-preview`, { ...plain, level: 'L3' }))
        .body;
    expect((await preview()).payHidden).toBe(true);
    const owner = await agency.as('owner');
    const place = await owner.post<{ id: string }>('/api/v1/pay-places', { shipped: 'eu', name: 'EU', banned: false });
    expect(place.status).toBe(201);
    expect(
      (await owner.post<Refused>('/api/v1/pay-places', { shipped: 'eu', name: 'EU', banned: true })).body.type,
    ).toBe('urn:longlist:pay-place.taken');
    expect((await preview()).payHidden).toBe(false);
    await owner.delete(`/api/v1/pay-places/${place.body.id}`);
    expect((await preview()).payHidden).toBe(true);
    expect((await owner.post<Refused>('/api/v1/pay-places', { name: 'Oregon', banned: true })).body.type).toBe(
      'urn:longlist:pay-place.words',
    );
  });

  it('opens a report that shows pay for those alone who see pay', async () => {
    const { agency, submit, candidateId } = await qualified(world);
    await agency.insert('package', {
      candidate_id: candidateId,
      kind: 'expected',
      source: 'asked',
      currency: 'EUR',
      base_amount: 100_000,
      base_per: 'year',
      annual_cash_minor: 10_000_000,
      stated_on: '2026-01-01',
    });
    const { id, showsPay } = (await submit()).body as SubmissionView;
    expect(showsPay).toBe(true);
    const researcher = await agency.as('researcher');
    const { status, body } = await researcher.get<Refused>(`/api/v1/submissions/${id}/report`);
    expect([status, body.type]).toEqual([403, 'urn:longlist:submission.pay']);
    expect((await researcher.get<SubmissionView>(`/api/v1/submissions/${id}`)).body.abilities).toEqual([]);
    expect((await (await agency.as('hr')).get(`/api/v1/submissions/${id}/report`)).status).toBe(200);
  });

  it('looks as the agency’s own form of the language says', async () => {
    const { agency, member, candidacyId } = await qualified(world, { city: 'Zürich', country: 'Schweiz' });
    const owner = await agency.as('owner');
    const own = {
      name: 'Kurz',
      locale: 'de',
      letterhead: 'Nordlicht Personalberatung',
      sections: ['profile'],
      closing: 'Vertraulich.',
    };
    const { status, body } = await owner.post<{ id: string; version: number }>('/api/v1/report-templates', own);
    expect(status).toBe(201);
    expect((await owner.post<Refused>('/api/v1/report-templates', own)).body.type).toBe(
      'urn:longlist:setting.name-taken',
    );
    const text = async (): Promise<string> =>
      (
        await member.post<ReportPreview>(`/api/v1/candidacies/${candidacyId}/report-preview`, {
          level: 'L3',
          locale: 'de',
        })
      ).body.text;
    expect(await text()).toMatch(
      /^Nordlicht Personalberatung\nKandidatenprofil: Ada Example[^]*Zürich, Schweiz\n\nVertraulich\.$/,
    );
    await owner.patch(`/api/v1/report-templates/${body.id}`, body.version, { letterhead: null });
    expect(await text()).toMatch(/^Kandidatenprofil/);
    await owner.delete(`/api/v1/report-templates/${body.id}`);
    expect(await text()).toContain('vertraulich');
  });
});
