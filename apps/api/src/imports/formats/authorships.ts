import {
  AUTHORSHIP_COLUMNS,
  REQUIRED_AUTHORSHIP_COLUMNS,
  rowOfSlot,
  type AuthorshipColumn,
  type AuthorshipSlot,
} from '@domain/imports/authorship.rules.js';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { ParsedRow } from '@domain/imports/imported-row.js';
import { authorshipsOfJson } from './authorships-json.js';
import { csvRecordsOf, csvTableOf } from './csv-table.js';
import { whyNotRead } from './csv.js';
import type { TextInput } from './text-input.js';

const MAX_JSON = 16 * 1024 * 1024;

/** The rows of a roster of authorships in csv or json; `fileName` tells conference and year of a json. */
export async function* authorshipRows(input: TextInput, fileName: string): AsyncGenerator<ParsedRow[]> {
  if (await isJson(input)) {
    if (input.bytes > MAX_JSON) throw new ImportRefusal('import.too-large', 'A json file is read up to 16 MB');
    let text = '';
    for await (const part of input.chars()) text += part;
    yield* authorshipsOfJson(text, fileName);
    return;
  }
  const table = await csvTableOf(input);
  const missing = REQUIRED_AUTHORSHIP_COLUMNS.filter((column) => !table.header.includes(column));
  if (missing.length > 0) {
    throw new ImportRefusal('import.not-authorships', `The header has no ${missing.join(', ')}`);
  }
  const places = AUTHORSHIP_COLUMNS.map((column) => [column, table.header.indexOf(column)] as const);
  let row = 0;
  for await (const records of csvRecordsOf(input, table)) {
    yield records.map((record) => {
      row += 1;
      const reject = whyNotRead(record, table.header.length);
      if (reject) return { row, line: record.line, key: null, reject };
      return rowOfSlot(slotOf(record.cells, places), row, record.line);
    });
  }
  if (row === 0) throw new ImportRefusal('import.empty', 'The file has a header and no rows');
}

function slotOf(cells: readonly string[], places: readonly (readonly [AuthorshipColumn, number])[]): AuthorshipSlot {
  return Object.fromEntries(places.map(([column, at]) => [column, cells[at]?.trim() ?? ''])) as AuthorshipSlot;
}

async function isJson(input: TextInput): Promise<boolean> {
  for await (const text of input.chars()) {
    const first = text.trimStart()[0];
    if (first) return first === '[' || first === '{';
  }
  return false;
}
