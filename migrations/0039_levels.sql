-- up
-- The agency's own ladder, from the lowest step: what levels of different organizations are compared on.
create table ladder_step (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 80),
  position integer not null check (position >= 0),
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, position) deferrable initially deferred
);
call wall('ladder_step');

-- The levels of an organization in their order; `code_key` is the form that matches what people write.
create table organization_level (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  code text not null check (length(code) between 1 and 40),
  code_key text not null check (length(code_key) >= 1),
  title text check (length(title) between 1 and 80),
  track text check (track in ('research', 'engineering', 'management')),
  from_step_id uuid not null,
  to_step_id uuid not null,
  position integer not null check (position >= 0),
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, organization_id, position) deferrable initially deferred,
  foreign key (agency_id, organization_id) references organization (agency_id, id) on delete cascade,
  foreign key (agency_id, from_step_id) references ladder_step (agency_id, id),
  foreign key (agency_id, to_step_id) references ladder_step (agency_id, id)
);
create unique index organization_level_code on organization_level (agency_id, organization_id, code_key);
create index on organization_level (agency_id, from_step_id);
create index on organization_level (agency_id, to_step_id);
call wall('organization_level');

-- An agency is founded with a ladder in its language; those that are there get theirs.
create policy founding on ladder_step to longlist_auth using (agency_id = (select nullif(current_setting('app.agency_id', true), '')::uuid));
grant select, insert on ladder_step to longlist_auth;
insert into ladder_step (agency_id, name, position)
  select a.id, s.name, s.number - 1
  from agency a, unnest(case a.locale
    when 'zh' then array['初级', '中级', '高级', '专家', '高级专家', '资深专家', '首席']
    when 'de' then array['Junior', 'Professional', 'Senior', 'Staff', 'Senior Staff', 'Principal', 'Distinguished']
    else array['Junior', 'Mid', 'Senior', 'Staff', 'Senior staff', 'Principal', 'Distinguished'] end)
    with ordinality as s (name, number);

-- The level that pay is for, as it is called there.
alter table package add column level text check (length(level) between 1 and 40);

-- down
alter table package drop column level;
drop table organization_level, ladder_step;
