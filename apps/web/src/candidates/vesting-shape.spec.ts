import { describe, expect, it } from '@jest/globals';
import { stepPath, vestingShape } from './vesting-shape.js';

const shares = { kind: 'rsu', units: '12000', vestMonths: 48, cliffMonths: 12, vestEveryMonths: 3 };

describe('the shape of a vesting', () => {
  it('begins at the cliff and ends with all', () => {
    const shape = vestingShape(shares);
    expect(shape).toMatchObject({ first: { months: 12, share: 0.25 }, months: 48 });
    expect(shape?.steps).toHaveLength(13);
    expect(shape?.steps.at(-1)).toEqual({ time: 1, share: 1 });
  });

  it('follows the shares of each year', () => {
    const shape = vestingShape({ kind: 'cash_plan', amount: '1000', vestSplit: ['15', '25', '30', '30'] });
    expect(shape?.steps.map(({ share }) => share)).toEqual([0.15, 0.4, 0.7, 1]);
    expect(shape && stepPath(shape, 100, 20)).toBe('M0 20H25V17H50V12H75V6H100V0');
  });

  it('passes over years in which nothing vests when it names the first', () => {
    const shape = vestingShape({ kind: 'rsu', units: '100', vestSplit: ['0', '50', '50'] });
    expect(shape?.first).toEqual({ months: 24, share: 0.5 });
  });

  it('vests once a year where nothing else is said, and at once where it is short', () => {
    expect(vestingShape({ kind: 'option', units: '100', vestMonths: 48 })?.first).toEqual({ months: 12, share: 0.25 });
    expect(vestingShape({ kind: 'option', units: '100', vestMonths: 6 })?.steps).toEqual([{ time: 1, share: 1 }]);
  });

  it.each([
    {},
    { ...shares, units: '' },
    { ...shares, units: 'many' },
    { ...shares, units: '0' },
    { ...shares, vestMonths: null },
    { ...shares, cliffMonths: 60 },
    { ...shares, vestSplit: ['50', '40'] },
    { ...shares, vestSplit: ['a', '100'] },
    { kind: 'cash_plan', units: '5', vestMonths: 12 },
  ])('is not drawn of %j', (draft) => {
    expect(vestingShape(draft)).toBeUndefined();
  });
});
