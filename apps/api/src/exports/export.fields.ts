import { exportReports, exportStates } from '@domain/exports/export.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const exportFields = {
  id: { sql: 'x.id', type: 'id' },
  report: { sql: 'x.report', type: 'text', filter: 'equals', words: exportReports },
  format: { sql: 'x.format', type: 'text' },
  fileName: { sql: 'x.file_name', type: 'text' },
  fileBytes: { sql: 'x.file_bytes', type: 'int' },
  state: { sql: 'x.state', type: 'text', filter: 'equals', words: exportStates },
  progress: {
    sql: `case x.state when 'queued' then 0 when 'running' then case when x.rows_total = 0 then 0
      else least(1, x.rows_done::float8 / x.rows_total) end else 1 end`,
    type: 'json',
  },
  rows: { sql: 'x.rows_done', type: 'int' },
  rowsTotal: { sql: 'x.rows_total', type: 'int' },
  errorCode: { sql: 'x.error_code', type: 'text' },
  startedAt: { sql: 'x.started_at', type: 'time' },
  finishedAt: { sql: 'x.finished_at', type: 'time' },
  filters: { sql: 'x.filters', type: 'json', only: 'detail' },
  locale: { sql: 'x.locale', type: 'text', only: 'detail' },
  columns: { sql: 'x.columns', type: 'json', only: 'detail' },
  createdAt: { sql: 'x.created_at', type: 'time', sort: true },
  updatedAt: { sql: 'x.updated_at', type: 'time' },
  version: { sql: 'x.version', type: 'int' },
} as const satisfies Fields;

/** One's own exports: nobody fetches the file of another. */
export const exportList: ListSpec = {
  name: 'exports',
  from: 'export x',
  alias: 'x',
  fields: exportFields,
  where: 'x.created_by = {member}',
  defaultSort: '-createdAt',
};
