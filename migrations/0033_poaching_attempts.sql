-- up
-- One try to win a candidate away. How it stands follows from its contacts and from what was said of it (`attempt_word`),
-- and is kept here so that lists can be sorted and filtered by it.
create table poaching_attempt (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  search_id uuid,
  employer_id uuid,
  owner_id uuid not null,
  -- What was known when somebody planned it; null where a contact opened it.
  planned_hook text check (length(planned_hook) <= 40),
  planned_at timestamptz,
  state text not null default 'planned'
    check (state in ('planned', 'approached', 'in_conversation', 'won', 'not_now', 'declined', 'no_response', 'withdrawn')),
  direction text check (direction in ('outbound', 'inbound')),
  channel text check (channel in ('phone', 'wechat', 'email', 'linkedin', 'maimai', 'conference', 'referral', 'in_person')),
  hook text check (length(hook) <= 40),
  objections text[] not null default '{}' check (cardinality(objections) <= 20),
  motives text[] not null default '{}' check (cardinality(motives) <= 20),
  asked_amount numeric(20, 4) check (asked_amount between 0 and 1000000000000),
  asked_currency text check (asked_currency ~ '^[A-Z]{3}$'),
  contacts integer not null default 0,
  first_approached_at timestamptz,
  answered_at timestamptz,
  decided_at timestamptz,
  last_at timestamptz not null default now(),
  not_now_until date,
  not_now_sort date generated always as (coalesce(not_now_until, 'infinity')) stored,
  voided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, employer_id) references organization (agency_id, id),
  foreign key (agency_id, owner_id) references member (agency_id, id),
  constraint poaching_attempt_asked check ((asked_amount is null) = (asked_currency is null)),
  constraint poaching_attempt_waits check ((state = 'not_now') = (not_now_until is not null))
);
create index on poaching_attempt (agency_id, candidate_id, id);
create index on poaching_attempt (agency_id, search_id, id) where search_id is not null;
create index on poaching_attempt (agency_id, employer_id) where employer_id is not null;
create index on poaching_attempt (agency_id, owner_id, last_at, id);
create index poaching_attempt_by_last on poaching_attempt (agency_id, last_at, id);
create index poaching_attempt_by_creation on poaching_attempt (agency_id, created_at, id);
create index poaching_attempt_by_waiting on poaching_attempt (agency_id, not_now_sort, id);
create index poaching_attempt_by_approach on poaching_attempt (agency_id, first_approached_at) where first_approached_at is not null;
create unique index poaching_attempt_of_search on poaching_attempt (agency_id, search_id, candidate_id)
  where search_id is not null and voided_at is null and state <> 'withdrawn';
call wall('poaching_attempt');

-- What was said of a try beside its contacts: how it ended, or what was learnt. Voided rows stay and count for nothing.
create table attempt_word (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  attempt_id uuid not null,
  outcome text check (outcome in ('won', 'not_now', 'declined', 'no_response', 'withdrawn')),
  until date,
  hook text check (length(hook) <= 40),
  objections text[] check (cardinality(objections) <= 20),
  motives text[] check (cardinality(motives) <= 20),
  asked_amount numeric(20, 4) check (asked_amount between 0 and 1000000000000),
  asked_currency text check (asked_currency ~ '^[A-Z]{3}$'),
  note text check (length(note) <= 2000),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  member_id uuid not null,
  voided_at timestamptz,
  voided_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, attempt_id) references poaching_attempt (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  foreign key (agency_id, voided_by) references member (agency_id, id),
  constraint attempt_word_asked check ((asked_amount is null) = (asked_currency is null)),
  constraint attempt_word_void check ((voided_at is null) = (voided_by is null))
);
create index on attempt_word (agency_id, attempt_id, id);
create index on attempt_word (agency_id, member_id);
create index on attempt_word (agency_id, voided_by) where voided_by is not null;
call wall('attempt_word', 'select, insert');
grant update (voided_at, voided_by) on attempt_word to longlist_app;

-- Texts to write to people with, by language; `{field}` is filled when one is used.
create table message_template (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  locale text not null check (locale in ('en', 'zh', 'de')),
  purpose text not null check (purpose in ('approach', 'follow_up', 'notice', 'other')),
  name text not null check (length(name) between 1 and 80),
  subject text check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 5000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create index on message_template (agency_id, name, id);
create unique index message_template_name on message_template (agency_id, locale, lower(name));
call wall('message_template');

-- The try that a contact belongs to, what it told of it, and the text that was sent.
alter table contact_log
  add column attempt_id uuid,
  add column message_template_id uuid,
  add column hook text check (length(hook) <= 40),
  add column objections text[] check (cardinality(objections) <= 20),
  add column motives text[] check (cardinality(motives) <= 20),
  add column asked_amount numeric(20, 4) check (asked_amount between 0 and 1000000000000),
  add column asked_currency text check (asked_currency ~ '^[A-Z]{3}$'),
  add column not_now_until date,
  add constraint contact_log_asked check ((asked_amount is null) = (asked_currency is null)),
  add foreign key (agency_id, attempt_id) references poaching_attempt (agency_id, id),
  add foreign key (agency_id, message_template_id) references message_template (agency_id, id)
    on delete set null (message_template_id);
create index on contact_log (agency_id, attempt_id) where attempt_id is not null;
create index on contact_log (agency_id, message_template_id) where message_template_id is not null;

-- What follows from the founding of an agency: it begins with texts.
create policy founding on outbox for insert to longlist_auth
  with check (agency_id = (select nullif(current_setting('app.agency_id', true), '')::uuid));
grant insert on outbox to longlist_auth;

-- down
revoke insert on outbox from longlist_auth;
drop policy founding on outbox;
alter table contact_log
  drop column attempt_id,
  drop column message_template_id,
  drop column hook,
  drop column objections,
  drop column motives,
  drop column asked_amount,
  drop column asked_currency,
  drop column not_now_until;
drop table message_template, attempt_word, poaching_attempt;
