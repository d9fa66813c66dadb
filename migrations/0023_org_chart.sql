-- up
-- A place in an organization for which nobody is known yet, or which a candidate is known to hold.
create table chart_position (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  level text check (length(level) <= 50),
  team text check (length(team) <= 200),
  note text check (length(note) <= 2000),
  manager_id uuid,
  manager_position_id uuid,
  holder_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, manager_id) references candidate (agency_id, id),
  foreign key (agency_id, manager_position_id) references chart_position (agency_id, id),
  foreign key (agency_id, holder_id) references candidate (agency_id, id),
  constraint chart_position_manager check (num_nonnulls(manager_id, manager_position_id) <= 1),
  constraint chart_position_self check (manager_position_id <> id),
  constraint chart_position_holder check (manager_id <> holder_id)
);
create index on chart_position (agency_id, organization_id, id);
create index on chart_position (agency_id, manager_id);
create index on chart_position (agency_id, manager_position_id);
create index on chart_position (agency_id, holder_id);
call wall('chart_position');

-- Who leads somebody may be a place without a known person.
alter table affiliation add column manager_position_id uuid;
alter table affiliation add foreign key (agency_id, manager_position_id) references chart_position (agency_id, id);
alter table affiliation add constraint affiliation_one_manager check (num_nonnulls(manager_id, manager_position_id) <= 1);
create index on affiliation (agency_id, manager_position_id);

-- down
alter table affiliation drop column manager_position_id;
drop table chart_position;
