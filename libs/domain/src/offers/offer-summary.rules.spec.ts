import { describe, expect, it } from '@jest/globals';
import { offerStates } from './offer.js';
import { summaryFileName, whyNotSummarize } from './offer-summary.rules.js';

const today = '2026-11-27';
const why = (state: (typeof offerStates)[number], expiresOn: string | null = null, startedOn: string | null = null) =>
  whyNotSummarize({ state, expiresOn, startedOn }, today)?.code;

describe('a summary of an offer', () => {
  it('goes out while the offer is told and stands', () => {
    const told = offerStates.filter((state) => why(state) === undefined);
    expect(told).toEqual(['verbal', 'extended', 'accepted']);
    expect(why('draft')).toBe('offer.not-told');
  });

  it('goes out on its last day and not after it, unless it was accepted; nor once the person has begun', () => {
    expect(why('extended', today)).toBeUndefined();
    expect(why('extended', '2026-11-26')).toBe('offer.over');
    expect(why('accepted', '2026-11-26')).toBeUndefined();
    expect(why('accepted', null, '2026-11-20')).toBe('offer.started');
  });

  it('has a name that tells neither who nor where', () => {
    expect(summaryFileName('C-8457', 2)).toBe('offer-summary-C-8457-v2.pdf');
  });
});
