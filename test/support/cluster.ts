import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { type Embedded, startEmbedded } from '../../libs/platform/src/db/embedded.js';
import { installJobs } from '../../libs/platform/src/jobs/install.js';
import { migrate } from '../../libs/platform/src/db/migrate.js';

/** Data of tests lives for one run, so nothing waits for the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

let dir: string;
let server: Embedded | undefined;

/** Starts one PostgreSQL for the run with the migrated database `template` in it, which the databases of the tests are copies of. */
export async function startCluster(): Promise<void> {
  dir = mkdtempSync(join(tmpdir(), 'longlist-tests-'));
  chmodSync(dir, 0o755);
  server = await startEmbedded(dir, () => {}, SETTINGS);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database template');
  await client.end();
  const template = new URL(server.url);
  template.pathname = '/template';
  await migrate(template.href, MIGRATIONS);
  await installJobs(template.href);
  process.env['LONGLIST_TEST_CLUSTER'] = server.url;
}

/** Stops it and leaves nothing behind. */
export async function stopCluster(): Promise<void> {
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
}
