import { Exact } from '@domain/compensation/exact.js';
import { comesOnce, gapLinesOf, isOfGrant, productOf, withoutOneOffs } from '@domain/offers/comparison-lines.rules.js';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { type Compared, type Comparison, stayOf } from './use-comparison.js';
import type { Part } from './working.js';

type Line = Schemas['WorkingView'];

/** What figures are made of, in words and money of the comparison. */
export function useParts({ currency }: Pick<Comparison, 'currency'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const exact = (amount: string) => format.moneyExact({ amount, currency });

  const whatOf = ({ what, label, index }: Line): string => {
    const word = t(`comparison.what.${what}`);
    if (isOfGrant(what) && index !== null) {
      const grant = t('comparison.working.grant', { what: word, number: index + 1 });
      return label ? t('comparison.working.of', { what: grant, label }) : grant;
    }
    if (label === null || what === 'make_whole') return word;
    if (what === 'extra_months') {
      return t('comparison.working.of', { what: word, label: t(`words.extraMonths.${label as 'target'}`) });
    }
    if (comesOnce(what)) {
      return t('comparison.working.of', { what: word, label: t(`words.oneOffKind.${label as 'retention'}`) });
    }
    return t('comparison.working.of', { what: word, label });
  };

  const partOf = (line: Line): Part => ({
    what: whatOf(line),
    how: howOf(line),
    amount: exact(line.amount),
  });

  function howOf(line: Line): string | undefined {
    const product = productOf(line);
    if (!product) return undefined;
    const { count, each } = product;
    return t('comparison.working.product', { count: format.number(Number(count)), each: exact(each) });
  }

  const total = (what: string, amount: string): Part => ({ what, amount: exact(amount), strong: true });
  const summed = (amount: string): Part => total(t('comparison.working.sum'), amount);
  const taken = (line: Line): Part => ({
    what: whatOf(line),
    amount: exact(new Exact(line.amount).negated().toFixed()),
  });

  /** What a multiple divides, and what comes out. */
  const quotient = (mine: Part, theirs: Part, multiple: string): Part[] => [
    mine,
    theirs,
    {
      what: t('comparison.working.quotient'),
      amount: t('comparison.times', { value: format.multiple(multiple) }),
      strong: true,
    },
  ];

  return {
    exact,
    figure: ({ amount, lines }: Schemas['FigureView']): Part[] => [...lines.map(partOf), summed(amount)],
    total: (column: Compared): Part[] => [
      ...column.years.map(({ amount }, index) => ({
        what: t('comparison.row.year', { number: index + 1 }),
        amount: exact(amount),
      })),
      summed(column.total),
    ],
    /** The loss, less what makes whole; and from there less every other one-off. */
    gap: ({ forfeiture, gap }: Compared): Part[] => {
      if (!forfeiture || !gap) return [];
      const { closing, others } = gapLinesOf(gap.lines);
      return [
        { what: t('comparison.what.forfeiture'), amount: exact(forfeiture.amount) },
        ...closing.map(taken),
        total(t('comparison.what.gap'), gap.amount),
        ...others.map(taken),
        total(t('comparison.what.afterAll'), gap.afterAll),
      ];
    },
    cashMultiple: (mine: Compared, theirs: Compared, name: (id: string) => string, multiple: string): Part[] => {
      const part = ({ id, annual }: Compared): Part => ({
        what: t('comparison.working.annual', { name: name(id) }),
        amount: exact(annual.amount),
      });
      return quotient(part(mine), part(theirs), multiple);
    },
    totalMultiple: (mine: Compared, theirs: Compared, name: (id: string) => string, multiple: string): Part[] => {
      const part = (column: Compared): Part => ({
        what: t('comparison.working.withoutOneOffs', { name: name(column.id) }),
        amount: exact(withoutOneOffs(column)),
      });
      return quotient(part(mine), part(theirs), multiple);
    },
  };
}

/** On what the price of a column's equity rests, each said once; whose employer stays keeps that of staying. */
export function useEquityWords(
  comparison: Pick<Comparison, 'columns'>,
): (column: Pick<Compared, 'kind' | 'equity'>) => string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const stay = stayOf(comparison);
  const wordsOf = ({ grantor, priceBasis, priceOn, liquidity }: Schemas['EquityBasisView']): string => {
    const basis = priceBasis && t(`words.priceBasis.${priceBasis}`);
    const words = [
      basis
        ? priceOn
          ? t('comparison.equity.basis', { basis, day: format.day(priceOn) })
          : basis
        : t('comparison.equity.unknown'),
      liquidity && t(`comparison.equity.${liquidity}`),
    ]
      .filter(Boolean)
      .join(' · ');
    return grantor ? t('comparison.equity.grant', { grantor, words }) : words;
  };
  return ({ kind, equity }) => {
    const kept = kind === 'counteroffer' ? (stay?.equity ?? []) : [];
    return [
      ...new Set([...equity.map(wordsOf), ...kept.map((one) => t('comparison.equity.kept', { words: wordsOf(one) }))]),
    ];
  };
}
