-- up
create table import (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  format text not null check (format in ('csv', 'authorships')),
  file_name text not null check (length(file_name) between 1 and 255),
  file_key text not null,
  file_bytes bigint not null,
  source text check (length(source) <= 300),
  law text not null default 'none' check (law in ('none', 'gdpr', 'pipl', 'both')),
  state text not null default 'uploaded' check (state in
    ('uploaded', 'checking', 'checked', 'committing', 'done', 'failed', 'undoing', 'undone', 'canceled')),
  -- What the columns of a csv mean, and what was seen of the file when that was guessed.
  mapping jsonb,
  inspection jsonb,
  share_read double precision not null default 0,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  rows_created integer not null default 0,
  rows_joined integer not null default 0,
  rows_unchanged integer not null default 0,
  rows_rejected integer not null default 0,
  made_candidates integer not null default 0,
  made_organizations integer not null default 0,
  made_affiliations integer not null default 0,
  made_publications integer not null default 0,
  kept_edited integer not null default 0,
  error_code text,
  error_detail text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, created_by) references member (agency_id, id)
);
create index on import (agency_id, created_by);
create index import_by_creation on import (agency_id, created_at, id);
call wall('import');

-- Rows of the file with what becomes of each; `candidate_id` is the person's, known before it is made.
create table import_row (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  import_id uuid not null,
  row integer not null,
  line integer not null,
  row_key text,
  content_hash text,
  content jsonb,
  name text,
  verdict text not null check (verdict in ('create', 'join', 'unchanged', 'rejected', 'created', 'joined')),
  candidate_id uuid,
  kept_edited boolean not null default false,
  reject_code text,
  reject_message text,
  reject_column text,
  warnings jsonb not null default '[]',
  primary key (agency_id, id),
  unique (agency_id, import_id, row),
  foreign key (agency_id, import_id) references import (agency_id, id) on delete cascade
);
create index on import_row (agency_id, import_id, verdict, row);
call wall('import_row');

-- Rows of a source that stand in the base already, so that the same file changes nothing the second time.
create table import_key (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  source text not null,
  row_key text not null,
  content_hash text not null,
  candidate_id uuid not null,
  import_id uuid not null,
  primary key (agency_id, source, row_key),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, import_id) references import (agency_id, id)
);
create index on import_key (agency_id, candidate_id);
create index on import_key (agency_id, import_id);
call wall('import_key');

-- What an import made: what undo removes. `other_id` and `key` name rows that have no id of their own, or what stood there before.
create table import_made (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  import_id uuid not null,
  kind text not null check (kind in
    ('candidate', 'organization', 'affiliation', 'affiliation_years', 'publication', 'authorship', 'identifier', 'channel', 'alias',
     'topic', 'tag', 'facts', 'note')),
  row_id uuid not null,
  other_id uuid,
  key text not null default '',
  primary key (agency_id, import_id, kind, row_id, key),
  foreign key (agency_id, import_id) references import (agency_id, id) on delete cascade
);
call wall('import_made');

-- down
drop table import_made, import_key, import_row, import;
