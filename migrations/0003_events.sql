-- up
create table event (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  at timestamptz not null default now(),
  type text not null,
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('member', 'api_key', 'system')),
  candidate_id uuid,
  organization_id uuid,
  search_id uuid,
  subject_id uuid,
  visibility text not null default 'agency' check (visibility in ('private', 'agency', 'client')),
  data jsonb not null default '{}',
  primary key (agency_id, id)
);
create index on event (agency_id, candidate_id, at desc, id desc) where candidate_id is not null;
create index on event (agency_id, organization_id, at desc, id desc) where organization_id is not null;
create index on event (agency_id, search_id, at desc, id desc) where search_id is not null;
create index on event (agency_id, subject_id, id desc) where subject_id is not null;
create index on event (agency_id, actor_id, at desc, id desc);
create index event_by_time on event (agency_id, at, id);
call wall('event', 'select, insert');
-- Founding and joining are told by the role of sign-in, in the transaction that makes the login.
create policy founding on event for insert to longlist_auth
  with check (agency_id = (select nullif(current_setting('app.agency_id', true), '')::uuid));
grant insert on event to longlist_auth;

create table outbox (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  event_id uuid not null,
  type text not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, event_id)
);
call wall('outbox');

create table reaction_done (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  event_id uuid not null,
  reaction text not null,
  at timestamptz not null default now(),
  primary key (agency_id, event_id, reaction)
);
call wall('reaction_done');

-- down
drop table reaction_done, outbox, event;
