-- up
-- What an accepted offer earns, by the terms as they were then: they may change later, this does not.
create table fee (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  offer_id uuid not null,
  candidacy_id uuid not null,
  candidate_id uuid not null,
  search_id uuid not null,
  organization_id uuid not null,
  state text not null default 'kept' check (state in ('kept', 'void')),
  -- The day whose exchange rate counts, and the first day as it was agreed then.
  accepted_on date not null,
  starts_on date,
  kind text not null check (kind in ('rate', 'fixed')),
  rate numeric(6, 3) check (rate between 0 and 100),
  basis text check (basis in ('base', 'annual_cash', 'first_year_total')),
  fixed_amount numeric(20, 4) check (fixed_amount between 0 and 1000000000000),
  minimum numeric(20, 4) check (minimum between 0 and 1000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  guarantee_days integer check (guarantee_days between 0 and 1000),
  guarantee_kind text check (guarantee_kind in ('replacement', 'refund_pro_rata')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, offer_id) references offer (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  constraint fee_terms check (case kind when 'rate' then rate is not null and basis is not null else fixed_amount is not null end)
);
create unique index fee_of_offer on fee (agency_id, offer_id) where state = 'kept';
create index on fee (agency_id, offer_id);
create index on fee (agency_id, candidacy_id);
create index on fee (agency_id, candidate_id);
create index on fee (agency_id, search_id);
create index on fee (agency_id, organization_id);
call wall('fee', 'select, insert, update (state, updated_at, version)');

-- What it comes to, in whole minor units, with its working: once the exchange rate is known, and never again.
create table fee_figure (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  fee_id uuid not null,
  amount numeric not null check (amount >= 0),
  working jsonb not null check (jsonb_typeof(working) = 'object'),
  created_at timestamptz not null default now(),
  primary key (agency_id, fee_id),
  foreign key (agency_id, fee_id) references fee (agency_id, id)
);
call wall('fee_figure', 'select, insert');

-- A part of a fee. How it stands follows from the hire, and is kept here so that lists can be sorted and filtered by it.
create table fee_instalment (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  fee_id uuid not null,
  position integer not null check (position between 0 and 100),
  trigger text not null check (trigger in ('start', 'slate', 'accepted', 'started', 'guarantee_passed', 'day')),
  share numeric(6, 3) not null check (share > 0 and share <= 100),
  agreed_on date,
  state text not null default 'waiting' check (state in ('waiting', 'due', 'paid', 'void')),
  -- The day on which it is due; while it waits, the one that is expected.
  due_on date,
  due_sort date generated always as (coalesce(due_on, 'infinity')) stored,
  -- Null while the fee waits for an exchange rate.
  amount numeric,
  paid_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, fee_id, position),
  foreign key (agency_id, fee_id) references fee (agency_id, id),
  constraint fee_instalment_day check ((trigger = 'day') = (agreed_on is not null)),
  constraint fee_instalment_paid check ((state = 'paid') = (paid_on is not null) and (state <> 'paid' or amount is not null))
);
create index fee_instalment_by_day on fee_instalment (agency_id, due_sort, id);
create index fee_instalment_by_state on fee_instalment (agency_id, state, due_sort, id);
call wall('fee_instalment', 'select, insert, update');

-- Whose work an instalment is counted as.
create table fee_credit (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  instalment_id uuid not null,
  member_id uuid not null,
  share numeric(6, 3) not null check (share > 0 and share <= 100),
  amount numeric,
  primary key (agency_id, instalment_id, member_id),
  foreign key (agency_id, instalment_id) references fee_instalment (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on fee_credit (agency_id, member_id);
call wall('fee_credit');

-- down
drop table fee_credit, fee_instalment, fee_figure, fee;
