import type { Day } from '../day.js';
import { Refusal } from '../refusal.js';
import type { AffiliationType, Confidence } from './candidate.js';

/** The part of an affiliation that says where someone works now. */
export type AffiliationFacts = {
  readonly id: string;
  readonly organizationId: string;
  readonly type: AffiliationType;
  readonly title: string | null;
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
  /** Years in which evidence such as a paper saw the person there. */
  readonly seenFrom: number | null;
  readonly seenUntil: number | null;
  readonly confidence: Confidence;
};

/** Why these days cannot stand: nobody leaves before they came. */
export function whyNotDays({
  startedOn = null,
  endedOn = null,
}: {
  readonly startedOn?: Day | null | undefined;
  readonly endedOn?: Day | null | undefined;
}): Refusal | undefined {
  if (startedOn === null || endedOn === null || endedOn >= startedOn) return undefined;
  return new Refusal('affiliation.days', undefined, {
    errors: [{ pointer: '/endedOn', message: `lies before ${startedOn}, the day on which it began` }],
  });
}

/**
 * The affiliation with the current employer on the day `today`, or none: a sure employment that has begun and not ended.
 * Of several the one known for the latest year wins, a dated one before one that was only seen, then the later begun.
 */
export function currentAffiliation<T extends AffiliationFacts>(affiliations: readonly T[], today: Day): T | undefined {
  return affiliations
    .filter((one) => isCurrent(one, today))
    .reduce<T | undefined>((best, one) => (best === undefined || rank(one) > rank(best) ? one : best), undefined);
}

/** Whether it is a sure employment that has begun and not ended on the day `today`. */
export function isCurrent({ type, confidence, startedOn, endedOn }: AffiliationFacts, today: Day): boolean {
  return (
    type === 'employment' &&
    confidence === 'sure' &&
    (startedOn === null || startedOn <= today) &&
    (endedOn === null || endedOn >= today)
  );
}

function rank({ startedOn, seenFrom, seenUntil, id }: AffiliationFacts): string {
  const year = Math.max(Number(startedOn?.slice(0, 4) ?? 0), seenUntil ?? seenFrom ?? 0);
  return [String(year).padStart(4, '0'), startedOn === null ? '0' : '1', startedOn ?? '', id].join(' ');
}
