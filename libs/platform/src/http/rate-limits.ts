import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '@domain/refusal.js';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { AuthPool } from '../db/auth-pool.js';

type Counter = { limit: number; window: number; own: number; unsent: number; others: number };

const windowMs = 60_000;

/** Limits a minute, counted in PostgreSQL in batches: all processes share them, none waits for them. */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly counters = new Map<string, Counter>();
  private readonly timer: NodeJS.Timeout;
  private sending = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly auth: AuthPool,
    private readonly clock: Clock,
  ) {
    this.timer = setInterval(() => {
      this.sending = this.send();
    }, 500);
    this.timer.unref();
  }

  /** Counts one request under the key. 429 with Retry-After when there were more than `limit` in this minute. */
  hit(key: string, limit: number): void {
    if (!this.config.rateLimit) return;
    const now = this.clock.now().getTime();
    const window = now - (now % windowMs);
    let counter = this.counters.get(key);
    if (!counter || counter.window !== window) {
      counter = { limit, window, own: 0, unsent: 0, others: 0 };
      this.counters.set(key, counter);
    }
    if (counter.own + counter.others >= limit) {
      throw new Refusal('rate.exceeded', undefined, { retryAfter: Math.ceil((window + windowMs - now) / 1000) });
    }
    counter.own += 1;
    counter.unsent += 1;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sending;
  }

  private async send(): Promise<void> {
    const due = [...this.counters].filter(([, counter]) => counter.unsent > 0);
    const now = this.clock.now().getTime();
    for (const [key, counter] of this.counters) if (counter.window < now - windowMs) this.counters.delete(key);
    if (due.length === 0) return;
    const sent = due.map(([, counter]) => counter.unsent);
    for (const [, counter] of due) counter.unsent = 0;
    try {
      const { rows } = await this.auth.pool.query<{ key: string; hits: number }>({
        name: 'rate_add',
        text: `insert into auth.rate (key, window_start, hits)
          select key, to_timestamp(at / 1000.0), hits from unnest($1::text[], $2::float8[], $3::int[]) as t (key, at, hits) order by key
          on conflict (key, window_start) do update set hits = rate.hits + excluded.hits returning key, hits`,
        values: [due.map(([key]) => key), due.map(([, counter]) => counter.window), sent],
      });
      const totals = new Map(rows.map(({ key, hits }) => [key, hits]));
      for (const [key, counter] of due) {
        counter.others = Math.max(counter.others, (totals.get(key) ?? 0) - (counter.own - counter.unsent));
      }
      await this.auth.pool.query({
        name: 'rate_sweep',
        text: "delete from auth.rate where window_start < $1::timestamptz - interval '10 minutes'",
        values: [this.clock.now()],
      });
    } catch {
      due.forEach(([, counter], index) => (counter.unsent += sent[index] ?? 0));
    }
  }
}
