import { importFormats, importStates, rowVerdicts } from '@domain/imports/import.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const importFields = {
  id: { sql: 'i.id', type: 'id' },
  format: { sql: 'i.format', type: 'text', filter: 'equals', words: importFormats },
  fileName: { sql: 'i.file_name', type: 'text' },
  fileBytes: { sql: 'i.file_bytes', type: 'int' },
  source: { sql: 'i.source', type: 'text' },
  law: { sql: 'i.law', type: 'text' },
  state: { sql: 'i.state', type: 'text', filter: 'equals', words: importStates },
  progress: {
    sql: `case when i.state = 'checking' then least(1, i.share_read)
      when i.state in ('committing', 'undoing') then case when i.rows_total = 0 then 0 else least(1, i.rows_done::float8 / i.rows_total) end
      when i.state = 'uploaded' then 0 else 1 end`,
    type: 'json',
  },
  counts: {
    sql: `json_build_object('rows', i.rows_total, 'created', i.rows_created, 'joined', i.rows_joined,
      'unchanged', i.rows_unchanged, 'rejected', i.rows_rejected)`,
    type: 'json',
  },
  made: {
    sql: `json_build_object('candidates', i.made_candidates, 'organizations', i.made_organizations,
      'affiliations', i.made_affiliations, 'publications', i.made_publications)`,
    type: 'json',
  },
  keptEdited: { sql: 'i.kept_edited', type: 'int' },
  errorCode: { sql: 'i.error_code', type: 'text' },
  errorDetail: { sql: 'i.error_detail', type: 'text' },
  createdBy: { sql: 'i.created_by', type: 'id', filter: 'equals' },
  createdByName: {
    sql: '(select m.name from member m where m.agency_id = i.agency_id and m.id = i.created_by)',
    type: 'text',
  },
  mapping: { sql: 'i.mapping', type: 'json', only: 'detail' },
  inspection: { sql: `i.inspection - 'guessed'`, type: 'json', only: 'detail' },
  createdAt: { sql: 'i.created_at', type: 'time', sort: true },
  updatedAt: { sql: 'i.updated_at', type: 'time' },
  version: { sql: 'i.version', type: 'int' },
} as const satisfies Fields;

export const importList: ListSpec = {
  name: 'imports',
  from: 'import i',
  alias: 'i',
  fields: importFields,
  defaultSort: '-createdAt',
};

export const importRowFields = {
  id: { sql: 'r.id', type: 'id' },
  row: { sql: 'r.row', type: 'int', sort: true },
  line: { sql: 'r.line', type: 'int' },
  name: { sql: 'r.name', type: 'text' },
  verdict: { sql: 'r.verdict', type: 'text', filter: 'equals', words: rowVerdicts },
  candidateId: { sql: 'r.candidate_id', type: 'id' },
  rejectCode: { sql: 'r.reject_code', type: 'text', filter: 'equals' },
  rejectMessage: { sql: 'r.reject_message', type: 'text' },
  rejectColumn: { sql: 'r.reject_column', type: 'text' },
  warnings: { sql: 'r.warnings', type: 'json' },
  keptEdited: { sql: 'r.kept_edited', type: 'flag', filter: 'equals' },
} as const satisfies Fields;

/** The rows of one import. */
export const importRowList: ListSpec = {
  name: 'import-rows',
  from: 'import_row r',
  alias: 'r',
  fields: importRowFields,
  filters: {
    importId: {
      type: 'id',
      sql: (value) => `r.import_id = any(${value})`,
      description: 'The one of the address.',
    },
  },
  defaultSort: 'row',
};
