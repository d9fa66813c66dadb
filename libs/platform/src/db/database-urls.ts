import type { Config } from '../config/config.js';

/** Where each role of the database is reached. `owner` migrates; nothing at run time uses it. */
export class DatabaseUrls {
  readonly app: string;
  readonly auth: string;
  readonly portal: string;

  constructor(
    readonly owner: string,
    config: Pick<Config, 'appDatabaseUrl' | 'authDatabaseUrl' | 'portalDatabaseUrl'>,
  ) {
    this.app = config.appDatabaseUrl ?? owner;
    this.auth = config.authDatabaseUrl ?? owner;
    this.portal = config.portalDatabaseUrl ?? owner;
  }
}
