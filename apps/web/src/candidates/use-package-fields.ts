import {
  basePeriods,
  clawBacks,
  extraMonthKinds,
  grantKinds,
  liquidities,
  type OfferedKind,
  oneOffKinds,
  type PackageKind,
  packageSources,
  priceBases,
} from '@domain/compensation/package.js';
import { useTranslation } from 'react-i18next';
import type { Field } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';
import { type Draft, isBeyond } from './parts/package-values.js';

type Fields = {
  cash: (terms: Draft, kind: PackageKind | OfferedKind) => Field[];
  stated: () => Field[];
  oneOff: (one: Draft) => Field[];
  grant: (grant: Draft) => Field[];
};

/** The fields of a package, those that go with what is chosen so far. */
export function usePackageFields(): Fields {
  const { t } = useTranslation();
  const months = { kind: 'number', min: 0, max: 240 } as const;
  return {
    cash: (terms, kind) => [
      { name: 'baseAmount', label: t('candidates.package.base'), kind: 'amount', required: true },
      { name: 'currency', label: t('candidates.package.currency'), kind: 'text', required: true },
      {
        name: 'basePer',
        label: t('candidates.package.basePer'),
        kind: 'choice',
        required: true,
        options: optionsOf(basePeriods, (word) => t(`words.basePer.${word}`)),
      },
      ...(terms['basePer'] === 'month'
        ? [
            {
              name: 'months',
              label: t('candidates.package.months'),
              kind: 'number',
              min: 1,
              max: 99,
              decimals: 2,
              required: true,
            } as const,
          ]
        : []),
      ...(isBeyond(terms)
        ? [
            {
              name: 'extraMonths',
              label: t('candidates.package.extraMonths'),
              kind: 'choice',
              required: true,
              options: optionsOf(extraMonthKinds, (word) => t(`words.extraMonths.${word}`)),
            } as const,
          ]
        : []),
      { name: 'bonusAmount', label: t('candidates.package.bonus'), kind: 'amount' },
      ...(isBeyond(terms) && terms['bonusAmount']
        ? [{ name: 'bonusIsApart', label: t('candidates.package.bonusIsApart'), kind: 'flag' } as const]
        : []),
      ...(kind === 'current'
        ? [
            {
              name: 'bonusYearFrom',
              label: t('candidates.package.bonusYearFrom'),
              hint: t('candidates.package.bonusYearFromHint'),
              kind: 'day',
            } as const,
          ]
        : []),
    ],
    stated: () => [
      {
        name: 'source',
        label: t('candidates.package.source'),
        kind: 'choice',
        required: true,
        options: optionsOf(packageSources, (word) => t(`words.packageSource.${word}`)),
      },
      { name: 'statedOn', label: t('candidates.package.statedOn'), kind: 'day' },
      { name: 'note', label: t('candidates.package.note'), kind: 'multiline' },
    ],
    oneOff: (one) => [
      {
        name: 'kind',
        label: t('candidates.package.oneOffKind'),
        kind: 'choice',
        required: true,
        options: optionsOf(oneOffKinds, (word) => t(`words.oneOffKind.${word}`)),
      },
      { name: 'amount', label: t('candidates.package.oneOffAmount'), kind: 'amount', required: true },
      { name: 'paidOn', label: t('candidates.package.paidOn'), kind: 'day' },
      {
        name: 'clawBack',
        label: t('candidates.package.clawBack'),
        kind: 'choice',
        options: optionsOf(clawBacks, (word) => t(`words.clawBack.${word}`)),
      },
      ...(one['clawBack']
        ? [
            {
              name: 'clawBackMonths',
              label: t('candidates.package.clawBackMonths'),
              kind: 'number',
              min: 1,
              max: 120,
              required: true,
            } as const,
          ]
        : []),
    ],
    grant: (grant) => [
      {
        name: 'kind',
        label: t('candidates.package.grantKind'),
        kind: 'choice',
        required: true,
        options: optionsOf(grantKinds, (word) => t(`words.grantKind.${word}`)),
      },
      grant['kind'] === 'cash_plan'
        ? { name: 'amount', label: t('candidates.package.grantAmount'), kind: 'amount', required: true }
        : { name: 'units', label: t('candidates.package.units'), kind: 'amount', required: true },
      ...(grant['kind'] === 'option'
        ? [{ name: 'strike', label: t('candidates.package.strike'), kind: 'amount', required: true } as const]
        : []),
      { name: 'grantor', label: t('candidates.package.grantor'), kind: 'text' },
      { name: 'vestStart', label: t('candidates.package.vestStart'), kind: 'day' },
      { name: 'vestMonths', label: t('candidates.package.vestMonths'), ...months },
      { name: 'cliffMonths', label: t('candidates.package.cliffMonths'), ...months },
      { name: 'vestEveryMonths', label: t('candidates.package.vestEveryMonths'), ...months },
      {
        name: 'vestSplit',
        label: t('candidates.package.vestSplit'),
        hint: t('candidates.package.vestSplitHint'),
        kind: 'texts',
      },
      { name: 'price', label: t('candidates.package.price'), kind: 'amount' },
      { name: 'priceOn', label: t('candidates.package.priceOn'), kind: 'day' },
      {
        name: 'priceBasis',
        label: t('candidates.package.priceBasis'),
        kind: 'choice',
        options: optionsOf(priceBases, (word) => t(`words.priceBasis.${word}`)),
      },
      {
        name: 'liquidity',
        label: t('candidates.package.liquidity'),
        kind: 'choice',
        options: optionsOf(liquidities, (word) => t(`words.liquidity.${word}`)),
      },
      ...(grant['kind'] === 'option'
        ? [
            {
              name: 'exerciseDays',
              label: t('candidates.package.exerciseDays'),
              kind: 'number',
              min: 0,
              max: 3650,
            } as const,
          ]
        : []),
    ],
  };
}
