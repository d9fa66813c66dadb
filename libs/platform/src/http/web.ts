import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@domain/refusal.js';
import { sendProblem } from './problem.filter.js';

const root = resolve('apps/web/dist');

/** Serves the built web with its precompressed files. Pages of the web are index.html, for browsers and outside of /api alone. */
export async function serveWeb(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(`${root}/index.html`)) return;
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const asked = !/^\/api(\/|$)/.test(request.url) && (request.headers.accept ?? '').includes('text/html');
    if (asked) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem(reply, new Refusal('resource.not-found'));
  };
  fastify.get('/', page);
  fastify.get('/*', page);
}
