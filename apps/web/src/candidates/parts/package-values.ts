import { annualCash, extraMonthsCash, guaranteedCash, shown } from '@domain/compensation/annual-cash.js';
import type { CashTerms, PackageKind } from '@domain/compensation/package.js';
import type { PackageProposal } from '@domain/compensation/package-line.js';
import type { Schemas } from '../../app/api.js';
import type { FieldValue } from '../../ui/fields/field.js';

/** Values of a part of the form: what was typed so far. */
export type Draft = Record<string, FieldValue>;
export type PackageDraft = { terms: Draft; oneOffs: Draft[]; grants: Draft[] };

const exact = /^(0|[1-9]\d{0,12})(\.\d{1,4})?$/;

/** A new package as the form begins with it. */
export function newPackage(): PackageDraft {
  return {
    terms: { currency: 'CNY', basePer: 'month', months: 12, source: 'volunteered' },
    oneOffs: [],
    grants: [],
  };
}

/** A package that is known, as the form takes it. */
export function draftOf(pay: Schemas['PackageView']): PackageDraft {
  const { base, basePer, level, months, extraMonths, bonus, bonusYearFrom, source, statedOn, note } = pay;
  const bonusAmount = Number(bonus.amount) > 0 ? bonus.amount : null;
  const terms: Draft = {
    currency: base.currency,
    baseAmount: base.amount,
    basePer,
    level,
    months,
    extraMonths,
    bonusAmount,
    bonusYearFrom,
    source,
    statedOn,
    note,
  };
  const cash = cashOf(terms);
  const twice = cash && bonusAmount !== null && extraMonthsCash(cash).eq(bonusAmount);
  return {
    terms: { ...terms, bonusIsApart: twice ?? false },
    oneOffs: pay.oneOffs.map(({ id: _, amount, ...one }) => ({ ...one, amount: amount.amount })),
    grants: pay.grants.map(({ id: _, amount, vestSplit, ...grant }) => ({
      ...grant,
      amount: amount?.amount ?? null,
      vestSplit: vestSplit?.map(String) ?? null,
    })),
  };
}

/** A package to begin another from with somebody else, whose levels are others. */
export function elsewhere({ terms, ...pay }: PackageDraft): PackageDraft {
  return { ...pay, terms: { ...terms, level: null } };
}

/** What a person earns or asks, as the API takes it; the year of a bonus belongs to what they earn now. */
export function valuesOf({ terms, ...pay }: PackageDraft, kind: PackageKind): Schemas['PackageValues'] {
  const { source, statedOn, note, bonusYearFrom } = terms;
  const known = { source, statedOn, note, bonusYearFrom: kind === 'current' ? bonusYearFrom : null };
  return { ...payOf({ terms, ...pay }), ...given(known) } as Schemas['PackageValues'];
}

/** What a package pays, as the API takes it: only what goes with the choices made, empty ones left out. */
export function payOf({ terms, oneOffs, grants }: PackageDraft): Schemas['PayValues'] {
  const { source: _source, statedOn: _statedOn, note: _note, bonusYearFrom: _bonusYearFrom, ...cash } = terms;
  const beyond = isBeyond(terms);
  const monthly = terms['basePer'] === 'month';
  return given({
    ...cash,
    currency: typeof terms['currency'] === 'string' ? terms['currency'].trim().toUpperCase() : null,
    months: monthly ? terms['months'] : null,
    extraMonths: beyond ? terms['extraMonths'] : null,
    bonusIsApart: beyond && terms['bonusIsApart'] === true,
    oneOffs: oneOffs.map((one) => given({ ...one, clawBackMonths: one['clawBack'] ? one['clawBackMonths'] : null })),
    grants: grants.map((grant) => given(grantOf(grant))),
  }) as Schemas['PayValues'];
}

/** The package with what a line says; of what the line is silent, what was there stays. */
export function filledIn({ terms, oneOffs, grants }: PackageDraft, line: PackageProposal): PackageDraft {
  const { currency, baseAmount, basePer, months, extraMonths, bonusAmount, level } = line;
  return {
    terms: {
      ...terms,
      currency,
      baseAmount,
      basePer,
      months: months ?? terms['months'],
      extraMonths,
      ...(bonusAmount !== null && { bonusAmount, bonusIsApart: false }),
      ...(level !== null && { level }),
    },
    oneOffs: line.oneOffs.length > 0 ? line.oneOffs.map((one) => ({ ...one })) : oneOffs,
    grants: line.grants.length > 0 ? line.grants.map((grant) => ({ ...grant })) : grants,
  };
}

function grantOf({ vestSplit, ...grant }: Draft): Record<string, unknown> {
  const plan = grant['kind'] === 'cash_plan';
  const split = Array.isArray(vestSplit) && vestSplit.length > 0 ? vestSplit.map(Number) : null;
  return {
    ...grant,
    units: plan ? null : grant['units'],
    amount: plan ? grant['amount'] : null,
    strike: grant['kind'] === 'option' ? grant['strike'] : null,
    exerciseDays: grant['kind'] === 'option' ? grant['exerciseDays'] : null,
    vestSplit: split,
    ...(split && { cliffMonths: null, vestEveryMonths: null, vestMonths: split.length * 12 }),
  };
}

/** Whether there are months beyond twelve. */
export function isBeyond({ basePer, months }: Draft): boolean {
  return basePer === 'month' && typeof months === 'number' && months > 12;
}

/** Annual and guaranteed cash of what was typed so far; undefined while the base is no amount. */
export function cashSoFar(terms: Draft): { annual: string; guaranteed: string; currency: string } | undefined {
  const cash = cashOf(terms);
  const currency = String(terms['currency'] ?? '')
    .trim()
    .toUpperCase();
  if (!cash || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return { annual: shown(annualCash(cash), currency), guaranteed: shown(guaranteedCash(cash), currency), currency };
}

function cashOf(terms: Draft): CashTerms | undefined {
  const [base, bonus] = [textOf(terms['baseAmount']), textOf(terms['bonusAmount']) || '0'];
  if (!exact.test(base) || !exact.test(bonus)) return undefined;
  const monthly = terms['basePer'] !== 'year';
  return {
    baseAmount: base,
    basePer: monthly ? 'month' : 'year',
    months: monthly && typeof terms['months'] === 'number' ? terms['months'] : null,
    extraMonths: isBeyond(terms) && terms['extraMonths'] === 'target' ? 'target' : null,
    bonusAmount: bonus,
  };
}

const textOf = (value: FieldValue): string => (typeof value === 'string' ? value.trim() : '');

/** Without what is empty; texts trimmed. */
function given(values: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined && value !== ''));
}
