import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agency, Member } from './support/agency.js';
import type { Answer } from './support/client.js';
import { World } from './support/world.js';
import type { ChartNode, ChartPositionView, OrgChart } from '../apps/api/src/candidates/chart.view.js';

type Refused = { type: string; errors?: { pointer: string }[] };

describe('org charts', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  /** Somebody who works at the organization now. */
  const employed = async (agency: Agency, organizationId: string, name: string, values = {}): Promise<string> => {
    const { id } = await agency.candidate({ display_name: name });
    const own = { candidate_id: id, organization_id: organizationId, type: 'employment', ...values };
    const affiliation = await agency.insert('affiliation', own);
    await world.owner.query(
      'update candidate set current_organization_id = $1, current_affiliation_id = $2 where id = $3',
      [organizationId, affiliation.id, id],
    );
    return id;
  };
  const chartOf = async (member: Member, id: string, query = ''): Promise<OrgChart> =>
    (await member.get<OrgChart>(`/api/v1/organizations/${id}/chart${query}`)).body;
  const nodeOf = async (member: Member, id: string, box: string): Promise<ChartNode | undefined> =>
    (await chartOf(member, id)).nodes.find((node) => node.id === box);
  const put = (
    member: Member,
    id: string,
    candidateId: string,
    managerId: string | null,
    managerPositionId: string | null = null,
  ): Promise<Answer<Refused>> =>
    member.send<Refused>('PUT', `/api/v1/organizations/${id}/chart/candidates/${candidateId}/manager`, {
      body: { managerId, managerPositionId },
    });

  it('shows who works there and below it now, with team, level, marks and open searches', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { id } = await agency.organization({ name: 'Northstar' });
    const lab = await agency.organization({ kind: 'lab', parent_id: id, name: 'Northstar Lab' });
    const lead = await employed(agency, id, 'Lead', { title: 'Head', level: 'P10', team: 'Models' });
    const ada = await employed(agency, lab.id, 'Ada', { team: 'Agents', manager_id: lead });
    await employed(agency, (await agency.organization()).id, 'Elsewhere');
    const { id: gone } = await agency.candidate({ archived_at: '2026-01-01T00:00:00Z', current_organization_id: id });
    await world.owner.query('update candidate set do_not_contact = true where id = $1', [ada]);
    const search = await agency.search({ title: 'Head of agents' });
    await agency.candidacy({ search_id: search.id, candidate_id: ada });
    const { nodes, teams, truncated } = await chartOf(member, id);
    expect(nodes.map(({ name, managerId }) => [name, managerId])).toEqual([
      ['Ada', lead],
      ['Lead', null],
    ]);
    expect(nodes.some((node) => node.id === gone)).toBe(false);
    expect(nodes[0]).toMatchObject({ organizationName: 'Northstar Lab', doNotContact: true, kind: 'person' });
    expect(nodes[0]?.searches).toEqual([{ id: search.id, title: 'Head of agents' }]);
    expect({ teams, truncated }).toEqual({ teams: ['Agents', 'Models'], truncated: false });
    const team = await chartOf(member, id, '?team=Agents');
    expect(team.nodes.map(({ name }) => name)).toEqual(['Ada']);
    expect(team.teams).toEqual(['Agents', 'Models']);
    expect((await chartOf(member, lab.id)).nodes.map(({ name }) => name)).toEqual(['Ada']);
  });

  it('puts people under each other, refuses rings and strangers, and says so in the timeline', async () => {
    const agency = await world.agency();
    const member = await agency.as('researcher');
    const { id } = await agency.organization();
    const [a, b, c] = [
      await employed(agency, id, 'A'),
      await employed(agency, id, 'B'),
      await employed(agency, id, 'C'),
    ];
    expect((await put(member, id, b, a)).status).toBe(200);
    expect((await put(member, id, c, b)).status).toBe(200);
    const ring = await put(member, id, a, c);
    expect([ring.status, ring.body.type]).toEqual([409, 'urn:longlist:chart.cycle']);
    expect(ring.body.errors?.[0]?.pointer).toBe('/managerId');
    expect((await put(member, id, a, a)).status).toBe(409);
    const stranger = await put(member, id, a, (await agency.candidate()).id);
    expect([stranger.status, stranger.body.type]).toEqual([422, 'urn:longlist:chart.not-there']);
    expect((await put(member, id, c, null)).status).toBe(200);
    expect((await nodeOf(member, id, c))?.managerId).toBeNull();
    expect((await nodeOf(member, id, b))?.managerId).toBe(a);
    const elsewhere = await agency.candidate();
    expect((await put(member, id, elsewhere.id, a)).status).toBe(404);
    const { rows } = await world.owner.query(
      `select count(*)::int as n from event where candidate_id = $1 and type = 'candidate.affiliation-changed'`,
      [c],
    );
    expect(rows).toEqual([{ n: 2 }]);
    expect((await put(await agency.as('hr'), id, b, c)).status).toBe(403);
  });

  it('keeps a place for which nobody is known, gives it to a person and takes it back', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { id } = await agency.organization();
    const head = await employed(agency, id, 'Head');
    const ada = await employed(agency, id, 'Ada');
    const ben = await employed(agency, id, 'Ben');
    const url = `/api/v1/organizations/${id}/chart/positions`;
    const { body: position, status } = await member.post<ChartPositionView>(url, {
      title: 'Head of Pre-training',
      managerId: head,
    });
    expect(status).toBe(201);
    expect((await put(member, id, ada, null, position.id)).status).toBe(200);
    expect((await put(member, id, ben, ada)).status).toBe(200);
    expect(await nodeOf(member, id, position.id)).toMatchObject({ kind: 'position', managerId: head, name: null });
    expect((await nodeOf(member, id, ada))?.managerId).toBe(position.id);

    const held = await member.patch<ChartPositionView>(`${url}/${position.id}`, 1, { holderId: ben });
    expect(held.body).toMatchObject({ holderId: ben, version: 2 });
    expect(await nodeOf(member, id, position.id)).toBeUndefined();
    expect(await nodeOf(member, id, ben)).toMatchObject({ managerId: head, position: { id: position.id } });
    expect((await nodeOf(member, id, ada))?.managerId).toBe(ben);
    const below = await member.patch<Refused>(`${url}/${position.id}`, 2, { holderId: head });
    expect([below.status, below.body.type]).toEqual([409, 'urn:longlist:chart.cycle']);

    expect((await member.patch(`${url}/${position.id}`, 1, { holderId: null })).status).toBe(412);
    expect((await member.patch(`${url}/${position.id}`, 2, { holderId: null })).status).toBe(200);
    expect((await nodeOf(member, id, ada))?.managerId).toBe(position.id);

    expect((await member.send('DELETE', `${url}/${position.id}`)).status).toBe(204);
    expect((await nodeOf(member, id, ada))?.managerId).toBe(head);
    expect((await chartOf(member, id)).nodes.map(({ kind }) => kind)).toEqual(['person', 'person', 'person']);
  });

  it('opens a position again when its holder works elsewhere', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { id } = await agency.organization();
    const ada = await employed(agency, id, 'Ada');
    const url = `/api/v1/organizations/${id}/chart/positions`;
    const { body } = await member.post<ChartPositionView>(url, { title: 'Head of Data' });
    await member.patch(`${url}/${body.id}`, 1, { holderId: ada });
    expect((await chartOf(member, id)).nodes).toHaveLength(1);
    await world.owner.query('update candidate set current_organization_id = null where id = $1', [ada]);
    expect((await chartOf(member, id)).nodes.map(({ kind, title }) => [kind, title])).toEqual([
      ['position', 'Head of Data'],
    ]);
  });

  it('leaves a manager named on the profile alone over a position drawn before', async () => {
    const agency = await world.agency();
    const member = await agency.as('headhunter');
    const { id } = await agency.organization();
    const [head, ada] = [await employed(agency, id, 'Head'), await employed(agency, id, 'Ada')];
    const { body } = await member.post<ChartPositionView>(`/api/v1/organizations/${id}/chart/positions`, {
      title: 'Lead',
    });
    await put(member, id, ada, null, body.id);
    const { rows } = await world.owner.query<{ id: string; version: number }>(
      'select id, version from affiliation where candidate_id = $1',
      [ada],
    );
    const [affiliation] = rows;
    const patched = await member.patch(
      `/api/v1/candidates/${ada}/affiliations/${affiliation?.id}`,
      affiliation?.version ?? 0,
      { managerId: head },
    );
    expect(patched.status).toBe(200);
    expect((await nodeOf(member, id, ada))?.managerId).toBe(head);
  });
});
