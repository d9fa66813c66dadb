import { describe, expect, it } from '@jest/globals';
import type { Schemas } from '../../app/api.js';
import { packageOf } from '@domain/compensation/package-line.rules.js';
import { cashSoFar, draftOf, elsewhere, filledIn, newPackage, payOf, valuesOf } from './package-values.js';

const money = (amount: string) => ({ amount, currency: 'CNY' });
const view: Schemas['PackageView'] = {
  id: '1',
  base: money('40000.00'),
  basePer: 'month',
  level: 'P7',
  months: 16,
  extraMonths: 'target',
  bonus: money('160000.00'),
  annualCash: money('800000.00'),
  guaranteedCash: money('480000.00'),
  bonusYearFrom: '2026-01-01',
  source: 'asked',
  statedOn: '2026-01-31',
  note: null,
  oneOffs: [{ id: '2', kind: 'retention', amount: money('1.00'), paidOn: null, clawBack: 'full', clawBackMonths: 24 }],
  grants: [
    {
      id: '3',
      kind: 'option',
      grantor: null,
      units: '1200',
      amount: null,
      strike: '0.5',
      price: null,
      priceOn: null,
      priceBasis: null,
      liquidity: null,
      vestStart: null,
      vestMonths: 48,
      cliffMonths: null,
      vestEveryMonths: null,
      vestSplit: [15, 25, 30, 30],
      exerciseDays: 90,
    },
  ],
  updatedAt: '2026-01-31T00:00:00Z',
};

describe('a package in the form', () => {
  it('goes out as it came in', () => {
    expect(valuesOf(draftOf(view), 'current')).toEqual({
      currency: 'CNY',
      baseAmount: '40000.00',
      basePer: 'month',
      level: 'P7',
      months: 16,
      extraMonths: 'target',
      bonusAmount: '160000.00',
      bonusIsApart: true,
      bonusYearFrom: '2026-01-01',
      source: 'asked',
      statedOn: '2026-01-31',
      oneOffs: [{ kind: 'retention', amount: '1.00', clawBack: 'full', clawBackMonths: 24 }],
      grants: [
        { kind: 'option', units: '1200', strike: '0.5', vestMonths: 48, vestSplit: [15, 25, 30, 30], exerciseDays: 90 },
      ],
    });
  });

  it('leaves out what does not go with the choices made', () => {
    const draft = newPackage();
    const terms = {
      ...draft.terms,
      baseAmount: ' 900000 ',
      basePer: 'year',
      extraMonths: 'target',
      bonusIsApart: true,
    };
    const grants = [{ kind: 'cash_plan', amount: '5', units: '7', strike: '1', exerciseDays: 3, cliffMonths: 12 }];
    const oneOffs = [{ kind: 'inducement', amount: '1', clawBackMonths: 12 }];
    const values = valuesOf({ terms, oneOffs, grants }, 'expected');
    expect(values).not.toHaveProperty('months');
    expect(values).not.toHaveProperty('extraMonths');
    expect(values).toMatchObject({ baseAmount: '900000', bonusIsApart: false });
    expect(values.grants).toEqual([{ kind: 'cash_plan', amount: '5', cliffMonths: 12 }]);
    expect(values.oneOffs).toEqual([{ kind: 'inducement', amount: '1' }]);
  });

  it('says of whom it is known, and which bonus runs, only where that belongs', () => {
    expect(valuesOf(draftOf(view), 'expected')).not.toHaveProperty('bonusYearFrom');
    const pay = payOf(draftOf({ ...view, note: 'by phone' }));
    expect(pay).toMatchObject({ baseAmount: '40000.00', months: 16 });
    for (const name of ['source', 'statedOn', 'note', 'bonusYearFrom']) expect(pay).not.toHaveProperty(name);
  });

  it('takes a pasted line, and keeps what the line is silent about', () => {
    const line = packageOf('50k*13 + 20万期权/4年');
    if (!line) throw new Error('the line says a package');
    const { terms, oneOffs, grants } = filledIn(draftOf(view), line);
    expect(terms).toMatchObject({
      baseAmount: '50000',
      months: 13,
      bonusAmount: '160000.00',
      source: 'asked',
      level: 'P7',
    });
    expect(oneOffs).toEqual(draftOf(view).oneOffs);
    expect(payOf({ terms, oneOffs, grants }).grants).toEqual([{ kind: 'cash_plan', amount: '200000', vestMonths: 48 }]);
    expect(payOf(filledIn(draftOf(view), { ...line, level: 'T10' })).level).toBe('T10');
    expect(filledIn(newPackage(), { ...line, basePer: 'year', months: null }).terms['months']).toBe(12);
  });

  it('is without its level where somebody else pays', () => {
    expect(payOf(elsewhere(draftOf(view)))).toEqual({ ...payOf(draftOf(view)), level: undefined });
    expect(payOf(elsewhere(draftOf(view)))).not.toHaveProperty('level');
  });

  it('tells annual and guaranteed cash while it is typed', () => {
    expect(cashSoFar(draftOf(view).terms)).toEqual({ annual: '800000.00', guaranteed: '480000.00', currency: 'CNY' });
    const { terms } = newPackage();
    expect(cashSoFar(terms)).toBeUndefined();
    expect(cashSoFar({ ...terms, baseAmount: '1e3' })).toBeUndefined();
    expect(cashSoFar({ ...terms, baseAmount: '1000', currency: ' jpy' })?.annual).toBe('12000');
  });
});
