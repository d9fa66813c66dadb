-- up
-- A stage that was removed with people in it, as it stood: enough to bring it back.
create table stage_removal (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  search_id uuid not null,
  stage_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  stage_group text not null check (stage_group in
    ('longlist', 'contacted', 'qualified', 'presented', 'client_interview', 'finalist', 'offer', 'accepted', 'placed')),
  position integer not null check (position >= 0),
  member_id uuid not null,
  removed_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on stage_removal (agency_id, search_id);
create index on stage_removal (agency_id, member_id);
call wall('stage_removal', 'select, insert, update (undone_at)');

-- The removal that made the step.
alter table stage_entry
  add column removal_id uuid,
  add foreign key (agency_id, removal_id) references stage_removal (agency_id, id);
create index on stage_entry (agency_id, removal_id) where removal_id is not null;

-- down
alter table stage_entry drop column removal_id;
drop table stage_removal;
