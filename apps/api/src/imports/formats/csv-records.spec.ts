import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { CsvRecords, MAX_CELL, type CsvRecord, type Delimiter } from './csv-records.js';

function recordsOf(text: string, delimiter: Delimiter = ',', piece = Infinity): CsvRecord[] {
  const records = new CsvRecords(delimiter, text.includes('\n') || !text.includes('\r') ? '\n' : '\r');
  const found: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += piece) found.push(...records.add(text.slice(at, at + piece), false));
  return [...found, ...records.add('', true)];
}

const cellsOf = (text: string, delimiter?: Delimiter): string[][] =>
  recordsOf(text, delimiter).map(({ cells }) => cells);
const seen = (records: CsvRecord[]) => records.map(({ line, cells, fault }) => [line, fault?.code ?? cells.join('|')]);

describe('records of a csv', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,"b,""c"""\n', [['a', 'b,"c"']]],
    ['"a\r\nb",c\r\n"d"\r\n', [['a\r\nb', 'c'], ['d']]],
    [
      'a,b\n\n\r\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"",\n,',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    [`38°37'36.8"N,x\n`, [[`38°37'36.8"N`, 'x']]],
    ['"a"\r', [['a']]],
  ])('reads %j', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('gives every record its first line', () => {
    const text = 'h,h\n"a\nb\n",1\nc,2\n\n"d",3\n';
    const expected = [
      [1, 'h|h'],
      [2, 'a\nb\n|1'],
      [5, 'c|2'],
      [7, 'd|3'],
    ];
    expect(seen(recordsOf(text))).toEqual(expected);
    expect(seen(recordsOf(text, ',', 3))).toEqual(expected);
  });

  it('rejects only the line whose quote is not closed', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => `row ${index},"x","y and ""z"""`);
    const found = recordsOf(['1,"open,2', ...rows].join('\n'), ',', 700);
    expect(found[0]).toMatchObject({ line: 1, fault: { code: 'csv.quote-inside' } });
    expect(found.slice(1).map(({ cells, fault }) => fault ?? cells[0])).toEqual(rows.map((_, index) => `row ${index}`));
  });

  it.each([
    [
      'at the end',
      '1,2\n3,"open\n4,5\n',
      [
        [1, '1|2'],
        [2, 'csv.quote-not-closed'],
        [3, '4|5'],
      ],
    ],
    [
      'with plain lines behind',
      `1,"open\n${'4,5\n'.repeat(20_000)}`,
      [
        [1, 'csv.quote-not-closed'],
        [2, '4|5'],
      ],
    ],
    [
      'twice',
      '1,"a\n2,"b\n3,4\n',
      [
        [1, 'csv.quote-inside'],
        [2, 'csv.quote-not-closed'],
        [3, '3|4'],
      ],
    ],
    [
      'text behind a quote',
      '1,"a"b\n3,4\n',
      [
        [1, 'csv.quote-inside'],
        [2, '3|4'],
      ],
    ],
    [
      'a long cell',
      `1,${'x'.repeat(MAX_CELL + 1)}\n3,4\n`,
      [
        [1, 'cell.too-long'],
        [2, '3|4'],
      ],
    ],
    [
      'a long quoted cell',
      `1,"${'x'.repeat(MAX_CELL + 1)}"\n3,4\n`,
      [
        [1, 'cell.too-long'],
        [2, '3|4'],
      ],
    ],
    [
      'an endless line',
      `1,${'x'.repeat(3_000_000)}\n3,4\n`,
      [
        [1, 'csv.record-too-long'],
        [2, '3|4'],
      ],
    ],
    [
      'an endless last line',
      `3,4\n1,${'x'.repeat(3_000_000)}`,
      [
        [1, '3|4'],
        [2, 'csv.record-too-long'],
      ],
    ],
    [
      'an endless quoted row',
      `${'"x,",'.repeat(300_000)}\n3,4\n`,
      [
        [1, 'csv.record-too-long'],
        [2, '3|4'],
      ],
    ],
  ])('goes on after a broken row: %s', (_, text, expected) => {
    const isSame = seen(recordsOf(text, ',', 64 * 1024)).slice(0, expected.length);
    expect(isSame.map(([line, what]) => [line, String(what).slice(0, 40)])).toEqual(expected);
  });

  it('reads what another writer wrote, as another reader does, cut anywhere', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab,;|\t"\r\n 测ü😀') });
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
      );
    const delimiters = fc.constantFrom<Delimiter[]>(',', ';', '\t', '|');
    fc.assert(
      fc.property(
        rows,
        delimiters,
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (table, delimiter, isWindows, piece) => {
          const text = stringify(table, { delimiter, quoted: true, record_delimiter: isWindows ? 'windows' : 'unix' });
          const records = new CsvRecords(delimiter, '\n');
          const found: CsvRecord[] = [];
          for (let at = 0; at < text.length; at += piece) found.push(...records.add(text.slice(at, at + piece), false));
          found.push(...records.add('', true));
          expect(found.map(({ cells }) => cells)).toEqual(table);
          expect(parse(text, { delimiter })).toEqual(table);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('loses no line of any text, however it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,"\n\r'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (any, piece) => {
        const reader = new CsvRecords(',', '\n');
        const found: CsvRecord[] = [];
        for (let at = 0; at < any.length; at += piece) found.push(...reader.add(any.slice(at, at + piece), false));
        found.push(...reader.add('', true));
        expect(found).toEqual(new CsvRecords(',', '\n').add(any, true));
        const covered = new Set(found.map(({ line }) => line));
        found.forEach(({ line, cells, fault }) => {
          const inside = fault ? 0 : cells.join('').split('\n').length - 1;
          for (let more = 1; more <= inside; more++) covered.add(line + more);
        });
        any.split('\n').forEach((line, index) => {
          if (line.replace(/\r$/, '') !== '') expect(covered).toContain(index + 1);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
