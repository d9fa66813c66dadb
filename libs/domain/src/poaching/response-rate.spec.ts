import { describe, expect, it } from '@jest/globals';
import { type Approach, responseRate, whyNotPeriod } from './response-rate.js';

const approach = (approachedOn: string, answeredOn: string | null = null): Approach => ({
  direction: 'outbound',
  approachedOn,
  answeredOn,
});

describe('the response rate of a period', () => {
  it('counts answers, and silence once it has lasted 14 days', () => {
    const march = [
      approach('2026-03-01', '2026-03-30'),
      approach('2026-03-17'),
      approach('2026-03-18'),
      approach('2026-03-31', '2026-03-31'),
    ];
    expect(responseRate(march, '2026-03-01', '2026-03-31')).toEqual({ counted: 3, answered: 2, rate: 2 / 3 });
  });

  it('takes no answer from after the period, nobody approached outside of it, and nobody who came to us', () => {
    const those = [
      approach('2026-03-01', '2026-04-01'),
      approach('2026-02-28', '2026-03-01'),
      { ...approach('2026-03-05', '2026-03-06'), direction: 'inbound' as const },
    ];
    expect(responseRate(those, '2026-03-01', '2026-03-31')).toEqual({ counted: 1, answered: 0, rate: 0 });
    expect(responseRate([], '2026-03-01', '2026-03-31').rate).toBeNull();
  });

  it('is of a period that ends after it begins', () => {
    expect(whyNotPeriod('2026-03-01', '2026-03-01')).toBeUndefined();
    expect(whyNotPeriod('2026-03-02', '2026-03-01')?.facts).toMatchObject({ errors: [{ pointer: '?to' }] });
  });
});
