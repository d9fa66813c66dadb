import { afterAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { ClientBase } from 'pg';
import { isTenant, readCatalogue, type Table } from './support/catalogue.js';
import { Family } from './support/fixture-world.js';
import { breaches, reachesAll, untenanted } from './support/walls.js';
import { World } from './support/world.js';

const world = await World.open();
const catalogue = await readCatalogue(world.owner);
const tenants = [...catalogue.values()].filter(isTenant);
const roles = ['longlist_app', 'longlist_portal', 'longlist_auth', 'longlist_search', 'longlist_definer'];
const [mine, theirs] = [await world.agency(), await world.agency()];
const families = await Promise.all(
  [mine, theirs].map(async (agency) => new Family(agency, await agency.as('owner'), catalogue)),
);
for (const family of families) for (const { name } of tenants) await family.row(name);

/** Runs `work` in a transaction of the owner that leaves nothing behind. */
async function tried<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await world.owner.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** What a statement did, with the code of its refusal where it was refused; the transaction goes on. */
async function outcome(client: ClientBase, sql: string, values: unknown[] = []): Promise<number | string> {
  await client.query('savepoint before');
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    await client.query('rollback to savepoint before');
    return (error as { code: string }).code;
  }
}

type Reach = { by: string; line: string };

/** Everything that a role reaches of another agency's rows in a table: empty where the wall stands. */
async function reached(client: ClientBase, { name, columns }: Table, role: string): Promise<Reach[]> {
  const [own, foreign] = [mine.id, theirs.id];
  const found: Reach[] = [];
  const { rows } = await client.query<Record<string, unknown>>(`select * from ${name} where agency_id = $1 limit 1`, [
    foreign,
  ]);
  const copy = columns.filter((one) => !one.generated).map((one) => one.name);
  const values = copy.map((column) => (rows[0] ?? {})[column]);
  const places = copy.map((_, index) => `$${index + 1}`).join(', ');
  for (const agency of [undefined, '', own]) {
    await client.query('savepoint untouched');
    await client.query(`set local role ${role}`);
    if (agency !== undefined) await client.query(`select set_config('app.agency_id', $1, true)`, [agency]);
    const attempts: [string, string, string, unknown[]][] = [
      ['select', 'read', `select from ${name} where agency_id = $1`, [foreign]],
      ['update', 'changed', `update ${name} set agency_id = agency_id where agency_id = $1`, [foreign]],
      ['update', 'took', `update ${name} set agency_id = $2 where agency_id = $1`, [foreign, own]],
      ['update', 'gave', `update ${name} set agency_id = $1 where agency_id = $2`, [foreign, own]],
      ['delete', 'removed', `delete from ${name} where agency_id = $1`, [foreign]],
    ];
    for (const [by, verb, sql, bound] of attempts) {
      const result = await outcome(client, sql, bound);
      if (typeof result === 'number' && result > 0) found.push({ by, line: `${role} ${verb} ${name} as ${agency}` });
    }
    const added = await outcome(client, `insert into ${name} (${copy.join(', ')}) values (${places})`, values);
    if (added !== '42501') found.push({ by: 'insert', line: `${role} added to ${name} as ${agency}: ${added}` });
    await client.query('rollback to savepoint untouched');
  }
  return found;
}

/** Whether the index begins with columns of the key, the one that names the row among them. */
function leads(index: readonly string[], key: readonly string[]): boolean {
  const end = index.findIndex((column) => !key.includes(column));
  return index.slice(0, end === -1 ? undefined : end).includes(key.at(-1) ?? '');
}

