import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { importFormats, type ImportState } from '@domain/imports/import.js';
import { Refusal } from '@domain/refusal.js';
import { ConfigError, loadConfig } from '@platform/config/config.js';
import { DatabaseUrls } from '@platform/db/database-urls.js';
import { Db } from '@platform/db/db.js';
import { joinEmbedded } from '@platform/db/embedded.js';
import { EmbeddedError } from '@platform/db/embedded-error.js';
import { migrate } from '@platform/db/migrate.js';
import { Units } from '@platform/db/units.js';
import { Files } from '@platform/files/files.js';
import { createApp } from '@platform/http/create-app.js';
import { describeApi } from '@platform/http/openapi.js';
import { installJobs } from '@platform/jobs/install.js';
import { Worker } from '@platform/jobs/worker.js';
import { AppModule } from './app.module.js';
import { DemoService } from './demo/demo.service.js';
import type { ImportView } from './imports/import.view.js';
import { ImportsQueries } from './imports/imports.queries.js';
import { ImportsService } from './imports/imports.service.js';

type Values = Record<string, string | undefined>;
type Command = { usage: string; run(words: string[], values: Values): Promise<void> };

/** What the user got wrong, in one line. */
class UsageError extends Error {}

const commands: Record<string, Command> = {
  import: {
    usage: 'import FILE --format csv|authorships --agency SLUG: imports people and shows how far it is',
    run: ([file], { format, agency }) => withApp((app) => importFile(app, file, format, agency)),
  },
  generate: {
    usage: 'generate --candidates N [--agency SLUG]: adds made-up people, searches and notes',
    run: (_words, { candidates, agency = 'demo' }) =>
      withApp(async (app, password) => {
        const count = Number(candidates);
        if (!Number.isInteger(count) || count < 1 || count > 2_000_000) {
          throw new UsageError('--candidates must be a whole number from 1 to 2000000');
        }
        await app
          .get(DemoService)
          .grow(agency, { candidates: count, seed: Date.now() % 1_000_000 }, password, bar('Generate'));
      }),
  },
  migration: {
    usage: 'migration NAME: adds a migration to write, after the last one',
    run: ([name = '']) => addMigration(name),
  },
  openapi: {
    usage: 'openapi FILE: writes the API description',
    async run([file = 'libs/client/openapi.json']) {
      await writeFile(file, `${JSON.stringify(await openapi(), null, 2)}\n`);
    },
  },
};

/** Adds `migrations/NNNN_name.sql` with its two parts. */
async function addMigration(name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new UsageError('NAME must be of small letters, digits and _');
  const last =
    (await readdir('migrations'))
      .filter((file) => /^\d{4}_/.test(file))
      .sort()
      .at(-1) ?? '0000';
  const file = `migrations/${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}_${name}.sql`;
  await writeFile(file, '-- up\n\n-- down\n', { flag: 'wx' });
  process.stdout.write(`${file}\n`);
}

/** The API description needs the code alone: no database is asked. */
async function openapi(): Promise<unknown> {
  const config = loadConfig({ DATABASE_URL: 'postgres://nowhere/x', SECRET: '-'.repeat(32), LOG_LEVEL: 'silent' });
  const app = await createApp(AppModule.with(config, new DatabaseUrls('postgres://nowhere/x', config)), config, {
    preview: true,
  });
  return describeApi(app);
}

/** Runs `work` in an application that serves nobody, beside a running server or alone. */
async function withApp(work: (app: NestFastifyApplication, password: string) => Promise<void>): Promise<void> {
  const config = loadConfig({ LOG_LEVEL: 'error', ...process.env, WORKER: 'off' });
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const embedded = config.databaseUrl === undefined ? await joinEmbedded(config.dataDir, say) : undefined;
  const urls = new DatabaseUrls(config.databaseUrl ?? embedded?.url ?? '', config);
  await migrate(urls.owner, 'migrations');
  await installJobs(urls.owner);
  const app = await createApp(AppModule.with(config, urls), config);
  await app.init();
  try {
    await work(app, config.demoPassword ?? randomUUID());
  } finally {
    await app.close();
    await embedded?.stop();
  }
}

