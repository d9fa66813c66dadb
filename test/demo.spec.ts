import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stageGroups } from '@domain/agencies/pipeline.js';
import { Generator } from '../apps/api/src/demo/generator.js';
import { DemoService, demoUsers } from '../apps/api/src/demo/demo.service.js';
import type { ComparisonView } from '../apps/api/src/offers/comparison.view.js';
import type { FeeInstalmentRow } from '../apps/api/src/offers/fee.view.js';
import type { OffLimitsVerdicts } from '../apps/api/src/off-limits/off-limits.view.js';
import { Agency } from './support/agency.js';
import { ownDatabaseUrl } from './support/database.js';
import { World } from './support/world.js';

type Row = Record<string, unknown>;

describe('the demo', () => {
  let world: World;
  let agencyId: string;
  const rows = async <T extends Row>(sql: string, agency = agencyId): Promise<T[]> =>
    (await world.owner.query<T>(sql, [agency])).rows;
  beforeAll(async () => {
    world = await World.open({ DATABASE_URL: await ownDatabaseUrl() });
    const demo = world.app.get(DemoService);
    await demo.make('a password for the demo');
    agencyId = (await demo.idOf('demo')) ?? '';
  }, 60_000);
  afterAll(() => world.close());

  it('has 2,000 people, a user in every role, and a second agency', async () => {
    expect(await rows('select count(*)::int as n from candidate where agency_id = $1')).toEqual([{ n: 2000 }]);
    const roles = await rows<{ role: string }>('select role from member where agency_id = $1 order by created_at, id');
    expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(demoUsers.map(({ role }) => role)));
    const other = (await world.app.get(DemoService).idOf('other')) ?? '';
    expect(await rows('select count(*)::int as n from candidate where agency_id = $1', other)).toEqual([{ n: 100 }]);
  });

  it('has searches in every state and people in every stage group, each step in the log', async () => {
    const states = await rows<{ state: string }>('select distinct state from search where agency_id = $1');
    expect(states.map(({ state }) => state).sort()).toEqual(['closed', 'filled', 'on_hold', 'open']);
    const groups = await rows<{ g: string }>('select distinct to_group as g from stage_entry where agency_id = $1');
    expect(new Set(groups.map(({ g }) => g).filter(Boolean))).toEqual(new Set(stageGroups));
    const lost = await rows(
      `select y.id from candidacy y where y.agency_id = $1 and y.exited_at is null and y.stage_id is distinct from (
        select e.to_stage_id from stage_entry e where e.agency_id = y.agency_id and e.candidacy_id = y.id
          and e.voided_at is null order by e.occurred_at desc, e.id desc limit 1)`,
    );
    expect(lost).toEqual([]);
  });

  it('names the client in each search by a contact of that client', async () => {
    const counts = await rows<{ searches: number; wrong: number }>(
      `select count(distinct s.id)::int as searches, count(*) filter (where k.organization_id is distinct from s.organization_id)::int as wrong
        from search s left join search_contact x on x.agency_id = s.agency_id and x.search_id = s.id
        left join contact k on k.agency_id = x.agency_id and k.id = x.contact_id where s.agency_id = $1`,
    );
    expect(counts).toEqual([{ searches: 12, wrong: 0 }]);
  });

  it('pays people as the market of 2024 was reported', async () => {
    const pay = await rows<{ annual: number; months: number | null }>(
      `select annual_cash_minor / 100 as annual, months::float from package
        where agency_id = $1 and kind = 'current' and currency = 'CNY'`,
    );
    expect(pay.length).toBeGreaterThan(200);
    for (const { annual, months } of pay) {
      expect(annual).toBeLessThanOrEqual(3_000_000);
      expect(annual).toBeGreaterThan(150_000);
      expect([13, 14, 15, 16]).toContain(months);
    }
  });

  it('has people presented to clients, each with permission, report and protection', async () => {
    const sent = await rows<{ level: string; known: boolean }>(
      `select u.level, u.answered_on is not null as known from submission u where u.agency_id = $1
        and u.protected_until > u.permission_on and u.file_bytes > 1000 order by u.id`,
    );
    expect(sent.length).toBe(10);
    expect(new Set(sent.map(({ level }) => level)).size).toBeGreaterThan(2);
    expect(sent.filter(({ known }) => known)).toHaveLength(1);
  });

  it('has offers that can be compared today with what others bid against them', async () => {
    const owner = await new Agency(world, agencyId).as('owner');
    const { body } = await owner.get<{ items: { candidacyId: string; state: string }[] }>('/api/v1/offers');
    expect(body.items.map(({ state }) => state)).toContain('extended');
    const compared = await Promise.all(
      body.items.map(({ candidacyId }) =>
        owner.get<ComparisonView>(`/api/v1/candidacies/${candidacyId}/comparison?currency=HKD`),
      ),
    );
    expect(compared.map(({ status }) => status)).toEqual(body.items.map(() => 200));
    const kinds = new Set(compared.flatMap(({ body: { columns } }) => columns.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['competing_offer', 'counteroffer', 'offer', 'stay']);
  });

  it('keeps fees of accepted offers, in instalments that colleagues are credited with', async () => {
    const owner = await new Agency(world, agencyId).as('owner');
    const { body } = await owner.get<{ items: FeeInstalmentRow[] }>('/api/v1/fees');
    expect(body.items.length).toBeGreaterThan(0);
    for (const { amount, credits } of body.items)
      expect([amount, credits.length > 0]).toEqual([expect.anything(), true]);
  });

  it('leaves a few people alone, and hardly anyone who stands in a search', async () => {
    const owner = await new Agency(world, agencyId).as('owner');
    const inSearches = await rows<{ search: string; ids: string[] }>(
      `select search_id as search, array_agg(candidate_id) as ids from candidacy
        where agency_id = $1 and exited_at is null group by 1`,
    );
    let blocked = 0;
    for (const { search: searchId, ids: candidateIds } of inSearches) {
      const asked = { candidateIds, searchId };
      const { body } = await owner.post<OffLimitsVerdicts>('/api/v1/off-limits/check', asked);
      blocked += body.items.filter(({ level }) => level === 'block').length;
    }
    expect(blocked).toBeLessThan(0.1 * inSearches.flatMap(({ ids }) => ids).length);
    const made = await rows<{ n: number }>('select count(*)::int as n from off_limits_policy where agency_id = $1');
    const overridden = await rows<{ n: number }>(
      'select count(*)::int as n from off_limits_override where agency_id = $1',
    );
    expect([made, overridden]).toEqual([[{ n: 4 }], [{ n: 1 }]]);
  });

  it('knows the levels of large employers, and those of most who work there', async () => {
    const [levels] = await rows<{ organizations: number; steps: number }>(
      `select count(distinct organization_id)::int as organizations, count(distinct from_step_id)::int as steps
        from organization_level where agency_id = $1`,
    );
    expect(levels).toEqual({ organizations: 6, steps: 6 });
    const unknown = await rows(
      `select a.level from affiliation a where a.agency_id = $1 and a.type = 'employment' and exists (
          select from organization_level l where l.agency_id = a.agency_id and l.organization_id = a.organization_id)
        and not exists (select from organization_level l where l.agency_id = a.agency_id
          and l.organization_id = a.organization_id and l.code = a.level)`,
    );
    expect(unknown).toEqual([]);
  });

  it('knows of nobody before they were added', async () => {
    const early = await rows(
      `select e.type from event e join event a on a.agency_id = e.agency_id and a.candidate_id = e.candidate_id
          and a.type = 'candidate.created' and e.at < a.at where e.agency_id = $1
        union all select 'entry' from stage_entry e join candidate c on c.agency_id = e.agency_id and c.id = e.candidate_id
          where e.agency_id = $1 and e.occurred_at < c.created_at
        union all select 'contact' from candidate c where c.agency_id = $1 and c.last_contact_at < c.created_at`,
    );
    expect(early).toEqual([]);
  });

  it('has searches in cities of their country', async () => {
    const places = await rows<{ country: string; city: string }>(
      'select distinct country, city from search where agency_id = $1',
    );
    const countries = Map.groupBy(places, ({ city }) => city);
    expect([...countries.values()].filter((some) => some.length > 1)).toEqual([]);
    const american = ['San Francisco', 'Seattle', 'New York', 'Mountain View'];
    expect(places.filter(({ city, country }) => american.includes(city) && country !== 'United States')).toEqual([]);
  });

  it('has trees of managers at the larger labs, with places for which nobody is known', async () => {
    const [shape] = await rows<{ led: number; people: number; rings: number; lesser: number; positions: number }>(
      `with recursive current as (
          select c.id, a.manager_id, a.organization_id from candidate c join affiliation a
            on a.agency_id = c.agency_id and a.id = c.current_affiliation_id where c.agency_id = $1 and a.type = 'employment'),
        up as (select id, manager_id, array[id] as path, false as ring from current
          union all select up.id, m.manager_id, path || m.id, m.id = any(path) from up join current m on m.id = up.manager_id where not ring)
        select (select count(*) from current where manager_id is not null)::int as led, (select count(*) from current)::int as people,
          (select count(*) from up where ring)::int as rings,
          (select count(*) from current c join current m on m.id = c.manager_id where m.organization_id <> c.organization_id)::int as lesser,
          (select count(*) from chart_position where agency_id = $1)::int as positions`,
    );
    expect(shape).toMatchObject({ rings: 0, lesser: 0 });
    expect((shape?.led ?? 0) / (shape?.people ?? 1)).toBeGreaterThan(0.5);
    expect(shape?.positions).toBeGreaterThan(3);
  });

  it('makes the same people from the same seed', async () => {
    const made = async (): Promise<string> => {
      const { id } = await world.agency();
      await world.app.get(Generator).fill(id, { candidates: 50, searches: 0, notes: 0, seed: 5 });
      const people = await rows(
        `select c.display_name, c.native_name, c.current_title, (select string_agg(a.title || a.started_on, ',' order by a.id)
          from affiliation a where a.agency_id = c.agency_id and a.candidate_id = c.id) as career
          from candidate c where c.agency_id = $1 order by c.id`,
        id,
      );
      return createHash('sha256').update(JSON.stringify(people)).digest('hex');
    };
    expect(await made()).toBe(await made());
  });
});
