import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors } from '@platform/access/actors.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { OffersService } from './offers.service.js';

/** Expires offers whose last day is over, each hour, as days begin at another hour elsewhere. */
@Injectable()
export class OfferJob implements OnModuleInit {
  constructor(
    private readonly actors: Actors,
    private readonly reactions: Reactions,
    private readonly offers: OffersService,
  ) {}

  onModuleInit(): void {
    this.reactions.every('12 * * * *', 'offers.expire', (agencyId) => this.run(agencyId));
  }

  async run(agencyId: string): Promise<void> {
    await this.offers.expire(await this.actors.ofAgency(agencyId));
  }
}
