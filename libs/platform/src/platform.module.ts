import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access/access.guard.js';
import { Actors } from './access/actors.js';
import { AuthController } from './access/auth.controller.js';
import { Failures } from './access/auth.failures.js';
import { Auth } from './access/auth.js';
import { IdempotencySweep } from './access/idempotency-sweep.js';
import { Logins } from './access/logins.js';
import { UnitOfWorkInterceptor } from './access/unit-of-work.interceptor.js';
import { AfterAnswer } from './access/after-answer.js';
import { Clock } from './clock/clock.js';
import { Config } from './config/config.js';
import { AuthPool } from './db/auth-pool.js';
import { Bulk } from './db/bulk.js';
import { DatabaseUrls } from './db/database-urls.js';
import { Db } from './db/db.js';
import { SnakeNames } from './db/entity.js';
import { setTypeParsers } from './db/types.js';
import { Units } from './db/units.js';
import { Events } from './events/events.js';
import { Live } from './events/live.js';
import { Streams } from './events/streams.js';
import { Files } from './files/files.js';
import { HealthController } from './http/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimits } from './http/rate-limits.js';
import { Readiness } from './http/readiness.js';
import { RequestPipe } from './http/request.pipe.js';
import { Reactions } from './jobs/reactions.js';
import { Worker } from './jobs/worker.js';
import { Lists } from './lists/lists.js';
import { Mail } from './mail/mail.js';

const services = [
  Clock,
  AuthPool,
  Units,
  Db,
  Bulk,
  Files,
  RequestPipe,
  AfterAnswer,
  Lists,
  Events,
  RateLimits,
  Readiness,
  Live,
  Actors,
  Streams,
  Reactions,
  IdempotencySweep,
  Worker,
  Mail,
  Failures,
  Auth,
  Logins,
];

/** What every feature needs and none owns. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, urls: DatabaseUrls): DynamicModule {
    setTypeParsers();
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: urls.app,
          autoLoadEntities: true,
          synchronize: false,
          namingStrategy: new SnakeNames(),
          retryAttempts: 0,
          installExtensions: false,
          extra: {
            max: 16,
            pipeline: true,
            options:
              '-c role=longlist_app -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000 -c timezone=UTC',
          },
        }),
      ],
      controllers: [HealthController, AuthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: DatabaseUrls, useValue: urls },
        ...services,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: UnitOfWorkInterceptor },
        { provide: APP_PIPE, useClass: RequestPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Config, DatabaseUrls, ...services],
    };
  }
}
