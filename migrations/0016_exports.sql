-- up
-- A list as a file; the file lies under DATA_DIR by the ids of agency and export while `file_bytes` is known.
create table export (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  report text not null check (report in ('candidates')),
  format text not null check (format in ('csv')),
  filters jsonb not null default '{}',
  columns text[] not null,
  headers text[] not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'canceled')),
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  file_name text not null check (length(file_name) between 1 and 255),
  file_bytes bigint,
  started_at timestamptz,
  finished_at timestamptz,
  error_code text,
  -- What the one who asked might do then: the file holds no more.
  permissions text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, created_by) references member (agency_id, id)
);
create index on export (agency_id, created_by, created_at, id);
create index export_by_creation on export (agency_id, created_at, id);
call wall('export');

-- A cell of a csv: quoted, and never taken for a formula by the program that opens it.
create function csv_cell(cell text) returns text language sql immutable parallel safe
  return case when cell is null or cell = '' then ''
    when left(cell, 1) in ('=', '+', '-', '@', e'\t', e'\r', e'\n', '＝', '＋', '－', '＠') then '"''' || replace(cell, '"', '""') || '"'
    else '"' || replace(cell, '"', '""') || '"' end;

-- down
drop function csv_cell(text);
drop table export;
