-- up
create table candidacy (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  search_id uuid not null,
  candidate_id uuid not null,
  role text not null default 'candidate' check (role in ('candidate', 'source', 'reference', 'benchmark')),
  stage_id uuid,
  -- Order within the stage: compared as text, always room for one more between two.
  rank text collate "C" not null default 'V00000' check (length(rank) between 1 and 200),
  owner_id uuid,
  source text check (length(source) <= 300),
  next_action text check (length(next_action) <= 300),
  next_action_on date,
  next_action_sort date generated always as (coalesce(next_action_on, date '9999-12-31')) stored,
  entered_stage_at timestamptz not null default now(),
  exited_at timestamptz,
  exit_party text check (exit_party in ('client', 'candidate', 'agency', 'none')),
  exit_reason text check (length(exit_reason) <= 60),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, search_id, candidate_id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, search_id, stage_id) references stage (agency_id, search_id, id),
  foreign key (agency_id, owner_id) references member (agency_id, id),
  constraint candidacy_stage check ((role = 'candidate') = (stage_id is not null)),
  constraint candidacy_exit check ((exited_at is null) = (exit_party is null) and (exited_at is null) = (exit_reason is null))
);
create index candidacy_board on candidacy (agency_id, search_id, stage_id, rank, id) where exited_at is null and role = 'candidate';
create index on candidacy (agency_id, search_id, updated_at, id);
create index on candidacy (agency_id, candidate_id);
create index on candidacy (agency_id, owner_id);
create index on candidacy (agency_id, stage_id);
create index candidacy_by_update on candidacy (agency_id, updated_at, id);
create index candidacy_by_next_action on candidacy (agency_id, next_action_sort, id);
create index candidacy_by_stage_entry on candidacy (agency_id, entered_stage_at, id);
call wall('candidacy');

-- The stage log: append-only; undoing voids a row and never adds a reverse one.
create table stage_entry (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidacy_id uuid not null,
  search_id uuid not null,
  candidate_id uuid not null,
  kind text not null check (kind in ('added', 'moved', 'exited', 'reopened')),
  from_stage_id uuid,
  to_stage_id uuid,
  from_group text,
  to_group text,
  exit_party text check (exit_party in ('client', 'candidate', 'agency', 'none')),
  exit_reason text check (length(exit_reason) <= 60),
  note text check (length(note) <= 2000),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  member_id uuid,
  voided_at timestamptz,
  voided_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  foreign key (agency_id, voided_by) references member (agency_id, id),
  constraint stage_entry_exit check ((kind = 'exited') = (exit_party is not null) and (kind = 'exited') = (exit_reason is not null)),
  constraint stage_entry_void check ((voided_at is null) = (voided_by is null)),
  constraint stage_entry_past check (occurred_at <= recorded_at + interval '1 minute')
);
create index on stage_entry (agency_id, candidacy_id, id);
create index on stage_entry (agency_id, search_id, occurred_at);
create index on stage_entry (agency_id, candidate_id, occurred_at desc);
create index on stage_entry (agency_id, member_id);
create index on stage_entry (agency_id, voided_by);
call wall('stage_entry', 'select, insert, update (voided_at, voided_by)');

create table placement (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidacy_id uuid not null,
  search_id uuid not null,
  candidate_id uuid not null,
  state text not null default 'awaiting_start' check (state in
    ('awaiting_start', 'started', 'guarantee_passed', 'no_show', 'fell_off', 'replaced', 'refunded', 'waived')),
  starts_on date not null,
  started_on date,
  guarantee_until date,
  left_on date,
  left_by text check (left_by in ('candidate', 'client')),
  left_reason text check (length(left_reason) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  constraint placement_started check ((state in ('awaiting_start', 'no_show')) = (started_on is null)),
  constraint placement_left check ((state in ('fell_off', 'replaced', 'refunded', 'waived')) = (left_on is not null and left_by is not null))
);
create unique index placement_live on placement (agency_id, candidacy_id) where state in ('awaiting_start', 'started', 'guarantee_passed');
create index on placement (agency_id, candidacy_id);
create index placement_by_start on placement (agency_id, starts_on, id);
create index placement_by_update on placement (agency_id, updated_at, id);
create index on placement (agency_id, search_id);
create index on placement (agency_id, candidate_id);
call wall('placement');

-- down
drop table placement, stage_entry, candidacy;
