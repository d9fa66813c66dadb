import { readdirSync, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { CsvMapping } from '@domain/imports/csv-fields.js';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { ParsedRow } from '@domain/imports/imported-row.js';
import { csvRows, inspectCsvText } from './csv.js';
import { openText } from './text-input.js';

const badInput = join(import.meta.dirname, '../../../../../../shared/data/badinput');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longlist-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(folder, 'people.csv');
  await writeFile(path, content);
  return path;
}

async function rowsOf(content: string | Buffer, mapping?: CsvMapping): Promise<ParsedRow[]> {
  const input = await openText(await fileOf(content));
  const found: ParsedRow[] = [];
  for await (const rows of csvRows(input, mapping)) found.push(...rows);
  return found;
}

const inspect = async (content: string | Buffer) => inspectCsvText(await openText(await fileOf(content)));
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof ImportRefusal ? error.code : error),
  );

describe('a csv of people', () => {
  it.each([
    ['comma', 'Name,Email\nAda,a@example.org\n', ','],
    ['semicolon, with commas in the cells', 'Name;Ort\n"Muster, Ada";Köln\nBodo, B.;Bonn\n', ';'],
    ['tab', 'Name\tCity\nAda\tBonn\n', '\t'],
    ['bar', 'Name|City\nAda|Bonn\n', '|'],
    ['named by the file', 'sep=;\nName;City,Country\nAda;Bonn\n', ';'],
    ['one column', 'Name\nAda\n', ','],
    ['header alone in the sample', 'Name;City', ';'],
  ])('shows how it is written: %s', async (_, text, delimiter) => {
    const found = await inspect(text);
    expect(found.delimiter).toBe(delimiter);
    expect(found.header[0]).toBe('Name');
    expect(found.guessed[0]).toBe('displayName');
  });

  it('shows the first rows and the guess', async () => {
    const text = `姓名,公司,第一\n${'测试甲,潮水智能,1\n'.repeat(30)}`;
    const found = await inspect(iconv.encode(text, 'gb18030'));
    expect(found).toMatchObject({
      encoding: 'gb18030',
      header: ['姓名', '公司', '第一'],
      guessed: { 0: 'displayName', 1: 'organization' },
    });
    expect(found.sample).toHaveLength(20);
    expect(found.sample[19]).toEqual(['测试甲', '潮水智能', '1']);
  });

  it('rejects broken rows one by one and reads the rest', async () => {
    const rows = await rowsOf(
      'Name,Email\nAda,a@example.org\nBodo\n"Emma,e@example.org\nGoran,g\nInes,i@example.org,x\nKai,k@example.org\n',
    );
    expect(rows.map(({ row, line, reject, person }) => [row, line, reject?.code ?? person?.displayName])).toEqual([
      [1, 2, 'Ada'],
      [2, 3, 'csv.ragged'],
      [3, 4, 'csv.quote-not-closed'],
      [4, 5, 'cell.invalid'],
      [5, 6, 'csv.ragged'],
      [6, 7, 'Kai'],
    ]);
  });

  it('follows the mapping by hand', async () => {
    const [row] = await rowsOf('a,b,c\nx@example.org,Ada,Tidewater\n', {
      0: 'email',
      1: 'displayName',
      2: 'organization',
    });
    expect(row).toMatchObject({ person: { displayName: 'Ada' }, affiliations: [{ organizationName: 'Tidewater' }] });
  });

  it.each([
    ['import.empty', ''],
    ['import.empty', '\ufeff'],
    ['import.empty', '\n\n\n'],
    ['import.empty', 'Name,Email\n'],
    ['import.no-name-column', 'a,b\n1,2\n'],
    ['import.too-many-columns', `Name${',x'.repeat(200)}\n`],
    ['import.not-text', Buffer.alloc(5_000)],
    ['import.not-text', '"Name,Email\n'],
    ['import.archive', Buffer.from('PK\u0003\u0004 and so on')],
  ])('is refused as a whole: %s', async (code, content) => {
    expect(await refusalOf(rowsOf(content))).toBe(code);
  });

  it('is refused when the mapping names a column that is not there', async () => {
    expect(await refusalOf(rowsOf('a,b\n1,2\n', { 0: 'displayName', 2: 'email' }))).toBe('import.mapping');
  });

  it('gives back the names of any table in any delimiter and encoding', async () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'abc,;\t|"的一是在不了有和人这'), maxLength: 12 })
      .map((text) => `的${text}人`);
    const encodings = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030');
    const written = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      encoding: encodings,
      addBOM: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 20 }),
        written,
        async (names, { delimiter, encoding, addBOM }) => {
          const table = [['姓名', '编号'], ...names.map((each, index) => [each, String(index)])];
          const text = stringify(table, { delimiter });
          const rows = await rowsOf(iconv.encode(text, encoding, { addBOM: addBOM && encoding !== 'gb18030' }));
          expect(rows.map(({ key }) => key)).toEqual(names.map((_, index) => String(index)));
          expect(rows.map(({ person }) => person?.displayName)).toEqual(names.map((each) => each.replace(/\s+/g, ' ')));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('accounts for every row of any text below a header, in order', async () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'aB1,"\n@.测'), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const rows = await rowsOf(`Name,Email\nAda,\n${text}`);
        expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
        expect(rows.every(({ reject, person }) => (reject === undefined) !== (person === undefined))).toBe(true);
        const lines = rows.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].toSorted((one, other) => one - other));
      }),
      { numRuns: 200 },
    );
  });

  const naughty = [
    '',
    'NULL',
    "' OR 1=1 --",
    '<script>alert(1)</script>',
    '=1+1',
    '{{7*7}}',
    '‮test',
    '田中さん',
    '😀',
    '%00',
    '../..',
    'a"b',
  ];
  it('keeps naughty strings as names or rejects their rows', () => keepsOrRejects(naughty));

  if (existsSync(badInput)) {
    it('reads the csv spectrum, less its two slips: a phone number, and line ends that its csv has lost', async () => {
      const spectrum = join(badInput, 'csv-spectrum');
      const withoutMisprint = (row: unknown) => ({ ...Object(row), 'Contact Phone Number': undefined });
      for (const name of readdirSync(spectrum).filter((each) => each.endsWith('.csv'))) {
        const { header, sample } = await inspectCsvText(await openText(join(spectrum, name)));
        const answer = join(spectrum, name.replace('csvs_', 'json_').replace('.csv', '.json'));
        const written = (await readFile(answer, 'utf8')).replaceAll('\\r\\n', '\\n');
        const expected = [JSON.parse(written) as unknown].flat();
        const found = sample.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index]])));
        expect([name, found.map(withoutMisprint)]).toEqual([name, expected.map(withoutMisprint)]);
      }
    });

    it('keeps the strings of the corpora as names or rejects their rows', async () => {
      const payloads = join(badInput, 'payloads');
      for (const name of readdirSync(payloads))
        await keepsOrRejects((await readFile(join(payloads, name), 'utf8')).split('\n'));
    });
  } else {
    console.log('csv corpora are not here: only the synthetic ones are read');
  }

  async function keepsOrRejects(strings: string[]): Promise<void> {
    const rows = await rowsOf(stringify([['Name', 'ID'], ...strings.map((text) => [text, 'x'])]));
    expect(rows).toHaveLength(strings.length);
    rows.forEach(({ person, reject }, index) => {
      const kept = (strings[index] ?? '').trim().replace(/\s+/g, ' ');
      if (!reject) expect(person?.displayName).toBe(kept);
      else expect(['person.no-name', 'person.name', 'cell.unreadable', 'cell.too-long']).toContain(reject.code);
    });
  }
});
