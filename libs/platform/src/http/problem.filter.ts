import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type RefusalCode } from '@domain/refusal.js';
import { refusalOf } from '../db/refusals.js';

const byStatus: Record<number, RefusalCode> = {
  400: 'request.malformed',
  401: 'session.missing',
  403: 'access.denied',
  404: 'resource.not-found',
  405: 'request.method',
  408: 'request.malformed',
  413: 'request.too-large',
  414: 'request.too-large',
  415: 'request.media-type',
  429: 'rate.exceeded',
  431: 'request.too-large',
  503: 'service.unavailable',
};

/** The body of a refusal (RFC 9457). Nothing of code, SQL, table or constraint is in it. */
export function problemOf(refusal: Refusal): Record<string, unknown> {
  return {
    type: `urn:longlist:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    ...(refusal.detail !== undefined && { detail: refusal.detail }),
    ...refusal.facts,
  };
}

/** What an error means to the one who asked; a fault of ours where it means nothing. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const fromDatabase = refusalOf(error);
  if (fromDatabase) return fromDatabase;
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as FastifyError | undefined)?.statusCode ?? 500);
  const code = byStatus[status] ?? (status >= 400 && status < 500 ? 'request.malformed' : undefined);
  return new Refusal(code ?? 'service.fault');
}

/** Writes a refusal as problem+json to a reply of Fastify. */
export function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = refusalFor(error);
  const { retryAfter } = refusal.facts;
  if (refusal.status === 429 || refusal.status === 503) {
    void reply.header('retry-after', typeof retryAfter === 'number' ? retryAfter : 1);
  }
  return reply
    .status(refusal.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal)));
}

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (refusalFor(error).status === 500) {
      const { id, method, routeOptions } = http.getRequest<FastifyRequest>();
      this.log.error({ requestId: id, method, route: routeOptions.url, fault: faultOf(error) });
    }
    if (reply.sent) return;
    void sendProblem(reply, error);
  }
}

/** What of a fault may stand in a log: name, code and stack; never the values that PostgreSQL quotes. */
function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, table, constraint } = error as Error & { code?: string; table?: string; constraint?: string };
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  return { name: error.name, message: code === undefined ? error.message : undefined, code, table, constraint, stack };
}
