import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors } from '@platform/access/actors.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { AttemptsService } from './attempts.service.js';

/** Plans again what waited until today, each hour, as days begin at another hour elsewhere. */
@Injectable()
export class AttemptJob implements OnModuleInit {
  constructor(
    private readonly actors: Actors,
    private readonly reactions: Reactions,
    private readonly attempts: AttemptsService,
  ) {}

  onModuleInit(): void {
    this.reactions.every('7 * * * *', 'poaching.reopen', (agencyId) => this.run(agencyId));
  }

  async run(agencyId: string): Promise<void> {
    await this.attempts.reopen(await this.actors.ofAgency(agencyId));
  }
}
