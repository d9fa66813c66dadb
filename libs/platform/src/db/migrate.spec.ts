import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { emptyDatabaseUrl } from '../../../../test/support/database.js';
import { migrate, migrateDown } from './migrate.js';

const ROLES = `do $$ begin
  if not exists (select from pg_roles where rolname = 'longlist_owner') then create role longlist_owner nologin noinherit; end if;
  if not pg_has_role(current_user, 'longlist_owner', 'set') then execute format('grant longlist_owner to %I with inherit false, set true', current_user); end if;
end $$;
alter schema public owner to longlist_owner;`;

const MIGRATIONS = fileURLToPath(new URL('../../../../migrations', import.meta.url));

let dir: string;
let url: string;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'longlist-migrate-'));
  url = await emptyDatabaseUrl();
  write('roles.sql', ROLES);
  write('0001_one.sql', '-- up\ncreate table one (id int);\n-- down\ndrop table one;\n');
  write('0002_two.sql', '-- up\ncreate table two (id int);\n-- down\ndrop table two;\n');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(dir, name), text);
}

async function lines(sql: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(sql);
  await client.end();
  return rows.map(({ line }) => line);
}

function tables(): Promise<string[]> {
  return lines(
    `select tablename || ' of ' || tableowner as line from pg_tables where schemaname = 'public' order by 1`,
  );
}

/** Everything that migrations can make, one line each. */
function catalogue(): Promise<string[]> {
  return lines(`
    with ours as (
      select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
    ), of_extensions as (select classid, objid from pg_depend where deptype = 'e')
    select line from (
      select format('schema %s of %s %s', nspname, nspowner::regrole, (select array_agg(a::text order by a::text) from unnest(nspacl) a)) as line
        from pg_namespace where oid in (select oid from ours)
      union all select format('relation %s %s of %s walls %s %s options %s %s', c.relkind, c.oid::regclass, c.relowner::regrole, c.relrowsecurity,
          c.relforcerowsecurity, c.reloptions, (select array_agg(a::text order by a::text) from unnest(c.relacl) a))
        from pg_class c join ours on ours.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')
      union all select format('column %s %s %s %s not null %s default %s generated %s%s', a.attrelid::regclass, a.attnum, a.attname,
          format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join ours on ours.oid = c.relnamespace
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm')
      union all select format('view %s %s', c.oid::regclass, pg_get_viewdef(c.oid))
        from pg_class c join ours on ours.oid = c.relnamespace where c.relkind in ('v', 'm')
      union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid))
        from pg_constraint k join ours on ours.oid = k.connamespace
      union all select pg_get_indexdef(i.indexrelid)
        from pg_index i join pg_class c on c.oid = i.indexrelid join ours on ours.oid = c.relnamespace
      union all select format('policy %s', p::text) from pg_policies p
      union all select format('%s of %s %s', case p.prokind when 'a' then p.oid::regprocedure::text else pg_get_functiondef(p.oid) end, p.proowner::regrole,
          (select array_agg(a::text order by a::text) from unnest(p.proacl) a))
        from pg_proc p join ours on ours.oid = p.pronamespace
        where (1255, p.oid) not in (select classid, objid from of_extensions)
      union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join ours on ours.oid = c.relnamespace where not t.tgisinternal
      union all select format('type %s of %s', t.oid::regtype, t.typowner::regrole) from pg_type t join ours on ours.oid = t.typnamespace
        where t.typtype in ('d', 'e', 'r') and (1247, t.oid) not in (select classid, objid from of_extensions)
      union all select format('statistics %s', pg_get_statisticsobjdef(s.oid)) from pg_statistic_ext s
      union all select format('default privileges %s', d::text) from pg_default_acl d
    ) as everything order by line collate "C"`);
}

describe('migrations', () => {
  it('can each be undone: up, down, up gives the same catalogue', async () => {
    const names = await migrate(url, MIGRATIONS);
    const before = await catalogue();
    for (const name of names.toReversed()) await migrateDown(url, MIGRATIONS, name);
    expect(await tables()).toEqual(['migration of longlist_owner']);
    expect(await migrate(url, MIGRATIONS)).toEqual(names);
    expect(await catalogue()).toEqual(before);
    expect(before.length).toBeGreaterThan(names.length);
  });
});

