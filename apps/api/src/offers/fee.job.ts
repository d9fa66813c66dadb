import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors } from '@platform/access/actors.js';
import { Clock } from '@platform/clock/clock.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { FeesQueries } from './fees.queries.js';
import { KeepFee } from './keep-fee.js';

/** Lets instalments fall due whose day has come, each hour, as days begin at another hour elsewhere. */
@Injectable()
export class FeeJob implements OnModuleInit {
  constructor(
    private readonly actors: Actors,
    private readonly clock: Clock,
    private readonly reactions: Reactions,
    private readonly keeper: KeepFee,
    private readonly queries: FeesQueries,
  ) {}

  onModuleInit(): void {
    this.reactions.every('17 * * * *', 'fees.due', (agencyId) => this.run(agencyId));
  }

  async run(agencyId: string): Promise<void> {
    const { timeZone } = await this.actors.ofAgency(agencyId);
    for (const { id } of await this.queries.overtaken(this.clock.today(timeZone))) await this.keeper.follow(id);
  }
}
