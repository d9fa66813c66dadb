-- up
create table search (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  sort_title text generated always as (lower(title)) stored,
  type text not null check (type in ('retained', 'contingency', 'retingency', 'exclusive')),
  state text not null default 'open' check (state in ('open', 'on_hold', 'filled', 'closed')),
  role_family_id uuid,
  city text check (length(city) <= 100),
  country text check (length(country) <= 100),
  openings integer not null default 1 check (openings between 1 and 1000),
  brief text check (length(brief) <= 20000),
  must_haves text check (length(must_haves) <= 10000),
  band_low numeric(20, 4) check (band_low between 0 and 1000000000000),
  band_high numeric(20, 4) check (band_high between 0 and 1000000000000),
  band_currency text check (band_currency ~ '^[A-Z]{3}$'),
  fee_kind text check (fee_kind in ('rate', 'fixed')),
  fee_rate numeric(6, 3) check (fee_rate between 0 and 100),
  fee_basis text check (fee_basis in ('base', 'annual_cash', 'first_year_total')),
  fee_amount numeric(20, 4) check (fee_amount between 0 and 1000000000000),
  fee_minimum numeric(20, 4) check (fee_minimum between 0 and 1000000000000),
  fee_currency text check (fee_currency ~ '^[A-Z]{3}$'),
  guarantee_days integer check (guarantee_days between 0 and 1000),
  guarantee_kind text check (guarantee_kind in ('replacement', 'refund_pro_rata')),
  protection_months integer check (protection_months between 0 and 120),
  off_limits_organization_id uuid,
  off_limits_months integer check (off_limits_months between 0 and 120),
  lead_id uuid,
  opened_on date not null default current_date,
  closed_on date,
  closing_reason text check (closing_reason in ('filled_by_client', 'filled_by_other_agency', 'canceled', 'lost', 'changed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, role_family_id) references setting (agency_id, id),
  foreign key (agency_id, off_limits_organization_id) references organization (agency_id, id),
  foreign key (agency_id, lead_id) references member (agency_id, id),
  constraint search_band check (band_high >= band_low),
  constraint search_band_currency check (band_currency is not null or (band_low is null and band_high is null)),
  constraint search_closed check ((state = 'closed') = (closing_reason is not null)),
  constraint search_fee check (fee_kind is distinct from 'rate' or (fee_rate is not null and fee_basis is not null)),
  constraint search_fixed_fee check (fee_kind is distinct from 'fixed' or (fee_amount is not null and fee_currency is not null))
);
create index on search (agency_id, organization_id);
create index on search (agency_id, role_family_id);
create index on search (agency_id, off_limits_organization_id);
create index on search (agency_id, lead_id);
create index search_by_title on search (agency_id, sort_title, id);
create index search_by_update on search (agency_id, updated_at, id);
create index search_by_opening on search (agency_id, opened_on, id);
create index search_by_state on search (agency_id, state, updated_at, id);
call wall('search');

create table search_hold (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  search_id uuid not null,
  held_on date not null,
  resumed_on date,
  reason text check (length(reason) <= 500),
  primary key (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  constraint search_hold_days check (resumed_on >= held_on)
);
create unique index search_hold_open on search_hold (agency_id, search_id) where resumed_on is null;
create index on search_hold (agency_id, search_id);
call wall('search_hold');

create table search_instalment (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  search_id uuid not null,
  trigger text not null check (trigger in ('start', 'slate', 'accepted', 'started', 'guarantee_passed', 'day')),
  share numeric(6, 3) not null check (share > 0 and share <= 100),
  due_on date,
  position integer not null,
  primary key (agency_id, id),
  unique (agency_id, search_id, position),
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  constraint search_instalment_day check ((trigger = 'day') = (due_on is not null))
);
call wall('search_instalment');

create table search_credit (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  search_id uuid not null,
  member_id uuid not null,
  share numeric(6, 3) not null check (share > 0 and share <= 100),
  primary key (agency_id, search_id, member_id),
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on search_credit (agency_id, member_id);
call wall('search_credit');

create table search_member (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  search_id uuid not null,
  member_id uuid not null,
  primary key (agency_id, search_id, member_id),
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on search_member (agency_id, member_id);
call wall('search_member');

create table search_contact (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  search_id uuid not null,
  contact_id uuid not null,
  role text not null check (role in ('hiring_manager', 'hr', 'founder', 'finance', 'other')),
  primary key (agency_id, search_id, contact_id),
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  foreign key (agency_id, contact_id) references contact (agency_id, id)
);
create index on search_contact (agency_id, contact_id);
call wall('search_contact');

create table stage (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  search_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  stage_group text not null check (stage_group in
    ('longlist', 'contacted', 'qualified', 'presented', 'client_interview', 'finalist', 'offer', 'accepted', 'placed')),
  position integer not null check (position >= 0),
  primary key (agency_id, id),
  unique (agency_id, search_id, id),
  unique (agency_id, search_id, position) deferrable initially deferred,
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade
);
call wall('stage');

create table target (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  search_id uuid not null,
  organization_id uuid not null,
  state text not null default 'to_map' check (state in ('to_map', 'mapping', 'mapped', 'exhausted', 'off_limits')),
  owner_id uuid,
  note text check (length(note) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, search_id, organization_id),
  foreign key (agency_id, search_id) references search (agency_id, id) on delete cascade,
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, owner_id) references member (agency_id, id)
);
create index on target (agency_id, organization_id);
create index on target (agency_id, owner_id);
call wall('target');

-- What is found by part of its title or of its client's names, as organization_matches.
create index search_trigrams on search using gin (agency_id, sort_title gin_trgm_ops);
create policy search on search for select to longlist_search using (true);
grant select on search to longlist_search;
create function search_matches(q text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 50 as $$
  with asked as (select nullif(current_setting('app.agency_id', true), '')::uuid as agency,
    '%' || replace(replace(replace(lower(q), '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern)
  select s.id from asked, search s where s.agency_id = asked.agency and s.sort_title like asked.pattern
  union
  select s.id from asked, organization_matches(q) as client (id), search s
    where s.agency_id = asked.agency and s.organization_id = client.id
$$;
revoke execute on function search_matches from public;
grant execute on function search_matches to longlist_app;
grant create on schema public to longlist_search;
alter function search_matches owner to longlist_search;
revoke create on schema public from longlist_search;

-- down
set local role longlist_search;
drop function search_matches;
set local role longlist_owner;
drop table target, stage, search_contact, search_member, search_credit, search_instalment, search_hold, search;
