import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { ActorRequest } from '@platform/access/allows.js';
import { Clock } from '@platform/clock/clock.js';
import { AuthPool } from '@platform/db/auth-pool.js';

type Seen = { table: 'member' | 'api_key'; agencyId: string; at: Date; told: boolean };

const everyMs = 10_000;
const againMs = 60_000;

/** Keeps when members and keys were last used: no request waits for it, and a row is written once a minute at most. */
@Injectable()
export class LastSeenInterceptor implements NestInterceptor, OnApplicationShutdown {
  private readonly seen = new Map<string, Seen>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly clock: Clock,
    private readonly auth: AuthPool,
  ) {
    this.timer = setInterval(() => void this.flush(), everyMs);
    this.timer.unref();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<ActorRequest>();
    if (actor?.memberId) this.mark(actor.memberId, 'member', actor.agencyId);
    if (actor?.kind === 'api_key' && actor.sessionId) this.mark(actor.sessionId, 'api_key', actor.agencyId);
    return next.handle();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Writes what was seen since the last time. A lost write is made up by the next request. */
  async flush(): Promise<void> {
    const now = this.clock.now().getTime();
    const due = [...this.seen].filter(([, { told }]) => !told);
    for (const [id, { at, told }] of this.seen) if (told && now - at.getTime() > againMs) this.seen.delete(id);
    for (const [, seen] of due) seen.told = true;
    await Promise.all([this.write('member', 'last_seen_at', due), this.write('api_key', 'last_used_at', due)]).catch(
      () => {},
    );
  }

  private mark(id: string, table: Seen['table'], agencyId: string): void {
    const at = this.clock.now();
    const known = this.seen.get(id);
    if (!known || (known.told && at.getTime() - known.at.getTime() > againMs)) {
      this.seen.set(id, { table, agencyId, at, told: false });
    }
  }

  private async write(table: Seen['table'], column: string, due: [string, Seen][]): Promise<void> {
    const rows = due.filter(([, seen]) => seen.table === table);
    if (rows.length === 0) return;
    await this.auth.pool.query({
      name: `seen_${table}`,
      text: `update ${table} as r set ${column} = greatest(r.${column}, t.at)
        from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as t (agency_id, id, at) where r.agency_id = t.agency_id and r.id = t.id`,
      values: [rows.map(([, { agencyId }]) => agencyId), rows.map(([id]) => id), rows.map(([, { at }]) => at)],
    });
  }
}
