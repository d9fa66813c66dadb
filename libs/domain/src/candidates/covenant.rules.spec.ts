import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../day.js';
import { covenantKinds, covenantReaches, covenantStarts, covenantStatuses } from './candidate.js';
import { type CovenantTerms, earliestStart } from './covenant.rules.js';

const covenant = (values: Partial<CovenantTerms>): CovenantTerms => ({
  kind: 'notice',
  months: 3,
  startsFrom: 'resignation',
  binds: 'all',
  organizationIds: [],
  status: 'asserted',
  ...values,
});

/** The day so many whole months on, by walking a calendar day by day; a day that the month has not is its last. */
function walked(day: Day, months: number): Day {
  const wanted = Number(day.slice(8));
  let [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  for (let step = 0; step < months; step += 1) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(Math.min(wanted, length))}`;
}

const any: fc.Arbitrary<CovenantTerms> = fc.record({
  kind: fc.constantFrom(...covenantKinds),
  months: fc.integer({ min: 0, max: 24 }),
  startsFrom: fc.constantFrom(...covenantStarts),
  binds: fc.constantFrom(...covenantReaches),
  organizationIds: fc.subarray(['lab', 'parent', 'other']),
  status: fc.constantFrom(...covenantStatuses),
});

describe('the earliest start', () => {
  it('is the day after the notice, and nobody who has none waits', () => {
    expect(earliestStart([], '2026-03-31', ['lab'])).toEqual({
      lastDay: '2026-03-31',
      start: '2026-04-01',
      doubtfulStart: null,
    });
    expect(earliestStart([covenant({})], '2026-11-30', ['lab'])).toMatchObject({
      lastDay: '2027-02-28',
      start: '2027-03-01',
    });
  });

  it('waits for a non-compete that reaches the destination or what it stands under, and gives both dates where one is doubtful', () => {
    const bound = covenant({
      kind: 'non_compete',
      months: 12,
      startsFrom: 'last_day',
      binds: 'named',
      organizationIds: ['parent'],
    });
    const all = [covenant({ months: 1 }), bound];
    expect(earliestStart(all, '2026-01-31', ['lab', 'parent'])).toEqual({
      lastDay: '2026-02-28',
      start: '2027-03-01',
      doubtfulStart: null,
    });
    expect(earliestStart(all, '2026-01-31', ['lab']).start).toBe('2026-03-01');
    const doubtful = [covenant({ months: 1 }), { ...bound, status: 'doubtful' as const }];
    expect(earliestStart(doubtful, '2026-01-31', ['parent'])).toEqual({
      lastDay: '2026-02-28',
      start: '2026-03-01',
      doubtfulStart: '2027-03-01',
    });
    expect(earliestStart([{ ...bound, status: 'waived' }], '2026-01-31', ['parent']).start).toBe('2026-02-01');
  });

  it('follows an agreed last day in the place of the notice', () => {
    const bound = covenant({ kind: 'non_compete', months: 6, startsFrom: 'last_day' });
    expect(earliestStart([covenant({ months: 3 }), bound], '2026-03-31', [], '2026-04-30')).toMatchObject({
      lastDay: '2026-04-30',
      start: '2026-10-31',
    });
    expect(earliestStart([], '2026-03-31', [], '2026-01-31').start).toBe('2026-02-01');
  });

  it('takes half a month as fifteen days', () => {
    expect(earliestStart([covenant({ months: 1.5 })], '2026-01-10', []).lastDay).toBe('2026-02-25');
  });

  it('is what a walk over the calendar says', () => {
    const naive = (covenants: readonly CovenantTerms[], resigned: Day, at: string[], statuses: string[]): Day => {
      let last = resigned;
      for (const { kind, months, status } of covenants) {
        if (!statuses.includes(status) || (kind !== 'notice' && kind !== 'garden_leave')) continue;
        const end = walked(resigned, months);
        if (end > last) last = end;
      }
      let free = last;
      for (const { kind, months, status, startsFrom, binds, organizationIds } of covenants) {
        if (!statuses.includes(status) || kind !== 'non_compete') continue;
        if (binds === 'named' && !organizationIds.some((id) => at.includes(id))) continue;
        const end = walked(startsFrom === 'last_day' ? last : resigned, months);
        if (end > free) free = end;
      }
      return addDays(free, 1);
    };
    const days = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2024-01-01', count));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), days, fc.subarray(['lab', 'parent']), (covenants, day, at) => {
        const { start, doubtfulStart } = earliestStart(covenants, day, at);
        const later = naive(covenants, day, at, ['asserted', 'doubtful']);
        expect(start).toBe(naive(covenants, day, at, ['asserted']));
        expect(doubtfulStart).toBe(later > start ? later : null);
      }),
    );
  });
});
