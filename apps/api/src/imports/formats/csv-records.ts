import type { RowFault } from '@domain/imports/imported-row.js';

export const MAX_CELL = 32 * 1024;
const MAX_RECORD = 1024 * 1024;

export type Delimiter = ',' | ';' | '\t' | '|';
export type LineEnd = '\n' | '\r';

/** One record of a csv: its first physical line, counted from 1, and its cells, or why it cannot be read. */
export interface CsvRecord {
  line: number;
  cells: string[];
  fault?: RowFault;
}

/**
 * Splits csv text that comes in pieces into records; blank lines are none. A record with a broken or unclosed quote, an
 * oversized cell or an oversized length is a fault of its first line alone, and reading goes on with the next line.
 */
export class CsvRecords {
  private text = '';
  private line = 1;
  private isSkipping = false;
  private readonly delimiter: Delimiter;
  private readonly lineEnd: LineEnd;

  constructor(delimiter: Delimiter, lineEnd: LineEnd) {
    this.delimiter = delimiter;
    this.lineEnd = lineEnd;
  }

  /** The records that are complete with this piece; the last piece is given with `isLast`. */
  add(piece: string, isLast: boolean): CsvRecord[] {
    this.text = this.text === '' ? piece : this.text + piece;
    const records: CsvRecord[] = [];
    let at = this.skip();
    let quote = this.text.indexOf('"', at);
    while (at < this.text.length) {
      let end = this.text.indexOf(this.lineEnd, at);
      if (end === -1 && !isLast && this.text.length - at <= MAX_RECORD) break;
      if (end === -1) end = this.text.length;
      if (quote !== -1 && quote < at) quote = this.text.indexOf('"', at);
      const isPlain = quote === -1 || quote >= end;
      const found = isPlain ? this.plain(at, end) : this.quoted(at, end, isLast);
      if (!found) break;
      if (found.record) records.push(found.record);
      at = found.next;
    }
    this.text = this.text.slice(at);
    return records;
  }

  private skip(): number {
    if (!this.isSkipping) return 0;
    const end = this.text.indexOf(this.lineEnd);
    if (end === -1) return this.text.length;
    this.isSkipping = false;
    this.line += 1;
    return end + 1;
  }

  private plain(at: number, end: number): { record?: CsvRecord; next: number } {
    if (end - at > MAX_RECORD) return this.broken(at, 'csv.record-too-long', 'The line is longer than 1 MB');
    const text = this.text.slice(at, this.text[end - 1] === '\r' && end > at ? end - 1 : end);
    const record: CsvRecord = { line: this.line, cells: text.split(this.delimiter) };
    this.line += 1;
    if (text === '') return { next: end + 1 };
    if (end - at > MAX_CELL && record.cells.some((cell) => cell.length > MAX_CELL)) record.fault = cellTooLong();
    return { record, next: end + 1 };
  }

  private quoted(at: number, lineEnds: number, isLast: boolean): { record?: CsvRecord; next: number } | undefined {
    const { text } = this;
    const cells: string[] = [];
    let from = at;
    let end = lineEnds;
    for (;;) {
      if (text[from] !== '"') {
        const stop = text.indexOf(this.delimiter, from);
        const isInside = stop !== -1 && stop < end;
        cells.push(text.slice(from, isInside ? stop : text[end - 1] === '\r' && end > from ? end - 1 : end));
        if (!isInside) break;
        from = stop + 1;
        continue;
      }
      const close = this.closingQuote(from);
      if (close === undefined || close - from > MAX_CELL * 2) {
        const isOpen = close === undefined && !isLast && text.length - from <= MAX_CELL * 2;
        return isOpen
          ? undefined
          : this.broken(at, 'csv.quote-not-closed', 'A quote is opened and not closed within 32 kB');
      }
      cells.push(text.slice(from + 1, close).replaceAll('""', '"'));
      const next = text[close + 1];
      if (next === undefined && !isLast) return undefined;
      if (next === this.delimiter) {
        from = close + 2;
        end = text.indexOf(this.lineEnd, from);
        if (end === -1 && !isLast && text.length - at <= MAX_RECORD) return undefined;
        if (end === -1) end = text.length;
        continue;
      }
      const isReturn = next === '\r' && (text[close + 2] ?? '\n') === '\n';
      if (isReturn && text[close + 2] === undefined && !isLast) return undefined;
      if (next !== undefined && next !== this.lineEnd && !isReturn) {
        return this.broken(at, 'csv.quote-inside', 'A quoted cell goes on after its closing quote');
      }
      end = isReturn ? close + 2 : close + 1;
      break;
    }
    if (end - at > MAX_RECORD) return this.broken(at, 'csv.record-too-long', 'The row is longer than 1 MB');
    const record: CsvRecord = { line: this.line, cells };
    if (cells.some((cell) => cell.length > MAX_CELL)) record.fault = cellTooLong();
    this.line += this.linesIn(at, end);
    return { record, next: end + 1 };
  }

  private linesIn(at: number, end: number): number {
    let lines = 1;
    for (let next = this.text.indexOf(this.lineEnd, at); next !== -1 && next < end; lines += 1) {
      next = this.text.indexOf(this.lineEnd, next + 1);
    }
    return lines;
  }

  private closingQuote(opening: number): number | undefined {
    let at = this.text.indexOf('"', opening + 1);
    while (at !== -1 && this.text[at + 1] === '"') at = this.text.indexOf('"', at + 2);
    return at === -1 ? undefined : at;
  }

  private broken(at: number, code: string, message: string): { record: CsvRecord; next: number } {
    const record: CsvRecord = { line: this.line, cells: [], fault: { code, message } };
    const end = this.text.indexOf(this.lineEnd, at);
    if (end === -1) {
      this.isSkipping = true;
      return { record, next: this.text.length };
    }
    this.line += 1;
    return { record, next: end + 1 };
  }
}

function cellTooLong(): RowFault {
  return { code: 'cell.too-long', message: `More than ${MAX_CELL} characters` };
}
