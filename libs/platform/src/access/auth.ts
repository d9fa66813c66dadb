import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { AuthPool } from '../db/auth-pool.js';
import { RateLimits } from '../http/rate-limits.js';
import { Failures } from './auth.failures.js';
import { addressHeader, openLibrary, type PasswordEvents } from './auth.library.js';
import { refusalOfAuth } from './auth.refusals.js';
import { refuseForeignOrigin } from './origin.js';

/** Attempts a minute from one address. */
const attempts = 60;

/** What the library answers, read only where a key is known. */
type Given = Record<string, unknown>;

/** Sign-in: hands allowed requests to the library and its cookies to the browser. */
@Injectable()
export class Auth {
  /** The library itself, for the test that compares its schema with ours. */
  readonly library: ReturnType<typeof openLibrary>;
  private told: PasswordEvents | undefined;

  constructor(
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly failures: Failures,
    pool: AuthPool,
  ) {
    this.library = openLibrary(pool.pool, config, {
      asked: async (userId, token) => this.told?.asked(userId, token),
      changed: async (userId) => this.told?.changed(userId),
    });
  }

  /** Who writes the mails about passwords; one listener. */
  onPassword(listener: PasswordEvents): void {
    this.told = listener;
  }

  /** Counts an attempt of the one who asks, and refuses other pages. Before every POST that proves or makes something. */
  guard(request: FastifyRequest): void {
    this.limits.hit(`sign-in:${request.ip}`, attempts);
    refuseForeignOrigin(request, this.config.publicUrl);
  }

  /** Answers a request by the library: its cookies are set, its errors are refusals. `account` counts failures. */
  async answer(request: FastifyRequest, reply: FastifyReply, body?: object, account?: string): Promise<Given> {
    if (request.method !== 'GET') this.guard(request);
    if (account !== undefined) await this.failures.begin(account);
    const path = request.routeOptions.url ?? '';
    const given = await this.ask(path, request, reply, body);
    if (account !== undefined) await this.failures.forget(account);
    return given;
  }

  /** Counts something that is done ten times in 15 minutes at most. */
  ration(account: string): Promise<void> {
    return this.failures.begin(account);
  }

  /** Signs someone in who just proved to be themselves by a one-time link. */
  async enter(request: FastifyRequest, reply: FastifyReply, email: string, password: string): Promise<void> {
    await this.ask('/api/auth/sign-in/email', request, reply, { email, password }, 'POST');
  }

  private async ask(
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
    body: object | undefined,
    method = request.method,
  ): Promise<Given> {
    const headers = new Headers({ origin: new URL(this.config.publicUrl).origin, [addressHeader]: request.ip });
    const { cookie, 'user-agent': agent } = request.headers;
    if (cookie !== undefined) headers.set('cookie', cookie);
    if (agent !== undefined) headers.set('user-agent', agent.slice(0, 200));
    if (method !== 'GET') headers.set('content-type', 'application/json');
    const response = await this.library.handler(
      new Request(new URL(path, this.config.publicUrl), {
        method,
        headers,
        ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
      }),
    );
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) void reply.header('set-cookie', cookies);
    const text = await response.text();
    const given = (text === '' ? {} : (JSON.parse(text) ?? {})) as Given;
    if (!response.ok)
      throw refusalOfAuth(response.status, typeof given['code'] === 'string' ? given['code'] : undefined);
    return given;
  }
}
