-- up
-- Whom the agency may not approach, as somebody decided. What follows from a search's agreement or from a placement is read
-- from there and has no row here.
create table off_limits_policy (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid,
  candidate_id uuid,
  level text not null check (level in ('warn', 'block')),
  with_children boolean not null default true,
  covers text[] not null default '{}' check (covers <@ array['staff', 'placed', 'presented']),
  reason text not null check (reason in ('client_agreement', 'placement', 'court_order', 'own_decision')),
  -- The client whose searches it never stops.
  protects_id uuid,
  starts_on date not null default current_date,
  ends_on date,
  note text check (length(note) <= 2000),
  created_by uuid,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, protects_id) references organization (agency_id, id),
  foreign key (agency_id, created_by) references member (agency_id, id),
  constraint off_limits_policy_subject check ((organization_id is null) <> (candidate_id is null)),
  constraint off_limits_policy_covers check ((organization_id is null) = (cardinality(covers) = 0)),
  constraint off_limits_policy_days check (ends_on >= starts_on)
);
create index on off_limits_policy (agency_id, organization_id) where organization_id is not null;
create index on off_limits_policy (agency_id, candidate_id) where candidate_id is not null;
create index on off_limits_policy (agency_id, protects_id) where protects_id is not null;
create index on off_limits_policy (agency_id, created_by) where created_by is not null;
create index off_limits_policy_by_start on off_limits_policy (agency_id, starts_on, id);
call wall('off_limits_policy');

-- A block set aside for one person, in one search or in all: by whom and why. What is made after it blocks again.
create table off_limits_override (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  search_id uuid,
  reason text not null check (length(reason) between 1 and 2000),
  member_id uuid not null,
  given_on date not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on off_limits_override (agency_id, candidate_id);
create index on off_limits_override (agency_id, search_id) where search_id is not null;
create index on off_limits_override (agency_id, member_id);
create index off_limits_override_by_creation on off_limits_override (agency_id, created_at, id);
call wall('off_limits_override', 'select, insert, update (ended_at)');

-- Months from the first day for which a placed person stays off-limits at least; 24 where none are agreed.
alter table search add column placed_off_limits_months integer check (placed_off_limits_months between 0 and 120);

-- down
alter table search drop column placed_off_limits_months;
drop table off_limits_override, off_limits_policy;
