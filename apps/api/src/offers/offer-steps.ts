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

/** What made a step, where nobody made it by itself, and the placement that it ends. */
export type Around = Pick<Partial<OfferStep>, 'madeById' | 'exitEntryId' | 'placementId'>;

/** The log of offers and of the bids against them: every step writes here, nothing is ever removed. */
@Injectable()
export class OfferSteps {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Keeps a step. Refuses a moment in the future or before the latest step. */
  async write(
    of: Pick<Partial<OfferStep>, 'offerId' | 'rivalOfferId'>,
    { steppedAt }: { readonly steppedAt: string },
    { from, to, reasons, note, occurredAt }: Stepped,
    around: Around = {},
  ): Promise<OfferStep> {
    const now = this.clock.now();
    const later = Date.parse(steppedAt) > now.getTime() ? steppedAt : now.toISOString();
    if (occurredAt !== undefined) refuseIf(whyNotStepAt(occurredAt, steppedAt, now));
    const at = occurredAt ?? later;
    const { memberId } = unit().actor;
    const said = { fromState: from, toState: to, reasons, note, occurredAt: at };
    return this.db.insert(OfferStep, { ...of, ...around, ...said, memberId });
  }
}
