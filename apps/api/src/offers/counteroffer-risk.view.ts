import type { RiskGap, RiskReason } from '@domain/offers/counteroffer-risk.rules.js';
import type { RivalOfferState } from '@domain/offers/offer.js';
import type { Objection } from '@domain/poaching/attempt.js';
import { Money } from '@platform/http/money.view.js';

/** A reason with the figures that it rests on; those that do not belong to it are null. */
export class RiskView {
  what: RiskReason;
  /** What is at stake, asked, bid, or the least of the band. */
  amount: Money | null;
  /** Of unvested equity: what of it vests within 12 months. Of a raise and a band: today's annual cash. */
  beside: Money | null;
  /** Of a raise: how many times today's annual cash; two places, half up. */
  multiple: string | null;
  days: number | null;
  from: string | null;
  until: string | null;
  /** So many of how many: people whom the employer countered, attempts that told of objections. */
  count: number | null;
  of: number | null;
  /** How the counteroffer stands. */
  state: RivalOfferState | null;
  /** Of a non-compete: whether it holds is doubtful. */
  isDoubtful: boolean;
  objections: Objection[];
}

export class CounterofferRiskView {
  candidacyId: string;
  /** Why the employer may win the person back; no order of weight. */
  reasons: RiskView[];
  /** What nobody knows yet, so that it can be asked. */
  unknown: RiskGap[];
  /** Reasons of pay are left out: the one who asks may not see pay, or the place of the search bans its history. */
  payHidden: boolean;
}
