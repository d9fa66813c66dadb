import { PgBoss } from 'pg-boss';
import { Client } from 'pg';

export const jobSchema = 'pgboss';
/** Short work after an event, and long work that shows progress. */
export const queues = { reaction: 'reaction', work: 'work', clockwork: 'clockwork' } as const;

/** The key of the advisory lock under which the queue is made: one process at a time. */
const INSTALLING = 1_819_242_358;

/** Makes or upgrades the tables of the job queue as the owner and lets the application use them. Processes that start together wait for each other. */
export async function installJobs(databaseUrl: string): Promise<void> {
  const options = '-c role=longlist_owner';
  const client = new Client({ connectionString: databaseUrl, options });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [INSTALLING]);
    await makeQueues(databaseUrl, options);
    await client.query(`grant usage on schema ${jobSchema} to longlist_app;
      grant select, insert, update, delete on all tables in schema ${jobSchema} to longlist_app;
      grant usage on all sequences in schema ${jobSchema} to longlist_app;
      grant execute on all functions in schema ${jobSchema} to longlist_app`);
  } finally {
    await client.end();
  }
}

async function makeQueues(databaseUrl: string, options: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    options,
    max: 2,
    supervise: false,
    schedule: false,
    schema: jobSchema,
  });
  boss.on('error', () => {});
  await boss.start();
  const retried = { retryLimit: 10, retryDelay: 1, retryBackoff: true, retryDelayMax: 300, deleteAfterSeconds: 86_400 };
  for (const name of [queues.reaction, queues.clockwork]) {
    if (!(await boss.getQueue(name))) await boss.createQueue(name, { ...retried, expireInSeconds: 120 });
  }
  if (!(await boss.getQueue(queues.work))) {
    await boss.createQueue(queues.work, { ...retried, expireInSeconds: 4 * 3600, heartbeatSeconds: 10 });
  }
  await boss.stop({ graceful: false });
}
