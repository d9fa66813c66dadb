import { expect } from '@jest/globals';
import exceljs from 'exceljs';
import { ExportJob } from '../../apps/api/src/exports/export.job.js';
import type { ExportView } from '../../apps/api/src/exports/export.view.js';
import type { Agency, Member } from './agency.js';
import type { Refused } from './submitting.js';

/** Asks for a comparison as a file. */
export const ask = (member: Member, format: string, filters: object, values: object = {}) =>
  member.post<ExportView & Refused>('/api/v1/exports', {
    report: 'comparison',
    format,
    filters,
    locale: 'en',
    ...values,
  });

/** Writes a file as the worker would. */
export const work = (agency: Agency, id: string): Promise<void> =>
  agency.world.app.get(ExportJob).run({ agencyId: agency.id, subjectId: id }, new AbortController().signal);

/** Asks for the file, writes it as the worker would, and takes it. */
export async function taken(
  member: Member,
  format: 'xlsx' | 'pdf',
  filters: object,
  values: object = {},
): Promise<Buffer> {
  const asked = await ask(member, format, filters, values);
  expect({ status: asked.status, text: asked.text }).toMatchObject({ status: 201 });
  await work(member.agency, asked.body.id);
  const { body: done } = await member.get<ExportView>(`/api/v1/exports/${asked.body.id}`);
  expect(done).toMatchObject({ state: 'done', progress: 1, report: 'comparison', abilities: ['download'] });
  expect(done.rows).toBeGreaterThan(5);
  const file = await member.get<string>(`/api/v1/exports/${asked.body.id}/file`);
  expect(file.headers).toMatchObject({
    'content-type': {
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      pdf: 'application/pdf',
    }[format],
    'content-disposition': `attachment; filename="${done.fileName}"`,
    'cache-control': 'no-store',
  });
  expect(file.bytes.length).toBe(done.fileBytes);
  return file.bytes;
}

export type Sheet = { name: string; rows: unknown[][]; formats: string[][] };

/** The sheets of a workbook as another program reads them. */
export async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const rows: unknown[][] = [];
    const formats: string[][] = [];
    sheet.eachRow((row) => {
      const cells = Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1));
      for (const cell of cells)
        expect([exceljs.ValueType.Formula, exceljs.ValueType.Hyperlink]).not.toContain(cell.type);
      rows.push(cells.map(({ value }) => value));
      formats.push(cells.map(({ numFmt }) => numFmt));
    });
    return { name: sheet.name, rows, formats };
  });
}

/** The first sheet: the table. */
export async function valuesOf(member: Member, filters: object, values: object = {}): Promise<Sheet> {
  const [sheet] = await sheetsOf(await taken(member, 'xlsx', filters, values));
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** The cells behind a label, of each time that it stands in the sheet. */
export const all = ({ rows }: Sheet, label: string): unknown[][] =>
  rows.filter(([first]) => first === label).map(([, ...cells]) => cells);
/** The cells behind a label, of the first time. */
export const row = (sheet: Sheet, label: string): unknown[] => all(sheet, label)[0] ?? [];