describe('migrate', () => {
  it('runs what has not landed, in order, as the owner, and then nothing', async () => {
    expect(await migrate(url, dir)).toEqual(['0001_one', '0002_two']);
    expect(await migrate(url, dir)).toEqual([]);
    write(
      '0003_three.sql',
      '-- up\nalter table two add column name text;\n-- down\nalter table two drop column name;\n',
    );
    expect(await migrate(url, dir)).toEqual(['0003_three']);
    expect(await tables()).toEqual(['migration of longlist_owner', 'one of longlist_owner', 'two of longlist_owner']);
  });

  it('lets one process migrate while the others wait', async () => {
    const landed = await Promise.all([1, 2, 3, 4].map(() => migrate(url, dir)));
    expect(landed.flat().sort()).toEqual(['0001_one', '0002_two']);
  });

  it('keeps nothing of a migration that fails, and names file and line', async () => {
    write(
      '0002_two.sql',
      '-- up\ncreate table two (id int);\ncreate table three (id nonsense);\n-- down\ndrop table two;\n',
    );
    await expect(migrate(url, dir)).rejects.toThrow('migrations/0002_two.sql:3: type "nonsense" does not exist');
    expect(await tables()).toEqual(['migration of longlist_owner', 'one of longlist_owner']);
    write('0002_two.sql', '-- up\ncreate table two (id int);\n-- down\ndrop table two;\n');
    expect(await migrate(url, dir)).toEqual(['0002_two']);
  });

  it('refuses a file that was changed after it landed, in one line', async () => {
    await migrate(url, dir);
    write('0001_one.sql', '-- up\ncreate table one (id bigint);\n-- down\ndrop table one;\n');
    await expect(migrate(url, dir)).rejects.toThrow(/^migrations\/0001_one\.sql was changed after it landed[^\n]+$/);
  });

  it('takes a file whose line ends alone differ as unchanged', async () => {
    await migrate(url, dir);
    write('0001_one.sql', '-- up\r\ncreate table one (id int);\r\n-- down\r\ndrop table one;\r\n');
    expect(await migrate(url, dir)).toEqual([]);
  });

  it('refuses a database that a newer version migrated', async () => {
    await migrate(url, dir);
    rmSync(join(dir, '0002_two.sql'));
    await expect(migrate(url, dir)).rejects.toThrow(/^The database has 0002_two/);
  });

  it.each([
    ['0003_x.sql', 'create table x ();', 'must hold a line "-- up"'],
    ['0003_x.sql', '-- down\n-- up\n', 'must hold a line "-- up"'],
    ['0002_again.sql', '-- up\n-- down\n', 'another file has the number 0002'],
  ])('refuses %s with %j', async (name, text, fault) => {
    write(name, text);
    await expect(migrate(url, dir)).rejects.toThrow(fault);
  });

  it('undoes the last one alone', async () => {
    await migrate(url, dir);
    await expect(migrateDown(url, dir, '0001_one')).rejects.toThrow('the one that landed last is 0002_two');
    await migrateDown(url, dir, '0002_two');
    expect(await tables()).toEqual(['migration of longlist_owner', 'one of longlist_owner']);
    expect(await migrate(url, dir)).toEqual(['0002_two']);
  });

  it('stops before it changes anything when a lock is held too long, and says which file', async () => {
    await migrate(url, dir);
    const other = new Client({ connectionString: url, options: '-c role=longlist_owner' });
    await other.connect();
    await other.query('begin; lock table one in access share mode');
    write(
      '0003_three.sql',
      `-- up\nset local lock_timeout = '50ms';\nalter table one add column name text;\n-- down\n`,
    );
    await expect(migrate(url, dir)).rejects.toThrow(
      'migrations/0003_three.sql: canceling statement due to lock timeout',
    );
    await other.end();
  });
});
