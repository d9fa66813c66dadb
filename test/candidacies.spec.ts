import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  BoardView,
  CandidacyHistory,
  CandidacyView,
  AddedCandidacies,
  PlacementView,
  RemovedStage,
  RestoredStage,
} from '../apps/api/src/candidacies/candidacy.view.js';
import type { SearchView } from '../apps/api/src/searches/search.view.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Problem = { type: string; errors?: { pointer: string }[] };

describe('searches and candidacies', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  async function opened(
    people = 3,
  ): Promise<{ agency: Agency; headhunter: Member; search: SearchView; ids: string[] }> {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const client = await agency.organization();
    const { body: search } = await headhunter.post<SearchView>('/api/v1/searches', {
      organizationId: client.id,
      title: 'Head of post-training',
      type: 'retained',
    });
    const candidates = await Promise.all(Array.from({ length: people }, () => agency.candidate()));
    const added = await headhunter.post<AddedCandidacies>(`/api/v1/searches/${search.id}/candidacies`, {
      candidateIds: candidates.map(({ id }) => id),
    });
    return { agency, headhunter, search, ids: added.body.items.map(({ candidacyId }) => candidacyId ?? '') };
  }

  const stage = ({ stages }: SearchView, group: string): string => stages.find((one) => one.group === group)?.id ?? '';

  it('opens with stages from longlist to placed, and adds people once', async () => {
    const { headhunter, search, ids, agency } = await opened();
    expect(search.stages[0]?.group).toBe('longlist');
    expect(search.stages.at(-1)?.group).toBe('placed');
    expect(new Set(ids).size).toBe(3);
    const one = await agency.candidate();
    const again = await headhunter.post<AddedCandidacies>(`/api/v1/searches/${search.id}/candidacies`, {
      candidateIds: [one.id, search.id],
    });
    expect(again.body.items.map(({ outcome }) => outcome)).toEqual(['added', 'not_found']);
    const { body } = await headhunter.get<BoardView>(`/api/v1/searches/${search.id}/board`);
    expect(body.stages[0]).toMatchObject({ group: 'longlist', total: 4 });
    expect(body.stages[0]?.items).toHaveLength(4);
  });

  it('moves with place, refuses the same stage, writes one row a move', async () => {
    const { headhunter, search, ids } = await opened();
    const [first = '', second = '', third = ''] = ids;
    const contacted = stage(search, 'contacted');
    for (const id of [first, second]) {
      expect((await headhunter.post(`/api/v1/candidacies/${id}/moves`, { stageId: contacted })).status).toBe(200);
    }
    const placed = await headhunter.post<CandidacyView>(`/api/v1/candidacies/${third}/moves`, {
      stageId: contacted,
      beforeId: second,
    });
    expect(placed.body.group).toBe('contacted');
    const { body } = await headhunter.get<BoardView>(`/api/v1/searches/${search.id}/board`);
    expect(body.stages.find(({ id }) => id === contacted)?.items.map(({ id }) => id)).toEqual([first, third, second]);
    const same = await headhunter.post<Problem>(`/api/v1/candidacies/${first}/moves`, { stageId: contacted });
    expect(same.body.type).toBe('urn:longlist:candidacy.same-stage');
    const foreign = await headhunter.post(`/api/v1/candidacies/${first}/moves`, { stageId: search.id });
    expect(foreign.status).toBe(422);
    const history = await headhunter.get<CandidacyHistory>(`/api/v1/candidacies/${first}/history`);
    expect(history.body.items.map(({ kind }) => kind)).toEqual(['moved', 'added']);
  });

  it('exits with party and reason, reopens, and undoing voids the row and adds none', async () => {
    const { headhunter, search, ids } = await opened(1);
    const url = `/api/v1/candidacies/${ids[0]}`;
    expect((await headhunter.post(`${url}/exit`, { party: 'client', reason: 'counteroffer_accepted' })).status).toBe(
      422,
    );
    const exited = await headhunter.post<CandidacyView>(`${url}/exit`, {
      party: 'candidate',
      reason: 'counteroffer_accepted',
    });
    expect(exited.body).toMatchObject({ exitParty: 'candidate', exitReason: 'counteroffer_accepted' });
    expect((await headhunter.post(`${url}/moves`, { stageId: stage(search, 'contacted') })).status).toBe(409);
    const before = await headhunter.get<CandidacyHistory>(`${url}/history`);
    const latest = before.body.items[0];
    const undone = await headhunter.post<CandidacyView>(`/api/v1/history/${latest?.id}/voiding`);
    expect(undone.body).toMatchObject({ exitedAt: null, group: 'longlist' });
    const after = await headhunter.get<CandidacyHistory>(`${url}/history`);
    expect(after.body.items).toHaveLength(before.body.items.length);
    expect(after.body.items[0]?.voidedAt).not.toBeNull();
    expect((await headhunter.post(`/api/v1/history/${latest?.id}/voiding`)).status).toBe(409);
    await headhunter.post(`${url}/exit`, { party: 'agency', reason: 'added_by_mistake' });
    const back = await headhunter.post<CandidacyView>(`${url}/reopening`, { stageId: stage(search, 'qualified') });
    expect(back.body).toMatchObject({ group: 'qualified', exitedAt: null });
  });

  it('removes a stage after all who stand in it moved, or nothing of it', async () => {
    const { headhunter, search, ids, agency } = await opened();
    const [first = '', second = '', left = ''] = ids;
    const [longlist, contacted] = [stage(search, 'longlist'), stage(search, 'contacted')];
    const url = `/api/v1/searches/${search.id}/stages`;
    const { body: more } = await headhunter.post<SearchView>(url, { name: 'First look', group: 'longlist' });
    const look = more.stages.find(({ name }) => name === 'First look')?.id ?? '';
    await headhunter.post(`/api/v1/searches/${search.id}/moves`, { candidacyIds: ids, stageId: look });
    await headhunter.post(`/api/v1/candidacies/${left}/exit`, { party: 'candidate', reason: 'counteroffer_accepted' });
    const removal = (toStageId: string): Promise<{ status: number; body: Problem & SearchView }> =>
      headhunter.post<Problem & SearchView>(`${url}/${look}/removal`, { toStageId, note: 'One stage is enough' });
    expect((await headhunter.delete<Problem>(`${url}/${look}`)).body.type).toBe('urn:longlist:search.stage-used');
    expect((await removal(look)).body.type).toBe('urn:longlist:candidacy.same-stage');
    expect((await removal(search.id)).body.errors).toEqual([
      { pointer: '/toStageId', message: 'is no stage of this search' },
    ]);
    const refused = await removal(stage(search, 'placed'));
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:longlist:candidacy.placement-needed']);
    const stood = async (id: string): Promise<string | null> =>
      (await headhunter.get<CandidacyView>(`/api/v1/candidacies/${id}`)).body.stageId;
    expect([await stood(first), await stood(second)]).toEqual([look, look]);

    const { status, body } = await removal(contacted);
    expect(status).toBe(200);
    expect(body.stages.map(({ id }) => id)).not.toContain(look);
    expect(body.stages.map(({ position }) => position)).toEqual(body.stages.map((_, index) => index));
    expect(await Promise.all(ids.map(stood))).toEqual([contacted, contacted, contacted]);
    const history = async (id: string): Promise<CandidacyHistory['items']> =>
      (await headhunter.get<CandidacyHistory>(`/api/v1/candidacies/${id}/history`)).body.items;
    expect((await history(first))[0]).toMatchObject({
      kind: 'moved',
      toStageId: contacted,
      toGroup: 'contacted',
      fromGroup: 'longlist',
      note: 'One stage is enough',
    });
    expect((await history(left))[0]).toMatchObject({ kind: 'exited' });
    expect(await history(left)).toHaveLength(3);
    const { rows } = await world.owner.query<{ type: string; n: number }>(
      `select type, count(*)::int as n from event where agency_id = $1 and data ->> 'toStageId' = $2 group by type`,
      [agency.id, contacted],
    );
    expect(rows).toEqual([{ type: 'candidacy.moved', n: 2 }]);
    const researcher = await agency.as('researcher');
    expect((await researcher.post(`${url}/${contacted}/removal`, { toStageId: longlist })).status).toBe(403);
  });

  it('brings a removed stage back in its place, with those who still stand where the removal put them', async () => {
    const { headhunter, search, ids, agency } = await opened(5);
    const [first = '', second = '', on = '', left = '', gone = ''] = ids;
    const contacted = stage(search, 'contacted');
    const url = `/api/v1/searches/${search.id}`;
    const { body: more } = await headhunter.post<SearchView>(`${url}/stages`, {
      name: 'First look',
      group: 'longlist',
    });
    const look = more.stages.find(({ name }) => name === 'First look')?.id ?? '';
    await headhunter.post(`${url}/moves`, { candidacyIds: ids, stageId: look });
    const exit = { party: 'candidate', reason: 'counteroffer_accepted' };
    await headhunter.post(`/api/v1/candidacies/${left}/exit`, exit);
    const board = async (): Promise<string[][]> =>
      (await headhunter.get<BoardView>(`${url}/board`)).body.stages.map(({ items }) => items.map(({ id }) => id));
    const before = await board();
    const { body: removed } = await headhunter.post<RemovedStage>(`${url}/stages/${look}/removal`, {
      toStageId: contacted,
    });
    await headhunter.post(`/api/v1/candidacies/${on}/moves`, { stageId: stage(search, 'presented') });
    await headhunter.post(`/api/v1/candidacies/${gone}/exit`, exit);

    const undo = (member: Member) =>
      member.post<Problem & RestoredStage>(`/api/v1/stage-removals/${removed.removalId}/undo`);
    expect((await undo(await agency.as('researcher'))).status).toBe(403);
    expect((await undo(await agency.member('headhunter'))).status).toBe(403);
    expect((await undo(await (await world.agency()).as('owner'))).status).toBe(404);
    const { status, body } = await undo(headhunter);
    expect([status, body.stayed]).toEqual([200, 2]);
    expect(body.stages.map(({ id, name, position }) => [id, name, position])).toEqual(
      more.stages.map(({ id, name, position }) => [id, name, position]),
    );
    const after = await board();
    expect(after.map((cards) => cards.filter((id) => id === first || id === second))).toEqual(
      before.map((cards) => cards.filter((id) => id === first || id === second)),
    );
    const stood = async (id: string): Promise<CandidacyView> =>
      (await headhunter.get<CandidacyView>(`/api/v1/candidacies/${id}`)).body;
    expect((await stood(on)).group).toBe('presented');
    expect(await stood(left)).toMatchObject({ stageId: look, exitReason: 'counteroffer_accepted' });
    expect(await stood(gone)).toMatchObject({ stageId: contacted, exitReason: 'counteroffer_accepted' });
    const { body: history } = await headhunter.get<CandidacyHistory>(`/api/v1/candidacies/${first}/history`);
    expect(history.items.map(({ kind, voidedAt }) => [kind, voidedAt !== null])).toEqual([
      ['moved', true],
      ['moved', false],
      ['added', false],
    ]);
    const again = await undo(headhunter);
    expect([again.status, again.body.type]).toEqual([409, 'urn:longlist:stage-removal.undone']);
  });

  it('lists the people whom a target has, and how far they came', async () => {
    const { headhunter, search, ids, agency } = await opened();
    const group = await agency.organization();
    const lab = await agency.organization({ kind: 'lab', parent_id: group.id });
    const target = await agency.insert('target', { search_id: search.id, organization_id: group.id });
    const people = await world.owner.query<{ id: string; candidate_id: string }>(
      'select id, candidate_id from candidacy where id = any($1) order by array_position($1, id)',
      [ids],
    );
    for (const { candidate_id } of people.rows.slice(0, 2)) {
      await agency.insert('affiliation', { candidate_id, organization_id: lab.id, type: 'employment' });
    }
    const old = { organization_id: lab.id, type: 'employment', ended_on: '2001-01-01' };
    await agency.insert('affiliation', { ...old, candidate_id: people.rows[2]?.candidate_id });
    await headhunter.post(`/api/v1/candidacies/${ids[1]}/moves`, { stageId: stage(search, 'contacted') });
    await headhunter.post(`/api/v1/candidacies/${ids[2]}/moves`, { stageId: stage(search, 'contacted') });
    const url = `/api/v1/searches/${search.id}`;
    const found = async (query: string): Promise<string[]> => {
      const { body } = await headhunter.get<{ items: { id: string }[] }>(`${url}/candidacies?${query}`);
      return body.items.map(({ id }) => id).sort();
    };
    const { body: targets } = await headhunter.get<{ items: Record<string, number>[] }>(`${url}/targets`);
    expect(targets.items[0]).toMatchObject({ identified: 2, approached: 1, interested: 0 });
    expect(await found(`targetId=${target.id}`)).toEqual(ids.slice(0, 2).sort());
    expect(await found(`targetId=${target.id}&reached=contacted`)).toEqual([ids[1]]);
    expect(await found(`targetId=${target.id}&reached=qualified`)).toEqual([]);
    expect(await found('reached=contacted')).toEqual([ids[1], ids[2]].sort());
  });

  it('a contact log moves along: not by a wrong number, then by the first contact, then interested', async () => {
    const { headhunter, ids } = await opened(1);
    const candidacy = await headhunter.get<CandidacyView>(`/api/v1/candidacies/${ids[0]}`);
    const log = (outcome: string): Promise<{ status: number }> =>
      headhunter.post('/api/v1/contact-log', {
        candidateId: candidacy.body.candidateId,
        candidacyId: ids[0],
        channel: 'wechat',
        direction: 'outbound',
        outcome,
        followUp: { dueOn: '2027-01-15' },
      });
    expect((await log('wrong_number')).status).toBe(201);
    expect((await headhunter.get<CandidacyView>(`/api/v1/candidacies/${ids[0]}`)).body.group).toBe('longlist');
    expect((await log('no_answer')).status).toBe(201);
    expect((await headhunter.get<CandidacyView>(`/api/v1/candidacies/${ids[0]}`)).body.group).toBe('contacted');
    await log('interested');
    expect((await headhunter.get<CandidacyView>(`/api/v1/candidacies/${ids[0]}`)).body.group).toBe('qualified');
  });

  it('a placement fills the search, falling off opens it again', async () => {
    const { headhunter, search, ids } = await opened(1);
    const url = `/api/v1/candidacies/${ids[0]}`;
    expect((await headhunter.post(`${url}/placement`, { startsOn: '2027-03-01' })).status).toBe(409);
    await headhunter.post(`${url}/moves`, { stageId: stage(search, 'accepted') });
    const made = await headhunter.post<PlacementView>(`${url}/placement`, { startsOn: '2027-03-01' });
    expect(made.body.state).toBe('awaiting_start');
    const state = async (): Promise<string> =>
      (await headhunter.get<SearchView>(`/api/v1/searches/${search.id}`)).body.state;
    expect(await state()).toBe('filled');
    const placement = `/api/v1/placements/${made.body.id}`;
    expect((await headhunter.post(`${placement}/falling-off`, { leftBy: 'client' })).status).toBe(409);
    expect((await headhunter.post(`${placement}/start`, {})).status).toBe(200);
    await headhunter.post(`${placement}/falling-off`, { leftBy: 'candidate', reason: 'Went back' });
    expect(await state()).toBe('open');
    expect((await headhunter.post<PlacementView>(`${placement}/outcome`, { outcome: 'replaced' })).body.state).toBe(
      'replaced',
    );
  });

  it('holds, resumes, closes with a reason and reopens; fees are for those who may', async () => {
    const { agency, headhunter, search } = await opened(0);
    const url = `/api/v1/searches/${search.id}`;
    expect((await headhunter.post<SearchView>(`${url}/hold`, { reason: 'Budget' })).body.state).toBe('on_hold');
    expect((await headhunter.post(`${url}/hold`, {})).status).toBe(409);
    expect((await headhunter.post<SearchView>(`${url}/resumption`, {})).body.holds).toHaveLength(1);
    const terms = {
      fee: { kind: 'rate', rate: 30, basis: 'annual_cash' },
      instalments: [{ trigger: 'start', share: 50 }],
      credits: [],
    };
    expect((await headhunter.put(`${url}/terms`, terms)).status).toBe(422);
    terms.instalments.push({ trigger: 'started', share: 50 });
    expect((await headhunter.put<SearchView>(`${url}/terms`, terms)).body.fee).toMatchObject({ rate: 30 });
    const researcher = await agency.as('researcher');
    expect((await researcher.get<SearchView>(url)).text).not.toContain('"fee"');
    expect((await headhunter.post<SearchView>(`${url}/closure`, { reason: 'lost' })).body).toMatchObject({
      state: 'closed',
      closingReason: 'lost',
    });
    expect((await headhunter.delete<SearchView>(`${url}/closure`)).body.state).toBe('open');
  });

  it('tells who was slower by whom, when and to which stage the candidacy was taken', async () => {
    const { agency, headhunter, search, ids } = await opened(2);
    const [id, gone] = ids as [string, string];
    const colleague = await agency.as('researcher');
    const move = (member: Member, group: string, version: number) =>
      member.post<Problem & { by?: string; at?: string; to?: string | null }>(
        `/api/v1/candidacies/${id}/moves`,
        { stageId: stage(search, group) },
        { headers: { 'if-match': `"${version}"` } },
      );
    expect((await move(colleague, 'qualified', 1)).status).toBe(200);
    const { status, body } = await move(headhunter, 'contacted', 1);
    const name = search.stages.find(({ group }) => group === 'qualified')?.name;
    expect({ status, by: body.by, to: body.to }).toEqual({ status: 412, by: 'A researcher', to: name });
    expect(Math.abs(Date.now() - Date.parse(body.at ?? ''))).toBeLessThan(60_000);
    const exit = (member: Member) =>
      member.post<Problem & { by?: string; to?: string | null }>(`/api/v1/candidacies/${gone}/exit`, {
        party: 'candidate',
        reason: 'pay',
      });
    expect((await exit(colleague)).status).toBe(200);
    const late = await exit(headhunter);
    expect({ status: late.status, by: late.body.by, to: late.body.to }).toEqual({
      status: 409,
      by: 'A researcher',
      to: null,
    });
  });
});
