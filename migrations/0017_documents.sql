-- up
-- Files of a candidate. The bytes lie in the store under the row's own id; `received_sha256` is of the file as it came,
-- `sha256` of the file as it is kept (pictures are made anew).
create table document (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  kind text not null check (kind in ('cv', 'letter', 'offer_letter', 'other')),
  name text not null check (length(name) between 1 and 255),
  media text not null check (media in ('pdf', 'docx', 'png', 'jpeg', 'webp')),
  bytes integer not null check (bytes > 0),
  sha256 bytea not null check (length(sha256) = 32),
  received_sha256 bytea not null check (length(received_sha256) = 32),
  added_by uuid not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, added_by) references member (agency_id, id)
);
create index on document (agency_id, candidate_id, created_at desc, id desc);
create index on document (agency_id, added_by);
create index document_by_creation on document (agency_id, created_at, id);
create index document_removed on document (agency_id, archived_at) where archived_at is not null;
create unique index document_once on document (agency_id, candidate_id, received_sha256) where archived_at is null;
call wall('document');

-- down
drop table document;
