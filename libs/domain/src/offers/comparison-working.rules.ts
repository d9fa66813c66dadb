import { Exact } from '../compensation/exact.js';
import type {
  ComparedAgainst,
  ComparedColumn,
  ComparedFigure,
  ComparedLine,
  ComparedPackages,
  FileCell,
  FileLine,
} from './comparison-file.js';
import type { ComparisonWords } from './comparison-file.words.js';
import {
  comesOnce,
  gapLinesOf,
  isOfGrant,
  pathsAt,
  productOf,
  tellingMonths,
  withoutOneOffs,
} from './comparison-lines.rules.js';
import type { ExtraMonths, OneOffKind } from '../compensation/package.js';
import { basisWords, payWords } from './pay.words.js';
import type { Locale } from '../agencies/agency.js';

/** What words are made with: the comparison, the language, and the name of each column by its id. */
export type Told = {
  readonly comparison: ComparedPackages;
  readonly locale: Locale;
  readonly words: ComparisonWords;
  readonly nameOf: (id: string) => string;
};

export const money = (value: string): FileCell => ({ kind: 'money', value });

/** The lines that add up to a figure, and what they come to. */
export function figureLines(told: Told, column: ComparedColumn, figure: string, of: ComparedFigure): FileLine[] {
  const own = { column: told.nameOf(column.id), figure };
  return [
    ...of.lines.map((line) => ({ ...own, ...partOf(told, column, line) })),
    { ...own, ...summed(told.words.sum, of.amount) },
  ];
}

/** The four years that add up to the total. */
export function totalLines(told: Told, column: ComparedColumn, figure: string): FileLine[] {
  const { words } = told;
  const own = { column: told.nameOf(column.id), figure };
  return [
    ...column.years.map(({ amount }, index) => ({ ...own, ...plain(words.year(index + 1), amount) })),
    { ...own, ...summed(words.sum, column.total) },
  ];
}

/** The loss, less what makes whole; and from there less every other one-off. */
export function gapLines(told: Told, column: ComparedColumn, figure: string): FileLine[] {
  const { forfeiture, gap } = column;
  if (!forfeiture || !gap) return [];
  const { words } = told;
  const own = { column: told.nameOf(column.id), figure };
  const { closing, others } = gapLinesOf(gap.lines);
  const taken = (line: ComparedLine): FileLine => ({
    ...own,
    ...plain(whatOf(told, column, line), new Exact(line.amount).negated().toFixed()),
  });
  return [
    { ...own, ...plain(words.what.forfeiture, forfeiture.amount) },
    ...closing.map(taken),
    { ...own, ...summed(words.what.gap, gap.amount) },
    ...others.map(taken),
    { ...own, ...summed(words.row.afterAll, gap.afterAll) },
  ];
}

/** What a multiple divides, and what comes out. */
export function multipleLines(
  told: Told,
  [mine, theirs]: readonly [ComparedColumn, ComparedColumn],
  figure: string,
  which: 'cash' | 'total',
  multiple: string,
): FileLine[] {
  const { words, nameOf } = told;
  const own = { column: nameOf(mine.id), figure };
  const part = (column: ComparedColumn): FileLine => ({
    ...own,
    ...(which === 'cash'
      ? plain(words.annualOf(nameOf(column.id)), column.annual.amount)
      : plain(words.withoutOneOffs(nameOf(column.id)), withoutOneOffs(column))),
  });
  const quotient = { ...summed(words.quotient, multiple), amount: { kind: 'multiple', value: multiple } as const };
  return [part(mine), part(theirs), { ...own, ...quotient }];
}

/** What both have paid through the months that tell why one is ahead, and the first less the second. */
export function monthLines(
  { words, nameOf }: Told,
  [mine, theirs]: readonly [ComparedColumn, ComparedColumn],
  figure: string,
  against: ComparedAgainst,
): FileLine[] {
  const own = { column: nameOf(mine.id), figure };
  return tellingMonths(against).flatMap((month): FileLine[] => {
    const [one, other, difference] = pathsAt(mine, theirs, month);
    const at = (what: string): string => `${words.inMonth(month)} · ${what}`;
    return [
      { ...own, ...plain(at(nameOf(mine.id)), one) },
      { ...own, ...plain(at(nameOf(theirs.id)), other) },
      { ...own, ...summed(at(words.difference), difference) },
    ];
  });
}

type Part = Omit<FileLine, 'column' | 'figure'>;

const plain = (line: string, amount: string): Part => ({
  line,
  count: null,
  each: null,
  amount: money(amount),
  strong: false,
});
const summed = (line: string, amount: string): Part => ({ ...plain(line, amount), strong: true });

function partOf(told: Told, column: ComparedColumn, line: ComparedLine): Part {
  return { ...plain(whatOf(told, column, line), line.amount), ...productOf(line) };
}

/** What a line is; a grant never without the basis of its price. */
function whatOf(told: Told, column: ComparedColumn, { what, index, label }: ComparedLine): string {
  const { words, locale, comparison } = told;
  const word = words.what[what];
  if (isOfGrant(what) && index !== null) {
    const holder = what === 'equity' ? column : comparison.columns.find(({ kind }) => kind === 'stay');
    const noted = holder?.equity[index];
    const basis = noted && basisWords(noted, locale);
    const said = label !== null && basis ? words.grantOf(label, basis) : (label ?? basis);
    const grant = words.grant(word, index + 1);
    return said ? words.of(grant, said) : grant;
  }
  if (label === null || what === 'make_whole') return word;
  if (what === 'extra_months') return words.of(word, payWords[locale].extraMonths[label as ExtraMonths]);
  if (comesOnce(what)) return words.of(word, payWords[locale].oneOffKind[label as OneOffKind]);
  return words.of(word, label);
}
