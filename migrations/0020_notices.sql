-- up
-- What a member is told of. `key` names the occasion: the same one is told once.
create table notice (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  kind text not null check (kind in ('mention', 'task_due', 'move', 'exit', 'import_ended')),
  key text not null check (length(key) between 1 and 100),
  actor_id uuid,
  candidate_id uuid,
  organization_id uuid,
  search_id uuid,
  stage_id uuid,
  note_id uuid,
  task_id uuid,
  import_id uuid,
  -- Why someone left, or how an import ended.
  word text check (length(word) between 1 and 60),
  read_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, member_id, key),
  foreign key (agency_id, member_id) references member (agency_id, id),
  foreign key (agency_id, actor_id) references member (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, organization_id) references organization (agency_id, id) on delete cascade,
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  foreign key (agency_id, stage_id) references stage (agency_id, id) on delete set null (stage_id),
  foreign key (agency_id, note_id) references note (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade,
  foreign key (agency_id, import_id) references import (agency_id, id) on delete cascade
);
create index on notice (agency_id, member_id, created_at desc, id desc);
create index notice_unread on notice (agency_id, member_id, created_at desc, id desc) where read_at is null;
create index notice_by_creation on notice (agency_id, created_at, id);
create index on notice (agency_id, actor_id) where actor_id is not null;
create index on notice (agency_id, candidate_id) where candidate_id is not null;
create index on notice (agency_id, organization_id) where organization_id is not null;
create index on notice (agency_id, search_id) where search_id is not null;
create index on notice (agency_id, stage_id) where stage_id is not null;
create index on notice (agency_id, note_id) where note_id is not null;
create index on notice (agency_id, task_id) where task_id is not null;
create index on notice (agency_id, import_id) where import_id is not null;
call wall('notice');

-- down
drop table notice;
