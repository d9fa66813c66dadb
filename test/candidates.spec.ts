import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';
import type { CandidateChanges } from '../apps/api/src/bulk/bulk-change.view.js';
import type { CandidateView, CreatedCandidate } from '../apps/api/src/candidates/candidate.view.js';
import type { PackagesView } from '../apps/api/src/candidates/package.view.js';

type Items<T = { id: string; displayName: string }> = { items: T[]; nextCursor: string | null; total?: number };
type Problem = { type: string; errors?: { pointer: string; message: string }[]; candidateId?: string };

const path = '/api/v1/candidates';

describe('candidates', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('are added with names, identifiers, channels and a first affiliation in one write', async () => {
    const agency = await world.agency();
    const researcher = await agency.as('researcher');
    const { id: organizationId } = await agency.organization({ name: 'Northstar AI' });
    const { status, body } = await researcher.post<CreatedCandidate>(path, {
      displayName: ' Zhao Hong ',
      nativeName: '赵宏',
      aliases: ['Hong Z.'],
      areas: ['Pre-training'],
      skills: ['PyTorch'],
      identifiers: [{ kind: 'openreview', value: 'https://openreview.net/profile?id=~Hong_Zhao1' }],
      channels: [{ kind: 'email', value: 'Hong@Example.com', state: 'connected', holderId: researcher.id }],
      affiliation: { organizationId, type: 'employment', title: 'Scientist', startedOn: '2023-09-01' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      displayName: 'Zhao Hong',
      aliases: ['Hong Z.'],
      areas: ['Pre-training'],
      identifiers: [{ kind: 'openreview', value: '~Hong_Zhao1', confidence: 'sure' }],
      channels: [{ value: 'Hong@Example.com', state: 'connected', holderName: 'A researcher' }],
      affiliations: [{ organizationName: 'Northstar AI', isCurrent: true }],
      currentOrganizationId: organizationId,
      currentOrganizationName: 'Northstar AI',
      currentTitle: 'Scientist',
      possibleDuplicates: [],
      publicationCount: 0,
      version: 1,
    });
    expect(body).not.toHaveProperty('currentPackage');
    const { rows } = await world.owner.query('select type, candidate_id from event where subject_id = $1', [body.id]);
    expect(rows).toEqual([{ type: 'candidate.created', candidate_id: body.id }]);
  });

  it('change at their version, clear by null, replace lists, and go away and come back', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const tag = await agency.insert('setting', { kind: 'tag', name: 'Star' });
    const { body } = await headhunter.post<CreatedCandidate>(path, {
      displayName: 'A',
      city: 'Bern',
      skills: ['C', 'D'],
    });
    const url = `${path}/${body.id}`;
    const patched = await headhunter.patch<CandidateView>(url, 1, {
      city: null,
      skills: ['D', 'E'],
      tagIds: [tag.id],
      headline: 'Leads',
    });
    expect(patched.body).toMatchObject({ city: null, skills: ['D', 'E'], headline: 'Leads', version: 2 });
    expect(patched.body.tags.map(({ name }) => name)).toEqual(['Star']);
    expect((await headhunter.patch(url, 1, { city: 'Basel' })).status).toBe(412);
    const archived = await headhunter.post<CandidateView>(`${url}/archival`);
    expect(archived.body.abilities).toEqual(expect.arrayContaining(['restore']));
    expect((await headhunter.patch<Problem>(url, 3, { city: 'Basel' })).body.type).toBe(
      'urn:longlist:candidate.archived',
    );
    expect((await headhunter.post(`${url}/archival`)).status).toBe(409);
    expect((await headhunter.delete(`${url}/archival`)).status).toBe(200);
    const wrongTag = await headhunter.patch<Problem>(url, 4, { tagIds: [body.id] });
    expect([wrongTag.status, wrongTag.body.errors?.[0]?.pointer]).toEqual([422, '/tagIds']);
  });

  it('have one sure identifier each, and tell of people who share a channel and a name', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const identifiers = [{ kind: 'github', value: 'https://github.com/Hong-Zhao' }];
    const channels = [{ kind: 'phone', value: '138 0013 8000' }];
    const first = await headhunter.post<CreatedCandidate>(path, { displayName: '赵宏', identifiers, channels });
    const second = await headhunter.post<Problem>(path, { displayName: 'Other', identifiers });
    expect([second.status, second.body.type]).toEqual([409, 'urn:longlist:candidate.identifier-taken']);
    expect(second.body.candidateId).toBe(first.body.id);
    const count = await world.owner.query('select from candidate where agency_id = $1', [agency.id]);
    expect(count.rowCount).toBe(1);
    const same = { channels: [{ kind: 'phone', value: '+86 13800138000' }] };
    const duplicate = await headhunter.post<CreatedCandidate>(path, { displayName: 'Hong Zhao', ...same });
    expect(duplicate.body.possibleDuplicates).toMatchObject([{ id: first.body.id, channel: 'phone' }]);
    const assistant = await headhunter.post<CreatedCandidate>(path, { displayName: 'Li Na', ...same });
    expect(assistant.body.possibleDuplicates).toEqual([]);
    const unsure = [{ ...identifiers[0], confidence: 'unsure' }];
    expect((await headhunter.post(path, { displayName: 'Other', identifiers: unsure })).status).toBe(201);
    const wrong = await headhunter.post<Problem>(path, {
      displayName: 'X',
      identifiers: [{ kind: 'orcid', value: '0000-0000-0000-0000' }],
    });
    expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([422, '/identifiers/0/value']);
  });

  it('work where the latest sure employment says, whatever is added, changed or taken away', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const [old, now, seen] = await Promise.all(['Old', 'Now', 'Seen'].map((name) => agency.organization({ name })));
    const { body } = await headhunter.post<CreatedCandidate>(path, { displayName: 'Mover' });
    const url = `${path}/${body.id}/affiliations`;
    const add = async (values: object): Promise<CandidateView> =>
      (await headhunter.post<CandidateView>(url, values)).body;
    expect(await add({ organizationId: seen?.id, type: 'employment', confidence: 'unsure' })).toMatchObject({
      currentOrganizationId: null,
    });
    expect(await add({ organizationId: seen?.id, type: 'study', startedOn: '2020-01-01' })).toMatchObject({
      currentOrganizationId: null,
    });
    await add({ organizationId: old?.id, type: 'employment', startedOn: '2021-01-01' });
    const moved = await add({ organizationId: now?.id, type: 'employment', startedOn: '2024-02-01' });
    expect(moved.currentOrganizationName).toBe('Now');
    const latest = moved.affiliations.find(({ organizationName }) => organizationName === 'Now');
    const ended = await headhunter.patch<CandidateView>(`${url}/${latest?.id}`, 1, { endedOn: '2025-01-31' });
    expect(ended.body.currentOrganizationName).toBe('Old');
    expect((await headhunter.patch(`${url}/${latest?.id}`, 1, { endedOn: null })).status).toBe(412);
    const first = ended.body.affiliations.find(({ organizationName }) => organizationName === 'Old');
    expect((await headhunter.delete<CandidateView>(`${url}/${first?.id}`)).body.currentOrganizationId).toBeNull();
    const backwards = { organizationId: old?.id, type: 'employment', startedOn: '2024-01-02', endedOn: '2024-01-01' };
    expect((await headhunter.post(url, backwards)).status).toBe(422);
    const elsewhere = await headhunter.post<CreatedCandidate>(path, { displayName: 'Else' });
    expect((await headhunter.delete(`${path}/${elsewhere.body.id}/affiliations/${latest?.id}`)).status).toBe(404);
  });

  it('have channels, identifiers, covenants and publications of their own', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const { body } = await headhunter.post<CreatedCandidate>(path, { displayName: 'A' });
    const other = await headhunter.post<CreatedCandidate>(path, { displayName: 'B' });
    const url = `${path}/${body.id}`;
    const channel = await headhunter.post<CandidateView>(`${url}/channels`, { kind: 'wechat', value: 'hong_zhao' });
    const channelId = channel.body.channels[0]?.id;
    const used = await headhunter.patch<CandidateView>(`${url}/channels/${channelId}`, 1, {
      state: 'requested',
      doNotUse: true,
    });
    expect(used.body.channels).toMatchObject([{ state: 'requested', doNotUse: true, version: 2 }]);
    expect((await headhunter.post(`${url}/channels`, { kind: 'wechat', value: 'HONG_zhao' })).status).toBe(409);
    expect((await headhunter.post(`${url}/channels`, { kind: 'phone', value: 'no number' })).status).toBe(422);
    expect((await headhunter.delete<CandidateView>(`${url}/channels/${channelId}`)).body.channels).toEqual([]);
    const known = await headhunter.post<CandidateView>(`${url}/identifiers`, { kind: 'github', value: 'abc' });
    const identifier = `${url}/identifiers/${known.body.identifiers[0]?.id}`;
    expect((await headhunter.delete<CandidateView>(identifier)).body.identifiers).toEqual([]);
    const rival = await agency.organization({ name: 'Rival' });
    const covenant = { kind: 'non_compete', months: 6.5, startsFrom: 'last_day', binds: 'named' };
    expect((await headhunter.post(`${url}/covenants`, covenant)).status).toBe(422);
    const bound = await headhunter.post<CandidateView>(`${url}/covenants`, {
      ...covenant,
      organizationIds: [rival.id],
      monthlyCompensation: '20000',
      currency: 'CNY',
    });
    expect(bound.body.covenants).toMatchObject([
      { months: 6.5, organizations: [{ name: 'Rival' }], monthlyCompensation: { amount: '20000.00', currency: 'CNY' } },
    ]);
    const covenantUrl = `${url}/covenants/${bound.body.covenants[0]?.id}`;
    const waived = await headhunter.patch<CandidateView>(covenantUrl, 1, { binds: 'all', status: 'waived' });
    expect(waived.body.covenants).toMatchObject([{ status: 'waived', binds: 'all', organizations: [] }]);
    expect((await headhunter.delete<CandidateView>(covenantUrl)).body.covenants).toEqual([]);
    const paper = { title: 'Scaling laws', year: 2025, externalKey: 'doi:1', position: 2, keywords: ['x'] };
    expect((await headhunter.post<CandidateView>(`${url}/publications`, paper)).body.publicationCount).toBe(1);
    await headhunter.post(`${path}/${other.body.id}/publications`, { externalKey: 'doi:1', position: 1 });
    const list = await headhunter.get<Items<Record<string, unknown>>>(`${url}/publications?sort=-year&total=true`);
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ title: 'Scaling laws', position: 2, coAuthorCount: 1, keywords: ['x'] }],
    });
    expect((await headhunter.post(`${url}/publications`, paper)).status).toBe(409);
    expect((await headhunter.post(`${url}/publications`, { position: 1 })).status).toBe(422);
    const removal = await headhunter.delete<CandidateView>(`${url}/publications/${String(list.body.items[0]?.['id'])}`);
    expect(removal.body.publicationCount).toBe(0);
    expect((await headhunter.get(`${path}/${agency.id}/publications`)).status).toBe(404);
  });

  it('keep to privacy law: bases, notice days, do-not-contact with its reason', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const add = (values: object) => headhunter.post<CreatedCandidate & Problem>(path, { displayName: 'P', ...values });
    expect((await add({ law: 'pipl' })).body.type).toBe('urn:longlist:candidate.legal-basis');
    const pipl = await add({ law: 'pipl', legalBasis: 'consent', sourcedOn: '2026-01-15' });
    expect(pipl.body).toMatchObject({ noticeDueOn: null, legalBasis: 'consent' });
    const gdpr = await add({ law: 'gdpr', sourcedOn: '2026-01-15' });
    expect(gdpr.body).toMatchObject({ noticeDueOn: '2026-02-14' });
    expect((await add({ sourcedOn: '2999-01-01' })).body.errors?.[0]?.pointer).toBe('/sourcedOn');
    const url = `${path}/${gdpr.body.id}`;
    expect((await headhunter.patch(url, 1, { noticedOn: '2026-01-14' })).status).toBe(422);
    expect((await headhunter.patch(url, 1, { doNotContact: true })).status).toBe(422);
    const wish = await headhunter.patch<CandidateView>(url, 1, { doNotContact: true, doNotContactReason: 'Asked us' });
    expect(wish.body).toMatchObject({ doNotContact: true, doNotContactReason: 'Asked us' });
    expect(wish.body.doNotContactSince).not.toBeNull();
    const over = await headhunter.patch<CandidateView>(url, 2, { doNotContact: false });
    expect(over.body).toMatchObject({ doNotContact: false, doNotContactReason: null, doNotContactSince: null });
  });

  it("have the agency's own fields, checked", async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    await agency.insert('custom_field', { key: 'visa', label: 'Visa', kind: 'choice', choices: ['H1B', 'O1'] });
    await agency.insert('custom_field', { key: 'score', label: 'Score', kind: 'number' });
    const made = await headhunter.post<CreatedCandidate>(path, { displayName: 'C', custom: { visa: 'O1', score: 3 } });
    expect(made.body.custom).toEqual({ visa: 'O1', score: 3 });
    const url = `${path}/${made.body.id}`;
    expect((await headhunter.patch<CandidateView>(url, 1, { custom: { visa: null } })).body.custom).toEqual({
      score: 3,
    });
    const bad = await headhunter.patch<Problem>(url, 2, { custom: { visa: 'B2', shoe: 1, score: '3' } });
    expect(bad.status).toBe(422);
    expect(bad.body.errors?.map(({ pointer }) => pointer)).toEqual(['/custom/visa', '/custom/shoe', '/custom/score']);
  });

  it('have packages that those see who may', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const researcher = await agency.as('researcher');
    const { body } = await headhunter.post<CreatedCandidate>(path, { displayName: 'Paid' });
    const url = `${path}/${body.id}/package`;
    const current = {
      currency: 'CNY',
      baseAmount: '40000',
      basePer: 'month',
      months: 16,
      extraMonths: 'target',
      source: 'volunteered',
      grants: [{ kind: 'option', units: '10000', strike: '2.00', vestSplit: [15, 25, 30, 30] }],
      oneOffs: [{ kind: 'make_whole', amount: '100000', clawBack: 'pro_rata', clawBackMonths: 24 }],
    };
    const put = await headhunter.put<PackagesView>(url, { current });
    expect(put.status).toBe(200);
    expect(put.body.current).toMatchObject({
      annualCash: { amount: '640000.00', currency: 'CNY' },
      guaranteedCash: { amount: '480000.00' },
      months: 16,
      grants: [{ units: '10000', strike: '2', vestSplit: [15, 25, 30, 30] }],
      oneOffs: [{ clawBackMonths: 24 }],
    });
    const twice = await headhunter.put<Problem>(url, { current: { ...current, bonusAmount: '160000' } });
    expect([twice.status, twice.body.type]).toEqual([409, 'urn:longlist:package.counted-twice']);
    const apart = await headhunter.put<PackagesView>(url, {
      current: { ...current, bonusAmount: '160000', bonusIsApart: true },
    });
    expect(apart.body.current?.annualCash.amount).toBe('800000.00');
    const split = { ...current, grants: [{ kind: 'rsu', units: '1', vestSplit: [50, 49] }] };
    const wrong = await headhunter.put<Problem>(url, { expected: split });
    expect(wrong.body.errors?.[0]?.pointer).toBe('/expected/grants/0/vestSplit');
    const strike = { ...current, grants: [{ kind: 'rsu', units: '1', strike: '1' }] };
    expect((await headhunter.put<Problem>(url, { current: strike })).body.errors?.[0]?.pointer).toBe(
      '/current/grants/0/strike',
    );
    expect((await researcher.get(url)).status).toBe(403);
    expect((await researcher.get(`${path}/${body.id}`)).text).not.toContain('800000');
    expect((await researcher.get(`${path}?currentCashFrom=1`)).status).toBe(400);
    const found = async (query: string): Promise<number> =>
      (await headhunter.get<Items>(`${path}?${query}`)).body.items.length;
    expect(await found('currentCashFrom=800000&currentCashTo=800000')).toBe(1);
    expect(await found('currentCashFrom=800001')).toBe(0);
    expect(await found('hasPackage=true')).toBe(1);
    expect((await headhunter.delete<PackagesView>(url)).body).toEqual({ current: null, expected: null });
    expect((await headhunter.delete(url)).status).toBe(404);
  });

  it('are listed by what is known of them', async () => {
    const agency = await world.agency();
    const hr = await agency.as('hr');
    const headhunter = await agency.as('headhunter');
    const top = await agency.organization({ name: 'Top' });
    const lab = await agency.organization({ name: 'Lab', kind: 'lab', parent_id: top.id });
    const tag = await agency.insert('setting', { kind: 'tag', name: 'T' });
    const add = async (values: object): Promise<string> =>
      (await headhunter.post<CreatedCandidate>(path, { displayName: 'X', ...values })).body.id;
    const inLab = await add({ affiliation: { organizationId: lab.id, type: 'employment' }, tagIds: [tag.id] });
    const before = await add({
      affiliation: { organizationId: lab.id, type: 'employment', endedOn: '2020-01-01' },
      areas: ['RL'],
      seniority: 'lead',
    });
    const unsure = await add({ affiliation: { organizationId: lab.id, type: 'employment', confidence: 'unsure' } });
    const ids = async (url: string): Promise<string[]> =>
      (await hr.get<Items>(url)).body.items.map(({ id }) => id).sort();
    expect(await ids(`${path}?currentOrganizationId=${lab.id}`)).toEqual([inLab]);
    expect(await ids(`${path}?organizationId=${lab.id}`)).toEqual([inLab, before].sort());
    expect(await ids(`${path}?underOrganizationId=${top.id}`)).toEqual([inLab]);
    expect(await ids(`${path}?everUnderOrganizationId=${top.id}`)).toEqual([inLab, before].sort());
    expect(await ids(`/api/v1/organizations/${lab.id}/people`)).toEqual([inLab, before].sort());
    expect(await ids(`/api/v1/organizations/${lab.id}/people?currentOrganizationId=${lab.id}`)).toEqual([inLab]);
    expect(await ids(`/api/v1/organizations/${lab.id}/people?present=false`)).toEqual([before]);
    expect(await ids(`${path}?tagId=${tag.id}`)).toEqual([inLab]);
    expect(await ids(`${path}?area=RL&seniority=lead,staff`)).toEqual([before]);
    expect(await ids(`${path}?skill=RL`)).toEqual([]);
    for (const sort of ['displayName', '-lastContactAt', 'createdAt', '-updatedAt']) {
      const first = await hr.get<Items>(`${path}?sort=${sort}&limit=2`);
      const second = await hr.get<Items>(`${path}?sort=${sort}&limit=2&cursor=${String(first.body.nextCursor)}`);
      const seen = [...first.body.items, ...second.body.items].map(({ id }) => id).sort();
      expect(seen).toEqual([inLab, before, unsure].sort());
    }
    expect((await hr.get(`/api/v1/organizations/${tag.id}/people`)).status).toBe(404);
  });

  it('are listed at an organization with what they are or were there at last', async () => {
    const agency = await world.agency();
    const hr = await agency.as('hr');
    const [lab, other] = [await agency.organization({ name: 'Lab' }), await agency.organization({ name: 'Other' })];
    const employ = async (name: string, jobs: Record<string, unknown>[]): Promise<string> => {
      const { id } = await agency.candidate({ display_name: name });
      for (const job of jobs) {
        const row = { candidate_id: id, organization_id: lab.id, type: 'employment', ...job };
        const { id: affiliation } = await agency.insert('affiliation', row);
        const here = [row.organization_id, affiliation, id];
        if (!('ended_on' in job))
          await world.owner.query(
            'update candidate set current_organization_id = $1, current_affiliation_id = $2 where id = $3',
            here,
          );
      }
      return id;
    };
    const ada = await employ('Ada', [
      { title: 'Intern', level: 'P3', started_on: '2019-01-01', ended_on: '2020-01-01' },
      { title: 'Research Lead', level: 'P9', started_on: '2021-01-01' },
    ]);
    const ben = await employ('Ben', [
      { title: 'Staff Engineer', level: 'P8', started_on: '2018-01-01', ended_on: '2023-01-01' },
      { title: 'Head of Infrastructure', organization_id: other.id, started_on: '2023-02-01' },
    ]);
    type Person = { id: string; title: string; level: string; endedOn: string | null; present: boolean };
    const people = async (query: string): Promise<Person[]> =>
      (await hr.get<{ items: Person[] }>(`/api/v1/organizations/${lab.id}/people?sort=displayName${query}`)).body.items;
    expect(await people('')).toMatchObject([
      { id: ada, title: 'Research Lead', level: 'P9', endedOn: null, present: true },
      { id: ben, title: 'Staff Engineer', level: 'P8', endedOn: '2023-01-01', present: false },
    ]);
    const named = async (query: string): Promise<string[]> => (await people(query)).map(({ id }) => id);
    expect(await named('&present=true')).toEqual([ada]);
    expect(await named('&present=false')).toEqual([ben]);
    expect(await named('&title=research')).toEqual([ada]);
    expect(await named('&title=intern')).toEqual([]);
    expect(await named('&title=Infrastructure')).toEqual([]);
    expect(await named('&level=p8')).toEqual([ben]);
    expect(await named(`&organizationId=${other.id}`)).toEqual([ada, ben]);
    expect(await named('&area=RL')).toEqual([]);
  });

  it('change by the thousand, and each is told what happened', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const tag = await agency.insert('setting', { kind: 'tag', name: 'Bulk' });
    const a = (await headhunter.post<CreatedCandidate>(path, { displayName: 'A' })).body.id;
    const b = (await headhunter.post<CreatedCandidate>(path, { displayName: 'B' })).body.id;
    const missing = '01900000-0000-7000-8000-000000000000';
    const run = async (values: object): Promise<string[]> => {
      const { status, body } = await headhunter.post<CandidateChanges>(`${path}/bulk`, {
        ids: [a, b, missing],
        ...values,
      });
      expect(status).toBe(200);
      expect(body.results.map(({ id }) => id)).toEqual([a, b, missing]);
      return body.results.map(({ outcome }) => outcome);
    };
    expect(await run({ action: 'tag', tagId: tag.id })).toEqual(['done', 'done', 'not_found']);
    expect(await run({ action: 'tag', tagId: tag.id })).toEqual(['unchanged', 'unchanged', 'not_found']);
    expect(await run({ action: 'owner', ownerId: headhunter.id })).toEqual(['done', 'done', 'not_found']);
    await headhunter.post(`${path}/${b}/archival`);
    expect(await run({ action: 'untag', tagId: tag.id })).toEqual(['done', 'archived', 'not_found']);
    expect(await run({ action: 'archive' })).toEqual(['done', 'unchanged', 'not_found']);
    expect(await run({ action: 'restore' })).toEqual(['done', 'done', 'not_found']);
    expect((await headhunter.post(`${path}/bulk`, { ids: [a], action: 'tag' })).status).toBe(422);
    const { rows } = await world.owner.query('select type from event where subject_id = $1 order by id', [b]);
    expect(rows.map(({ type }) => type)).toEqual([
      'candidate.created',
      'candidate.tagged',
      'candidate.changed',
      'candidate.archived',
      'candidate.restored',
    ]);
  });

  it('belong to one agency: another has nothing of them', async () => {
    const mine = await world.agency();
    const theirs = await world.agency();
    const owner = await mine.as('owner');
    const made = await (await theirs.as('owner')).post<CreatedCandidate>(path, { displayName: 'Canary 77' });
    const missing = await owner.get(`${path}/01900000-0000-7000-8000-000000000000`);
    expect((await owner.get(`${path}/${made.body.id}`)).text).toBe(missing.text);
    expect((await owner.get(`${path}?q=Canary`)).text).not.toContain('Canary');
    const bulk = await owner.post<CandidateChanges>(`${path}/bulk`, { ids: [made.body.id], action: 'archive' });
    expect(bulk.body.results).toEqual([{ id: made.body.id, outcome: 'not_found' }]);
  });
});
