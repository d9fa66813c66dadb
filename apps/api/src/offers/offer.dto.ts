import { OmitType, PartialType } from '@nestjs/swagger';
import { type Locale, locales } from '@domain/agencies/agency.js';
import { decisionReasons } from '@domain/offers/offer.js';
import type { DecisionReason } from '@domain/offers/offer.js';
import { AnyOf, Day, Flag, Id, Moment, Nested, OneOf, Text } from '@platform/http/fields.js';
import { PayValues } from '../candidates/package.dto.js';

const maybe = { optional: true, nullable: true } as const;

const example = {
  currency: 'CNY',
  baseAmount: '90000.00',
  basePer: 'month',
  months: 16,
  extraMonths: 'target',
  oneOffs: [{ kind: 'inducement', amount: '300000.00' }],
};

export class MakeOffer {
  @Nested(() => PayValues, { example }) package: PayValues;
  /** The first day that is offered. */
  @Day({ ...maybe, example: '2026-12-01' }) startsOn?: string | null;
  /** The last day on which it can be accepted. */
  @Day({ ...maybe, example: null }) expiresOn?: string | null;
  /** The client repays what the former employer claims back. */
  @Flag({ optional: true, example: false }) paysClawBack?: boolean;
  @Text(4000, { ...maybe, example: 'As the hiring manager said on the phone' }) note?: string | null;
}

export class PatchOffer extends PartialType(MakeOffer, { skipNullProperties: false }) {
  /** After acceptance: the day on which they resigned … */
  @Day({ ...maybe, example: undefined }) resignedOn?: string | null;
  /** … on which the employer confirmed it … */
  @Day({ ...maybe, example: undefined }) resignationConfirmedOn?: string | null;
  /** … and the last day employed. */
  @Day({ ...maybe, example: undefined }) lastDayOn?: string | null;
}

export class ApproveOffer {
  /** Who of the client. */
  @Text(200, { example: 'Wei Lin, VP Research' }) approvedBy: string;
  /** Today when absent. */
  @Day({ optional: true, example: undefined }) approvedOn?: string;
}

export class StepOffer {
  @Text(2000, { ...maybe, example: null }) note?: string | null;
  /** When it was so; now when absent, never in the future nor before the step that it follows. */
  @Moment({ optional: true, example: undefined }) occurredAt?: string;
}

export class DecideOffer extends StepOffer {
  /** What decided. */
  @AnyOf(decisionReasons, { optional: true }) reasons?: DecisionReason[];
}

export class AcceptOffer extends DecideOffer {
  /** The first day, where it is another than offered. */
  @Day({ ...maybe, example: undefined }) startsOn?: string | null;
}

export class SummaryQuestion {
  /** The language of the person; that of the agency when absent. */
  @OneOf(locales, { optional: true }) language?: Locale;
}

/** The first state of a bid against ours: rehearsed, or there. */
const begins = ['expected', 'received'] as const;

export class NoteRivalOffer {
  @Nested(() => PayValues, { ...maybe, example }) package?: PayValues | null;
  /** Who bids; for a counteroffer the current employer when absent. */
  @Id('organization', { ...maybe, example: null }) organizationId?: string | null;
  @OneOf(begins, { optional: true, example: 'expected' }) state?: (typeof begins)[number];
  /** The first day that a competing offer names. */
  @Day({ ...maybe, example: null }) startsOn?: string | null;
  @Text(4000, { ...maybe, example: 'They will offer a retention bonus' }) note?: string | null;
  /** When it was received, or the rehearsal made; now when absent. */
  @Moment({ optional: true, example: undefined }) occurredAt?: string;
}

export class PatchRivalOffer extends PartialType(OmitType(NoteRivalOffer, ['state', 'occurredAt']), {
  skipNullProperties: false,
}) {
  /** The version of our offer that answers it. */
  @Id('offer', { ...maybe, example: null }) answerOfferId?: string | null;
}
