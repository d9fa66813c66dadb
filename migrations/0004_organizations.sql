-- up
create table organization (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('company', 'lab', 'university')),
  name text not null check (length(name) between 1 and 300),
  sort_name text generated always as (lower(name)) stored,
  native_name text check (length(native_name) <= 300),
  parent_id uuid,
  website text check (length(website) <= 500),
  country text check (length(country) <= 100),
  city text check (length(city) <= 100),
  description text check (length(description) <= 10000),
  owner_id uuid,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, parent_id) references organization (agency_id, id),
  foreign key (agency_id, owner_id) references member (agency_id, id),
  constraint organization_parent check (parent_id <> id),
  constraint organization_lab check (kind = 'lab' or parent_id is null or kind in ('company', 'university'))
);
create index on organization (agency_id, parent_id);
create index on organization (agency_id, owner_id);
create index organization_by_name on organization (agency_id, sort_name, id);
create index organization_by_update on organization (agency_id, updated_at, id);
create index organization_by_kind on organization (agency_id, kind, sort_name, id);
call wall('organization');
alter table member add foreign key (agency_id, client_id) references organization (agency_id, id);
create index on member (agency_id, client_id);
alter table invitation add foreign key (agency_id, client_id) references organization (agency_id, id);
create index on invitation (agency_id, client_id);

-- Other names and web domains by which an organization is known; `value_key` is the form that matches.
create table organization_alias (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  kind text not null check (kind in ('name', 'domain')),
  value text not null check (length(value) between 1 and 300),
  value_key text not null check (length(value_key) between 1 and 300),
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, organization_id, kind, value_key),
  foreign key (agency_id, organization_id) references organization (agency_id, id) on delete cascade
);
create index organization_alias_match on organization_alias (agency_id, kind, value_key);
call wall('organization_alias');

create table organization_successor (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  successor_id uuid not null,
  kind text not null check (kind in ('renamed', 'merged', 'acquired')),
  happened_on date not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, organization_id, successor_id),
  foreign key (agency_id, organization_id) references organization (agency_id, id) on delete cascade,
  foreign key (agency_id, successor_id) references organization (agency_id, id) on delete cascade,
  constraint organization_successor_self check (organization_id <> successor_id)
);
create index on organization_successor (agency_id, successor_id);
call wall('organization_successor');

create table funding_round (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  announced_on date not null,
  amount numeric(20, 4) check (amount between 0 and 1000000000000),
  post_money_amount numeric(20, 4) check (post_money_amount between 0 and 1000000000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  investors text check (length(investors) <= 2000),
  source text check (length(source) <= 500),
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id) on delete cascade,
  constraint funding_round_currency check (currency is not null or (amount is null and post_money_amount is null))
);
create index on funding_round (agency_id, organization_id, announced_on desc);
call wall('funding_round');

-- What is found by part of a name, native name, alias or domain. Runs as longlist_search, which reads these tables whatever
-- the policies of the caller would do to its index use; the agency is part of the question.
create index organization_trigrams on organization using gin (agency_id, (lower(name || ' ' || coalesce(native_name, ''))) gin_trgm_ops);
create index organization_alias_trigrams on organization_alias using gin (agency_id, value_key gin_trgm_ops);
create policy search on organization for select to longlist_search using (true);
create policy search on organization_alias for select to longlist_search using (true);
grant select on organization, organization_alias to longlist_search;
create function organization_matches(q text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 50 as $$
  with asked as (select nullif(current_setting('app.agency_id', true), '')::uuid as agency,
    '%' || replace(replace(replace(lower(q), '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern)
  select o.id from asked, organization o
    where o.agency_id = asked.agency and lower(o.name || ' ' || coalesce(o.native_name, '')) like asked.pattern
  union
  select a.organization_id from asked, organization_alias a
    where a.agency_id = asked.agency and a.value_key like asked.pattern
$$;
revoke execute on function organization_matches from public;
grant execute on function organization_matches to longlist_app;
grant create on schema public to longlist_search;
alter function organization_matches owner to longlist_search;
revoke create on schema public from longlist_search;

-- down
set local role longlist_search;
drop function organization_matches;
set local role longlist_owner;
drop table funding_round, organization_successor, organization_alias;
alter table invitation drop constraint invitation_agency_id_client_id_fkey;
alter table member drop constraint member_agency_id_client_id_fkey;
drop table organization;
