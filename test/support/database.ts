import { Client } from 'pg';

let copied: Promise<string> | undefined;

/** The URL of this worker's own database, migrated, with the rows that earlier test files of the worker left: each test makes its own agency. The login owns the database and is no superuser. */
export function testDatabaseUrl(): Promise<string> {
  copied ??= makeDatabase(`test_${process.env['JEST_WORKER_ID'] ?? '1'}`, 'template template');
  return copied;
}

/** The URL of a migrated database that no other test file sees: for those that make the demo or count everything. */
export function ownDatabaseUrl(): Promise<string> {
  return makeDatabase(`own_${process.pid}_${process.hrtime.bigint()}`, 'template template');
}

/** The URL of a database with the demo that no other test file sees: `make` fills the first one of a run, the others are copies. */
export async function demoDatabaseUrl(make: (url: string) => Promise<void>): Promise<string> {
  const client = new Client({ connectionString: process.env['LONGLIST_TEST_CLUSTER'] });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('demo'))");
    const { rowCount } = await client.query("select from pg_database where datname = 'demo'");
    if (rowCount === 0) {
      const url = await makeDatabase('demo_raw', 'template template');
      await make(url);
      await client.query('alter database demo_raw rename to demo');
    }
    return await makeDatabase(`own_${process.pid}_${process.hrtime.bigint()}`, 'template demo');
  } finally {
    await client.end();
  }
}

/** The URL of an empty database that nobody else uses. */
export function emptyDatabaseUrl(): Promise<string> {
  return makeDatabase(`empty_${process.pid}_${process.hrtime.bigint()}`, '');
}

async function makeDatabase(name: string, clause: string): Promise<string> {
  const url = new URL(process.env['LONGLIST_TEST_CLUSTER'] ?? '');
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name} ${clause}`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}
