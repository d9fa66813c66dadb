import { Injectable } from '@nestjs/common';
import { whyNotStepAt } from '@domain/offers/offer.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { OfferStep } from './offer.entity.js';

type Stepped = {
  readonly from: string;
  readonly to: string;
  readonly reasons?: OfferStep['reasons'] | undefined;
  readonly note?: string | null | undefined;
  readonly occurredAt?: string | undefined;
};

/** The log of offers and of the bids against them: every step writes here, nothing is ever removed. */
@Injectable()
export class OfferSteps {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Keeps a step; answers when it happened. Refuses a moment in the future or before the latest step. */
  async write(
    of: Pick<Partial<OfferStep>, 'offerId' | 'rivalOfferId'>,
    { steppedAt }: { readonly steppedAt: string },
    { from, to, reasons, note, occurredAt }: Stepped,
  ): Promise<string> {
    const now = this.clock.now();
    const later = Date.parse(steppedAt) > now.getTime() ? steppedAt : now.toISOString();
    if (occurredAt !== undefined) refuseIf(whyNotStepAt(occurredAt, steppedAt, now));
    const at = occurredAt ?? later;
    const { memberId } = unit().actor;
    await this.db.insert(OfferStep, { ...of, fromState: from, toState: to, reasons, note, occurredAt: at, memberId });
    return at;
  }
}