describe('the walls of the database', () => {
  afterAll(() => world.close());

  it('are exactly the known ones', async () => {
    expect(await tried(breaches)).toEqual([]);
  });

  it('stand in the schemas that are known', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname !~ '^pg_|^information_schema$' order by 1`,
    );
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['auth', 'public']));
    expect(names.filter((name) => !['auth', 'pgboss', 'public'].includes(name))).toEqual([]);
  });

  it('notice every policy that is dropped or opened, and every wall that is not forced', async () => {
    const { rows } = await world.owner.query<{ policy: string; table: string }>(
      `select policyname as policy, tablename as table from pg_policies where schemaname = 'public'`,
    );
    expect(rows.length).toBeGreaterThan(tenants.length * 2);
    const unnoticed: string[] = [];
    await tried(async (client) => {
      const breach = async (sql: string): Promise<void> => {
        await client.query('savepoint broken');
        await client.query(sql);
        if ((await breaches(client)).length === 0) unnoticed.push(sql);
        await client.query('rollback to savepoint broken');
      };
      for (const { policy, table } of rows) await breach(`drop policy ${policy} on ${table}`);
      for (const { name } of tenants) {
        await breach(`alter table ${name} no force row level security`);
        await breach(`grant select on ${name} to longlist_portal`);
      }
    });
    expect(unnoticed).toEqual([]);
  });

  describe.each(tenants.map((table) => [table.name, table] as const))('%s', (name, table) => {
    it('begins every key with the agency', () => {
      expect(table.primaryKey[0]).toBe('agency_id');
      for (const key of table.foreignKeys) {
        if (key.target === 'agency') continue;
        expect(untenanted).not.toContain(key.target);
        const at = key.columns.indexOf('agency_id');
        expect({ key: key.name, at: key.targetColumns[at] }).toEqual({ key: key.name, at: 'agency_id' });
      }
    });

    it('has an index for each foreign key', async () => {
      const { rows } = await world.owner.query<{ columns: string[]; partial: string | null }>(
        `select array_agg(a.attname::text order by u.n) as columns, pg_get_expr(i.indpred, i.indrelid) as partial
         from pg_index i cross join unnest(i.indkey::int[]) with ordinality as u (num, n)
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.num
         where i.indrelid = $1::regclass group by i.indexrelid, i.indpred, i.indrelid`,
        [name],
      );
      const lacking = table.foreignKeys.filter(
        ({ columns }) =>
          !rows.some(
            (index) =>
              leads(index.columns, columns) &&
              (index.partial === null || columns.some((column) => index.partial === `(${column} IS NOT NULL)`)),
          ),
      );
      expect(lacking.map((key) => key.name)).toEqual([]);
    });

    it.each(roles)('lets %s reach nothing of another agency', async (role) => {
      const found = await tried((client) => reached(client, table, role));
      const known = reachesAll(role, name);
      expect(found.filter(({ by }) => !known.includes(by)).map(({ line }) => line)).toEqual([]);
    });
  });

  it('would each be seen open if the policies were', async () => {
    const unseen = await tried(async (client) => {
      for (const { name } of tenants) await client.query(`alter policy agency on ${name} using (true)`);
      const seen: string[] = [];
      for (const table of tenants) if ((await reached(client, table, 'longlist_app')).length > 0) seen.push(table.name);
      return tenants.filter(({ name }) => !seen.includes(name)).map(({ name }) => name);
    });
    expect(unseen).toEqual([]);
  });

  it('let a signed-in application see its own rows', async () => {
    const seen = await tried(async (client) => {
      await client.query(`set local role longlist_app`);
      await client.query(`select set_config('app.agency_id', $1, true), set_config('app.member_id', $2, true)`, [
        mine.id,
        (await mine.as('owner')).id,
      ]);
      const unseen: string[] = [];
      for (const { name } of tenants)
        if (!(Number(await outcome(client, `select from ${name}`)) > 0)) unseen.push(name);
      return unseen;
    });
    expect(seen).toEqual([]);
  });
});

describe('entities', () => {
  const types: Readonly<Record<string, string>> = {
    int: 'integer',
    bool: 'boolean',
    timestamptz: 'timestamp with time zone',
    int8: 'bigint',
  };

  it('say of every column what the database says', () => {
    const wrong: string[] = [];
    for (const { tableName, columns, relations } of world.app.get(DataSource).entityMetadatas) {
      const table = catalogue.get(tableName);
      for (const column of columns) {
        const found = table?.columns.find(({ name }) => name === column.databaseName);
        const type = typeof column.type === 'string' ? column.type : column.type.name.toLowerCase();
        const said = `${types[type] ?? type}${column.isArray ? '[]' : ''}${column.isNullable ? '' : ' not null'}`;
        const is = found && `${found.type.replace(/\(.*\)/, '')}${found.notNull ? ' not null' : ''}`;
        if (said !== is) wrong.push(`${tableName}.${column.databaseName}: entity ${said}, database ${is}`);
      }
      for (const relation of relations) {
        const { isEager, isLazy, isCascadeInsert, isCascadeUpdate, isManyToOne } = relation;
        if (isEager || isLazy || isCascadeInsert || isCascadeUpdate || !isManyToOne) {
          wrong.push(`${tableName}.${relation.propertyName} is more than a plain many-to-one`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
