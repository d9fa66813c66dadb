import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allPermissions, type Permission } from '@domain/access/permissions.js';
import type { Actor } from '@domain/access/policy.js';
import type { ListSpec } from '@platform/lists/fields.js';
import { filtersOf, question, readable } from '@platform/lists/query.js';
import type { Agency, Member } from './support/agency.js';
import { type Operation, operationsOf } from './support/openapi.js';
import { World } from './support/world.js';

const root = join(process.cwd(), 'apps/api/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.fields.ts'));

const isList = (value: unknown): value is ListSpec =>
  typeof value === 'object' && value !== null && 'fields' in value && 'from' in value && 'defaultSort' in value;

async function lists(): Promise<ListSpec[]> {
  const modules = await Promise.all(files.map((file) => import(`../apps/api/src/${file}`) as Promise<object>));
  return modules.flatMap((module) => Object.values(module)).filter(isList);
}

function actor(permissions: readonly Permission[]): Actor {
  return {
    kind: 'member',
    agencyId: '01900000-0000-7000-8000-000000000001',
    memberId: '01900000-0000-7000-8000-000000000002',
    sessionId: null,
    name: 'Someone',
    role: 'headhunter',
    clientId: null,
    timeZone: 'UTC',
    permissions: new Set(permissions),
  };
}

function refusal(ask: () => unknown): { code: string; detail: string } | undefined {
  try {
    ask();
    return undefined;
  } catch (thrown) {
    const { code, message } = thrown as { code: string; message: string };
    return { code, detail: message };
  }
}

describe('a field that the actor may not see', () => {
  it('is, in every list, no column, no filter and no order, and is refused as one that does not exist', async () => {
    const specs = await lists();
    expect(specs.length).toBeGreaterThan(12);
    let hidden = 0;
    for (const spec of specs) {
      const needed = new Map<string, Permission>();
      for (const [name, { needs }] of Object.entries({ ...spec.fields, ...spec.filters })) {
        if (needs !== undefined) needed.set(name, needs);
      }
      for (const [name, permission] of needed) {
        hidden += 1;
        const without = actor(allPermissions.filter((one) => one !== permission));
        expect(readable(spec, without, 'detail').map(([field]) => field)).not.toContain(name);
        const filters = [...filtersOf(spec, without).keys()];
        for (const parameter of [name, `${name}From`, `${name}To`]) {
          expect(filters).not.toContain(parameter);
          const refused = refusal(() => question(spec, without, { [parameter]: 'x' }));
          expect(refused?.code).toBe('list.unknown-parameter');
          expect(refused?.detail.split(/[ ,.]+/)).not.toContain(name);
        }
        for (const op of ['is', 'from', 'empty']) {
          const nested = (field: string) =>
            refusal(() =>
              question(spec, without, {
                where: JSON.stringify({ any: [{ field, op, value: op === 'empty' ? undefined : '1' }] }),
              }),
            );
          expect(nested(name)).toEqual(nested('notthere'));
        }
        const order = refusal(() => question(spec, without, { sort: name }));
        const nowhere = refusal(() => question(spec, without, { sort: 'notthere' }));
        expect(order).toEqual(nowhere);
      }
    }
    expect(hidden).toBeGreaterThan(10);
  });
});

