import { guessMapping, mapsAName, type CsvMapping } from '@domain/imports/csv-fields.js';
import { columnsOf, rowOfCells } from '@domain/imports/csv-row.rules.js';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { ParsedRow, RowFault } from '@domain/imports/imported-row.js';
import type { CsvRecord, Delimiter } from './csv-records.js';
import { csvRecordsOf, csvTableOf } from './csv-table.js';
import type { Encoding } from './encoding.js';
import type { TextInput } from './text-input.js';

const SAMPLE_ROWS = 20;
const SAMPLE_CELL = 200;

/** What a csv looks like before it is mapped: `sample` has up to 20 rows, cells cut at 200 characters. */
export interface CsvInspection {
  encoding: Encoding;
  delimiter: Delimiter;
  header: string[];
  sample: string[][];
  guessed: CsvMapping;
}

/** Encoding, delimiter, header, first rows and the mapping that the header suggests. */
export async function inspectCsvText(input: TextInput): Promise<CsvInspection> {
  const table = await csvTableOf(input);
  const sample: string[][] = [];
  for await (const records of csvRecordsOf(input, table)) {
    const readable = records.filter((record) => !record.fault).slice(0, SAMPLE_ROWS - sample.length);
    sample.push(...readable.map(({ cells }) => cells.map((cell) => cell.slice(0, SAMPLE_CELL))));
    if (sample.length === SAMPLE_ROWS) break;
  }
  const { delimiter, header } = table;
  return { encoding: input.encoding, delimiter, header, sample, guessed: guessMapping(header) };
}

/** The rows of a csv of people, by the mapping given or else the one that the header suggests. */
export async function* csvRows(input: TextInput, mapping?: CsvMapping): AsyncGenerator<ParsedRow[]> {
  const table = await csvTableOf(input);
  const chosen = mapping ?? guessMapping(table.header);
  const outside = Object.keys(chosen).find((index) => !(Number(index) in table.header));
  if (outside) throw new ImportRefusal('import.mapping', `The file has no column ${outside}`);
  if (!mapsAName(chosen)) throw new ImportRefusal('import.no-name-column', 'No column is known to hold the name');
  const columns = columnsOf(table.header, chosen);
  let row = 0;
  for await (const records of csvRecordsOf(input, table)) {
    yield records.map((record) => {
      row += 1;
      const reject = whyNotRead(record, table.header.length);
      if (reject) return { row, line: record.line, key: null, reject };
      return rowOfCells(record.cells, columns, row, record.line);
    });
  }
  if (row === 0) throw new ImportRefusal('import.empty', 'The file has a header and no rows');
}

/** A record that cannot be a row: broken, or with more or fewer cells than the header. */
export function whyNotRead(record: CsvRecord, columns: number): RowFault | undefined {
  if (record.fault) return record.fault;
  if (record.cells.length === columns) return undefined;
  return { code: 'csv.ragged', message: `${record.cells.length} cells where the header has ${columns}` };
}
