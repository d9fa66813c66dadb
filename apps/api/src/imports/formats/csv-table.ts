import { ImportRefusal } from '@domain/imports/import-refusal.js';
import { CsvRecords, type CsvRecord, type Delimiter, type LineEnd } from './csv-records.js';
import type { TextInput } from './text-input.js';

const SAMPLE = 64 * 1024;
const MAX_COLUMNS = 200;
const MAX_ROWS = 2_000_000;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** How a csv is written, and its first record. */
export interface CsvTable {
  delimiter: Delimiter;
  lineEnd: LineEnd;
  header: string[];
}

/** Finds delimiter and header from the beginning of a csv; the delimiter is the one that cuts the most rows alike. */
export async function csvTableOf(input: TextInput): Promise<CsvTable> {
  let sample = '';
  for await (const text of input.chars()) {
    sample += text;
    if (sample.length >= SAMPLE) break;
  }
  const lineEnd = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const named = /^sep=([,;|\t])\r?(?:\n|$)/i.exec(sample)?.[1] as Delimiter | undefined;
  const delimiter =
    named ??
    DELIMITERS.reduce((best, other) => (fit(sample, other, lineEnd) > fit(sample, best, lineEnd) ? other : best));
  const records = new CsvRecords(delimiter, lineEnd).add(sample, true);
  const header = records.find((record) => !isSeparatorLine(record));
  if (header?.fault) throw new ImportRefusal('import.not-text', `The header cannot be read: ${header.fault.message}`);
  if (!header || header.cells.every((cell) => cell.trim() === '')) {
    throw new ImportRefusal('import.empty', 'The file has no header');
  }
  if (header.cells.length > MAX_COLUMNS) {
    throw new ImportRefusal('import.too-many-columns', `The file has more than ${MAX_COLUMNS} columns`);
  }
  return { delimiter, lineEnd, header: header.cells.map((cell) => cell.trim()) };
}

/** The data records of a csv, below its header, as they come; refuses the file past 2,000,000 of them. */
export async function* csvRecordsOf(input: TextInput, table: CsvTable): AsyncGenerator<CsvRecord[]> {
  const records = new CsvRecords(table.delimiter, table.lineEnd);
  let isHeaderPast = false;
  let rows = 0;
  for await (const part of withLast(input.chars())) {
    let found = records.add(part.text, part.isLast);
    if (!isHeaderPast) {
      const header = found.findIndex((record) => !isSeparatorLine(record));
      isHeaderPast = header !== -1;
      found = isHeaderPast ? found.slice(header + 1) : [];
    }
    rows += found.length;
    if (rows > MAX_ROWS) throw new ImportRefusal('import.too-many-rows', `The file has more than ${MAX_ROWS} rows`);
    yield found;
  }
}

function isSeparatorLine(record: CsvRecord): boolean {
  return (
    record.line === 1 && !record.fault && /^sep=/i.test(record.cells[0] ?? '') && record.cells.join('').length <= 5
  );
}

function fit(sample: string, delimiter: Delimiter, lineEnd: LineEnd): number {
  const [header, ...rows] = new CsvRecords(delimiter, lineEnd).add(sample, false).slice(0, 100);
  const columns = (header ?? new CsvRecords(delimiter, lineEnd).add(sample, true)[0])?.cells.length ?? 0;
  const alike = rows.filter((row) => row.cells.length === columns).length;
  return columns < 2 ? 0 : (alike + 1) / (rows.length + 1) + columns / 1_000;
}

async function* withLast(texts: AsyncIterable<string>): AsyncGenerator<{ text: string; isLast: boolean }> {
  for await (const text of texts) if (text !== '') yield { text, isLast: false };
  yield { text: '', isLast: true };
}
