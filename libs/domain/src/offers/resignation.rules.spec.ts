import { describe, expect, it } from '@jest/globals';
import { resignationTasks } from './resignation.rules.js';

const days = (values: { acceptedOn: string; lastDayOn: string | null; startsOn: string | null }): string[] =>
  resignationTasks(values, 'en').map(({ title, dueOn }) => `${dueOn} ${title.slice(0, 8)}`);

describe('from acceptance to the first day', () => {
  it('they resign, have it confirmed, are talked to each week and have a last day', () => {
    expect(days({ acceptedOn: '2026-03-02', lastDayOn: '2026-03-31', startsOn: '2026-04-06' })).toEqual([
      '2026-03-05 Have the',
      '2026-03-09 Keep war',
      '2026-03-12 Is the r',
      '2026-03-16 Keep war',
      '2026-03-23 Keep war',
      '2026-03-30 Keep war',
      '2026-03-31 Last day',
    ]);
  });

  it('nothing lies on or after the first day, and without one the talks go on for four weeks', () => {
    expect(days({ acceptedOn: '2026-03-02', lastDayOn: null, startsOn: '2026-03-05' })).toEqual([]);
    expect(days({ acceptedOn: '2026-03-02', lastDayOn: null, startsOn: null })).toHaveLength(2 + 4);
  });

  it('half a year of talks is the most', () => {
    expect(days({ acceptedOn: '2026-01-01', lastDayOn: null, startsOn: '2030-01-01' })).toHaveLength(2 + 26);
  });
});
