import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';

/** The database cannot be brought up to date; the message is one line that names the file. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

interface Migration {
  /** The file's name without `.sql`. */
  name: string;
  file: string;
  checksum: string;
  up: Section;
  down: Section;
}

interface Section {
  sql: string;
  /** The line of the file on which the section starts, from 1. */
  line: number;
}

const MIGRATING = 1_819_242_357;
const ROLE_RACES = new Set(['23505', '42710', 'XX000']);
const ROLE_TRIES = 5;

/** Brings the database up to date: `dir/roles.sql` as the login, then each `dir/NNNN_name.sql` that has not landed, in order, each in a transaction of its own as longlist_owner. Answers the names that landed now. One process at a time; the others wait for it. */
export async function migrate(databaseUrl: string, dir: string): Promise<string[]> {
  const migrations = await readMigrations(dir);
  return withLock(databaseUrl, async (client) => {
    await makeRoles(client, join(dir, 'roles.sql'));
    await client.query(
      `set role longlist_owner;
      create table if not exists public.migration (
        name text primary key, checksum text not null, at timestamptz not null default clock_timestamp())`,
    );
    const landed = await landedIn(client);
    refuseStrangers(migrations, landed);
    const waiting = migrations.filter(({ name }) => !landed.has(name));
    for (const migration of waiting) {
      await runSection(client, migration.file, migration.up, [
        'insert into public.migration (name, checksum) values ($1, $2)',
        [migration.name, migration.checksum],
      ]);
    }
    return waiting.map(({ name }) => name);
  });
}

/** Undoes the migration that landed last, which must be `name`. */
export async function migrateDown(databaseUrl: string, dir: string, name: string): Promise<void> {
  const migrations = await readMigrations(dir);
  await withLock(databaseUrl, async (client) => {
    await client.query('set role longlist_owner');
    const last = [...(await landedIn(client)).keys()].at(-1);
    const migration = migrations.find((candidate) => candidate.name === name);
    if (!migration || last !== name) {
      throw new MigrationError(`${name} cannot be undone: the one that landed last is ${last ?? 'none'}`);
    }
    await runSection(client, migration.file, migration.down, ['delete from public.migration where name = $1', [name]]);
  });
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir)).filter((name) => /^\d{4}_[\w-]+\.sql$/.test(name)).sort();
  const numbers = new Set<string>();
  return Promise.all(
    names.map(async (fileName) => {
      const number = fileName.slice(0, 4);
      if (numbers.has(number))
        throw new MigrationError(`migrations/${fileName}: another file has the number ${number}`);
      numbers.add(number);
      const text = (await readFile(join(dir, fileName), 'utf8')).replaceAll('\r\n', '\n');
      const checksum = createHash('sha256').update(text).digest('hex');
      return {
        name: basename(fileName, '.sql'),
        file: `migrations/${fileName}`,
        checksum,
        ...sectionsOf(fileName, text),
      };
    }),
  );
}

function sectionsOf(fileName: string, text: string): { up: Section; down: Section } {
  const lines = text.split('\n');
  const up = lines.indexOf('-- up');
  const down = lines.indexOf('-- down');
  if (up === -1 || down < up) {
    throw new MigrationError(`migrations/${fileName} must hold a line "-- up" and after it a line "-- down"`);
  }
  const section = (from: number, to?: number) => ({ sql: lines.slice(from, to).join('\n'), line: from + 1 });
  return { up: section(up, down), down: section(down) };
}

async function withLock<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'longlist migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0; set client_min_messages = warning');
    await client.query('select pg_advisory_lock($1)', [MIGRATING]);
    await client.query(`set lock_timeout = '10s'; set statement_timeout = '10min'`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole server, the lock to one database: two databases of a server may make them at once. */
async function makeRoles(client: Client, file: string): Promise<void> {
  const sql = await readFile(file, 'utf8');
  for (let tries = 1; ; tries++) {
    try {
      await client.query('begin');
      await client.query(sql);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      const isRace = error instanceof DatabaseError && ROLE_RACES.has(error.code ?? '');
      if (!isRace || tries === ROLE_TRIES) throw faultOf('migrations/roles.sql', { sql, line: 1 }, error);
      await sleep(50 * tries);
    }
  }
}

async function landedIn(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migration order by at, name',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseStrangers(migrations: Migration[], landed: Map<string, string>): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, checksum] of landed) {
    const migration = byName.get(name);
    if (!migration)
      throw new MigrationError(`The database has ${name}, which this version does not know: use a newer one`);
    if (migration.checksum !== checksum) {
      throw new MigrationError(`${migration.file} was changed after it landed: put it back and write a new migration`);
    }
  }
}

async function runSection(
  client: Client,
  file: string,
  section: Section,
  record: [sql: string, values: string[]],
): Promise<void> {
  try {
    await client.query('begin');
    await client.query(section.sql);
    await client.query(...record);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw faultOf(file, section, error);
  }
}

function faultOf(file: string, section: Section, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const before = section.sql.slice(0, Number(error.position ?? 1) - 1).split('\n').length - 1;
  const place = error.position ? `${file}:${section.line + before}` : file;
  return new MigrationError(`${place}: ${error.message}`, { cause: error });
}