async function importFile(
  app: NestFastifyApplication,
  file: string | undefined,
  format: string | undefined,
  slug: string | undefined,
): Promise<void> {
  const known = importFormats.find((one) => one === format);
  if (file === undefined || slug === undefined || !known) throw new UsageError(`Usage: ${commands['import']?.usage}`);
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  const { size } = await stat(path).catch(() => {
    throw new UsageError(`There is no file ${file}`);
  });
  const units = app.get(Units);
  const agencyId = await app.get(DemoService).idOf(slug);
  if (agencyId === undefined) throw new UsageError(`There is no agency ${slug}`);
  const system = units.systemActor(agencyId);
  const owner = await units.run(system, () =>
    app
      .get(Db)
      .row<{ id: string }>(
        'cli_owner',
        "select id from member where role = 'owner' and suspended_at is null order by id limit 1",
      ),
  );
  const actor = { ...system, memberId: owner?.id ?? null };
  const key = `${agencyId}/${randomUUID()}`;
  const kept = app.get(Files).path(key);
  await mkdir(dirname(kept), { recursive: true });
  await copyFile(path, kept);
  const received = { key, name: basename(path), bytes: size };
  const imports = app.get(ImportsService);
  await app.get(Worker).start();
  const id = await units.run(actor, () => imports.add(actor, received, { format: known }));
  const view = (): Promise<ImportView> => units.run(actor, () => app.get(ImportsQueries).view(actor, id));
  await watched('Check', view, 'checked');
  await units.run(actor, () => imports.commit(actor, id));
  const { counts, made } = await watched('Write', view, 'done');
  process.stdout.write(
    `${counts.rows} rows: ${counts.created} created, ${counts.joined} joined, ${counts.unchanged} unchanged, ${counts.rejected} rejected\n` +
      `made ${made.candidates} candidates, ${made.organizations} organizations, ${made.affiliations} affiliations, ${made.publications} publications\n`,
  );
}

/** Shows how far an import is until it reaches the state; whichever worker takes the work. */
async function watched(title: string, view: () => Promise<ImportView>, state: ImportState): Promise<ImportView> {
  const draw = bar(title);
  for (;;) {
    const seen = await view();
    draw(seen.state === state ? 100 : Math.min(99, Math.round(seen.progress * 100)), 100);
    if (seen.state === state) return seen;
    if (seen.state === 'failed' || seen.state === 'canceled') {
      throw new UsageError(seen.errorDetail ?? `The import is ${seen.state}`);
    }
    await sleep(200);
  }
}

/** A bar on standard error; a line of its own where that is no terminal. */
function bar(title: string): (done: number, of: number) => void {
  let last = -1;
  return (done, of) => {
    const percent = of === 0 ? 100 : Math.floor((done / of) * 100);
    if (percent === last) return;
    last = percent;
    const drawn = '█'.repeat(Math.floor(percent / 4)).padEnd(25, '░');
    if (process.stderr.isTTY) process.stderr.write(`\r${title} ${drawn} ${percent} %${percent === 100 ? '\n' : ''}`);
    else if (percent % 25 === 0) process.stderr.write(`${title} ${percent} %\n`);
  };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string' }, agency: { type: 'string' }, candidates: { type: 'string' } },
  });
  const [name = '', ...words] = positionals;
  const command = commands[name];
  if (!command) {
    const usages = Object.values(commands).map(({ usage }) => `  ${usage}\n`);
    throw new UsageError(`Commands:\n${usages.join('')}`.trimEnd());
  }
  await command.run(words, values);
  process.exit(0);
}

main().catch((error: unknown) => {
  const told = [ConfigError, EmbeddedError, UsageError, Refusal].some((kind) => error instanceof kind);
  const usage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
  process.stderr.write(`${told || usage ? (error as Error).message : String((error as Error).stack)}\n`);
  process.exit(1);
});
