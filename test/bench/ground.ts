import { Client, Pool } from 'pg';
import { loadConfig } from '@platform/config/config.js';
import { DatabaseUrls } from '@platform/db/database-urls.js';
import { migrate } from '@platform/db/migrate.js';
import { createApp } from '@platform/http/create-app.js';
import { installJobs } from '@platform/jobs/install.js';
import { AppModule } from '../../apps/api/src/app.module.js';
import { DemoService } from '../../apps/api/src/demo/demo.service.js';

const slug = 'bench';
const password = 'a password of a benchmark';

/** A filled database: what is asked about it and whom to ask as. */
export type Ground = {
  url: string;
  /** Reads and writes as the tables' owner, past the walls. */
  owner: Pool;
  agencyId: string;
  memberId: string;
};

/** Makes the database `name` with this many candidates, in the proportions of the promise: 20 organizations, 5 searches of 400 candidacies, 300 affiliations and 100 notes for 100 of them. */
export async function fill(
  clusterUrl: string,
  name: string,
  candidates: number,
  say: (text: string) => void,
): Promise<Ground> {
  const url = await createDatabase(clusterUrl, name, 'template0');
  await migrate(url, 'migrations');
  await installJobs(url);
  const owner = ownerPool(url);
  // The index of the search is made at the end: many times faster than row by row, and as a vacuum would leave it.
  const index = await owner.query<{ definition: string }>(
    "select pg_get_indexdef('candidate_search_match'::regclass) as definition",
  );
  await owner.query('drop index candidate_search_match');
  const config = loadConfig({ DATABASE_URL: url, SECRET: '-'.repeat(32), WORKER: 'off', LOG_LEVEL: 'silent' });
  const app = await createApp(AppModule.with(config, new DatabaseUrls(url, config)), config);
  await app.init();
  const size = {
    candidates,
    organizations: Math.round(candidates / 50),
    searches: Math.max(4, Math.round(candidates / 200)),
    candidaciesPerSearch: Math.min(400, candidates),
    notes: candidates,
  };
  await app.get(DemoService).grow(slug, size, password, (done, of) => {
    if (done % 10_000 === 0 && done < of) say(`${name}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`);
  });
  await app.close();
  await owner.query(index.rows[0]?.definition ?? '');
  await owner.query('vacuum analyze');
  return { url, owner, ...(await standing(owner)) };
}

/** A copy of a filled database, for what is written there alone. */
export async function copyOf(ground: Ground, clusterUrl: string, name: string): Promise<Ground> {
  await ground.owner.end();
  const url = await createDatabase(clusterUrl, name, new URL(ground.url).pathname.slice(1));
  ground.owner = ownerPool(ground.url);
  return { ...ground, url, owner: ownerPool(url) };
}

/** Lifts the walls for the owner, whom nobody but bare SQL acts as: COPY goes past no wall. */
export async function liftWalls({ owner }: Ground): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relforcerowsecurity and relkind = 'r'",
  );
  for (const { name } of rows) await owner.query(`alter table ${name} no force row level security`);
}

/** Signs in as the agency's owner over HTTP; answers the headers that prove it. */
export async function signIn(port: number): Promise<Record<string, string>> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `owner@${slug}.longlist.example`, password }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status} ${await answer.text()}`);
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  };
}

async function createDatabase(clusterUrl: string, name: string, template: string): Promise<string> {
  const client = new Client({ connectionString: clusterUrl });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function ownerPool(url: string): Pool {
  const pool = new Pool({ connectionString: url, options: '-c role=longlist_owner', max: 2 });
  pool.on('error', () => {});
  return pool;
}

async function standing(owner: Pool): Promise<Pick<Ground, 'agencyId' | 'memberId'>> {
  const { rows } = await owner.query<{ agencyId: string; memberId: string }>(
    `select a.id as "agencyId", m.id as "memberId" from agency a join member m on m.agency_id = a.id
      where a.slug = $1 and m.role = 'owner'`,
    [slug],
  );
  if (!rows[0]) throw new Error('the agency of the benchmark is not there');
  return rows[0];
}
