import { oneLine, writtenDay, writtenNumber } from '../written.js';
import type {
  ComparedAgainst,
  ComparedColumn,
  ComparedFigure,
  ComparedPackages,
  ComparisonFile,
  ComparisonFileOrder,
  FileCell,
  FileGroup,
  FileLine,
  FileRow,
} from './comparison-file.js';
import { comparisonWords, type ComparisonWords } from './comparison-file.words.js';
import {
  figureLines,
  gapLines,
  money,
  monthLines,
  multipleLines,
  type Told,
  totalLines,
} from './comparison-working.rules.js';
import { basisWords, type EquityBasis, payWords } from './pay.words.js';

/** A row of the table, and what each of its figures is made of. */
type Row = {
  readonly label: string;
  readonly strong?: boolean;
  readonly cell: (column: ComparedColumn) => FileCell | null;
  readonly working?: (column: ComparedColumn) => FileLine[];
};

type Group = { readonly title: string; readonly hint: string | null; readonly rows: readonly Row[] };

/** A comparison as it is set in a file: the rows of the page in its groups, the working of each figure, and the 48 months. */
export function comparisonFileOf(compared: ComparedPackages, order: ComparisonFileOrder): ComparisonFile {
  const { locale, payHidden } = order;
  const comparison = onOneLine(compared);
  const { columns, candidateName, searchTitle, currency } = comparison;
  const words = comparisonWords[locale];
  const names = columnNames(columns, words);
  const told: Told = { comparison, locale, words, nameOf: (id) => names.get(id) ?? '' };
  const groups = groupsOf(told, payHidden);
  return {
    locale,
    currency,
    title: words.title,
    about: `${candidateName} · ${searchTitle}`,
    facts: factsOf(told, order.today),
    notes: [words.gross, ...(payHidden ? [words.hidden] : []), words.law],
    columns: columns.map(({ id, state }) => ({
      name: told.nameOf(id),
      state: state && payWords[locale].state[state],
    })),
    groups: groups.flatMap(({ title, hint, rows }): FileGroup[] => {
      const said = rows
        .map(({ label, cell, strong = false }): FileRow => ({ label, cells: columns.map(cell), strong }))
        .filter(({ cells }) => cells.some((one) => one !== null));
      return said.length === 0 ? [] : [{ title, hint, rows: said }];
    }),
    working: columns.flatMap((column) =>
      groups.flatMap(({ rows }) => rows.flatMap(({ working }) => working?.(column) ?? [])),
    ),
    months: Array.from({ length: columns[0]?.path.length ?? 0 }, (_, index) => ({
      label: words.inMonth(index + 1),
      cells: columns.map(({ path }) => money(path[index] ?? '0')),
      strong: false,
    })),
  };
}

/** The same with every text that somebody typed on one line. */
function onOneLine<Value>(value: Value): Value {
  if (typeof value === 'string') return oneLine(value) as Value;
  if (Array.isArray(value)) return value.map(onOneLine) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, onOneLine(inner)])) as Value;
}

/** The name of each column: what it is and whose; a second one of the same name is numbered. */
function columnNames(columns: readonly ComparedColumn[], words: ComparisonWords): Map<string, string> {
  const taken = new Map<string, number>();
  return new Map(
    columns.map(({ id, kind, number, name: whose }) => {
      const what = kind === 'offer' && number !== null && number > 1 ? words.version(number) : words.kind[kind];
      const name = whose === null ? what : words.named(what, whose);
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      return [id, times === 1 ? name : words.again(name, times)];
    }),
  );
}

function factsOf({ comparison, locale, words, nameOf }: Told, today: string): ComparisonFile['facts'] {
  const day = (one: string): string => writtenDay(one, locale);
  const { currency, rateOn, rates, lastDay, begin, columns, grantors } = comparison;
  const percent = (value: number): string => writtenNumber(String(value), locale);
  const assumed = grantors.filter(({ growth, haircut }) => growth !== 0 || haircut !== 0);
  return [
    { label: words.made, values: [day(today)] },
    { label: words.currency, values: [currency] },
    { label: words.rateOn, values: [day(rateOn)] },
    {
      label: words.rates,
      values: rates.length === 0 ? [words.noRates] : rates.map((rate) => words.rate({ ...rate, day: day(rate.on) })),
    },
    { label: words.lastDay, values: [day(lastDay)] },
    { label: words.begin, values: [day(begin)] },
    {
      label: words.starts,
      values: columns.flatMap(({ id, startsOn }) => (startsOn ? [words.named(nameOf(id), day(startsOn))] : [])),
    },
    {
      label: words.assumed,
      values:
        assumed.length === 0
          ? [words.none]
          : assumed.map(({ name, growth, haircut }) => words.assumption(name, percent(growth), percent(haircut))),
    },
  ].filter(({ values }) => values.length > 0);
}

function groupsOf(told: Told, payHidden: boolean): Group[] {
  const { columns } = told.comparison;
  const stay = columns.find(({ kind }) => kind === 'stay');
  const others = [...(stay ? [stay] : []), ...columns.filter(({ kind }) => kind === 'counteroffer')];
  return [cashGroup(told, stay), leavingGroup(told), ...others.map((other) => againstGroup(told, other, payHidden))];
}

const text = (lines: readonly string[]): FileCell | null =>
  lines.length === 0 ? null : { kind: 'text', text: lines.join('\n') };

