import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** The first fill of the demo: all of it or nothing. One that was cut off leaves its mark in DATA_DIR and begins anew. */
export class FirstFill {
  private readonly mark: string;

  /** `owner` is the database's address as its owner. */
  constructor(
    dataDir: string,
    private readonly owner: string,
  ) {
    this.mark = join(dataDir, 'demo-filling');
  }

  /** Runs `fill` under the mark. */
  async once(fill: () => Promise<void>): Promise<void> {
    writeFileSync(this.mark, '');
    await fill();
    rmSync(this.mark, { force: true });
  }

  /** Empties the database where a first fill was cut off: nobody has been told how to sign in yet. */
  async forgetHalf(say: (line: string) => void): Promise<void> {
    if (!existsSync(this.mark)) return;
    say('The first fill was cut off; it begins anew.');
    const client = new Client({ connectionString: this.owner, options: '-c role=longlist_owner' });
    await client.connect();
    try {
      await client.query('truncate agency, auth."user" cascade');
    } finally {
      await client.end();
    }
    rmSync(this.mark, { force: true });
  }
}