describe('values that a researcher may not see', () => {
  let world: World;
  let agency: Agency;
  let researcher: Member;
  let operations: Operation[];

  beforeAll(async () => {
    world = await World.open();
    agency = await world.agency();
    researcher = await agency.as('researcher');
    operations = operationsOf(world.app).filter(
      ({ handled, method, path, query }) =>
        handled && method === 'GET' && !path.includes('{') && query.some(({ name }) => name === 'sort'),
    );
    for (let number = 0; number < 6; number += 1) {
      const { id: candidate_id } = await agency.candidate({ display_name: `Person ${number}` });
      for (const kind of ['current', 'expected']) {
        await agency.insert('package', {
          candidate_id,
          kind,
          currency: 'CNY',
          base_amount: 10_000,
          base_per: 'month',
          months: 12,
          annual_cash_minor: 12_000_000,
          source: 'asked',
          stated_on: '2026-01-01',
        });
      }
      const search = await agency.search({
        title: `Search ${number}`,
        fee_kind: 'fixed',
        fee_amount: 1000,
        fee_currency: 'CNY',
      });
      const { id: candidacy_id } = await agency.candidacy({ search_id: search.id, candidate_id });
      const of = { candidacy_id, candidate_id, search_id: search.id, organization_id: search.organization_id };
      const offer = await agency.insert('offer', { ...of, number: 1, state: 'accepted', stepped_at: new Date() });
      const agreed = { accepted_on: '2026-01-01', kind: 'fixed', fixed_amount: 1000, currency: 'CNY' };
      const fee = await agency.insert('fee', { ...of, ...agreed, offer_id: offer.id });
      const part = { fee_id: fee.id, position: 0, trigger: 'accepted', share: 100, due_on: '2026-01-01' };
      await agency.insert('fee_instalment', { ...part, amount: 1000 });
    }
  });
  afterAll(() => world.close());

  /** When the one who asks was seen last: it is written every ten seconds, whatever they ask. */
  const seenAt = /"lastSeenAt":(null|"[^"]*")/g;

  /** Gives other hidden values to each row, in an order of their own. */
  async function permute(round: number): Promise<void> {
    await world.owner.query(
      `update package p set base_amount = 1000 * v.n, annual_cash_minor = 1200000 * v.n, note = 'round ' || v.n
        from (select id, row_number() over (order by md5(id::text || $2)) as n from package where agency_id = $1) v
        where p.agency_id = $1 and p.id = v.id`,
      [agency.id, String(round)],
    );
    await world.owner.query(
      `update search s set fee_amount = 1000 * v.n
        from (select id, row_number() over (order by md5(id::text || $2)) as n from search where agency_id = $1) v
        where s.agency_id = $1 and s.id = v.id`,
      [agency.id, String(round)],
    );
    await world.owner.query(
      `update fee_instalment i set amount = 1000 * v.n, due_on = date '2026-01-01' + v.n::int
        from (select id, row_number() over (order by md5(id::text || $2)) as n from fee_instalment where agency_id = $1) v
        where i.agency_id = $1 and i.id = v.id`,
      [agency.id, String(round)],
    );
  }

  async function everything(): Promise<string[]> {
    const answers: string[] = [];
    for (const { path, query } of operations) {
      const sorts = query.find(({ name }) => name === 'sort')?.schema.enum ?? [];
      const urls = [path, ...sorts.map((sort) => `${path}?sort=${String(sort)}&total=true&limit=2`)];
      if (query.some(({ name }) => name === 'q')) urls.push(`${path}?q=1000`, `${path}?q=round`, `${path}?q=Person`);
      for (const { name } of query.filter((one) => /cash|package|fee/i.test(one.name)))
        urls.push(`${path}?${name}=5000`);
      for (const url of urls) {
        const { status, text } = await researcher.get(url);
        answers.push(`${url} ${status} ${text.replace(seenAt, '')}`);
      }
    }
    return answers;
  }

  it('make no difference to any list, order, filter, search or count', async () => {
    await permute(1);
    const before = await everything();
    expect(before.length).toBeGreaterThan(40);
    expect(before.filter((answer) => answer.includes(' 200 ')).length).toBeGreaterThan(30);
    for (const round of [2, 3]) {
      await permute(round);
      expect(await everything()).toEqual(before);
    }
    const owner = await agency.as('owner');
    const seen = await owner.get<{ items: unknown[] }>('/api/v1/candidates?currentCashFrom=72000');
    expect(seen.body.items.length).toBeGreaterThan(0);
  });
});
