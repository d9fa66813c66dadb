import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { PoolClient } from 'pg';
import type { Actor } from '@domain/access/policy.js';
import type { Permission } from '@domain/access/permissions.js';
import { Refusal } from '@domain/refusal.js';
import { Config } from '../config/config.js';
import { Units } from '../db/units.js';
import { RateLimits } from '../http/rate-limits.js';
import { actorOf, type ActorRow } from './actors.js';
import { type ActorRequest, allowsKey, type HandlerKind, kindKey } from './allows.js';
import { type Credentials, credentialsOf } from './credentials.js';
import { refuseForeignOrigin } from './origin.js';

/** 401, 403, 428, in this order, before anything else of a request is looked at. Leaves the begun transaction to the unit of work. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly units: Units,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<Permission | 'public' | undefined>(allowsKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (allowed === 'public') {
      this.limits.hit(`anonymous:${request.ip}`, 300);
      return true;
    }
    const credentials = credentialsOf(request, this.config.secret);
    if (!credentials) {
      this.limits.hit(`anonymous:${request.ip}`, 300);
      throw new Refusal('session.missing');
    }
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (!reading && 'session' in credentials) refuseForeignOrigin(request, this.config.publicUrl);
    const client = await this.units.connect();
    try {
      const actor = await this.identify(client, credentials, reading);
      this.limits.hit(`member:${actor.memberId}`, 3_000);
      if (!allowed || !actor.permissions.has(allowed)) {
        throw new Refusal('access.denied', undefined, allowed && { permission: allowed });
      }
      if (request.method === 'PATCH' && request.headers['if-match'] === undefined)
        throw new Refusal('row.version-required');
      request.actor = actor;
    } catch (error) {
      await this.units.abandon(client);
      throw error;
    }
    const kind = this.reflector.get<HandlerKind | undefined>(kindKey, context.getHandler());
    if (kind) await this.units.abandon(client);
    else request.begun = client;
    return true;
  }

  private async identify(client: PoolClient, credentials: Credentials, reading: boolean): Promise<Actor> {
    const begun = client.query(reading ? 'begin read only' : 'begin');
    const asked =
      'session' in credentials
        ? client.query<ActorRow>({
            name: 'session',
            text: 'select * from session_actor($1)',
            values: [credentials.session],
          })
        : client.query<ActorRow>({ name: 'key', text: 'select * from api_key_actor($1)', values: [credentials.key] });
    const [, { rows }] = await Promise.all([begun, asked]);
    const row = rows[0];
    if (!row) throw new Refusal('session.missing');
    if (row.suspended) throw new Refusal('access.suspended');
    return actorOf(row, 'session' in credentials ? 'member' : 'api_key');
  }
}
