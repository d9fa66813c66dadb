import { describe, expect, it } from '@jest/globals';
import { isStillRunning, writtenDay } from './written-day.rules.js';

describe('days as people write them', () => {
  it.each([
    ['2021', '2021', '2021'],
    ['2021年', '2021', '2021'],
    ['2021.09', '2021-09-01', '2021-09-30'],
    ['2021-9', '2021-09-01', '2021-09-30'],
    ['2021/02', '2021-02-01', '2021-02-28'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['2021年9月15日', '2021-09-15', '2021-09-15'],
    ['2021-09-15', '2021-09-15', '2021-09-15'],
    ['09/2021', '2021-09-01', '2021-09-30'],
    ['15.09.2021', '2021-09-15', '2021-09-15'],
    ['２０２１．０９', '2021-09-01', '2021-09-30'],
  ])('%s starts %s and ends %s', (text, start, end) => {
    expect([writtenDay(text, 'start'), writtenDay(text, 'end')]).toEqual([start, end]);
  });

  it.each(['', 'soon', '21', '2021-13', '2021-00', '2021-02-30', '1899', '2100', '2021-09-15T00:00', '9/15/2021'])(
    'refuses %p',
    (text) => {
      expect(writtenDay(text, 'start')).toBeUndefined();
    },
  );

  it.each(['至今', 'Present', 'heute'])('takes %s for not ended', (text) => {
    expect(isStillRunning(text)).toBe(true);
    expect(isStillRunning('2021')).toBe(false);
  });
});
