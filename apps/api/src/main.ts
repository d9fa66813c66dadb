import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@platform/clock/clock.js';
import { type Config, ConfigError, loadConfig } from '@platform/config/config.js';
import { AuthPool } from '@platform/db/auth-pool.js';
import { DatabaseUrls } from '@platform/db/database-urls.js';
import { type Embedded, startEmbedded } from '@platform/db/embedded.js';
import { EmbeddedError } from '@platform/db/embedded-error.js';
import { migrate } from '@platform/db/migrate.js';
import { createApp } from '@platform/http/create-app.js';
import { Readiness } from '@platform/http/readiness.js';
import { installJobs } from '@platform/jobs/install.js';
import { isNew, welcomeLink } from './agencies/welcome-link.js';
import { AppModule } from './app.module.js';
import { DemoService, demoUsers } from './demo/demo.service.js';
import { FirstFill } from './demo/first-fill.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = loadConfig();
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataDir, say) : undefined;
  const urls = new DatabaseUrls(config.databaseUrl ?? embedded?.url ?? '', config);
  await migrate(urls.owner, 'migrations');
  await installJobs(urls.owner);
  const app = await createApp(AppModule.with(config, urls), config);
  stopOnSignals(app, embedded);
  await app.listen({ port: config.port, host: config.host });
  embedded?.announce(config.publicUrl);
  await welcome(app, config, urls.owner);
  say(`Longlist runs at ${config.publicUrl}`);
}

/** On a first start: the demo, or the one-time link that makes the first agency. Then, with the demo, who signs in. */
async function welcome(app: NestFastifyApplication, config: Config, owner: string): Promise<void> {
  const { pool } = app.get(AuthPool);
  if (config.demoPassword === undefined) {
    if (await isNew(pool)) say(`Make your agency at ${await welcomeLink(pool, config.publicUrl, app.get(Clock))}`);
    return;
  }
  const fill = new FirstFill(config.dataDir, owner);
  await fill.forgetHalf(say);
  if (await isNew(pool)) {
    const began = performance.now();
    say('Filling the demo agency …');
    await fill.once(() => app.get(DemoService).make(config.demoPassword ?? ''));
    say(`Filling the demo agency: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  say(`Sign in with the password ${config.demoPassword} as`);
  for (const { address } of demoUsers) say(`  ${address}`);
  say('  headhunter@other.longlist.example');
}

/** Tells that it is stopping, closes idle connections, lets running requests end, then stops the database. Ten seconds at most. */
function stopOnSignals(app: NestFastifyApplication, embedded: Embedded | undefined): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    app.get(Readiness).stopping = true;
    const server = app.getHttpServer() as { closeIdleConnections(): void };
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    await app.close();
    clearInterval(idle);
    await embedded?.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof EmbeddedError;
  const busy = (error as { code?: string }).code === 'EADDRINUSE';
  const { message, stack } = error as Error;
  const line = busy ? 'The port is in use already; set PORT to another one.' : known ? message : stack;
  process.stderr.write(`${line}\n`);
  process.exit(1);
});
