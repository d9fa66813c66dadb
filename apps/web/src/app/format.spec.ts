import { describe, expect, it } from '@jest/globals';
import { formatterFor } from './format.js';

describe('formats', () => {
  it('write money as the language does, 万 in Chinese', () => {
    const pay = { amount: '540000.00', currency: 'CNY' };
    expect(formatterFor('zh').moneyShort(pay)).toBe('¥54万');
    expect(formatterFor('en').moneyShort(pay)).toBe('¥540k');
    expect(formatterFor('de').money({ amount: '1200.00', currency: 'EUR' })).toMatch(/1\.200\s€/);
  });

  it('write exact money to the minor unit, and multiples to two places', () => {
    expect(formatterFor('en').moneyExact({ amount: '458333.33', currency: 'CNY' })).toBe('¥458,333.33');
    expect(formatterFor('en').moneyExact({ amount: '2071', currency: 'JPY' })).toBe('¥2,071');
    expect(formatterFor('de').multiple('1.5')).toBe('1,50');
  });

  it('put the name in its own script first in Chinese', () => {
    expect(formatterFor('zh').names('Ma Yang', '马洋')).toEqual(['马洋', 'Ma Yang']);
    expect(formatterFor('de').names('Ma Yang', '马洋')).toEqual(['Ma Yang', '马洋']);
    expect(formatterFor('zh').names('Ada Lane', null)).toEqual(['Ada Lane', undefined]);
    expect(formatterFor('en').names('赵宏', '赵宏')).toEqual(['赵宏', undefined]);
  });

  it('never shift a day', () => {
    expect(formatterFor('en').day('2026-01-01')).toBe('1 Jan 2026');
    expect(formatterFor('de').day('2026-12-31')).toBe('31.12.2026');
  });

  it('say how long ago', () => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(formatterFor('en').ago('2026-11-23T12:00:00Z', now)).toBe('yesterday');
    expect(formatterFor('en').ago('2026-11-24T11:30:00Z', now)).toBe('30 minutes ago');
    expect(formatterFor('de').ago('2026-11-24T12:00:00Z', now)).toBe('in dieser Minute');
  });

  it('keep a country code that nobody knows', () => {
    expect(formatterFor('en').country('CN')).toBe('China');
    expect(formatterFor('en').country('not a code')).toBe('not a code');
  });
});
