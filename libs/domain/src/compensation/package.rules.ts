import { Decimal } from 'decimal.js';
import { type Fault, Refusal } from '../refusal.js';
import { extraMonthsCash } from './annual-cash.js';
import type { CashTerms, GrantTerms, OneOffTerms } from './package.js';

/** Why this cash cannot stand. A bonus equal to the extra months is taken for the same money twice, unless said to be apart. */
export function whyNotCash(terms: CashTerms, bonusIsApart: boolean, pointer: string): Refusal | undefined {
  const errors: Fault[] = [];
  const beyond = terms.months !== null && Number(terms.months) > 12;
  if ((terms.basePer === 'month') !== (terms.months !== null)) {
    errors.push({ pointer: `${pointer}/months`, message: 'is given where, and only where, the base is per month' });
  } else if (beyond !== (terms.extraMonths !== null)) {
    errors.push({ pointer: `${pointer}/extraMonths`, message: 'says what the months beyond 12 are, and only those' });
  }
  if (errors.length > 0) return new Refusal('package.months', undefined, { errors });
  const bonus = new Decimal(terms.bonusAmount);
  if (beyond && !bonusIsApart && bonus.gt(0) && bonus.eq(extraMonthsCash(terms))) {
    return new Refusal('package.counted-twice', undefined, {
      errors: [
        {
          pointer: `${pointer}/bonusAmount`,
          message: 'is exactly the months beyond 12; leave it out, or say bonusIsApart',
        },
      ],
    });
  }
  return undefined;
}

/** Why this grant cannot stand: a strike is an option's, units or an amount by kind, and its vesting covers all of it once. */
export function whyNotGrant(grant: GrantTerms, pointer: string): Refusal | undefined {
  const errors: Fault[] = [];
  const given = (value: unknown): boolean => value !== undefined && value !== null;
  const must = (holds: boolean, name: string, message: string): void => {
    if (!holds) errors.push({ pointer: `${pointer}/${name}`, message });
  };
  must(given(grant.strike) === (grant.kind === 'option'), 'strike', 'belongs to options, and to them alone');
  must(given(grant.amount) === (grant.kind === 'cash_plan'), 'amount', 'belongs to cash plans, and to them alone');
  must(given(grant.units) === (grant.kind !== 'cash_plan'), 'units', 'belong to shares and options, and to them alone');
  const split = grant.vestSplit ?? [];
  if (split.length > 0) {
    const sum = split.reduce((total, share) => total.plus(share), new Decimal(0));
    must(sum.eq(100), 'vestSplit', 'must sum to 100');
    must(
      !given(grant.cliffMonths) && !given(grant.vestEveryMonths),
      'vestSplit',
      'takes the place of cliff and frequency',
    );
    must(
      !given(grant.vestMonths) || grant.vestMonths === split.length * 12,
      'vestMonths',
      'must be twelve for each share of the split',
    );
  } else {
    const months = grant.vestMonths ?? 0;
    must(!given(grant.cliffMonths) || (grant.cliffMonths ?? 0) <= months, 'cliffMonths', 'must lie within the vesting');
    must(
      !given(grant.vestEveryMonths) || (grant.vestEveryMonths ?? 0) <= months,
      'vestEveryMonths',
      'must lie within the vesting',
    );
  }
  return errors.length === 0 ? undefined : new Refusal('package.grant', undefined, { errors });
}

/** Why this one-off cannot stand: a claw-back and its months come together. */
export function whyNotOneOff(oneOff: OneOffTerms, pointer: string): Refusal | undefined {
  const has = (value: unknown): boolean => value !== undefined && value !== null;
  return has(oneOff.clawBack) === has(oneOff.clawBackMonths)
    ? undefined
    : new Refusal('package.one-off', undefined, {
        errors: [{ pointer: `${pointer}/clawBackMonths`, message: 'goes with clawBack' }],
      });
}
