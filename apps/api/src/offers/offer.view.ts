import type { DecisionReason, OfferState, RivalOfferKind, RivalOfferState } from '@domain/offers/offer.js';
import { Money } from '@platform/http/money.view.js';
import { PackageView } from '../candidates/package.view.js';

class BidRow {
  id: string;
  candidacyId: string;
  candidateId: string;
  candidateName: string;
  nativeName: string | null;
  searchId: string;
  searchTitle: string;
  organizationName: string | null;
  /** Who noted it; null where a job did. */
  memberId: string | null;
  memberName: string | null;
  /** The first day that it names. */
  startsOn: string | null;
  note: string | null;
  /** What decided. */
  reasons: DecisionReason[];
  /** When the latest step happened. */
  steppedAt: string;
  /** Base × months + target bonus; null where no pay is known. */
  annualCash: Money | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class OfferStepView {
  id: string;
  from: string | null;
  to: string;
  reasons: DecisionReason[];
  note: string | null;
  occurredAt: string;
  recordedAt: string;
  /** Null where the clock did it. */
  memberId: string | null;
  memberName: string | null;
  /** The step of another bid that made it; it goes back with that alone. */
  madeById: string | null;
  /** The exit of the candidacy that made it; it goes back with that alone. */
  exitEntryId: string | null;
  /** When it was taken back, and by whom; such a step counts for nothing. */
  voidedAt: string | null;
  voidedByName: string | null;
}

/** A step that was taken back, and how the offer or the bid stands now. */
export class VoidedOfferStep {
  id: string;
  offerId: string | null;
  rivalOfferId: string | null;
  state: string;
}

export class OfferRow extends BidRow {
  /** The client that offers. */
  organizationId: string;
  /** Which version of the offer of this candidacy it is, from 1 on. */
  number: number;
  state: OfferState;
  /** The last day on which it can be accepted. */
  expiresOn: string | null;
  /** The client repays what the former employer claims back. */
  paysClawBack: boolean;
  /** The client's approval: by whom, when. */
  approvedBy: string | null;
  approvedOn: string | null;
  resignedOn: string | null;
  resignationConfirmedOn: string | null;
  lastDayOn: string | null;
  /** The first day as it came, of the placement. */
  startedOn: string | null;
}

export class OfferView extends OfferRow {
  package: PackageView | null;
  /** Latest first. */
  steps: OfferStepView[];
  /** The step that the one who asks may take back now. */
  takesBack: string | null;
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class RivalOfferRow extends BidRow {
  kind: RivalOfferKind;
  /** Who bids. */
  organizationId: string | null;
  state: RivalOfferState;
  /** The version of our offer that answers it. */
  answerOfferId: string | null;
}

export class RivalOfferView extends RivalOfferRow {
  package: PackageView | null;
  /** Latest first. */
  steps: OfferStepView[];
  /** The step that the one who asks may take back now. */
  takesBack: string | null;
  /** What the one who asks may do with it now. */
  abilities: string[];
}
