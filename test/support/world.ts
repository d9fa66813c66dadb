import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import type { DestinationStream } from 'pino';
import { Config, loadConfig } from '@platform/config/config.js';
import { AuthPool } from '@platform/db/auth-pool.js';
import { DatabaseUrls } from '@platform/db/database-urls.js';
import { createApp } from '@platform/http/create-app.js';
import { AppModule } from '../../apps/api/src/app.module.js';
import { Agency } from './agency.js';
import { TestClient } from './client.js';
import { ownDatabaseUrl, testDatabaseUrl } from './database.js';

/**
 * The running application of one test file. `owner` reads and writes past the walls, for arranging and checking. It works on the
 * database of its jest worker; where jobs run, on one that no other file left work in.
 */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly urls: DatabaseUrls,
    readonly owner: Pool,
  ) {}

  static async open(settings: Record<string, string> = {}, logTo?: DestinationStream): Promise<World> {
    const url =
      settings['DATABASE_URL'] ?? (await (settings['WORKER'] === 'on' ? ownDatabaseUrl() : testDatabaseUrl()));
    const config = loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: url,
      SECRET: 'a secret for tests that is long enough to be taken',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'silent',
      WORKER: 'off',
      DATA_DIR: await mkdtemp(join(tmpdir(), 'longlist-test-')),
      ...settings,
    });
    const urls = new DatabaseUrls(url, config);
    const app = await createApp(AppModule.with(config, urls), config, logTo && { logTo });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const owner = new Pool({ connectionString: url, options: '-c role=longlist_owner', max: 4 });
    return new World(app, config, urls, owner);
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.app.close();
  }

  /** A new agency with its owner; every test makes its own. */
  async agency(): Promise<Agency> {
    const id = randomUUID();
    await this.owner.query('insert into agency (id, slug, name) values ($1, $2, $3)', [
      id,
      `a-${id.slice(0, 30)}`,
      'An agency',
    ]);
    return new Agency(this, id);
  }

  /** The schema of sign-in, as its own role. */
  get auth(): Pool {
    return this.app.get(AuthPool).pool;
  }

  /** The same signed-in user, asking this application: for tests over two processes' worth of applications. */
  clientOf(client: TestClient): TestClient {
    return new TestClient(this.app, client.headers);
  }

  /** Someone who is not signed in. */
  get anonymous(): TestClient {
    return new TestClient(this.app);
  }
}
