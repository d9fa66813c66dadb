import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { type FastifyReply, LogController } from 'fastify';
import type { DestinationStream } from 'pino';
import { Refusal } from '@domain/refusal.js';
import type { Config } from '../config/config.js';
import { largestFile } from '../files/files.js';
import { closeSoon } from './closing.js';
import { Log } from './log.js';
import { describeApi } from './openapi.js';
import { sendProblem } from './problem.filter.js';
import { answerUnreadable } from './unreadable.js';
import { serveWeb } from './web.js';

const bodyLimit = 1_048_576;
const deepest = 32;

/** The HTTP application around the features: limits, headers, errors, description and web. It does not listen yet. */
export async function createApp(
  features: Type<unknown> | DynamicModule,
  config: Config,
  { logTo, ...options }: { preview?: boolean; logTo?: DestinationStream } = {},
): Promise<NestFastifyApplication> {
  const log = new Log(config.logLevel, logTo);
  const adapter = new FastifyAdapter({
    bodyLimit,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    loggerInstance: log.pino,
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error: unknown, _request: unknown, reply: FastifyReply) => void sendProblem(reply, error),
  });
  const app = await NestFactory.create<NestFastifyApplication>(features, adapter, {
    bodyParser: false,
    logger: log,
    abortOnError: false,
    ...options,
  });
  const fastify = app.getHttpAdapter().getInstance();
  closeSoon(fastify);
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (request.body !== undefined && tooDeep(request.body)) {
      done(new Refusal('request.malformed', `The body is nested deeper than ${deepest}.`));
    } else done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    log.pino.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  await app.register(multipart, {
    limits: { fileSize: largestFile, files: 1, fields: 10, fieldSize: 10_000, parts: 12 },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  });
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
  await serveWeb(fastify);
  return app;
}

function tooDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
