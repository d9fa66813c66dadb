import { createServer } from 'node:http';
import { ConfigError, loadConfig } from '@platform/config/config.js';
import { DatabaseUrls } from '@platform/db/database-urls.js';
import { Units } from '@platform/db/units.js';
import { createApp } from '@platform/http/create-app.js';
import { Worker } from '@platform/jobs/worker.js';
import { AppModule } from './app.module.js';

/** The worker alone, for installations that run it beside the API; the API process migrates the database. It answers `/healthz` and `/readyz`. */
async function main(): Promise<void> {
  const config = loadConfig({ ...process.env, WORKER: 'off' });
  if (config.databaseUrl === undefined) throw new ConfigError('DATABASE_URL must be set for a worker of its own');
  const app = await createApp(AppModule.with(config, new DatabaseUrls(config.databaseUrl, config)), config);
  app.enableShutdownHooks();
  await app.init();
  await app.get(Worker).start();
  const units = app.get(Units);
  createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const ready = request.url !== '/readyz' || (await units.ready());
      response.writeHead(ready ? 200 : 503).end();
    };
    void answer();
  }).listen({ port: config.port, host: config.host });
  process.stdout.write('The worker runs.\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
});
