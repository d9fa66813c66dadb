import type { Locale } from '@domain/agencies/agency.js';
import { minorPlaces } from '@domain/compensation/annual-cash.js';
import type { ComparisonFile, FileCell, FileRow } from '@domain/offers/comparison-file.js';
import { comparisonWords } from '@domain/offers/comparison-file.words.js';
import { payWords } from '@domain/offers/pay.words.js';
import { cutTo, writtenNumber } from '@domain/written.js';
import { type Content, faint, renderPdf, runs } from '@platform/files/pdf.js';

/** So many packages stand side by side on one page. */
const across = 5;
const nameWidth = 150;
/** Signs of a name in the head of a column, and of a text in a cell. */
const most = { head: 90, text: 240 } as const;
const shade = '#eef1f4';
const line = '#c9d0d8';
/** Thin lines between rows that stand close. */
const lines = {
  hLineWidth: (at: number) => (at === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingTop: () => 1,
  paddingBottom: () => 0,
};

/** The comparison as a PDF on wide pages: what holds for all, the table, and as an appendix the working and the 48 months. */
export function comparisonPdf(file: ComparisonFile): Promise<Buffer> {
  const words = comparisonWords[file.locale];
  return renderPdf({
    title: file.title,
    locale: file.locale,
    landscape: true,
    margins: [36, 36, 36, 48],
    fontSize: 8,
    content: [
      { text: runs(file.title), fontSize: 16, bold: true },
      { text: text(file.about), fontSize: 11, color: faint, margin: [0, 0, 0, 8] },
      facts(file),
      ...file.notes.map((note) => ({ text: runs(note), color: faint, margin: [0, 2, 0, 0] })),
      ...slices(file.columns).flatMap((at) => table(file, at)),
      heading(words.sheets.working, true),
      { fontSize: 7, ...working(file) },
      heading(words.monthsTitle, true),
      ...slices(file.columns).map((at) =>
        grid(
          file,
          at,
          words.month,
          file.months.map((row) => rowOf(file, row, at)),
        ),
      ),
    ],
    footer: payWords[file.locale].page,
  });
}

type Slice = readonly [from: number, to: number];

/** The columns in pieces that fit beside one another. */
function slices(columns: readonly unknown[]): Slice[] {
  return Array.from({ length: Math.ceil(columns.length / across) }, (_, index) => [
    index * across,
    (index + 1) * across,
  ]);
}

const text = (said: string): object => runs(cutTo(said, most.text));
const heading = (said: string, onNewPage: boolean): Content => ({
  text: runs(said),
  fontSize: 13,
  bold: true,
  margin: [0, 12, 0, 4],
  ...(onNewPage && { pageBreak: 'before' }),
});

function facts({ facts: all }: ComparisonFile): Content {
  return {
    layout: { ...lines, hLineWidth: () => 0 },
    table: {
      widths: [nameWidth, '*'],
      body: all.map(({ label, values }) => [
        { text: runs(label), color: faint },
        { stack: values.map((value) => ({ text: text(value) })) },
      ]),
    },
  };
}

function table(file: ComparisonFile, at: Slice): Content[] {
  const words = comparisonWords[file.locale];
  const width = file.columns.slice(...at).length + 1;
  const over = (content: object): Content[] => [{ ...content, colSpan: width }, ...Array(width - 1).fill('')];
  const body = file.groups.flatMap(({ title, hint, rows }) => [
    over({ text: text(title), bold: true, fillColor: shade }),
    ...(hint === null ? [] : [over({ text: runs(hint), color: faint })]),
    ...rows.map((row) => rowOf(file, row, at)),
  ]);
  return [{ margin: [0, 12, 0, 0], stack: [grid(file, at, words.figure, body)] }];
}

/** Rows under the heads of these columns, which stand again on each page. */
function grid(file: ComparisonFile, at: Slice, corner: string, body: Content[][]): Content {
  const columns = file.columns.slice(...at);
  const heads = columns.map(({ name, state }) => ({
    alignment: 'right',
    stack: [
      { text: runs(cutTo(name, most.head)), bold: true },
      ...(state === null ? [] : [{ text: runs(state), color: faint }]),
    ],
  }));
  return {
    layout: lines,
    margin: [0, 0, 0, 8],
    table: {
      headerRows: 1,
      widths: [nameWidth, ...columns.map(() => '*')],
      body: [[{ text: runs(corner), bold: true }, ...heads], ...body],
    },
  };
}

function rowOf({ locale, currency }: ComparisonFile, { label, cells, strong: bold }: FileRow, at: Slice): Content[] {
  return [
    { text: text(label), bold },
    ...cells.slice(...at).map((cell) => ({ ...written(cell, locale, currency), bold })),
  ];
}

/** A cell at the right edge of its column. */
function written(cell: FileCell | null, locale: Locale, currency: string): object {
  const alignment = 'right';
  if (cell === null) return { text: runs('–'), color: faint, alignment };
  if (cell.kind !== 'text') return { text: runs(numberOf(cell, locale, currency)), alignment };
  return { alignment, stack: cell.text.split('\n').map((line) => ({ text: text(line) })) };
}

function numberOf(cell: Exclude<FileCell, { kind: 'text' }>, locale: Locale, currency: string): string {
  const { kind, value } = cell;
  const places = kind === 'money' ? minorPlaces(currency) : kind === 'multiple' ? 2 : 0;
  const number = writtenNumber(value, locale, places);
  return kind === 'month' ? comparisonWords[locale].inMonth(Number(value)) : number;
}

function working({ locale, currency, working: parts }: ComparisonFile): object {
  const words = comparisonWords[locale];
  const amount = (cell: FileCell | null): object | string => (cell ? written(cell, locale, currency) : '');
  const heads = [words.column, words.figure, words.line, words.count, words.each, words.amount];
  return {
    layout: lines,
    table: {
      headerRows: 1,
      widths: [130, 110, '*', 60, 80, 90],
      body: [
        heads.map((head, index) => ({ text: runs(head), bold: true, ...(index > 2 && { alignment: 'right' }) })),
        ...parts.map(({ column, figure, line, count, each, amount: comes, strong }) => [
          { text: runs(cutTo(column, most.head)) },
          { text: runs(figure) },
          { text: text(line), bold: strong },
          amount(count === null ? null : { kind: 'count', value: count }),
          amount(each === null ? null : { kind: 'money', value: each }),
          { ...written(comes, locale, currency), bold: strong },
        ]),
      ],
    },
  };
}
