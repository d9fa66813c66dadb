-- up
-- How long a submission protects where the search names nothing, and within how many days a client may say that they knew the person.
alter table agency
  add column protection_months integer not null default 12 check (protection_months between 0 and 120),
  add column answer_days integer not null default 14 check (answer_days between 0 and 365);

-- Someone presented to a client: to whom, when, how, with which permission. The report lies in the store under the row's own id.
create table submission (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidacy_id uuid not null,
  candidate_id uuid not null,
  search_id uuid not null,
  organization_id uuid not null,
  contact_id uuid not null,
  member_id uuid not null,
  level text not null check (level in ('L0', 'L1', 'L2', 'L3', 'L4')),
  locale text not null check (locale in ('en', 'zh', 'de')),
  channel text not null check (channel in ('email', 'wechat', 'phone', 'in_person', 'other')),
  code text not null check (length(code) between 1 and 100),
  recommendation text check (length(recommendation) between 1 and 4000),
  permission_on date not null,
  permission_how text not null check (permission_how in ('call', 'email', 'wechat', 'meeting', 'document')),
  permission_evidence text not null check (length(permission_evidence) between 1 and 2000),
  -- The person told what they earn so that this client may know it.
  pay_volunteered_on date,
  pay_volunteered_evidence text check (length(pay_volunteered_evidence) between 1 and 2000),
  shows_pay boolean not null default false,
  file_bytes integer not null check (file_bytes > 0),
  file_sha256 bytea not null check (length(file_sha256) = 32),
  protected_until date,
  protection_sort date generated always as (coalesce(protected_until, '-infinity')) stored,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  known_source text check (length(known_source) between 1 and 500),
  known_since date,
  answered_on date,
  answered_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text check (length(withdrawal_reason) between 1 and 2000),
  voided_at timestamptz,
  voided_by uuid,
  -- The task that a hire without a placement raised: once a submission.
  hire_task_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, contact_id) references contact (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  foreign key (agency_id, answered_by) references member (agency_id, id),
  foreign key (agency_id, withdrawn_by) references member (agency_id, id),
  foreign key (agency_id, voided_by) references member (agency_id, id),
  foreign key (agency_id, hire_task_id) references task (agency_id, id) on delete set null (hire_task_id),
  constraint submission_answer check (answered_on is null or known_source is not null),
  constraint submission_known_since check (known_since <= answered_on),
  constraint submission_pay check (pay_volunteered_on is null or pay_volunteered_evidence is not null),
  constraint submission_withdrawal check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint submission_void check ((voided_at is null) = (voided_by is null))
);
create index on submission (agency_id, candidacy_id);
create index on submission (agency_id, candidate_id, occurred_at);
create index on submission (agency_id, search_id, occurred_at);
create index on submission (agency_id, organization_id, protected_until);
create index on submission (agency_id, contact_id);
create index on submission (agency_id, member_id);
create index on submission (agency_id, answered_by) where answered_by is not null;
create index on submission (agency_id, withdrawn_by) where withdrawn_by is not null;
create index on submission (agency_id, voided_by) where voided_by is not null;
create index on submission (agency_id, hire_task_id) where hire_task_id is not null;
create index submission_by_protection on submission (agency_id, protection_sort, id);
create index submission_by_day on submission (agency_id, occurred_at, id);
call wall('submission');

-- What a person allowed under PIPL: that this recipient gets their data. It stands as long as its submission is not voided.
create table consent (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid not null,
  organization_id uuid not null,
  submission_id uuid not null,
  level text not null check (level in ('L0', 'L1', 'L2', 'L3', 'L4')),
  given_on date not null,
  evidence text not null check (length(evidence) between 1 and 2000),
  member_id uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, submission_id) references submission (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on consent (agency_id, candidate_id, organization_id);
create index on consent (agency_id, organization_id);
create index on consent (agency_id, submission_id);
create index on consent (agency_id, member_id);
call wall('consent', 'select, insert');

-- The submission that made the step.
alter table stage_entry
  add column submission_id uuid,
  add foreign key (agency_id, submission_id) references submission (agency_id, id);
create index on stage_entry (agency_id, submission_id) where submission_id is not null;

-- down
alter table stage_entry drop column submission_id;
drop table consent, submission;
alter table agency drop column protection_months, drop column answer_days;
