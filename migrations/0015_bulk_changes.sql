-- up
-- One thing done to all people that a question to the list finds, as long work.
create table bulk_change (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  action text not null check (action in ('tag', 'untag', 'owner', 'archive', 'restore', 'task', 'add_to_search')),
  -- The parameters of the list that say whom.
  matching jsonb not null default '{}',
  tag_id uuid,
  owner_id uuid,
  search_id uuid,
  assignee_id uuid,
  title text check (length(title) between 1 and 300),
  due_on date,
  state text not null default 'queued' check (state in
    ('queued', 'running', 'done', 'failed', 'canceled', 'undoing', 'undone')),
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  done_count integer not null default 0,
  unchanged_count integer not null default 0,
  archived_count integer not null default 0,
  kept_count integer not null default 0,
  error_code text,
  -- What the one who asked might do then: the work does no more.
  permissions text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, tag_id) references setting (agency_id, id),
  foreign key (agency_id, owner_id) references member (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, assignee_id) references member (agency_id, id),
  foreign key (agency_id, created_by) references member (agency_id, id)
);
create index on bulk_change (agency_id, tag_id);
create index on bulk_change (agency_id, owner_id);
create index on bulk_change (agency_id, search_id);
create index on bulk_change (agency_id, assignee_id);
create index on bulk_change (agency_id, created_by, created_at, id);
create index bulk_change_by_creation on bulk_change (agency_id, created_at, id);
call wall('bulk_change');

-- Whom it is about, chosen once, and what became of each; `former_owner_id` and `made_id` are what undo needs.
create table bulk_change_row (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  change_id uuid not null,
  candidate_id uuid not null,
  place integer not null,
  outcome text check (outcome in ('done', 'unchanged', 'not_found', 'archived', 'undone', 'kept')),
  former_owner_id uuid,
  made_id uuid,
  primary key (agency_id, change_id, candidate_id),
  foreign key (agency_id, change_id) references bulk_change (agency_id, id) on delete cascade,
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade
);
create index on bulk_change_row (agency_id, candidate_id);
create index on bulk_change_row (agency_id, change_id, outcome, place);
call wall('bulk_change_row');

-- down
drop table bulk_change_row, bulk_change;