/** A row of one figure with its working. */
function figureRow(told: Told, label: string, of: (column: ComparedColumn) => ComparedFigure | null): Row {
  return {
    label,
    cell: (column) => {
      const figure = of(column);
      return figure && money(figure.amount);
    },
    working: (column) => {
      const figure = of(column);
      return figure ? figureLines(told, column, label, figure) : [];
    },
  };
}

function cashGroup(told: Told, stay: ComparedColumn | undefined): Group {
  const { words } = told;
  return {
    title: words.cash,
    hint: null,
    rows: [
      { label: words.row.start, cell: (column) => text(startLines(told, column)) },
      figureRow(told, words.row.guaranteed, ({ guaranteed }) => guaranteed),
      figureRow(told, words.row.annual, ({ annual }) => annual),
      ...[1, 2, 3, 4].map((number) => figureRow(told, words.year(number), ({ years }) => years[number - 1] ?? null)),
      {
        label: words.row.total,
        strong: true,
        cell: ({ total }) => money(total),
        working: (column) => totalLines(told, column, words.row.total),
      },
      { label: words.row.equity, cell: (column) => text(equityLines(told, column, stay)) },
      {
        label: words.row.missing,
        cell: ({ missing }) => text(missing.map((gap) => words.missing[gap.missing](gap.index + 1))),
      },
    ],
  };
}

/** On what the price of a column's equity rests, each said once; whose employer stays keeps that of staying. */
function equityLines({ words, locale }: Told, { kind, equity }: ComparedColumn, stay?: ComparedColumn): string[] {
  const named = (one: EquityBasis): string => {
    const basis = basisWords(one, locale);
    return one.grantor === null ? basis : words.grantOf(one.grantor, basis);
  };
  const kept = kind === 'counteroffer' ? (stay?.equity ?? []) : [];
  return [...new Set([...equity.map(named), ...kept.map((one) => words.kept(named(one)))])];
}

function startLines({ words, locale }: Told, column: ComparedColumn): string[] {
  const { startsOn, earliestStart, doubtfulStart, monthsBefore } = column;
  const day = (one: string): string => writtenDay(one, locale);
  if (startsOn === null) return [];
  return [
    day(startsOn),
    ...(earliestStart !== null && startsOn < earliestStart ? [words.early(day(earliestStart))] : []),
    ...(doubtfulStart !== null && startsOn < doubtfulStart ? [words.doubtful(day(doubtfulStart))] : []),
    ...(monthsBefore > 0 ? [words.waiting(monthsBefore)] : []),
  ];
}

function leavingGroup(told: Told): Group {
  const { words } = told;
  return {
    title: words.leaving,
    hint: null,
    rows: [
      figureRow(told, words.row.forfeiture, ({ forfeiture }) => forfeiture),
      { label: words.row.nextYear, cell: ({ forfeiture }) => forfeiture && money(forfeiture.nextYear) },
      { label: words.row.options, cell: ({ forfeiture }) => (forfeiture ? text(optionLines(told)) : null) },
      {
        label: words.row.gap,
        cell: ({ gap }) => gap && money(gap.amount),
        working: (column) => gapLines(told, column, words.row.gap),
      },
      { label: words.row.afterAll, cell: ({ gap }) => gap && money(gap.afterAll) },
    ],
  };
}

/** Vested options of today's employer: beside the loss, not in it. */
function optionLines({ comparison, words, locale }: Told): string[] {
  const number = (value: string): string => writtenNumber(value, locale);
  return comparison.options.flatMap(({ units, spread, exerciseCost, lapsesOn }) => [
    words.worth(number(units), number(spread)),
    words.cost(number(exerciseCost)),
    lapsesOn === null ? words.noLapse : words.lapse(writtenDay(lapsesOn, locale)),
  ]);
}

/**
 * What the columns are against one of them. What a counteroffer pays in years stands on the equity that it keeps: where today's pay is
 * hidden, only its cash is held against.
 */
function againstGroup(told: Told, other: ComparedColumn, payHidden: boolean): Group {
  const { words, nameOf } = told;
  const held = (column: ComparedColumn): ComparedAgainst | undefined =>
    column.id === other.id || column.kind === 'stay' ? undefined : column.against.find(({ id }) => id === other.id);
  const multiple = (which: 'cash' | 'total', label: string): Row => ({
    label,
    cell: (column) => {
      const value = held(column)?.[`${which}Multiple`];
      return value ? { kind: 'multiple', value } : null;
    },
    working: (column) => {
      const value = held(column)?.[`${which}Multiple`];
      return value ? multipleLines(told, [column, other], label, which, value) : [];
    },
  });
  const month = (which: 'lasting' | 'first', label: string): Row => ({
    label,
    strong: which === 'lasting',
    cell: (column) => {
      const against = held(column);
      if (!against) return null;
      const value = against[which];
      return value === null ? { kind: 'text', text: words.never } : { kind: 'month', value: String(value) };
    },
    ...(which === 'lasting' && {
      working: (column: ComparedColumn) => {
        const against = held(column);
        return against ? monthLines(told, [column, other], label, against) : [];
      },
    }),
  });
  const cash = multiple('cash', words.row.cashMultiple);
  return {
    title: words.against(nameOf(other.id)),
    hint: payHidden ? null : words.breakEven,
    rows: payHidden
      ? [cash]
      : [
          cash,
          multiple('total', words.row.totalMultiple),
          month('lasting', words.row.lasting),
          month('first', words.row.first),
        ],
  };
}
