-- up
create table candidate (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  display_name text not null check (length(display_name) between 1 and 200),
  sort_name text generated always as (lower(display_name)) stored,
  given_name text check (length(given_name) <= 100),
  family_name text check (length(family_name) <= 100),
  native_name text check (length(native_name) <= 100),
  romanized_name text check (length(romanized_name) <= 200),
  pseudonym text check (length(pseudonym) <= 100),
  headline text check (length(headline) <= 300),
  role_family_id uuid,
  seniority text check (seniority in ('intern', 'junior', 'mid', 'senior', 'staff', 'principal', 'lead', 'director', 'executive')),
  city text check (length(city) <= 100),
  country text check (length(country) <= 100),
  work_authorization text check (work_authorization in ('authorized', 'needs_sponsorship', 'unknown')),
  technical_route text check (length(technical_route) <= 500),
  owner_id uuid,
  source text not null default 'own_research'
    check (source in ('own_research', 'public', 'referral', 'inbound', 'client', 'import', 'event', 'other')),
  source_detail text check (length(source_detail) <= 500),
  sourced_on date not null default current_date,
  law text not null default 'none' check (law in ('none', 'gdpr', 'pipl', 'both')),
  legal_basis text not null default 'legitimate_interest'
    check (legal_basis in ('legitimate_interest', 'consent', 'public_information', 'contract')),
  notice_due_on date,
  noticed_on date,
  do_not_contact boolean not null default false,
  do_not_contact_reason text check (length(do_not_contact_reason) <= 500),
  do_not_contact_since date,
  objects_to_profiling boolean not null default false,
  current_affiliation_id uuid,
  current_organization_id uuid,
  current_title text check (length(current_title) <= 200),
  last_contact_at timestamptz,
  last_contact_sort timestamptz generated always as (coalesce(last_contact_at, '-infinity')) stored,
  -- Every way in which the names may be typed, pinyin among them: written whenever a name is.
  search_names text not null default '',
  custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object'),
  import_id uuid,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, role_family_id) references setting (agency_id, id),
  foreign key (agency_id, owner_id) references member (agency_id, id),
  foreign key (agency_id, current_organization_id) references organization (agency_id, id),
  constraint candidate_basis check (law not in ('pipl', 'both') or legal_basis <> 'legitimate_interest'),
  constraint candidate_do_not_contact check (do_not_contact or do_not_contact_reason is null)
);
create index on candidate (agency_id, role_family_id);
create index on candidate (agency_id, owner_id);
create index on candidate (agency_id, current_organization_id, sort_name, id);
create index on candidate (agency_id, import_id) where import_id is not null;
create index candidate_by_name on candidate (agency_id, sort_name, id);
create index candidate_by_update on candidate (agency_id, updated_at, id);
create index candidate_by_creation on candidate (agency_id, created_at, id);
create index candidate_by_contact on candidate (agency_id, last_contact_sort, id);
create index candidate_by_notice on candidate (agency_id, notice_due_on) where notice_due_on is not null;
call wall('candidate');

create table candidate_alias (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  candidate_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  primary key (agency_id, candidate_id, name),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade
);
call wall('candidate_alias');

-- Research areas, skills, languages and what moves them.
create table candidate_topic (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  candidate_id uuid not null,
  kind text not null check (kind in ('area', 'skill', 'language', 'motive')),
  name text not null check (length(name) between 1 and 100),
  primary key (agency_id, candidate_id, kind, name),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade
);
create index on candidate_topic (agency_id, kind, name, candidate_id);
call wall('candidate_topic');

create table candidate_tag (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  candidate_id uuid not null,
  tag_id uuid not null,
  primary key (agency_id, candidate_id, tag_id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, tag_id) references setting (agency_id, id)
);
create index on candidate_tag (agency_id, tag_id, candidate_id);
call wall('candidate_tag');

