import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db } from '@platform/db/db.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { Fee } from './fee.entity.js';
import { FeesQueries } from './fees.queries.js';
import { KeepFee } from './keep-fee.js';
import { Offer } from './offer.entity.js';

/** What instalments wait for, and what ends a hire. */
const moving = [
  'offer.changed',
  'offer.reneged',
  'offer.rescinded',
  'offer.voided',
  'placement.made',
  'placement.changed',
  'placement.withdrawn',
  'placement.expected',
  'placement.started',
  'placement.no-show',
  'placement.fell-off',
  'placement.guarantee-passed',
  'placement.settled',
  'submission.made',
  'submission.voided',
  'search.changed',
] as const;

const rated = ['exchange-rate.added', 'exchange-rate.changed', 'exchange-rate.read-in'] as const;

/** Fees follow what happens to a hire, to the terms that came late, and to the exchange rates that they wait for. */
@Injectable()
export class FeesReactions implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly reactions: Reactions,
    private readonly keeper: KeepFee,
    private readonly queries: FeesQueries,
  ) {}

  onModuleInit(): void {
    for (const type of moving) this.reactions.on(type, `fees.follow-${type}`, (event) => this.follow(event));
    for (const type of rated) this.reactions.on(type, `fees.rate-${type}`, () => this.rate());
    this.reactions.on('search.terms-changed', 'fees.keep-late', (event) => this.keepLate(event));
  }

  private async follow({ searchId }: RecordedEvent): Promise<void> {
    if (searchId === null) return;
    for (const { id } of await this.queries.ofSearch(searchId)) await this.keeper.follow(id);
  }

  private async rate(): Promise<void> {
    for (const { id } of await this.queries.unrated()) await this.keeper.follow(id);
  }

  /** Keeps the fees of offers that were accepted before their search had terms; those that are there are told anew first. */
  private async keepLate(event: RecordedEvent): Promise<void> {
    const { searchId } = event;
    if (searchId === null) return;
    await this.follow(event);
    for (const { id } of await this.queries.unkept(searchId)) {
      const offer = await this.db.lock(Offer, id);
      const isKept = (await this.db.find(Fee, { offerId: id, state: 'kept' })) !== undefined;
      if (offer.state === 'accepted' && !isKept) await this.keeper.keep(offer);
    }
  }
}
