import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import { unitOrNone } from '../db/unit.js';

/** Structured logs: ids, routes, states; no names, addresses or bodies. */
export class Log implements LoggerService {
  readonly pino: Logger;

  /** Writes to standard output unless `to` is given. */
  constructor(level: string, to?: DestinationStream) {
    const mixin = (): object => {
      const requestId = unitOrNone()?.requestId;
      return requestId === undefined ? {} : { requestId };
    };
    const options = { level, base: null, mixin };
    this.pino = to ? pino(options, to) : pino(options);
  }

  log(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }

  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write(
      'error',
      message,
      rest.findLast((one) => typeof one === 'string' && !one.includes('\n')) as string | undefined,
    );
  }

  private write(level: 'trace' | 'debug' | 'warn' | 'error', message: unknown, context: string | undefined): void {
    if (typeof message === 'object' && message !== null && !(message instanceof Error)) {
      this.pino[level]({ context, ...message });
    } else {
      this.pino[level]({ context }, message instanceof Error ? message.name : String(message));
    }
  }
}
