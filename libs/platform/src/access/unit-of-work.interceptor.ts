import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Refusal } from '@domain/refusal.js';
import { type Unit, unit } from '../db/unit.js';
import { Units } from '../db/units.js';
import { Page } from '../lists/page.js';
import type { ActorRequest } from './allows.js';

/** A request is a unit of work: what the guard began is carried to its commit before the answer leaves. */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(private readonly units: Units) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActorRequest>();
    const { begun, actor } = request;
    if (!begun || !actor) return next.handle();
    request.begun = undefined;
    const reply = http.getResponse<FastifyReply>();
    const opened = this.units.unitOf(begun, actor, termsOf(request));
    const handle = async (): Promise<unknown> => {
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      return result instanceof Page ? result.json : result;
    };
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined;
    const work = key === undefined ? handle : () => once(String(key), request, reply, handle);
    return from(
      this.units.carry(opened, work).then((result) => {
        if (typeof result === 'string') void reply.header('content-type', 'application/json; charset=utf-8');
        return result;
      }),
    );
  }
}

/** What a request says about its unit of work: the version and the row that it speaks of. */
export function termsOf(request: FastifyRequest): Pick<Unit, 'ifMatch' | 'subjectId' | 'requestId'> {
  return {
    ifMatch: versionOf(request.headers['if-match']),
    subjectId: (request.params as { id?: string } | undefined)?.id,
    requestId: request.id,
  };
}

/** `"3"` → 3. Another form names no version at all, so that nothing matches it. */
function versionOf(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  return Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1] ?? -1);
}

/** Carries out a POST once a key: a repeat gets the first answer, the same key with another body is refused. */
async function once(
  key: string,
  request: ActorRequest,
  reply: FastifyReply,
  handle: () => Promise<unknown>,
): Promise<unknown> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refusal('request.idempotency-key-invalid');
  const { client, actor } = unit();
  const hash = createHash('sha256')
    .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  const { rowCount } = await client.query({
    name: 'idempotency_add',
    text: 'insert into idempotency (member_id, key, request_hash) values ($1, $2, $3) on conflict do nothing',
    values: [actor.memberId, key, hash],
  });
  if (rowCount === 0) {
    const { rows } = await client.query<{ request_hash: string; body: string | null }>({
      name: 'idempotency_get',
      text: 'select request_hash, body from idempotency where member_id = $1 and key = $2',
      values: [actor.memberId, key],
    });
    const first = rows[0];
    if (!first || first.request_hash !== hash) throw new Refusal('idempotency.other-request');
    void reply.header('idempotency-replayed', 'true');
    return first.body ?? undefined;
  }
  const result = await handle();
  const body = result === undefined || typeof result === 'string' ? result : JSON.stringify(result);
  await client.query({
    name: 'idempotency_keep',
    text: 'update idempotency set body = $3 where member_id = $1 and key = $2',
    values: [actor.memberId, key, body ?? null],
  });
  return body;
}
