import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PoolClient } from 'pg';
import type { Actor } from '@domain/access/policy.js';
import type { Permission } from '@domain/access/permissions.js';

export const allowsKey = 'longlist:allows';
export const kindKey = 'longlist:kind';

/** The kinds of handler that hold no transaction while they answer. */
export type HandlerKind = 'live' | 'upload' | 'download';

/** The one permission that this operation needs. Every operation under /api/v1 has exactly one. */
export const Allows = (permission: Permission): MethodDecorator => SetMetadata(allowsKey, permission);

/** An operation for everyone, signed in or not; it opens no unit of work by itself. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(allowsKey, 'public');

/** A stream of events: no transaction stays open; each push opens a short one. */
export const Live = (): MethodDecorator => SetMetadata(kindKey, 'live' satisfies HandlerKind);

/** A file comes in: it reaches the disk before the transaction opens. */
export const Upload = (): MethodDecorator => SetMetadata(kindKey, 'upload' satisfies HandlerKind);

/** A finished file goes out: a short transaction for may-they and the audit, then the file. */
export const Download = (): MethodDecorator => SetMetadata(kindKey, 'download' satisfies HandlerKind);

/** A request whose actor is known. */
export type ActorRequest = FastifyRequest & { actor?: Actor; begun?: PoolClient };

/** Who acts. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('this handler has no actor: it lacks @Allows');
  return actor;
});
