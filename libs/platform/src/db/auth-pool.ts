import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg, { Pool } from 'pg';
import { DatabaseUrls } from './database-urls.js';
import { momentOf } from './types.js';

/** Connections to the schema of sign-in, as its own role; nothing of an agency can be read through them. */
@Injectable()
export class AuthPool implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(urls: DatabaseUrls) {
    this.pool = new Pool({
      connectionString: urls.auth,
      options: '-c role=longlist_auth -c search_path=auth,public -c statement_timeout=10000',
      max: 4,
      pipeline: true,
      types: { getTypeParser: momentsAsDates },
    });
    this.pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** The sign-in library compares moments as Dates; everything else is read as elsewhere. */
const momentsAsDates = ((id: number, format?: 'text' | 'binary') =>
  id === pg.types.builtins.TIMESTAMPTZ && format !== 'binary'
    ? (text: string) => new Date(momentOf(text))
    : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser;
