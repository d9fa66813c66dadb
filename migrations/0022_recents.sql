-- up
-- The records that a member opened last: the palette shows them before anything is typed.
create table recent (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  candidate_id uuid,
  organization_id uuid,
  search_id uuid,
  subject_id uuid not null generated always as (coalesce(candidate_id, organization_id, search_id)) stored,
  seen_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, member_id, subject_id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, organization_id) references organization (agency_id, id) on delete cascade,
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  constraint recent_subject check (num_nonnulls(candidate_id, organization_id, search_id) = 1)
);
create index on recent (agency_id, member_id, seen_at desc);
create index on recent (agency_id, candidate_id) where candidate_id is not null;
create index on recent (agency_id, organization_id) where organization_id is not null;
create index on recent (agency_id, search_id) where search_id is not null;
call wall('recent');

-- down
drop table recent;