create table candidate_identifier (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  kind text not null check (kind in ('openreview', 'orcid', 'dblp', 'google_scholar', 'semantic_scholar', 'github', 'linkedin')),
  value text not null check (length(value) between 1 and 300),
  confidence text not null default 'sure' check (confidence in ('sure', 'unsure')),
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, candidate_id, kind, value),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade
);
create unique index candidate_identifier_sure on candidate_identifier (agency_id, kind, value) where confidence = 'sure';
call wall('candidate_identifier');

create table candidate_channel (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'wechat', 'maimai')),
  value text not null check (length(value) between 1 and 320),
  value_key text not null check (length(value_key) between 1 and 320),
  state text not null default 'to_add' check (state in ('to_add', 'requested', 'connected', 'removed')),
  holder_id uuid,
  best_time text check (length(best_time) <= 200),
  do_not_use boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, candidate_id, kind, value_key),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, holder_id) references member (agency_id, id)
);
create index on candidate_channel (agency_id, kind, value_key);
create index on candidate_channel (agency_id, holder_id);
call wall('candidate_channel');

create table affiliation (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  organization_id uuid not null,
  type text not null check (type in ('employment', 'study', 'visiting', 'advisory')),
  title text check (length(title) <= 200),
  level text check (length(level) <= 50),
  team text check (length(team) <= 200),
  manager_id uuid,
  started_on date,
  ended_on date,
  -- Seen in this year by evidence (a paper), when neither day is known.
  seen_from integer check (seen_from between 1900 and 2200),
  seen_until integer check (seen_until between 1900 and 2200),
  confidence text not null default 'sure' check (confidence in ('sure', 'unsure')),
  source text check (length(source) <= 300),
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, manager_id) references candidate (agency_id, id),
  constraint affiliation_days check (ended_on >= started_on),
  constraint affiliation_seen check (seen_until >= seen_from),
  constraint affiliation_manager check (manager_id <> candidate_id)
);
create index on affiliation (agency_id, candidate_id, started_on);
create index on affiliation (agency_id, organization_id, candidate_id);
create index on affiliation (agency_id, manager_id);
create index on affiliation (agency_id, import_id) where import_id is not null;
call wall('affiliation');

