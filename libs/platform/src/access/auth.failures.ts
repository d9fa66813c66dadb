import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { AuthPool } from '../db/auth-pool.js';

const limit = 10;
const windowSeconds = 15 * 60;

/** Counts attempts to prove oneself, by account, for all processes: ten that fail within 15 minutes, then 429. */
@Injectable()
export class Failures {
  constructor(
    private readonly auth: AuthPool,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt before it is made, so that many at once are not more than many in turn. 429 when there are no more. */
  async begin(account: string): Promise<void> {
    if (!this.config.rateLimit) return;
    const now = this.clock.now();
    const since = new Date(now.getTime() - windowSeconds * 1000);
    const { rowCount } = await this.auth.pool.query({
      name: 'failure_begin',
      text: `insert into auth.failure as f (account, moments, last_at) values ($1, array[$2::timestamptz], $2)
        on conflict (account) do update set last_at = $2,
          moments = array(select m from unnest(f.moments) as m where m > $3::timestamptz) || $2::timestamptz
        where (select count(*) from unnest(f.moments) as m where m > $3::timestamptz) < ${limit}`,
      values: [hashed(account), now.toISOString(), since.toISOString()],
    });
    if (rowCount === 0) throw new Refusal('rate.exceeded', undefined, { retryAfter: await this.wait(account, now) });
  }

  /** Forgets the attempts on the account: one succeeded. */
  async forget(account: string): Promise<void> {
    if (!this.config.rateLimit) return;
    await this.auth.pool.query({
      name: 'failure_forget',
      text: 'delete from auth.failure where account = $1 or last_at < $2',
      values: [hashed(account), new Date(this.clock.now().getTime() - windowSeconds * 1000).toISOString()],
    });
  }

  private async wait(account: string, now: Date): Promise<number> {
    const { rows } = await this.auth.pool.query<{ seconds: number }>({
      name: 'failure_wait',
      text: `select ceil(extract(epoch from min(m) - $2::timestamptz) + ${windowSeconds})::int as seconds
        from auth.failure, unnest(moments) as m where account = $1 and m > $2::timestamptz - interval '${windowSeconds} seconds'`,
      values: [hashed(account), now.toISOString()],
    });
    return Math.max(1, rows[0]?.seconds ?? windowSeconds);
  }
}

function hashed(account: string): string {
  return createHash('sha256').update(account).digest('base64url');
}
