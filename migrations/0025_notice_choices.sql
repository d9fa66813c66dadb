-- up
-- What a member chose for a kind of notice; without a row it is told in the app and not mailed.
create table notice_choice (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  kind text not null check (kind in ('mention', 'task_due', 'move', 'exit', 'import_ended')),
  in_app boolean not null default true,
  mail text not null default 'off' check (mail in ('off', 'digest')),
  primary key (agency_id, id),
  unique (agency_id, member_id, kind),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
call wall('notice_choice');

-- One mail of a member for a day. `claimed_at`: someone set out to send it; `sent_at`: it is out.
create table notice_digest (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  day date not null,
  handed_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, member_id, day),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index notice_digest_unsent on notice_digest (agency_id, handed_at) where sent_at is null;
call wall('notice_digest');

-- Where the notice goes, by what its member had chosen when it was made.
alter table notice add column in_app boolean not null default true;
alter table notice add column mail boolean not null default false;
alter table notice add column digest_id uuid;
alter table notice add foreign key (agency_id, digest_id) references notice_digest (agency_id, id);
create index on notice (agency_id, digest_id) where digest_id is not null;
create index notice_to_mail on notice (agency_id, created_at) where mail and digest_id is null and read_at is null;

-- down
alter table notice drop column digest_id;
alter table notice drop column mail;
alter table notice drop column in_app;
drop table notice_digest, notice_choice;