create table publication (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  external_key text check (length(external_key) <= 300),
  title text not null check (length(title) between 1 and 1000),
  venue text check (length(venue) <= 200),
  year integer check (year between 1900 and 2200),
  sort_year integer generated always as (coalesce(year, 0)) stored,
  url text check (length(url) <= 1000),
  status text check (length(status) <= 100),
  author_count integer check (author_count between 1 and 10000),
  keywords text[] not null default '{}',
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create unique index publication_key on publication (agency_id, external_key) where external_key is not null;
create index on publication (agency_id, import_id) where import_id is not null;
call wall('publication');

create table authorship (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  candidate_id uuid not null,
  publication_id uuid not null,
  position integer not null check (position between 1 and 10000),
  primary key (agency_id, candidate_id, publication_id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  foreign key (agency_id, publication_id) references publication (agency_id, id) on delete cascade
);
create index on authorship (agency_id, publication_id, position);
call wall('authorship');

create table covenant (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  kind text not null check (kind in ('non_compete', 'notice', 'garden_leave', 'non_solicit')),
  months numeric(5, 2) not null check (months between 0 and 120),
  starts_from text not null check (starts_from in ('resignation', 'last_day')),
  binds text not null default 'all' check (binds in ('all', 'named')),
  status text not null default 'asserted' check (status in ('asserted', 'waived', 'doubtful', 'void')),
  monthly_compensation numeric(20, 4) check (monthly_compensation between 0 and 1000000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  set_off boolean not null default false,
  note text check (length(note) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  constraint covenant_currency check ((monthly_compensation is null) = (currency is null))
);
create index on covenant (agency_id, candidate_id);
call wall('covenant');
create table covenant_organization (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  covenant_id uuid not null,
  organization_id uuid not null,
  primary key (agency_id, covenant_id, organization_id),
  foreign key (agency_id, covenant_id) references covenant (agency_id, id) on delete cascade,
  foreign key (agency_id, organization_id) references organization (agency_id, id)
);
create index on covenant_organization (agency_id, organization_id);
call wall('covenant_organization');

-- The one shape of pay: current and expected here; offered and countered join with their own owner column.
create table package (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  kind text not null check (kind in ('current', 'expected')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  base_amount numeric(20, 4) not null check (base_amount between 0 and 1000000000000),
  base_per text not null check (base_per in ('month', 'year')),
  months numeric(5, 2) check (months between 1 and 99),
  extra_months text check (extra_months in ('guaranteed', 'target')),
  bonus_amount numeric(20, 4) not null default 0 check (bonus_amount between 0 and 1000000000000),
  -- Annual cash in minor units, for sorting and filtering: numeric comparisons use no index behind the walls.
  annual_cash_minor bigint not null check (annual_cash_minor >= 0),
  source text not null check (source in ('volunteered', 'asked', 'document', 'estimate')),
  stated_on date not null,
  note text check (length(note) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, candidate_id, kind),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade,
  constraint package_months check ((base_per = 'month') = (months is not null)),
  constraint package_extra check (extra_months is null or base_per = 'month')
);
create index package_by_cash on package (agency_id, kind, annual_cash_minor, candidate_id);
call wall('package');
create table package_one_off (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  package_id uuid not null,
  kind text not null check (kind in ('make_whole', 'inducement', 'retention')),
  amount numeric(20, 4) not null check (amount between 0 and 1000000000000),
  paid_on date,
  claw_back text check (claw_back in ('full', 'pro_rata')),
  claw_back_months integer check (claw_back_months between 1 and 120),
  primary key (agency_id, id),
  foreign key (agency_id, package_id) references package (agency_id, id) on delete cascade,
  constraint package_one_off_claw_back check ((claw_back is null) = (claw_back_months is null))
);
create index on package_one_off (agency_id, package_id);
call wall('package_one_off');
create table package_grant (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  package_id uuid not null,
  kind text not null check (kind in ('rsu', 'option', 'cash_plan')),
  grantor text check (length(grantor) <= 300),
  units numeric(20, 4) check (units between 0 and 1000000000000),
  amount numeric(20, 4) check (amount between 0 and 1000000000000),
  strike numeric(20, 6) check (strike between 0 and 1000000000000),
  price numeric(20, 6) check (price between 0 and 1000000000000),
  price_on date,
  price_basis text check (price_basis in ('market', 'last_round_preferred', 'common_fmv', 'internal', 'estimate')),
  liquidity text check (liquidity in ('listed', 'buyback', 'none')),
  vest_start date,
  vest_months integer check (vest_months between 1 and 240),
  cliff_months integer check (cliff_months between 0 and 240),
  vest_every_months integer check (vest_every_months between 1 and 60),
  -- Shares of each year in percent, such as 15, 25, 30, 30; instead of an even schedule.
  vest_split numeric(6, 3)[],
  exercise_days integer check (exercise_days between 0 and 3650),
  primary key (agency_id, id),
  foreign key (agency_id, package_id) references package (agency_id, id) on delete cascade,
  constraint package_grant_value check ((kind = 'cash_plan') = (amount is not null) and (kind = 'cash_plan') = (units is null)),
  constraint package_grant_strike check ((kind = 'option') = (strike is not null))
);
create index on package_grant (agency_id, package_id);
call wall('package_grant');

create table contact (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  sort_name text generated always as (lower(name)) stored,
  native_name text check (length(native_name) <= 100),
  title text check (length(title) <= 200),
  kind text not null check (kind in ('hiring_manager', 'hr', 'founder', 'finance', 'other')),
  candidate_id uuid,
  email text check (length(email) <= 320),
  phone text check (length(phone) <= 50),
  wechat text check (length(wechat) <= 100),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id)
);
create index on contact (agency_id, organization_id, sort_name, id);
create index on contact (agency_id, candidate_id);
create index contact_by_name on contact (agency_id, sort_name, id);
create index contact_by_update on contact (agency_id, updated_at, id);
call wall('contact');

-- down
drop table contact, package_grant, package_one_off, package, covenant_organization, covenant, authorship, publication,
  affiliation, candidate_channel, candidate_identifier, candidate_tag, candidate_topic, candidate_alias, candidate;
