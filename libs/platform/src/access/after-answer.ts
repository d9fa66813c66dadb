import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@domain/access/policy.js';
import { Units } from '../db/units.js';

/** What a GET leaves behind: who saw or took something. It is written once the answer has gone, or was cut off. */
@Injectable()
export class AfterAnswer implements BeforeApplicationShutdown {
  private readonly log = new Logger('after-answer');
  private readonly underway = new Set<Promise<void>>();

  constructor(private readonly units: Units) {}

  /** Runs `work` in a unit of work of its own after the answer. */
  run(reply: FastifyReply, actor: Actor, work: () => Promise<void>): void {
    reply.raw.once('close', () => {
      const writing = this.units
        .run(actor, work)
        .catch((error: unknown) => {
          const { name, code } = error as Error & { code?: string };
          this.log.error({ fault: { name, code } });
        })
        .finally(() => this.underway.delete(writing));
      this.underway.add(writing);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underway);
  }
}
