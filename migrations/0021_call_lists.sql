-- up
-- People whom one member calls one after the other, in the order in which they stood when the list was made.
create table call_list (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  source text not null check (source in ('view', 'stage', 'follow_ups')),
  search_id uuid,
  stage_id uuid,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, stage_id) references stage (agency_id, id) on delete set null (stage_id)
);
create index on call_list (agency_id, member_id, created_at desc, id desc);
create index on call_list (agency_id, search_id) where search_id is not null;
create index on call_list (agency_id, stage_id) where stage_id is not null;
create index call_list_by_creation on call_list (agency_id, created_at, id);
call wall('call_list');

create table call_list_entry (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  call_list_id uuid not null,
  candidate_id uuid not null,
  -- The follow-up that brought the person here; the log that ticks the entry completes it.
  task_id uuid,
  position integer not null check (position between 1 and 500),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'skipped')),
  contact_log_id uuid,
  primary key (agency_id, id),
  unique (agency_id, call_list_id, candidate_id),
  foreign key (agency_id, call_list_id) references call_list (agency_id, id) on delete cascade,
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete set null (task_id),
  foreign key (agency_id, contact_log_id) references contact_log (agency_id, id) on delete set null (contact_log_id)
);
create index on call_list_entry (agency_id, call_list_id, position, id);
create index on call_list_entry (agency_id, candidate_id);
create index on call_list_entry (agency_id, task_id) where task_id is not null;
create index on call_list_entry (agency_id, contact_log_id) where contact_log_id is not null;
call wall('call_list_entry');

-- down
drop table call_list_entry, call_list;
