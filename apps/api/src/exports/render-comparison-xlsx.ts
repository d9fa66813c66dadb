import type { Cell, Workbook, Worksheet } from 'exceljs';
import { minorPlaces } from '@domain/compensation/annual-cash.js';
import { inert } from '@domain/exports/export.rules.js';
import type { ComparisonFile, FileCell, FileRow } from '@domain/offers/comparison-file.js';
import { comparisonWords } from '@domain/offers/comparison-file.words.js';

const figureWidth = 36;
const columnWidth = 26;
/** A sheet keeps so many digits of a number. */
const keptDigits = 15;

/** The comparison as a workbook of three sheets: the table, the working of each figure, and the 48 months. Figures are numbers, words never formulas. */
export async function comparisonXlsx(file: ComparisonFile): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  values(book, file);
  working(book, file);
  months(book, file);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function values(book: Workbook, file: ComparisonFile): void {
  const words = comparisonWords[file.locale];
  const sheet = sheetOf(book, words.sheets.values, [figureWidth, ...file.columns.map(() => columnWidth)]);
  addWords(sheet, [file.title], { bold: true, size: 14 });
  addWords(sheet, [file.about]);
  for (const { label, values: said } of file.facts) addWords(sheet, [label, said.join('; ')]);
  for (const note of file.notes) addWords(sheet, [note]);
  sheet.addRow([]);
  addWords(sheet, [words.figure, ...file.columns.map(({ name }) => name)], { bold: true });
  if (file.columns.some(({ state }) => state !== null)) {
    addWords(sheet, ['', ...file.columns.map(({ state }) => state ?? '')]);
  }
  for (const { title, hint, rows } of file.groups) {
    addWords(sheet, [title], { bold: true });
    if (hint !== null) addWords(sheet, [hint], { italic: true });
    for (const row of rows) addRow(sheet, row, file.currency);
  }
}

function working(book: Workbook, { locale, currency, working: lines }: ComparisonFile): void {
  const words = comparisonWords[locale];
  const sheet = sheetOf(book, words.sheets.working, [columnWidth, columnWidth, 60, 14, 18, 18]);
  const heads = [words.column, words.figure, words.line, words.count, words.each, words.amount];
  addWords(sheet, heads, { bold: true });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  for (const { column, figure, line, count, each, amount, strong } of lines) {
    const row = sheet.addRow([inert(column), inert(figure), inert(line)]);
    row.font = { bold: strong };
    row.getCell(3).alignment = { wrapText: true, vertical: 'top' };
    setCell(row.getCell(4), count === null ? null : { kind: 'count', value: count }, currency);
    setCell(row.getCell(5), each === null ? null : { kind: 'money', value: each }, currency);
    setCell(row.getCell(6), amount, currency);
  }
}

function months(book: Workbook, { locale, currency, columns, months: rows }: ComparisonFile): void {
  const words = comparisonWords[locale];
  const sheet = sheetOf(book, words.sheets.months, [14, ...columns.map(() => columnWidth)]);
  addWords(sheet, [words.month, ...columns.map(({ name }) => name)], { bold: true });
  for (const row of rows) addRow(sheet, row, currency);
}

/** A sheet whose first column stays in sight. */
function sheetOf(book: Workbook, name: string, widths: readonly number[]): Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = widths.map((width) => ({ width }));
  return sheet;
}

function addWords(sheet: Worksheet, texts: readonly string[], font: object = {}): void {
  const row = sheet.addRow(texts.map(inert));
  row.font = font;
  row.alignment = { vertical: 'top', wrapText: texts.length > 1 };
}

function addRow(sheet: Worksheet, { label, cells, strong }: FileRow, currency: string): void {
  const row = sheet.addRow([inert(label)]);
  row.font = { bold: strong };
  row.alignment = { vertical: 'top', wrapText: true };
  for (const [index, cell] of cells.entries()) setCell(row.getCell(index + 2), cell, currency);
}

function setCell(cell: Cell, value: FileCell | null, currency: string): void {
  if (value === null) return;
  if (value.kind === 'text') {
    cell.value = inert(value.text);
    cell.alignment = { wrapText: true, vertical: 'top' };
    return;
  }
  const exact = value.value;
  const digits = exact.replace(/^-?0*\.?0*|\./g, '').length;
  cell.value = digits > keptDigits ? inert(exact) : Number(exact);
  cell.numFmt = formatOf(value, currency);
}

/** The number format of a cell: money has the minor unit of its currency. */
function formatOf({ kind, value }: Exclude<FileCell, { kind: 'text' }>, currency: string): string {
  switch (kind) {
    case 'money':
      return minorPlaces(currency) === 0 ? '#,##0' : `#,##0.${'0'.repeat(minorPlaces(currency))}`;
    case 'multiple':
      return '0.00';
    case 'month':
      return '0';
    case 'count':
      return value.includes('.') ? '#,##0.0###' : '#,##0';
  }
}
