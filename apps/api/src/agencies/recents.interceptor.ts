import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type OnApplicationShutdown,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Observable, tap } from 'rxjs';
import type { Actor } from '@domain/access/policy.js';
import type { RecentSubject } from '@domain/agencies/agency.js';
import type { ActorRequest } from '@platform/access/allows.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';

type Opened = { subject: RecentSubject; at: string };
type Pending = { actor: Actor; opened: Map<string, Opened> };

const opensKey = 'longlist:opens';
const everyMs = 1_000;
/** So many records of a member are kept, and remembered between two writes. */
const most = 30;

/** Whoever gets an answer here has opened the record of the path. */
export const Opens = (subject: RecentSubject): MethodDecorator => SetMetadata(opensKey, subject);

/** Keeps which records members opened last: after the answer, many at once, never in its way. */
@Injectable()
export class RecentsInterceptor implements NestInterceptor, OnApplicationShutdown {
  private pending = new Map<string, Pending>();
  private writing = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
    private readonly units: Units,
    private readonly db: Db,
  ) {
    this.timer = setInterval(() => void this.flush(), everyMs);
    this.timer.unref();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const subject = this.reflector.get<RecentSubject | undefined>(opensKey, context.getHandler());
    if (!subject) return next.handle();
    const { actor, params } = context.switchToHttp().getRequest<ActorRequest>();
    const { id } = params as { id: string };
    return next.handle().pipe(tap(() => this.opened(actor, subject, id)));
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Writes what was opened since the last time, after a write that is under way. What is lost is no loss. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.writeAll()).catch(() => {});
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    const due = [...this.pending.values()];
    this.pending = new Map();
    await Promise.all(due.map((one) => this.write(one)));
  }

  private opened(actor: Actor | undefined, subject: RecentSubject, id: string): void {
    if (actor?.kind !== 'member' || actor.memberId === null) return;
    const known = this.pending.get(actor.memberId) ?? { actor, opened: new Map<string, Opened>() };
    known.opened.delete(id);
    known.opened.set(id, { subject, at: this.clock.now().toISOString() });
    const [oldest] = known.opened.keys();
    if (known.opened.size > most && oldest !== undefined) known.opened.delete(oldest);
    this.pending.set(actor.memberId, known);
  }

  private write({ actor, opened }: Pending): Promise<void> {
    const rows = [...opened];
    return this.units.run(actor, async () => {
      await this.db.write('recent', 'recent_keep', keepSql, [
        actor.memberId,
        rows.map(([id]) => id),
        rows.map(([, { subject }]) => subject),
        rows.map(([, { at }]) => at),
      ]);
      await this.db.write('recent', 'recent_forget', forgetSql, [actor.memberId]);
    });
  }
}

const keepSql = `insert into recent (member_id, candidate_id, organization_id, search_id, seen_at)
  select $1, c.id, o.id, s.id, t.at from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as t (id, subject, at)
    left join candidate c on t.subject = 'candidate' and c.agency_id = current_agency() and c.id = t.id
    left join organization o on t.subject = 'organization' and o.agency_id = current_agency() and o.id = t.id
    left join search s on t.subject = 'search' and s.agency_id = current_agency() and s.id = t.id
  where coalesce(c.id, o.id, s.id) is not null
  on conflict (agency_id, member_id, subject_id) do update set seen_at = greatest(recent.seen_at, excluded.seen_at)`;

const forgetSql = `delete from recent where agency_id = current_agency() and member_id = $1 and id in (
  select r.id from recent r where r.agency_id = current_agency() and r.member_id = $1
  order by r.seen_at desc offset ${most})`;
