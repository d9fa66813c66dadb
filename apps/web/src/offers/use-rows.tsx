import { pathsAt, tellingMonths } from '@domain/offers/comparison-lines.rules.js';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useColumnNames } from './use-column-names.js';
import { type Compared, type Comparison, stayOf } from './use-comparison.js';
import { useEquityWords, useParts } from './use-parts.js';
import { Months, Parts } from './working.js';

/** A row of the comparison: figures that open what they are made of, or words. */
export type Row = FigureRow | WordsRow;

type FigureRow = {
  id: string;
  header: string;
  kind: 'figure';
  strong?: boolean;
  /** The figure of a column; nothing where the column has none. */
  text: (column: Compared) => string | undefined;
  below?: (column: Compared) => string | undefined;
  working: (column: Compared) => React.ReactNode;
};

type WordsRow = { id: string; header: string; kind: 'words'; lines: (column: Compared) => string[] };

export type RowGroup = { id: string; title?: string; hint?: string; rows: Row[] };

type Against = Schemas['AgainstView'];

const never = { first: null, lasting: null };

/** The rows of a comparison in groups: cash and years, what leaving costs, and each column that others are held against. */
export function useRows(comparison: Comparison, narrow: boolean): RowGroup[] {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useColumnNames(comparison);
  const parts = useParts(comparison);
  const equityWords = useEquityWords(comparison);
  const { columns, options, currency } = comparison;
  const money = (amount: string) => (narrow ? format.moneyShort : format.money)({ amount, currency });
  const stay = stayOf(comparison);
  /** The words that a figure with equity in it needs: of its own column, or of what is lost. */
  const basisOf = ({ lines }: Schemas['FigureView'], column: Compared): string[] => {
    if (lines.some(({ what }) => what === 'unvested')) return stay ? equityWords(stay) : [];
    return lines.some(({ what }) => what === 'equity' || what === 'kept_equity') ? equityWords(column) : [];
  };
  const figure = (
    id: string,
    header: string,
    of: (column: Compared) => Schemas['FigureView'] | undefined,
  ): FigureRow => ({
    id,
    header,
    kind: 'figure',
    text: (column) => {
      const found = of(column);
      return found && money(found.amount);
    },
    working: (column) => {
      const found = of(column);
      return found && <Parts parts={parts.figure(found)} notes={basisOf(found, column)} />;
    },
  });

  const startLines = ({ startsOn, earliestStart, doubtfulStart, monthsBefore }: Compared): string[] =>
    [
      startsOn && format.day(startsOn),
      startsOn && earliestStart && startsOn < earliestStart
        ? t('comparison.start.early', { day: format.day(earliestStart) })
        : null,
      startsOn && doubtfulStart && startsOn < doubtfulStart
        ? t('comparison.start.doubtful', { day: format.day(doubtfulStart) })
        : null,
      monthsBefore > 0 ? t('comparison.start.waiting', { count: monthsBefore }) : null,
    ].filter((line) => line !== null);

  const cash: RowGroup = {
    id: 'cash',
    title: t('comparison.group.cash'),
    rows: [
      { id: 'start', header: t('comparison.row.start'), kind: 'words', lines: startLines },
      figure('guaranteed', t('comparison.row.guaranteed'), ({ guaranteed }) => guaranteed),
      figure('annual', t('comparison.row.annual'), ({ annual }) => annual),
      ...[1, 2, 3, 4].map((number) =>
        figure(`year${number}`, t('comparison.row.year', { number }), ({ years }) => years[number - 1]),
      ),
      {
        id: 'total',
        header: t('comparison.row.total'),
        kind: 'figure',
        strong: true,
        text: ({ total }) => money(total),
        working: (column) => <Parts parts={parts.total(column)} notes={equityWords(column)} />,
      },
      { id: 'equity', header: t('comparison.row.equity'), kind: 'words', lines: equityWords },
      {
        id: 'missing',
        header: t('comparison.row.missing'),
        kind: 'words',
        lines: ({ missing }) => missing.map((gap) => t(`comparison.missing.${gap.missing}`, { number: gap.index + 1 })),
      },
    ],
  };

  const optionLines = options.flatMap(({ units, spread, exerciseCost, lapsesOn }) => [
    t('comparison.options.worth', { units: format.number(Number(units)), amount: money(spread) }),
    t('comparison.options.cost', { amount: money(exerciseCost) }),
    lapsesOn ? t('comparison.options.lapse', { day: format.day(lapsesOn) }) : t('comparison.options.noLapse'),
  ]);
  const leaving: RowGroup = {
    id: 'leaving',
    title: t('comparison.group.leaving'),
    rows: [
      {
        ...figure('forfeiture', t('comparison.row.forfeiture'), ({ forfeiture }) => forfeiture ?? undefined),
        below: ({ forfeiture }: Compared) =>
          forfeiture ? t('comparison.nextYear', { amount: money(forfeiture.nextYear) }) : undefined,
      },
      {
        id: 'options',
        header: t('comparison.row.options'),
        kind: 'words',
        lines: ({ forfeiture }) => (forfeiture ? optionLines : []),
      },
      {
        id: 'gap',
        header: t('comparison.row.gap'),
        kind: 'figure',
        text: ({ gap }) => (gap ? money(gap.amount) : undefined),
        below: ({ gap }) => (gap ? t('comparison.afterAll', { amount: money(gap.afterAll) }) : undefined),
        working: (column) => (
          <Parts
            parts={parts.gap(column)}
            notes={Number(column.gap?.afterAll) === 0 ? [t('comparison.working.floor')] : []}
          />
        ),
      },
    ],
  };

  const againstColumn = (other: Compared): RowGroup => {
    const held = (column: Compared): Against | undefined =>
      holdsAgainst(column, other) ? column.against.find(({ id }) => id === other.id) : undefined;
    const lasting = (month: number | null) =>
      month === null ? t('comparison.never') : t('comparison.from', { month });
    const first = (month: number | null) => (month === null ? t('comparison.never') : t('comparison.first', { month }));
    const times = (multiple: string | null | undefined) =>
      multiple ? t('comparison.times', { value: format.multiple(multiple) }) : undefined;
    const months = (column: Compared) => (
      <Months
        mine={name(column.id)}
        theirs={name(other.id)}
        rows={tellingMonths(held(column) ?? never).map((month) => ({
          month: format.number(month),
          cells: pathsAt(column, other, month).map(parts.exact),
        }))}
      />
    );
    return {
      id: `against.${other.id}`,
      title: t('comparison.group.against', { name: name(other.id) }),
      hint: t('comparison.group.breakEven'),
      rows: [
        {
          id: 'cashMultiple',
          header: t('comparison.row.cashMultiple'),
          kind: 'figure',
          text: (column) => times(held(column)?.cashMultiple),
          working: (column) => (
            <Parts parts={parts.cashMultiple(column, other, name, held(column)?.cashMultiple ?? '')} />
          ),
        },
        {
          id: 'totalMultiple',
          header: t('comparison.row.totalMultiple'),
          kind: 'figure',
          text: (column) => times(held(column)?.totalMultiple),
          working: (column) => (
            <Parts
              parts={parts.totalMultiple(column, other, name, held(column)?.totalMultiple ?? '')}
              notes={equityWords(column)}
            />
          ),
        },
        {
          id: 'lasting',
          header: t('comparison.row.lasting'),
          kind: 'figure',
          strong: true,
          text: (column) => {
            const found = held(column);
            return found && lasting(found.lasting);
          },
          working: months,
        },
        {
          id: 'first',
          header: t('comparison.row.first'),
          kind: 'figure',
          text: (column) => {
            const found = held(column);
            return found && first(found.first);
          },
          working: months,
        },
      ],
    };
  };

  const others = [...(stay ? [stay] : []), ...columns.filter(({ kind }) => kind === 'counteroffer')];
  const groups = [
    cash,
    leaving,
    ...others.filter((other) => columns.some((column) => holdsAgainst(column, other))).map(againstColumn),
  ];
  return groups.flatMap((group) => {
    const rows = group.rows.filter((row) => columns.some((column) => says(row, column)));
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}

/** Staying is what others are held against; it is held against nothing. */
function holdsAgainst(column: Compared, other: Compared): boolean {
  return column.id !== other.id && column.kind !== 'stay';
}

const says = (row: Row, column: Compared): boolean =>
  row.kind === 'words' ? row.lines(column).length > 0 : row.text(column) !== undefined;
