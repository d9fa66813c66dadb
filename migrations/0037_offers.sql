-- up
-- One unit of a currency in another on a day, as somebody published it.
create table exchange_rate (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
  to_currency text not null check (to_currency ~ '^[A-Z]{3}$'),
  rate_on date not null,
  rate numeric(24, 12) not null check (rate > 0 and rate <= 1000000000000),
  source text not null check (length(source) between 1 and 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  constraint exchange_rate_pair check (from_currency <> to_currency)
);
create unique index exchange_rate_of_day on exchange_rate (agency_id, from_currency, to_currency, rate_on);
create index exchange_rate_by_day on exchange_rate (agency_id, rate_on, id);
call wall('exchange_rate');

-- The package of the hiring organization for one candidacy, in versions.
create table offer (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidacy_id uuid not null,
  candidate_id uuid not null,
  search_id uuid not null,
  organization_id uuid not null,
  number integer not null check (number between 1 and 1000),
  state text not null default 'draft' check (state in
    ('draft', 'verbal', 'extended', 'accepted', 'declined', 'expired', 'withdrawn', 'superseded', 'reneged', 'rescinded')),
  starts_on date,
  expires_on date,
  pays_claw_back boolean not null default false,
  note text check (length(note) between 1 and 4000),
  -- The client's approval, by whom and when; recorded, never a gate.
  approved_by text check (length(approved_by) between 1 and 200),
  approved_on date,
  reasons text[] not null default '{}' check (cardinality(reasons) <= 20),
  resigned_on date,
  resignation_confirmed_on date,
  last_day_on date,
  -- When the latest step happened.
  stepped_at timestamptz not null,
  member_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  constraint offer_approval check ((approved_by is null) = (approved_on is null)),
  constraint offer_resignation check (resignation_confirmed_on is null or resigned_on is not null)
);
create unique index offer_open on offer (agency_id, candidacy_id) where state in ('draft', 'verbal', 'extended', 'accepted');
create unique index offer_number on offer (agency_id, candidacy_id, number);
create index on offer (agency_id, candidate_id);
create index on offer (agency_id, search_id);
create index on offer (agency_id, organization_id);
create index on offer (agency_id, member_id) where member_id is not null;
create index offer_by_expiry on offer (agency_id, expires_on) where state = 'extended';
create index offer_by_step on offer (agency_id, stepped_at, id);
call wall('offer');

-- A bid against ours: the counteroffer of the current employer, or the offer of a rival.
create table rival_offer (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('counteroffer', 'competing_offer')),
  candidacy_id uuid not null,
  candidate_id uuid not null,
  search_id uuid not null,
  organization_id uuid,
  state text not null default 'expected' check (state in ('expected', 'received', 'refused', 'accepted', 'lapsed')),
  starts_on date,
  answer_offer_id uuid,
  note text check (length(note) between 1 and 4000),
  reasons text[] not null default '{}' check (cardinality(reasons) <= 20),
  stepped_at timestamptz not null,
  member_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, answer_offer_id) references offer (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on rival_offer (agency_id, candidacy_id);
create index on rival_offer (agency_id, candidate_id);
create index on rival_offer (agency_id, search_id);
create index on rival_offer (agency_id, organization_id) where organization_id is not null;
create index on rival_offer (agency_id, answer_offer_id) where answer_offer_id is not null;
create index on rival_offer (agency_id, member_id) where member_id is not null;
create index rival_offer_by_step on rival_offer (agency_id, stepped_at, id);
call wall('rival_offer');

-- Every step of an offer or of a bid against it: when it happened, and when it was written.
create table offer_step (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  offer_id uuid,
  rival_offer_id uuid,
  from_state text check (from_state in
    ('draft', 'verbal', 'extended', 'accepted', 'expected', 'received')),
  to_state text not null check (to_state in
    ('draft', 'verbal', 'extended', 'accepted', 'declined', 'expired', 'withdrawn', 'superseded', 'reneged', 'rescinded',
     'expected', 'received', 'refused', 'lapsed')),
  reasons text[] not null default '{}' check (cardinality(reasons) <= 20),
  note text check (length(note) between 1 and 2000),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  member_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, offer_id) references offer (agency_id, id),
  foreign key (agency_id, rival_offer_id) references rival_offer (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  constraint offer_step_of check (num_nonnulls(offer_id, rival_offer_id) = 1)
);
create index on offer_step (agency_id, offer_id, id) where offer_id is not null;
create index on offer_step (agency_id, rival_offer_id, id) where rival_offer_id is not null;
create index on offer_step (agency_id, member_id) where member_id is not null;
call wall('offer_step', 'select, insert');

-- The tasks that carry somebody from acceptance to the first day.
create table offer_task (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  offer_id uuid not null,
  task_id uuid not null,
  primary key (agency_id, offer_id, task_id),
  foreign key (agency_id, offer_id) references offer (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade
);
create index on offer_task (agency_id, task_id);
call wall('offer_task');

-- The pay of an offer and of a bid against it; the running year of a bonus that is paid at its end to who is there.
alter table package
  add column offer_id uuid,
  add column rival_offer_id uuid,
  add column bonus_year_from date,
  drop constraint package_kind_check,
  add constraint package_kind_check check (kind in ('current', 'expected', 'offered', 'countered')),
  drop constraint package_agency_id_candidate_id_kind_key,
  add constraint package_of_offer check ((kind = 'offered') = (offer_id is not null)),
  add constraint package_of_rival check ((kind = 'countered') = (rival_offer_id is not null)),
  add foreign key (agency_id, offer_id) references offer (agency_id, id),
  add foreign key (agency_id, rival_offer_id) references rival_offer (agency_id, id);
create unique index package_of_candidate on package (agency_id, candidate_id, kind) where kind in ('current', 'expected');
create index package_by_candidate on package (agency_id, candidate_id);
create unique index package_offered on package (agency_id, offer_id) where offer_id is not null;
create unique index package_countered on package (agency_id, rival_offer_id) where rival_offer_id is not null;

-- down
drop index package_of_candidate, package_by_candidate;
delete from package where kind in ('offered', 'countered');
alter table package
  drop column offer_id,
  drop column rival_offer_id,
  drop column bonus_year_from,
  drop constraint package_kind_check,
  add constraint package_kind_check check (kind in ('current', 'expected')),
  add constraint package_agency_id_candidate_id_kind_key unique (agency_id, candidate_id, kind);
drop table offer_task, offer_step, rival_offer, offer, exchange_rate;
